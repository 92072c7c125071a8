import fc from 'fast-check'
import { isDay } from '.'
import { addMonths, dayAt, serialOf, weekdayAt, yearAt } from './serial'

test('a day and its number belong together, over leap years and centuries', () => {
  for (let at = serialOf('1899-12-25') as number; at <= (serialOf('2105-01-05') as number); at++) {
    const date = new Date(at * 86_400_000)
    const day = date.toISOString().slice(0, 10)
    const read = `${dayAt(at)} ${serialOf(day)} ${weekdayAt(at)} ${yearAt(at)}`
    const expected = `${day} ${at} ${(date.getUTCDay() + 6) % 7} ${date.getUTCFullYear()}`
    if (read !== expected) throw new Error(`${read}, expected ${expected}`)
  }
})

test.each([
  '2026-02-29',
  '2026-04-31',
  '2026-00-10',
  '2026-13-01',
  '2026-01-00',
  '2026-1-1',
  ' 2026-01-01',
  '２０２６-01-01',
  '😀',
  '',
  '9'.repeat(10_000),
])('“%.20s” has no number', text => expect(serialOf(text)).toBeUndefined())

test('a text has a number exactly when it is a day', () => {
  const part = (max: number) => fc.integer({ min: 0, max }).map(n => `${n}`.padStart(2, '0'))
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), part(14), part(33), (year, month, date) => {
      const text = `${year}-${month}-${date}`
      expect(serialOf(text) !== undefined).toBe(isDay(text))
    }),
  )
})

// 民法典 202: the day of the same number; where there is none the month's last.
test.each([
  ['2026-01-15', 6, '2026-07-15', false],
  ['2026-08-31', 6, '2027-02-28', true],
  ['2023-08-31', 6, '2024-02-29', true],
  ['2024-02-29', 12, '2025-02-28', true],
  ['2024-02-29', 48, '2028-02-29', false],
  ['2026-08-31', -6, '2026-02-28', true],
  ['2026-03-31', -1, '2026-02-28', true],
  ['2026-01-31', -1, '2025-12-31', false],
  ['2026-12-31', 2, '2027-02-28', true],
])('民法典 202: %s and %i months is %s', (day, months, expected, clipped) => {
  const moved = addMonths(serialOf(day) as number, months)
  expect([dayAt(moved.serial), moved.clipped]).toEqual([expected, clipped])
})
