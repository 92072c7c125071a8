import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { CloudError } from './errors'
import type { Durable } from './store/durable'

const ROOT = 'cloud://sanlian-local.local/'
/** Bytes of the largest file. */
export const LARGEST_FILE = 10 * 1024 * 1024
const DEFAULT_AGE = 7200

interface Fact {
  /** openid of who uploaded it; '' for a function */
  owner: string
  bytes: number
  at: number
}

/** Cloud storage: files on disk, who owns them, and addresses that expire. */
export class Files {
  private readonly secret: string
  url = ''

  constructor(
    private readonly folder: string,
    private readonly durable: Durable,
  ) {
    mkdirSync(folder, { recursive: true })
    const known = durable.facts.get('secret') as string | undefined
    this.secret = known ?? randomBytes(32).toString('hex')
    if (!known) durable.write(() => durable.facts.put('secret', this.secret))
  }

  /**
   * Keeps a file; on disk when it returns.
   * @param owner openid, '' for a function (which may overwrite anything)
   * @returns its file id
   */
  put(owner: string, path: string, bytes: Uint8Array, at: number): string {
    if (!isPath(path)) throw new CloudError('INVALID_PARAM', `not a path a file can have: ${path}`)
    if (bytes.length > LARGEST_FILE)
      throw new CloudError('INVALID_PARAM', `a file has at most ${LARGEST_FILE} bytes`)
    const known = this.fact(path)
    if (known && owner && known.owner !== owner) {
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', `the file belongs to someone else: ${path}`)
    }
    writeWhole(this.placeOf(path), bytes)
    const fact: Fact = { owner: known && !owner ? known.owner : owner, bytes: bytes.length, at }
    this.durable.write(() => this.durable.facts.put(`file:${path}`, fact))
    return ROOT + path
  }

  /** What the SDK needs to PUT a file. */
  uploadTicket(path: string) {
    if (!isPath(path)) throw new CloudError('INVALID_PARAM', `not a path a file can have: ${path}`)
    return {
      url: `${this.url}/files/${path.split('/').map(encodeURIComponent).join('/')}`,
      token: 'local',
      authorization: this.sign(`put:${path}`),
      fileId: ROOT + path,
      // Goes into a header: letters and digits only.
      cosFileId: this.sign(`cos:${path}`),
    }
  }

  mayPut(path: string, authorization: string | undefined): boolean {
    return same(this.sign(`put:${path}`), authorization ?? '')
  }

  /**
   * An address that works for some time; undefined when there is no such file.
   * @param now milliseconds
   * @param age seconds
   */
  temporaryUrl(fileId: string, now: number, age = DEFAULT_AGE): string | undefined {
    const path = pathOf(fileId)
    if (path === undefined || !this.fact(path)) return undefined
    const until = Math.floor(now / 1000) + age
    // Not encoded: the SDK encodes it itself before it asks (cloudbase-wire.md §2).
    return `${this.url}/files/${path}?sign=${this.sign(`get:${path}:${until}`)}&t=${until}`
  }

  /** The bytes behind a temporary address. */
  get(path: string, sign: string, until: number, now: number): Buffer | undefined {
    if (!same(this.sign(`get:${path}:${until}`), sign) || now / 1000 > until) return undefined
    return this.fact(path) && existsSync(this.placeOf(path)) ? readFileSync(this.placeOf(path)) : undefined
  }

  /** @returns false when there is no such file */
  remove(fileId: string): boolean {
    const path = pathOf(fileId)
    if (path === undefined || !this.fact(path)) return false
    this.durable.write(() => this.durable.facts.remove(`file:${path}`))
    rmSync(this.placeOf(path), { force: true })
    return true
  }

  private fact(path: string): Fact | undefined {
    return isPath(path) ? (this.durable.facts.get(`file:${path}`) as Fact | undefined) : undefined
  }

  private placeOf(path: string): string {
    return join(this.folder, ...path.split('/'))
  }

  private sign(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('hex')
  }
}

function pathOf(fileId: string): string | undefined {
  return typeof fileId === 'string' && fileId.startsWith(ROOT) ? fileId.slice(ROOT.length) : undefined
}

/** A relative path of plain names: no `..`, nothing a file system or a URL reads otherwise. */
export function isPath(path: string): boolean {
  if (path.length === 0 || Buffer.byteLength(path) > 800) return false
  return path
    .split('/')
    .every(
      part =>
        part !== '' &&
        !/^\.+$/.test(part) &&
        !/[\\:*?"<>|#%\p{Cc}]/u.test(part) &&
        Buffer.byteLength(part) <= 240,
    )
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function writeWhole(place: string, bytes: Uint8Array) {
  mkdirSync(dirname(place), { recursive: true })
  const draft = `${place}.${randomBytes(6).toString('hex')}.part`
  const file = openSync(draft, 'w')
  try {
    let done = 0
    while (done < bytes.length) done += writeSync(file, bytes, done)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, place)
  const folder = openSync(dirname(place), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
