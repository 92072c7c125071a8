import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { canonical, digestOf, hashOf, textHash } from './digest'

test('SHA-256 as the rest of the world computes it, of texts in any script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text =>
      expect(textHash(text)).toBe(createHash('sha256').update(text).digest('hex')),
    ),
  )
  fc.assert(
    fc.property(fc.uint8Array(), bytes =>
      expect(hashOf(bytes)).toBe(createHash('sha256').update(bytes).digest('hex')),
    ),
  )
})

test('the order of members and members left undefined do not change a digest', () => {
  expect(digestOf('a.b', { x: 1, y: { p: [1, 2], q: undefined } })).toBe(
    digestOf('a.b', { y: { p: [1, 2] }, x: 1 }),
  )
})

test('another path, another value or another order in a list does', () => {
  const digests = [
    digestOf('a.b', { x: [1, 2] }),
    digestOf('a.c', { x: [1, 2] }),
    digestOf('a.b', { x: [2, 1] }),
    digestOf('a.b', { x: ['1', 2] }),
  ]
  expect(new Set(digests).size).toBe(4)
})

test('canonical text is JSON and says the same as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value =>
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value))),
    ),
  )
})

test('a lone surrogate has a digest too: that of the replacement character', () => {
  expect(textHash('a\ud800b')).toBe(textHash('a\ufffdb'))
})
