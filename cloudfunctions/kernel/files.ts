import { randomBytes } from 'node:crypto'
import { hashOf } from '../../domain/digest'
import { PHOTOS_TOGETHER, type Photo, pictureKind } from '../../domain/evidence'
import { cloud } from './cloud'
import type { Caller } from './identity'
import { requireNotAhead } from './moment'
import { refuse } from './problem'

const URL_SECONDS = 7200
// WeChat takes at most fifty files in one getTempFileURL.
const AT_ONCE = 50

/**
 * Takes the pictures of a submission into keeping: fetches each from the caller's own folder, makes sure it is a
 * picture and the one the device hashed, and writes it where no client may write. A record names the kept copy: the
 * uploaded one can still be overwritten or deleted by whoever uploaded it. Up to three at a time.
 *
 * @returns kept file ids by uploaded file id
 */
export async function keepPictures(caller: Caller, photos: readonly Photo[]): Promise<Map<string, string>> {
  if (photos.length > PHOTOS_TOGETHER) {
    refuse('input.invalid', { message: `照片合计最多${PHOTOS_TOGETHER}张，请删去一些` })
  }
  const kept = new Map<string, string>()
  const waiting = [...photos]
  const worker = async () => {
    for (let photo = waiting.shift(); photo; photo = waiting.shift())
      kept.set(photo.file, await keep(caller, photo))
  }
  await Promise.all([worker(), worker(), worker()])
  return kept
}

async function keep(caller: Caller, photo: Photo): Promise<string> {
  if (!new RegExp(`^cloud://[^/]+/evidence/${caller.folder}/[0-9a-f]{32}\\.(jpg|png)$`).test(photo.file)) {
    return refuse('file.foreign')
  }
  requireNotAhead(photo.takenAt, Date.now(), 'takenAt')
  const bytes = await cloud.downloadFile({ fileID: photo.file }).then(
    answer => answer.fileContent,
    () => refuse('file.missing'),
  )
  const kind = pictureKind(bytes)
  if (!kind) return refuse('file.notPicture')
  if (bytes.length !== photo.bytes || hashOf(bytes) !== photo.sha256) return refuse('file.changed')
  // A name nobody can know before: who made a file first may write it again, and that must be the function.
  const cloudPath = `kept/${randomBytes(16).toString('hex')}.${kind}`
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: bytes })
  return fileID
}

/** The content with every uploaded picture replaced by its kept copy. */
export function withKept<Content>(content: Content, kept: Map<string, string>): Content {
  if (Array.isArray(content)) return content.map(part => withKept(part, kept)) as Content
  if (!content || typeof content !== 'object') return content
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      name === 'file' ? (kept.get(value as string) ?? value) : withKept(value, kept),
    ]),
  ) as Content
}

/** Temporary addresses under which pictures can be shown for two hours, by file id. One call for every fifty. */
export async function addressesOf(photos: readonly Photo[]): Promise<Record<string, string>> {
  const files = [...new Set(photos.map(photo => photo.file))]
  const addresses: Record<string, string> = {}
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const asked = files.slice(from, from + AT_ONCE).map(fileID => ({ fileID, maxAge: URL_SECONDS }))
    const { fileList } = await cloud.getTempFileURL({ fileList: asked })
    for (const file of fileList) if (file.tempFileURL) addresses[file.fileID] = file.tempFileURL
  }
  return addresses
}

/**
 * Keeps a file the function made, under a name nobody can guess, and opens it for two hours. Two storage calls.
 * @param folder where files of this sort lie, e.g. `print`
 * @param extension without its dot
 */
export async function shareFile(
  folder: string,
  extension: string,
  fileContent: Buffer,
): Promise<{ file: string; url: string }> {
  const cloudPath = `${folder}/${randomBytes(16).toString('hex')}.${extension}`
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent })
  const { fileList } = await cloud.getTempFileURL({ fileList: [{ fileID, maxAge: URL_SECONDS }] })
  const url = fileList[0]?.tempFileURL
  if (!url) throw new Error(`no address for ${fileID}`)
  return { file: fileID, url }
}
