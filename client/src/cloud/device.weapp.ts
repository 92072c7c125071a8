import Taro from '@tarojs/taro'
import { type Device, type Files, type Network, SHOT, type Shot, type Store } from './device.types'
import { hex } from './hex'
import { deviceProblem } from './problem'

// Base library 2.15; Taro knows only the later UserCryptoManager.
declare const wx: {
  getRandomValues?(options: {
    length: number
    success(result: { randomValues: ArrayBuffer }): void
    fail(error: unknown): void
  }): void
}

const randomId = () =>
  new Promise<string>((resolve, reject) => {
    // An old WeChat has no random source of the system's; an id need be unique, not secret.
    const byChance = () => Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256))
    if (!wx.getRandomValues) return resolve(hex(byChance()))
    wx.getRandomValues({
      length: 16,
      success: result => resolve(hex(new Uint8Array(result.randomValues))),
      fail: reject,
    })
  })

const storage: Store = {
  get<T>(key: string) {
    const value = Taro.getStorageSync(key)
    return value === '' ? undefined : (value as T)
  },
  set(key, value) {
    try {
      Taro.setStorageSync(key, value)
    } catch {
      throw deviceProblem('storage.full')
    }
  },
  remove: key => Taro.removeStorageSync(key),
  keys: prefix => Taro.getStorageInfoSync().keys.filter(key => key.startsWith(prefix)),
}

const folder = () => `${Taro.env.USER_DATA_PATH}/photos`

const lost = () => {
  throw deviceProblem('file.lost')
}

// Wraps the callback form: Taro's FileSystemManager has no promises.
const fs = <T>(run: (ends: { success(result: T): void; fail(error: unknown): void }) => void) =>
  new Promise<T>((success, fail) => run({ success, fail }))

const files: Files = {
  async keep(temporary, kind) {
    const manager = Taro.getFileSystemManager()
    await fs(ends => manager.mkdir({ dirPath: folder(), recursive: true, ...ends })).catch(() => {}) // is there already
    const key = `${await randomId()}.${kind}`
    await fs(ends => manager.copyFile({ srcPath: temporary, destPath: `${folder()}/${key}`, ...ends })).catch(
      () => {
        throw deviceProblem('storage.full')
      },
    )
    return { key, bytes: (await files.read(key)).length }
  },
  async read(key) {
    const result = await fs<{ data: string | ArrayBuffer }>(ends =>
      Taro.getFileSystemManager().readFile({ filePath: `${folder()}/${key}`, ...ends }),
    ).catch(lost)
    return new Uint8Array(result.data as ArrayBuffer)
  },
  url: async key => `${folder()}/${key}`,
  async remove(key) {
    await fs(ends => Taro.getFileSystemManager().unlink({ filePath: `${folder()}/${key}`, ...ends })).catch(
      () => {},
    ) // is gone already
  },
  async keys() {
    const result = await fs<{ files: string[] }>(ends =>
      Taro.getFileSystemManager().readdir({ dirPath: folder(), ...ends }),
    ).catch(() => ({ files: [] }))
    return result.files
  },
}

let reachable = true
const listeners = new Set<(online: boolean) => void>()
const learn = (online: boolean) => {
  if (online === reachable) return
  reachable = online
  for (const listener of listeners) listener(online)
}
Taro.onNetworkStatusChange?.(state => learn(state.isConnected))
Taro.getNetworkType?.({ success: state => learn(state.networkType !== 'none') })

const network: Network = {
  online: () => reachable,
  onChange(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

// One app, one realm: a chain of promises is lock enough.
const chains = new Map<string, Promise<unknown>>()
function exclusive<T>(name: string, work: () => Promise<T>): Promise<T> {
  const turn = (chains.get(name) ?? Promise.resolve()).then(work, work)
  chains.set(name, turn)
  return turn
}

async function shots(from: 'camera' | 'album', count: number): Promise<Shot[]> {
  const chosen = await Taro.chooseMedia({
    count,
    mediaType: ['image'],
    sourceType: [from],
    sizeType: ['compressed'],
    camera: 'back',
  }).catch((error: { errMsg?: string }) => {
    if (/cancel/.test(error.errMsg ?? '')) return { tempFiles: [] }
    throw error
  })
  const taken: Shot[] = []
  for (const file of chosen.tempFiles) taken.push(await shrink(file.tempFilePath, file.size))
  return taken
}

/** WeChat's own compression knows no target size, so quality goes down until the picture fits. */
async function shrink(source: string, size: number): Promise<Shot> {
  const { width, height } = await Taro.getImageInfo({ src: source })
  const scale = Math.min(1, SHOT.side / Math.max(width, height))
  if (scale === 1 && size <= SHOT.bytes) return { temporary: source, bytes: size }
  let shot: Shot = { temporary: source, bytes: size }
  for (const quality of [80, 60, 40]) {
    const { tempFilePath } = await Taro.compressImage({
      src: source,
      quality,
      compressedWidth: Math.round(width * scale),
      compressedHeight: Math.round(height * scale),
    })
    const info = await fs<{ size: number }>(ends =>
      Taro.getFileSystemManager().getFileInfo({ filePath: tempFilePath, ...ends }),
    )
    shot = { temporary: tempFilePath, bytes: info.size }
    if (shot.bytes <= SHOT.bytes) break
  }
  return shot
}

export const device: Device = {
  randomId,
  storage,
  files,
  network,
  onFront(listener) {
    const shown = () => listener(true)
    const hidden = () => listener(false)
    Taro.onAppShow(shown)
    Taro.onAppHide(hidden)
    return () => {
      Taro.offAppShow(shown)
      Taro.offAppHide(hidden)
    }
  },
  onForeignChange: () => () => {},
  exclusive,
  shots,
}
