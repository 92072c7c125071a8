import { daysBetween } from './calendar'
import { isWorkday } from './calendar/working-days'
import { deadlineChoices, deadlineIn, usualDeadline } from './notice-deadline'

test('fifteen days after 2026-09-16 is National Day: the deadline is the first working day after the holidays', () => {
  expect(usualDeadline('2026-09-16')).toBe('2026-10-08')
})

test('a make-up Saturday is a working day: 2026-09-30 and ten days is 10 October', () => {
  expect(deadlineIn('2026-09-30', 10)).toBe('2026-10-10')
})

test('a choice never ends before its days have passed, nor on a day off', () => {
  for (const days of deadlineChoices)
    for (const today of [
      '2026-01-20',
      '2026-02-10',
      '2026-04-28',
      '2026-07-01',
      '2026-09-29',
      '2026-12-20',
    ]) {
      const deadline = deadlineIn(today, days)
      expect(daysBetween(today, deadline)).toBeGreaterThanOrEqual(days)
      expect(daysBetween(today, deadline)).toBeLessThan(days + 10)
      expect(isWorkday(deadline)).toBe(true)
    }
})
