import fc from 'fast-check'
import { addDays, dayOf, daysBetween, isDay, spokenDay, startOf, timeOf, writtenDay } from '.'

describe('the Chinese day', () => {
  test('begins at 16:00 UTC of the day before', () => {
    expect(dayOf(Date.parse('2026-07-27T15:59:59.999Z'))).toBe('2026-07-27')
    expect(dayOf(Date.parse('2026-07-27T16:00:00Z'))).toBe('2026-07-28')
    expect(timeOf(Date.parse('2026-07-27T16:05:00Z'))).toBe('00:05')
  })

  test('does not depend on the zone of the machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), instant => {
        const day = dayOf(instant)
        expect(startOf(day)).toBeLessThanOrEqual(instant)
        expect(startOf(addDays(day, 1))).toBeGreaterThan(instant)
      }),
    )
  })
})

test('程序规定 80: the day of the event is not counted', () => {
  expect(daysBetween('2026-07-17', '2026-07-28')).toBe(11)
  expect(daysBetween('2026-07-28', '2026-07-28')).toBe(0)
})

test('adding days and counting them undo each other, over leap years and centuries', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.integer({ min: -4000, max: 4000 }),
      (instant, count) => {
        const day = dayOf(instant)
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      },
    ),
  )
})

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-7-1', false],
  ['', false],
  ['昨天', false],
])('%s is a day that exists: %s', (text, expected) => expect(isDay(text)).toBe(expected))

test('days are said and written as people do', () => {
  expect(spokenDay('2026-07-08')).toBe('7月8日')
  expect(writtenDay('2026-12-31')).toBe('2026年12月31日')
})
