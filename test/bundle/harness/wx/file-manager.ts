import { createHash } from 'node:crypto'
import type { Loose, LooseFunction } from '../device/loose'
import type { Bridge } from './bridge'
import { type PhoneFiles, USER } from './disk'
import { WxFail } from './fail'

const encodings = new Set(['utf8', 'utf-8', 'base64', 'hex', 'ascii', 'latin1', 'binary', 'ucs2', 'utf16le'])

const toBytes = (data: unknown, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  typeof data === 'string' ? Buffer.from(data, encoding) : new Uint8Array(data as ArrayBuffer)

/** wx.getFileSystemManager() over the phone's files: callback form and, for most, the Sync form. */
export function fileManager(bridge: Bridge, files: PhoneFiles): Loose {
  const { clock } = bridge.host

  function readFile({ filePath, encoding, position = 0, length }: Loose) {
    const end = length === undefined ? undefined : position + length
    const bytes = files.read(filePath).slice(position, end)
    if (encoding === undefined) return { data: bytes }
    if (!encodings.has(encoding)) throw new WxFail(`invalid encoding "${encoding}"`)
    return { data: Buffer.from(bytes).toString(encoding) }
  }

  function append({ filePath, data, encoding }: Loose) {
    const before = files.read(filePath)
    files.write(filePath, Buffer.concat([before, toBytes(data, encoding)]))
  }

  function stat({ path }: Loose) {
    const isFile = files.isFile(path)
    if (!isFile && !files.isFolder(path))
      throw new WxFail(`no such file or directory, stat "${path}"`, { errno: 1300002 })
    const seconds = Math.floor(clock.now() / 1000)
    return {
      stats: {
        mode: isFile ? 33206 : 16822,
        size: isFile ? files.read(path).byteLength : 0,
        lastAccessedTime: seconds,
        lastModifiedTime: seconds,
        isFile: () => isFile,
        isDirectory: () => !isFile,
      },
    }
  }

  function access({ path }: Loose) {
    if (!files.isFile(path) && !files.isFolder(path))
      throw new WxFail(`no such file or directory "${path}"`, { errno: 1300002 })
  }

  function getFileInfo({ filePath, digestAlgorithm = 'md5' }: Loose) {
    const bytes = files.read(filePath)
    return { size: bytes.byteLength, digest: createHash(digestAlgorithm).update(bytes).digest('hex') }
  }

  const savedList = () =>
    files.saved().map(filePath => ({ filePath, size: files.read(filePath).byteLength, createTime: 0 }))

  const verbs: Record<string, (options: Loose) => unknown> = {
    access,
    appendFile: append,
    copyFile: o => files.copy(o.srcPath, o.destPath),
    getFileInfo,
    getSavedFileList: () => ({ fileList: savedList() }),
    mkdir: o => files.makeFolder(o.dirPath, Boolean(o.recursive)),
    readFile,
    readdir: o => ({ files: files.list(o.dirPath) }),
    removeSavedFile: o => files.remove(o.filePath),
    rename: o => files.rename(o.oldPath, o.newPath),
    rmdir: o => files.removeFolder(o.dirPath, Boolean(o.recursive)),
    saveFile: o => ({ savedFilePath: files.save(o.tempFilePath, o.filePath) }),
    stat,
    unlink: o => files.remove(o.filePath),
    writeFile: o => files.write(o.filePath, toBytes(o.data, o.encoding)),
  }

  // Positional arguments of the Sync forms, and the field of the result they return.
  const syncForms: Record<string, [string[], string?]> = {
    access: [['path']],
    appendFile: [['filePath', 'data', 'encoding']],
    copyFile: [['srcPath', 'destPath']],
    mkdir: [['dirPath', 'recursive']],
    readFile: [['filePath', 'encoding', 'position', 'length'], 'data'],
    readdir: [['dirPath'], 'files'],
    rename: [['oldPath', 'newPath']],
    rmdir: [['dirPath', 'recursive']],
    saveFile: [['tempFilePath', 'filePath'], 'savedFilePath'],
    stat: [['path'], 'stats'],
    unlink: [['filePath']],
    writeFile: [['filePath', 'data', 'encoding']],
  }

  const manager: Record<string, LooseFunction> = {}
  for (const [name, verb] of Object.entries(verbs)) {
    const whole = bridge.api(name, verb)
    // Unlike the rest of wx, FileSystemManager gives no promises.
    manager[name] = options => void whole({ complete: () => {}, ...options })
  }
  for (const [name, [fields, result]] of Object.entries(syncForms)) {
    manager[`${name}Sync`] = bridge.sync(`${name}Sync`, (...args) => {
      const options = Object.fromEntries(fields.map((field, index) => [field, args[index]]))
      const answer = verbs[name](options) as Loose
      return result ? answer[result] : undefined
    })
  }
  return manager
}

export const fileEnv = { USER_DATA_PATH: USER }
