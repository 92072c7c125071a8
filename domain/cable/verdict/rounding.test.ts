import Big from 'big.js'
import fc from 'fast-check'
import { boundOf, comparable, keeps, marginOf, rounded } from './rounding'

// GB/T 8170-2008 3.2 on digits as text, written independently of the library: 四舍六入五成双.
function roundText(thousandths: number, half: 'even' | 'up'): string {
  const text = String(thousandths).padStart(4, '0')
  let kept = Number(text.slice(0, -2))
  const rest = Number(text.slice(-2))
  if (rest > 50 || (rest === 50 && (half === 'up' || kept % 2 === 1))) kept++
  const digits = String(kept).padStart(2, '0')
  return `${digits.slice(0, -1)}.${digits.slice(-1)}`
}

// Examples printed in GB/T 8170-2008 3.2, and IEC 60227-2 1.9.2 for the mean thickness.
test.each([
  ['12.1498', 1, '12.1'],
  ['10.502', 0, '11'],
  ['1.050', 1, '1.0'],
  ['0.35', 1, '0.4'],
  ['2500.5', 0, '2500'],
  ['7.414', 2, '7.41'],
  ['7.415', 2, '7.42'],
  ['7.425', 2, '7.42'],
])('GB/T 8170: %s to %i decimals is %s', (value, decimals, expected) => {
  expect(rounded(new Big(value), decimals).toFixed(decimals)).toBe(expected)
})
test.each([
  ['1.74', '1.7'],
  ['1.75', '1.8'],
  ['0.65', '0.7'],
  ['0.85', '0.9'],
])('IEC 60227-2 1.9.2: a mean thickness of %s is %s', (value, expected) => {
  expect(rounded(new Big(value), 1, true).toFixed(1)).toBe(expected)
})

test('rounding agrees with an independent implementation', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), thousandths => {
      const value = new Big(thousandths).div(1000)
      expect(rounded(value, 1).toFixed(1)).toBe(roundText(thousandths, 'even'))
      expect(rounded(value, 1, true).toFixed(1)).toBe(roundText(thousandths, 'up'))
    }),
    { numRuns: 2000 },
  )
})

test('the margin is the distance in per cent of the limit, positive when better', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (value, limit) => {
      for (const side of ['max', 'min'] as const) {
        const bound = boundOf(new Big(limit).div(1000).toFixed(3), side)
        const exact = ((value - limit) / limit) * (side === 'max' ? -100 : 100)
        const margin = marginOf(new Big(value).div(1000), bound)
        expect(Math.abs(Number(margin) - exact)).toBeLessThan(0.0501)
        expect(margin).not.toBe('-0.0')
      }
    }),
  )
})

test('full comparison does not round, rounded comparison does', () => {
  const bound = boundOf('7.41', 'max')
  const value = new Big('7.414')
  expect(keeps(comparable(value, bound, 'full'), bound)).toBe(false)
  expect(keeps(comparable(value, bound, 'rounded'), bound)).toBe(true)
})

test('“大于50mm” is not kept by 50', () => {
  const bound = boundOf('50', 'min', 'beyond')
  expect(keeps(new Big('50'), bound)).toBe(false)
  expect(keeps(new Big('51'), bound)).toBe(true)
})
