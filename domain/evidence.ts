import { instant } from './fields'
import * as z from './zod'

/** Bytes a picture may have; the device shrinks to well below (1600 px, about 300 KB). */
export const PHOTO_BYTES = 1_500_000

/** Bytes a scan of a stamped or signed paper may have. Source: own proposal. */
export const SCAN_BYTES = 10_000_000

/** Pages one scan may have. Source: own proposal. */
export const SCAN_PAGES = 9

/** Pictures one answer, item or document may carry. */
export const PHOTOS = 9

/** Pictures one submission may carry in all: each is fetched and looked at within the function's 20 seconds. */
export const PHOTOS_TOGETHER = 40

/**
 * A picture as evidence (照片证据). On the device `file` is `local:<key>`; the outbox uploads it and puts the
 * cloud file id in its place. The server fetches the file and compares `sha256` before a record may name it.
 */
export const photo = pictureOf(PHOTO_BYTES, '照片太大，请重新拍摄')

export type Photo = z.infer<typeof photo>

/** One page of a scanned paper (扫描件): a picture like any other, that may be larger. */
export const scan = pictureOf(SCAN_BYTES, '扫描件每张不能超过10MB，请压缩后再传，或者直接拍照')

/** A paper as scanned or photographed, at least one page. */
export const scans = (missing: string) =>
  z.array(scan, missing).check(z.minLength(1, missing), z.maxLength(SCAN_PAGES, `扫描件最多${SCAN_PAGES}张`))

function pictureOf(most: number, tooLarge: string) {
  return z.strictObject({
    file: z
      .string('照片缺少文件')
      .check(z.regex(/^(cloud:\/\/|local:)[\x21-\x7e]{1,300}$/, '照片文件不对，请重新拍摄')),
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/, '照片校验值不对，请重新拍摄')),
    bytes: z.int().check(z.gte(1, '照片是空的，请重新拍摄'), z.lte(most, tooLarge)),
    takenAt: instant('拍摄时间'),
    /** From the album rather than the camera: shown as 相册导入 (domain/16, on site). */
    album: z.boolean(),
  })
}

export const photos = (max = PHOTOS) => z.array(photo, '照片不对').check(z.maxLength(max, `照片最多${max}张`))

/** The folder below `evidence/` in which a person's device uploads; derived from his openid, which it does not tell. */
export const evidencePath = (folder: string, name: string): string => `evidence/${folder}/${name}`

/** Every picture named anywhere in a submission's content. */
export function photosIn(content: unknown): Photo[] {
  if (Array.isArray(content)) return content.flatMap(photosIn)
  if (!content || typeof content !== 'object') return []
  const parsed = scan.safeParse(content)
  return parsed.success ? [parsed.data] : Object.values(content).flatMap(photosIn)
}

/** What a file really is, by its first bytes; undefined when it is no picture we take. */
export function pictureKind(bytes: Uint8Array): 'jpg' | 'png' | undefined {
  const begins = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)
  if (begins(0xff, 0xd8, 0xff)) return 'jpg'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  return undefined
}
