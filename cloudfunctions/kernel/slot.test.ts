import fc from 'fast-check'
import { dayOf } from '../../domain/calendar'
import { closedSlot, instantOf, lastSlotOf, monthAfter, monthOf, slotBefore, slotOf } from './slot'

const instant = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2080-01-01') })

test('a slot is a minute of Chinese time, and orders as time does', () => {
  expect(slotOf(Date.parse('2026-07-31T16:00:59Z'))).toBe('2026-08-01T00:00')
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      expect(slotOf(instantOf(slotOf(a)))).toBe(slotOf(a))
      expect(slotOf(a).slice(0, 10)).toBe(dayOf(a))
      if (a <= b) expect(slotOf(a) <= slotOf(b)).toBe(true)
    }),
  )
})

test('months meet without gap or overlap, over the year’s end too', () => {
  expect(monthAfter('2026-12')).toBe('2027-01')
  expect(lastSlotOf('2026-02')).toBe('2026-02-28T23:59')
  fc.assert(
    fc.property(instant, at => {
      const month = monthOf(slotOf(at))
      expect(instantOf(lastSlotOf(month)) + 60_000).toBe(instantOf(slotBefore(monthAfter(month))) + 60_000)
      expect(slotBefore(month) < slotOf(at) && slotOf(at) <= lastSlotOf(month)).toBe(true)
    }),
  )
})

test('a closed slot has been over for five minutes at least', () => {
  fc.assert(
    fc.property(instant, now =>
      expect(now - (instantOf(closedSlot(now)) + 60_000)).toBeGreaterThanOrEqual(5 * 60_000),
    ),
  )
})
