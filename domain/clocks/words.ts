import { dayAt, type Serial, yearAt } from '../calendar/serial'
import { kindOn, publishedYears } from '../calendar/working-days'
import type { Run } from './counting'
import type { Deadline } from './deadlines'

const UNIT_WORDS: Partial<Record<Deadline['unit'], string>> = {
  wd: '个工作日',
  cd: '日',
  h: '小时',
  month: '个月',
  year: '年',
}

/** `15个工作日`, `60日`, `6个月`. */
export const spokenLength = (amount: number, unit: Deadline['unit']): string =>
  `${amount}${UNIT_WORDS[unit] ?? ''}`

/** `15个工作日`, `提前6个月`, `立即`; of a fixed date the day, of a period without a number what the law says of it. */
export function spokenPeriod({ amount, unit, back, on }: Deadline): string {
  if (UNIT_WORDS[unit]) return `${back ? '提前' : ''}${spokenLength(amount, unit)}`
  if (on) return on
  return unit === 'immediate' ? '立即' : unit === 'before' ? '事前' : unit === 'none' ? '没有规定天数' : ''
}

/** `10月4日`; with its year where that is not `year`. */
export function spoken(day: Serial, year: number): string {
  const text = dayAt(day)
  const short = `${Number(text.slice(5, 7))}月${Number(text.slice(8))}日`
  return yearAt(day) === year ? short : `${yearAt(day)}年${short}`
}

/** `10月1日至7日`, `9月29日至10月6日`, one day alone as it is. */
export function spokenRun({ from, to }: Run, year: number): string {
  const first = spoken(from, year)
  if (from === to) return first
  const sameMonth = dayAt(from).slice(0, 7) === dayAt(to).slice(0, 7)
  return `${first}至${sameMonth ? `${Number(dayAt(to).slice(8))}日` : spoken(to, year)}`
}

/** The 调休上班 and 放假 days a count of working days met, e.g. `9月20日为调休上班`, `10月1日至7日放假`. */
export function metOnTheWay(first: Serial, last: Serial, out: readonly Run[], year: number): string[] {
  const makeUps: string[] = []
  const holidays: string[] = []
  let began: Serial | undefined
  let next = 0
  for (let at = first; at <= last + 1; at++) {
    while (next < out.length && (out[next] as Run).to < at) next++
    const left = next < out.length && at >= (out[next] as Run).from
    const kind = at > last || left ? undefined : kindOn(at)
    if (kind === 'make-up') makeUps.push(spoken(at, year))
    if (kind === 'holiday') began ??= at
    else if (began !== undefined) {
      holidays.push(spokenRun({ from: began, to: at - 1 }, year))
      began = undefined
    }
  }
  const all: string[] = []
  if (makeUps.length) all.push(`${makeUps.join('、')}为调休上班`)
  if (holidays.length) all.push(`${holidays.join('、')}放假`)
  return all
}

/** `2027年放假安排尚未公布，日期为暂定`; nothing for no year. */
export function provisionalWords(years: readonly number[]): string[] {
  const first = publishedYears[0] as number
  const say = (all: readonly number[], words: string) =>
    all.length
      ? [
          `${all.length > 2 ? `${all[0]}至${all[all.length - 1]}` : all.join('、')}年放假安排${words}，日期为暂定`,
        ]
      : []
  return [
    ...say(
      years.filter(year => year < first),
      '未收录',
    ),
    ...say(
      years.filter(year => year > first),
      '尚未公布',
    ),
  ]
}
