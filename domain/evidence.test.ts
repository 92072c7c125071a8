import { photosIn, pictureKind } from './evidence'

const photo = {
  file: 'cloud://a/evidence/f/n.jpg',
  sha256: 'a'.repeat(64),
  bytes: 10,
  takenAt: 1_790_000_000_000,
  album: false,
}

test('every picture in a submission is found, however deep', () => {
  expect(
    photosIn({
      answers: [{ photos: [photo, { ...photo, bytes: 11 }] }],
      signature: { picture: photo },
      remark: 'x',
    }),
  ).toHaveLength(3)
  expect(photosIn('text')).toEqual([])
})

test('a picture is known by its first bytes, not by its name', () => {
  expect(pictureKind(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpg')
  expect(pictureKind(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('png')
  expect(pictureKind(new TextEncoder().encode('<svg onload=alert(1)>'))).toBeUndefined()
  expect(pictureKind(new Uint8Array())).toBeUndefined()
})
