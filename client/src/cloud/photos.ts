import { hashOf } from '@domain/digest'
import type { Photo } from '@domain/evidence'
import { device } from './device'

/** Takes over a temporary picture: kept on the device, hashed, ready to stand in a content. */
export async function keepPhoto(
  temporary: string,
  { kind = 'jpg', album = false }: { kind?: 'jpg' | 'png'; album?: boolean } = {},
): Promise<Photo> {
  const takenAt = Date.now()
  const { key, bytes } = await device.files.keep(temporary, kind)
  return { file: `local:${key}`, sha256: hashOf(await device.files.read(key)), bytes, takenAt, album }
}

/** Opens the camera or the album; an empty list when the person turns back. */
export async function takePhotos(from: 'camera' | 'album', count: number): Promise<Photo[]> {
  const photos: Photo[] = []
  for (const shot of await device.shots(from, count))
    photos.push(await keepPhoto(shot.temporary, { album: from === 'album' }))
  return photos
}

/** Something `<Image src>` can show for a picture that is still on the device; '' for one in the cloud. */
export async function photoUrl(photo: Photo): Promise<string> {
  if (!photo.file.startsWith('local:')) return process.env.TARO_ENV === 'weapp' ? photo.file : ''
  return device.files.url(photo.file.slice('local:'.length)).catch(() => '')
}

/** Deletes a picture the person took out of a form again. */
export async function dropPhoto(photo: Photo): Promise<void> {
  if (photo.file.startsWith('local:')) await device.files.remove(photo.file.slice('local:'.length))
}
