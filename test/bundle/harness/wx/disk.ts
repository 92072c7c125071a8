import { WxFail } from './fail'

/** `wx.env.USER_DATA_PATH`: the folder the mini-program may write in. */
export const USER = 'wxfile://usr'
const TEMPORARY = 'wxfile://tmp_'
const STORED = 'wxfile://store_'

/** "用户文件 + 缓存文件 最多 200 MB" */
const ROOM = 200 * 1024 * 1024

const parent = (path: string) => path.slice(0, path.lastIndexOf('/'))
const trim = (path: string) => path.replace(/\/+$/, '')

const missing = (verb: string, path: string) =>
  new WxFail(`no such file or directory, ${verb} "${path}"`, { errno: 1300002 })
const denied = (verb: string, path: string) =>
  new WxFail(`permission denied, ${verb} "${path}"`, { errno: 1300013 })

/**
 * The files of one mini-program on one phone. Temporary files die with the process, the user folder and saved files
 * outlive it. Paths are as the mini-program writes them (`wxfile://…`). Every method throws a WxFail as WeChat words it.
 */
export class PhoneFiles {
  private files = new Map<string, Uint8Array>()
  private folders = new Set([USER])
  private made = 0
  /** Bytes that fit; set it low to see a full phone. */
  room = ROOM

  /** Paths of all files, for tests. */
  get paths(): string[] {
    return [...this.files.keys()]
  }

  isFile(path: string): boolean {
    return this.files.has(path)
  }

  isFolder(path: string): boolean {
    return this.folders.has(trim(path))
  }

  read(path: string): Uint8Array {
    const bytes = this.files.get(path)
    if (!bytes) throw missing('open', path)
    return bytes
  }

  write(path: string, bytes: Uint8Array): void {
    this.mustBeOwn('open', path)
    if (!this.isFolder(parent(path))) throw missing('open', path)
    if (this.isFolder(path)) throw new WxFail(`illegal operation on a directory, open "${path}"`)
    this.put(path, bytes)
  }

  /** A file of the phone's own making, as camera and canvas give it. */
  addTemporary(bytes: Uint8Array, ending: string): string {
    this.made += 1
    const path = `${TEMPORARY}${String(this.made).padStart(8, '0')}.${ending}`
    this.files.set(path, bytes)
    return path
  }

  /** wx.saveFile without a place: the phone chooses one. The temporary file is gone afterwards. */
  save(temporary: string, place?: string): string {
    const bytes = this.read(temporary)
    if (!temporary.startsWith(TEMPORARY)) throw new WxFail('tempFilePath file not exist')
    this.made += 1
    const path = place ?? `${STORED}${this.made}${temporary.slice(temporary.lastIndexOf('.'))}`
    if (place) this.write(path, bytes)
    else this.put(path, bytes)
    this.files.delete(temporary)
    return path
  }

  copy(from: string, to: string): void {
    this.write(to, this.read(from))
  }

  rename(from: string, to: string): void {
    this.write(to, this.read(from))
    this.files.delete(from)
  }

  remove(path: string): void {
    if (this.isFolder(path)) throw new WxFail(`operation not permitted, unlink "${path}"`)
    if (!this.files.has(path)) throw missing('unlink', path)
    if (path.startsWith(TEMPORARY)) throw denied('unlink', path)
    this.files.delete(path)
  }

  makeFolder(path: string, recursive: boolean): void {
    const folder = trim(path)
    this.mustBeOwn('mkdir', folder)
    if (this.isFolder(folder) || this.isFile(folder)) {
      if (recursive && this.isFolder(folder)) return
      throw new WxFail(`file already exists ${path}`, { errno: 1301005 })
    }
    if (!this.isFolder(parent(folder))) {
      if (!recursive) throw missing('mkdir', path)
      this.makeFolder(parent(folder), true)
    }
    this.folders.add(folder)
  }

  removeFolder(path: string, recursive: boolean): void {
    const folder = trim(path)
    if (!this.isFolder(folder) || folder === USER) throw missing('rmdir', path)
    const inside = (entry: string) => entry.startsWith(`${folder}/`)
    if (!recursive && this.list(folder).length) throw new WxFail(`directory not empty, rmdir "${path}"`)
    for (const file of this.paths.filter(inside)) this.files.delete(file)
    for (const sub of [...this.folders].filter(inside)) this.folders.delete(sub)
    this.folders.delete(folder)
  }

  /** Names of what lies directly in a folder. */
  list(path: string): string[] {
    const folder = trim(path)
    if (!this.isFolder(folder)) throw missing('scandir', path)
    return [...this.files.keys(), ...this.folders]
      .filter(entry => parent(entry) === folder)
      .map(entry => entry.slice(folder.length + 1))
  }

  /** Every saved file (wx.saveFile without a place). */
  saved(): string[] {
    return this.paths.filter(path => path.startsWith(STORED))
  }

  /** What the system does when the mini-program's process ends. */
  dropTemporary(): void {
    for (const path of this.paths) if (path.startsWith(TEMPORARY)) this.files.delete(path)
  }

  private put(path: string, bytes: Uint8Array): void {
    const others = this.paths.filter(file => file !== path && !file.startsWith(TEMPORARY))
    const used = others.reduce((sum, file) => sum + this.read(file).byteLength, 0)
    if (used + bytes.byteLength > this.room)
      throw new WxFail('the maximum size of the file storage limit is exceeded', { errno: 1300202 })
    this.files.set(path, Uint8Array.from(bytes))
  }

  private mustBeOwn(verb: string, path: string): void {
    if (path !== USER && !path.startsWith(`${USER}/`)) throw denied(verb, path)
  }
}
