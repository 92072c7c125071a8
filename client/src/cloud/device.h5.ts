import { type Device, type Files, type Network, SHOT, type Shot, type Store } from './device.types'
import { hex } from './hex'
import { deviceProblem } from './problem'

const PREFIX = 'sanlian/'

const randomId = async () => hex(crypto.getRandomValues(new Uint8Array(16)))

const storage: Store = {
  get<T>(key: string) {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? undefined : (JSON.parse(text) as T)
  },
  set(key, value) {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(value))
    } catch {
      throw deviceProblem('storage.full', '浏览器存储空间不足，没有存下来。请清理后再按一次')
    }
  },
  remove: key => localStorage.removeItem(PREFIX + key),
  keys: prefix =>
    Object.keys(localStorage)
      .filter(key => key.startsWith(PREFIX + prefix))
      .map(key => key.slice(PREFIX.length)),
}

const done = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

let opened: Promise<IDBDatabase> | undefined
const photos = async (mode: IDBTransactionMode) => {
  opened ??= (() => {
    const request = indexedDB.open('sanlian', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('photos')
    return done(request)
  })()
  return (await opened).transaction('photos', mode).objectStore('photos')
}

const shown = new Map<string, string>()

const files: Files = {
  async keep(temporary, kind) {
    const bytes = new Uint8Array(await (await fetch(temporary)).arrayBuffer())
    const key = `${await randomId()}.${kind}`
    await done((await photos('readwrite')).put(bytes, key))
    if (temporary.startsWith('blob:')) URL.revokeObjectURL(temporary)
    return { key, bytes: bytes.length }
  },
  async read(key) {
    const bytes = await done((await photos('readonly')).get(key))
    if (!bytes) throw deviceProblem('file.lost')
    return bytes as Uint8Array
  },
  async url(key) {
    let url = shown.get(key)
    if (!url) {
      const type = key.endsWith('png') ? 'image/png' : 'image/jpeg'
      url = URL.createObjectURL(new Blob([(await files.read(key)) as BlobPart], { type }))
      shown.set(key, url)
    }
    return url
  },
  async remove(key) {
    await done((await photos('readwrite')).delete(key))
    const url = shown.get(key)
    if (url) URL.revokeObjectURL(url)
    shown.delete(key)
  },
  keys: async () => (await done((await photos('readonly')).getAllKeys())) as string[],
}

const network: Network = {
  online: () => navigator.onLine,
  onChange(listener) {
    const changed = () => listener(navigator.onLine)
    addEventListener('online', changed)
    addEventListener('offline', changed)
    return () => {
      removeEventListener('online', changed)
      removeEventListener('offline', changed)
    }
  },
}

function exclusive<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Every browser has Web Locks on https and on this machine's own addresses; elsewhere the server's journal, which
  // answers a repeated submission with the earlier answer, is what keeps a write single.
  if (!navigator.locks) return work()
  return navigator.locks.request(`sanlian:${name}`, work) as Promise<T>
}

function choose(from: 'camera' | 'album', count: number): Promise<File[]> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/jpeg,image/png'
    input.multiple = count > 1 && from === 'album'
    if (from === 'camera') input.setAttribute('capture', 'environment')
    input.onchange = () => resolve(Array.from(input.files ?? []).slice(0, count))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

async function shrink(file: File): Promise<Shot> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, SHOT.side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  let blob: Blob = file
  for (const quality of [0.8, 0.6, 0.4]) {
    blob = await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob(made => (made ? resolve(made) : reject(new Error('toBlob'))), 'image/jpeg', quality),
    )
    if (blob.size <= SHOT.bytes) break
  }
  return { temporary: URL.createObjectURL(blob), bytes: blob.size }
}

export const device: Device = {
  randomId,
  storage,
  files,
  network,
  onFront(listener) {
    const changed = () => listener(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', changed)
    return () => document.removeEventListener('visibilitychange', changed)
  },
  onForeignChange(listener) {
    const changed = (event: StorageEvent) => event.key?.startsWith(PREFIX) && listener()
    addEventListener('storage', changed)
    return () => removeEventListener('storage', changed)
  },
  exclusive,
  async shots(from, count) {
    const shots: Shot[] = []
    for (const file of await choose(from, count)) shots.push(await shrink(file))
    return shots
  },
}
