import { createHash } from 'node:crypto'
import { Clock } from '../device/clock'
import type { Loose } from '../device/loose'
import { createRealm } from '../device/realm'
import { Work } from '../device/work'
import { Bridge } from './bridge'
import { PhoneFiles, USER } from './disk'
import { fileManager } from './file-manager'

function phoneFiles() {
  const clock = new Clock(0)
  const run = (work: () => void) => work()
  const work = new Work(clock)
  const host: Loose = { clock, run, work, alive: true, realm: createRealm(clock, run, () => {}) }
  const files = new PhoneFiles()
  const manager = fileManager(new Bridge(host), files)
  const call = async (name: string, options: object) => {
    const ended = new Promise<Loose>((success, fail) => manager[name]({ ...options, success, fail }))
    ended.catch(() => {})
    await work.settle(10, 1000)
    return ended
  }
  return { files, manager, call }
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text))

describe('getFileSystemManager', () => {
  test('reads bytes, and text when told how', () => {
    const { files, manager } = phoneFiles()
    files.write(`${USER}/a`, bytes('电缆'))
    expect(Buffer.from(manager.readFileSync(`${USER}/a`)).toString()).toBe('电缆')
    expect(manager.readFileSync(`${USER}/a`, 'utf8')).toBe('电缆')
    expect(manager.readFileSync(`${USER}/a`, 'base64')).toBe(Buffer.from('电缆').toString('base64'))
  })

  test('makes, fills, lists and empties a folder', async () => {
    const { manager, call } = phoneFiles()
    await call('mkdir', { dirPath: `${USER}/photos`, recursive: true })
    await call('writeFile', { filePath: `${USER}/photos/a`, data: 'x', encoding: 'utf8' })
    await call('copyFile', { srcPath: `${USER}/photos/a`, destPath: `${USER}/photos/b` })
    expect(await call('readdir', { dirPath: `${USER}/photos/` })).toMatchObject({
      files: ['a', 'b'],
      errMsg: 'readdir:ok',
    })
    await call('unlink', { filePath: `${USER}/photos/a` })
    expect(manager.readdirSync(`${USER}/photos`)).toEqual(['b'])
    expect(manager.statSync(`${USER}/photos`).isDirectory()).toBe(true)
  })

  test('gives size and digest', async () => {
    const { files, call } = phoneFiles()
    files.write(`${USER}/a`, bytes('abc'))
    const sha1 = createHash('sha1').update('abc').digest('hex')
    const asked = { filePath: `${USER}/a`, digestAlgorithm: 'sha1' }
    expect(await call('getFileInfo', asked)).toMatchObject({ size: 3, digest: sha1 })
  })

  test('moves a temporary file where it survives', () => {
    const { files, manager } = phoneFiles()
    const path = files.addTemporary(bytes('abc'), 'jpg')
    expect(manager.saveFileSync(path, `${USER}/kept.jpg`)).toBe(`${USER}/kept.jpg`)
    expect(() => manager.accessSync(path)).toThrow('no such file')
    files.dropTemporary()
    expect(files.paths).toEqual([`${USER}/kept.jpg`])
  })

  test('refuses as WeChat does: missing files, foreign places, existing folders, a full phone', async () => {
    const { files, manager, call } = phoneFiles()
    await expect(call('readFile', { filePath: `${USER}/none` })).rejects.toMatchObject({
      errMsg: expect.stringContaining('readFile:fail no such file'),
    })
    await expect(call('writeFile', { filePath: '/etc/passwd', data: '' })).rejects.toMatchObject({
      errMsg: expect.stringContaining('permission denied'),
    })
    expect(() => manager.writeFileSync(`${USER}/no/folder`, '')).toThrow('no such file')
    manager.mkdirSync(`${USER}/a`, false)
    expect(() => manager.mkdirSync(`${USER}/a`, false)).toThrow('file already exists')
    files.room = 10
    expect(() => manager.writeFileSync(`${USER}/big`, 'x'.repeat(11))).toThrow('storage limit')
    expect(files.isFile(`${USER}/big`)).toBe(false)
  })
})
