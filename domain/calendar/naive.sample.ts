import { addDays, type Day } from '.'
import notices from './state-council-notices.sample.json'

// A second opinion for tests: the notices as printed, days counted one by one, nothing shared with what is tested.
const off = new Set<Day>()
const work = new Set<Day>()
const statutory = new Set<Day>()
for (const year of Object.values(notices.years)) {
  for (const span of year.off) {
    const [from, to] = span.split('/') as [Day, Day]
    for (let day = from; day <= to; day = addDays(day, 1)) off.add(day)
  }
  for (const day of year.work) work.add(day)
  for (const day of year.statutory) statutory.add(day)
}

export const naiveYears = Object.keys(notices.years).map(Number)

export const naiveStatutory = (day: Day): boolean => statutory.has(day)
export const naiveOff = (day: Day): boolean => off.has(day)
export const naiveMakeUp = (day: Day): boolean => work.has(day)
export const naiveWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

export const naiveWorkday = (day: Day): boolean => work.has(day) || (!naiveWeekend(day) && !off.has(day))

/** The next working days after the day at `from` of consecutive `days`, at most `most`, counted one by one. */
export function naiveWorkdaysAfter(days: readonly Day[], from: number, most: number): Day[] {
  const found: Day[] = []
  for (let at = from + 1; at < days.length && found.length < most; at++)
    if (naiveWorkday(days[at] as Day)) found.push(days[at] as Day)
  return found
}
