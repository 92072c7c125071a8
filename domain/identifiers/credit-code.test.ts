import fc from 'fast-check'
import { creditCheckDigit, organisationCheckDigit, readCreditCode } from './credit-code'

// Vectors: two computed, one public, one altered, one real code that fails its check digit.
test.each([
  ['91360702MA35XY5R2R', 'sound'],
  ['91360783MA37QW8K2Y', 'sound'],
  ['91110000101623741K', 'sound'],
  ['91110000101623741J', 'doubtful'],
  ['91350211M0000XUF46', 'doubtful'],
  ['9111000010162374', 'broken'],
  ['91110000101623741O', 'broken'],
  ['', 'broken'],
  ['😀'.repeat(9), 'broken'],
])('GB 32100-2015: %s is %s', (code, form) => expect(readCreditCode(code).form).toBe(form))

test('a doubtful code tells the digit that would fit', () => {
  expect(readCreditCode('91110000101623741J')).toMatchObject({ expected: 'K' })
})

test('a wrong character is named with its place', () => {
  expect(readCreditCode('91110000101623741O')).toMatchObject({ reason: expect.stringContaining('第18位“O”') })
})

test('spaces, full-width and small letters are read', () => {
  expect(readCreditCode(' ９１３６ 0702 ma35 xy5r 2r')).toEqual({ form: 'sound', code: '91360702MA35XY5R2R' })
})

test('one changed character never passes unnoticed', () => {
  const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  fc.assert(
    fc.property(fc.nat(16), fc.constantFrom(...characters), (place, character) => {
      const code = '91360702MA35XY5R2R'
      fc.pre(code[place] !== character)
      const changed = code.slice(0, place) + character + code.slice(place + 1)
      expect(creditCheckDigit(changed)).not.toBe('R')
    }),
  )
})

test('GB 11714: the organisation code inside has its own check digit', () => {
  expect(organisationCheckDigit('MA35XY5R')).toBe('2')
})
