import fc from 'fast-check'
import { grams, gramsToStore, inGroups, shortened, tidy, tidyCode, tidyLines, tidyPhone } from './text'

test('full-width digits and letters are read, not refused', () => {
  expect(tidy('　信丰　ＢＶ２．５ ')).toBe('信丰 BV2．5')
  expect(tidyCode('９１３６０７０２ ｍａ３５ｘｙ５ｒ２ｒ')).toBe('91360702MA35XY5R2R')
  expect(tidyPhone('+86 138 0000 1234')).toBe('+8613800001234'.replace('+86', ''))
  expect(tidyPhone('０７９７－８３８８２１６')).toBe('0797-8388216')
})

test('what hides in a text goes: control characters, zero widths, marks that turn the writing', () => {
  expect(tidy('甲\u0000\u200b乙\u202e丙')).toBe('甲乙丙')
  expect(tidyLines('甲 \r\n\r\n\r\n\r\n 乙')).toBe('甲\n\n乙')
})

test('a number that only begins with 86 is kept', () => expect(tidyPhone('8612345')).toBe('8612345'))

test('tidying twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(tidy(tidy(text))).toBe(tidy(text))
      expect(tidyLines(tidyLines(text))).toBe(tidyLines(text))
      expect(tidyCode(tidyCode(text))).toBe(tidyCode(text))
    }),
  )
})

test('any part of a stored name finds it', () => {
  const name = '信丰青禾电线电缆有限公司'
  fc.assert(
    fc.property(fc.nat(name.length - 1), fc.integer({ min: 1, max: name.length }), (from, length) => {
      const stored = new Set(gramsToStore(name))
      expect(grams(name.slice(from, from + length)).every(gram => stored.has(gram))).toBe(true)
    }),
  )
})

test('codes are shown in groups of four', () =>
  expect(inGroups('91360702MA35XY5R2R')).toBe('9136 0702 MA35 XY5R 2R'))

test('a text too long for its place ends in an ellipsis, on one line, no letter cut in half', () => {
  expect(shortened('去年抽查\n不合格', 9)).toBe('去年抽查 不合格')
  expect(shortened('去年抽查不合格', 5)).toBe('去年抽查…')
  expect([...shortened('𠮷'.repeat(61), 60)]).toHaveLength(60)
  expect(shortened('𠮷𠮷𠮷', 2)).toBe('𠮷…')
})
