import { hashOf } from '../../domain/digest'
import { type Photo, pictureKind } from '../../domain/evidence'
import { cloud } from './cloud'
import type { Caller } from './identity'
import { refuse } from './problem'

const URL_SECONDS = 7200

/**
 * Fetches every picture and makes sure it is the caller's own, a picture, and the one the device hashed. A stranger's
 * file id is of no use: it does not lie in the caller's folder. Up to three at a time.
 */
export async function verifyPictures(caller: Caller, photos: readonly Photo[]): Promise<void> {
  const waiting = [...photos]
  const worker = async () => {
    for (let photo = waiting.shift(); photo; photo = waiting.shift()) await verify(caller, photo)
  }
  await Promise.all([worker(), worker(), worker()])
}

async function verify(caller: Caller, photo: Photo): Promise<void> {
  if (!new RegExp(`^cloud://[^/]+/evidence/${caller.folder}/[0-9a-f]{32}\\.(jpg|png)$`).test(photo.file)) {
    refuse('file.foreign')
  }
  const bytes = await cloud.downloadFile({ fileID: photo.file }).then(
    answer => answer.fileContent,
    () => refuse('file.missing'),
  )
  if (!pictureKind(bytes)) refuse('file.notPicture')
  if (bytes.length !== photo.bytes || hashOf(bytes) !== photo.sha256) refuse('file.changed')
}

/** Temporary addresses under which pictures can be shown for two hours, by file id. One call, none for no pictures. */
export async function addressesOf(photos: readonly Photo[]): Promise<Record<string, string>> {
  const files = [...new Set(photos.map(photo => photo.file))]
  if (files.length === 0) return {}
  const { fileList } = await cloud.getTempFileURL({
    fileList: files.map(fileID => ({ fileID, maxAge: URL_SECONDS })),
  })
  return Object.fromEntries(
    fileList.filter(file => file.tempFileURL).map(file => [file.fileID, file.tempFileURL]),
  )
}
