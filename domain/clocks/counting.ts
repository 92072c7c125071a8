import { addMonths, type Serial } from '../calendar/serial'
import { statutoryOn, worksOn } from '../calendar/working-days'
import type { Deadline, Rollover } from './deadlines'

/** Days from `from` to `to`, both included, left out of a count. */
export type Run = { from: Serial; to: Serial }

/** Runs in order, overlapping and touching ones as one: a day is left out once. */
export function merged(runs: readonly Run[]): Run[] {
  const sorted = runs.slice().sort((a, b) => a.from - b.from)
  const all: Run[] = []
  for (const { from, to } of sorted) {
    const last = all[all.length - 1]
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to)
    else all.push({ from, to })
  }
  return all
}

/**
 * The last day of `amount` working or calendar days after `event`, whose own day is not counted (CR-1); before it, where
 * `back`. Days in `out` are passed over. Undefined when the count leaves `limit`.
 */
export function count(
  event: Serial,
  amount: number,
  unit: 'wd' | 'cd',
  out: readonly Run[],
  back: boolean,
  limit: Run,
): Serial | undefined {
  const step = back ? -1 : 1
  let at = event
  let next = 0
  for (let left = amount; left > 0; ) {
    at += step
    if (at < limit.from || at > limit.to) return undefined
    while (next < out.length && (out[next] as Run).to < at) next++
    const run = out[next]
    if (run && at >= run.from) at = run.to
    else if (unit === 'cd' || worksOn(at)) left--
  }
  return at
}

/** The end of the period before any roll-over; `clipped` where the month has no day of that number (CR-8). */
export function rawEnd(
  event: Serial,
  { unit, back }: Deadline,
  amount: number,
  out: readonly Run[],
  limit: Run,
): { end: Serial | undefined; clipped: boolean } {
  if (unit === 'wd') return { end: count(event, amount, unit, out, back === true, limit), clipped: false }
  const signed = back ? -amount : amount
  const { serial: plain, clipped } =
    unit === 'cd'
      ? { serial: event + signed, clipped: false }
      : addMonths(event, unit === 'year' ? signed * 12 : signed)
  if (plain < limit.from || plain > limit.to) return { end: undefined, clipped }
  return {
    end: out.length ? count(event, Math.abs(plain - event), 'cd', out, back === true, limit) : plain,
    clipped,
  }
}

/** Whether a period may not end on the day under the setting. */
export const forbidden = (day: Serial, rollover: Rollover): boolean =>
  rollover === 'statutory' ? statutoryOn(day) : rollover === 'dayOff' && !worksOn(day)

/**
 * The first day after the holidays on which the period may end (CR-2, CR-6); for a period counted backwards the last day
 * before them.
 */
export function rolled(end: Serial, rollover: Rollover, back: boolean): Serial {
  let at = end
  while (forbidden(at, rollover)) at += back ? -1 : 1
  return at
}
