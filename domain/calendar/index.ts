/** A Chinese calendar day, `YYYY-MM-DD`. */
export type Day = string

/** A moment in epoch milliseconds. */
export type Instant = number

const DAY_MS = 86_400_000
// China keeps one time, UTC+8, the year round; functions run in UTC, so the day never comes from local time.
const CHINA_MS = 8 * 3_600_000

/** The Chinese day on which an instant falls. */
export const dayOf = (instant: Instant): Day => new Date(instant + CHINA_MS).toISOString().slice(0, 10)

/** The Chinese wall clock of an instant, `HH:mm`. */
export const timeOf = (instant: Instant): string => new Date(instant + CHINA_MS).toISOString().slice(11, 16)

/** The instant at which a Chinese day begins. */
export const startOf = (day: Day): Instant => Date.parse(`${day}T00:00:00Z`) - CHINA_MS

/** The day `count` calendar days after `day` (before it, if negative). */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)

/** Calendar days from `from` to `to`; the day of `from` is not counted (程序规定 80). */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/** Whether the text is a day that exists: `2026-02-30` is not. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** `2026-07-28` → `7月28日`. */
export const spokenDay = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** `2026-07-28` → `2026年7月28日`, as on papers. */
export const writtenDay = (day: Day): string => `${day.slice(0, 4)}年${spokenDay(day)}`
