import daysOff from '../data/days-off.json'
import statutoryHolidays from '../data/statutory-holidays.json'
import type { Day } from '.'
import { dayAt, type Serial, serialOf, weekdayAt, yearAt } from './serial'

/**
 * 调休上班 is 'make-up'; 放假, weekday or weekend, is 'holiday'. In a year whose schedule is not known to the library
 * only the statutory days are.
 */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'make-up'

// Made of the calendar library's year files (scripts/lib/days-off.ts), a twentieth of their size; a test compares.
const schedules: Record<number, { off: string; work: string }> = daysOff

/** Years whose 放假安排 the calendar library really holds. */
export const publishedYears: readonly number[] = Object.keys(schedules).map(Number)

/** What the clocks answer for; no rule here is older, no officer plans further. */
export const FIRST_DAY: Day = '2015-01-01'
export const LAST_DAY: Day = '2050-12-31'

const KINDS: readonly DayKind[] = ['workday', 'weekend', 'holiday', 'make-up']
const [WEEKEND, HOLIDAY, MAKE_UP, STATUTORY] = [1, 2, 3, 4]
const FIRST = serialOf(FIRST_DAY) as Serial
const LAST = serialOf(LAST_DAY) as Serial

// One small number per day of the range: the kind, plus 4 where the day is strictly statutory.
const codes = new Uint8Array(LAST - FIRST + 1)
const names: Record<Serial, string> = {}
fill()

function fill(): void {
  for (let i = 0; i < codes.length; i++) codes[i] = weekdayAt(FIRST + i) > 4 ? WEEKEND : 0
  const mark = (day: Day, code: number, name: string) => {
    const at = serialOf(day) as Serial
    codes[at - FIRST] = code
    names[at] = name
  }
  // 补假 of a statutory day on a weekend is for the yearly notice to place; the statutory day itself is off by law.
  eachStatutory((day, name) => mark(day, HOLIDAY | STATUTORY, name))
  for (const year of publishedYears) {
    const { off, work } = schedules[year] as { off: string; work: string }
    eachDay(year, off, (day, name) => {
      const at = (serialOf(day) as Serial) - FIRST
      mark(day, HOLIDAY | ((codes[at] as number) & STATUTORY), name)
    })
    eachDay(year, work, (day, name) => mark(day, MAKE_UP, name))
  }
}

/** Every day of `春节0215-0223 清明0404-0406`. */
function eachDay(year: number, runs: string, found: (day: Day, name: string) => void): void {
  for (const run of runs.split(' ')) {
    const [, name, from, to] = /^(\D+)(\d{4})(?:-(\d{4}))?$/.exec(run) as RegExpExecArray
    const at = (monthDay: string): Serial =>
      serialOf(`${year}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`) as Serial
    for (let day = at(from as string); day <= at(to ?? (from as string)); day++)
      found(dayAt(day), name as string)
  }
}

/** 法定节假日 strictly, 《全国年节及纪念日放假办法》; 除夕 and 5月2日 only since the revision in force from 2025-01-01. */
function eachStatutory(found: (day: Day, name: string) => void): void {
  const fixed: Record<string, string> = statutoryHolidays.fixed
  const since2025: Record<string, string> = statutoryHolidays.since2025
  const moving: Record<string, string> = statutoryHolidays.moving
  const movingNames = statutoryHolidays.names
  for (const year of Object.keys(moving)) {
    const on = (monthDay: string): Day => `${year}-${monthDay.slice(0, 2)}-${monthDay.slice(2)}`
    const revised = Number(year) >= 2025
    for (const table of revised ? [fixed, since2025] : [fixed])
      for (const name of Object.keys(table))
        for (const monthDay of (table[name] as string).split(' ')) found(on(monthDay), name)
    ;(moving[year] as string).split(' ').forEach((monthDay, i) => {
      const name = movingNames[i] as string
      found(on(monthDay), name)
      if (i > 0) return
      const newYear = serialOf(on(monthDay)) as Serial
      for (const shift of revised ? [-1, 1, 2] : [1, 2]) found(dayAt(newYear + shift), name)
    })
  }
}

const codeAt = (at: Serial): number =>
  at >= FIRST && at <= LAST ? (codes[at - FIRST] as number) : weekdayAt(at) > 4 ? WEEKEND : 0

const works = (code: number) => code === 0 || code === MAKE_UP

/** The same questions by number, for counting; days outside 2015–2050 are Monday to Friday only. */
export const worksOn = (at: Serial): boolean => works(codeAt(at))
export const statutoryOn = (at: Serial): boolean => (codeAt(at) & STATUTORY) > 0
export const kindOn = (at: Serial): DayKind => KINDS[codeAt(at) & 3] as DayKind

/** Whether the 放假安排 of the year is known; otherwise an answer that rests on it is 暂定. */
export const isPublished = (year: number): boolean => publishedYears.indexOf(year) >= 0

/**
 * What a day is, and the name of its festival. `statutory`: 法定节假日 strictly, not a shifted day off. `provisional`: the
 * year's schedule is not known, so the kind is a guess by weekday and statute. The day must exist (`isDay`): of another
 * text nothing can be said, it reads as a provisional workday.
 */
export function kindOf(day: Day): { kind: DayKind; name?: string; statutory: boolean; provisional: boolean } {
  const at = serialOf(day)
  if (at === undefined) return { kind: 'workday', statutory: false, provisional: true }
  const name = names[at]
  return {
    kind: kindOn(at),
    ...(name ? { name } : {}),
    statutory: statutoryOn(at),
    provisional: !isPublished(yearAt(at)),
  }
}

/** Whether people work on the day: Monday to Friday without 放假, and 调休上班. */
export const isWorkday = (day: Day): boolean => {
  const at = serialOf(day)
  return at !== undefined && worksOn(at)
}

/**
 * The `count`th working day after `day`, which is not counted itself (before it, if negative); `day` itself for 0.
 * `provisional` where a day on the way lies in a year whose schedule is not known. The day must exist and the count be
 * a number up to 100 000 either way: otherwise nothing is counted, and the answer is the day itself, provisional.
 */
export function addWorkdays(day: Day, count: number): { day: Day; provisional: boolean } {
  const from = serialOf(day)
  if (from === undefined || !(Math.abs(count) <= 100_000)) return { day, provisional: true }
  const step = count < 0 ? -1 : 1
  let at = from
  for (let left = Math.abs(Math.trunc(count)); left > 0; ) {
    at += step
    if (worksOn(at)) left--
  }
  return { day: dayAt(at), provisional: at !== from && unpublishedBetween(from + step, at).length > 0 }
}

/** The years from one day to another, either way, whose schedule is not known. */
export function unpublishedBetween(one: Serial, other: Serial): number[] {
  const found: number[] = []
  const last = yearAt(Math.max(one, other))
  for (let year = yearAt(Math.min(one, other)); year <= last; year++) if (!isPublished(year)) found.push(year)
  return found
}
