import type { Day } from '.'

/** A day as a number: days since 1970-01-01. Counting thousands of days needs neither text nor Date. */
export type Serial = number

const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const BEFORE_1970 = 719_162

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const monthLength = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

const serial = (year: number, month: number, date: number): Serial => {
  const y = year - 1
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  const before = (BEFORE_MONTH[month - 1] as number) + (month > 2 && isLeap(year) ? 1 : 0)
  return y * 365 + leaps + before + date - 1 - BEFORE_1970
}

/** The number of a day; undefined where the text is not a day that exists (2026-02-30, 2026-2-3, 昨天). */
export function serialOf(day: Day): Serial | undefined {
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  if (month < 1 || month > 12 || date < 1 || date > monthLength(year, month)) return undefined
  return serial(year, month, date)
}

function partsOf(of: Serial): [year: number, month: number, date: number] {
  let year = Math.floor((of + BEFORE_1970) / 365.2425) + 1
  if (serial(year, 1, 1) > of) year--
  else if (serial(year + 1, 1, 1) <= of) year++
  const inYear = of - serial(year, 1, 1)
  let month = Math.min(12, Math.floor(inYear / 29) + 1)
  while (serial(year, month, 1) > of) month--
  return [year, month, of - serial(year, month, 1) + 1]
}

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`)

/** The day of a number; years of four digits. */
export function dayAt(of: Serial): Day {
  const [year, month, date] = partsOf(of)
  return `${`000${year}`.slice(-4)}-${two(month)}-${two(date)}`
}

export const yearAt = (of: Serial): number => partsOf(of)[0]

/** Monday is 0, Sunday 6. */
export const weekdayAt = (of: Serial): number => (((of + 3) % 7) + 7) % 7

/**
 * The day of the same number `months` later (earlier, if negative), or the month's last day where it has no such day:
 * 8月31日 and six months are 2月28日 (民法典 202).
 */
export function addMonths(of: Serial, months: number): { serial: Serial; clipped: boolean } {
  const [year, month, date] = partsOf(of)
  const all = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1]
  const last = monthLength(toYear, toMonth)
  return { serial: serial(toYear, toMonth, Math.min(date, last)), clipped: date > last }
}
