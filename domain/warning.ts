import { addDays, type Day, dayOf, daysBetween, type Instant, startOf } from './calendar'

/** Whom a warning goes to: the term's own post, then upward in its unit, at last the city's section. */
export const rungs = ['owner', 'leader', 'deputy', 'head', 'chief'] as const
export type Rung = (typeof rungs)[number]

export type WarningId = 'half' | 'near' | 'last' | 'late' | 'late3' | 'late7' | 'late15'

/**
 * When a term warns and whom, from the weakest to the strongest. `share`: when so much of the counted days is gone.
 * `after`: days after the last one; of a term told in hours, hours after its end. Source: 50 %, 80 % and the last day
 * by the issue, the steps upward own proposal.
 */
export const warnings: readonly {
  id: WarningId
  share?: number
  after?: { days: number; hours: number }
  to: readonly Rung[]
}[] = [
  { id: 'half', share: 0.5, to: ['owner'] },
  { id: 'near', share: 0.8, to: ['owner'] },
  { id: 'last', to: ['owner'] },
  { id: 'late', after: { days: 1, hours: 0 }, to: ['owner', 'leader'] },
  { id: 'late3', after: { days: 3, hours: 1 }, to: ['owner', 'deputy'] },
  { id: 'late7', after: { days: 7, hours: 2 }, to: ['owner', 'head'] },
  { id: 'late15', after: { days: 15, hours: 4 }, to: ['owner', 'chief'] },
]

// Whoever is warned of a day is warned when the office opens, not at night.
const OPENS_MS = 8 * 3_600_000

/** As much of a term as its warnings look at. */
export type Running = {
  from: Instant
  due: Day
  dueAt?: Instant
  /** Days not counted, both included. */
  pauses: readonly { from: Day; to: Day }[]
}

/** The moment of one warning; undefined where a term in hours has none. */
function momentOf(term: Running, { id, share, after }: (typeof warnings)[number]): Instant | undefined {
  const { from, due, dueAt } = term
  if (dueAt !== undefined) {
    if (share !== undefined) return from + (dueAt - from) * share
    return after && dueAt + after.hours * 3_600_000
  }
  if (id === 'last') return startOf(due) + OPENS_MS
  if (after) return startOf(addDays(due, after.days)) + OPENS_MS
  return startOf(dayGone(term, share as number)) + OPENS_MS
}

/** The day on which a share of the counted days is gone; days not counted are passed over. */
function dayGone({ from, due, pauses }: Running, share: number): Day {
  const start = dayOf(from)
  const out = (day: Day) => pauses.some(pause => pause.from <= day && day <= pause.to)
  let all = 0
  for (let day = addDays(start, 1); day <= due; day = addDays(day, 1)) if (!out(day)) all++
  let left = Math.ceil(all * share)
  let day = start
  while (left > 0 && day < due) {
    day = addDays(day, 1)
    if (!out(day)) left--
  }
  return day
}

/** The moment of one warning, or of the first that has not been told; undefined where none is left. */
export function momentAfter(
  term: Running & { told: readonly WarningId[] },
  id?: WarningId,
): Instant | undefined {
  if (id) return momentOf(term, warnings.find(warning => warning.id === id) as (typeof warnings)[number])
  const moments = warnings
    .filter(warning => !term.told.includes(warning.id))
    .map(warning => momentOf(term, warning))
    .filter(moment => moment !== undefined)
  return moments.length ? Math.min(...moments) : undefined
}

/** The warnings whose moment has come and that were not told, from the weakest to the strongest. */
export const warningsDue = (term: Running, told: readonly WarningId[], now: Instant): WarningId[] =>
  warnings
    .filter(
      warning => !told.includes(warning.id) && (momentOf(term, warning) ?? Number.POSITIVE_INFINITY) <= now,
    )
    .map(({ id }) => id)

/**
 * What is said when several were missed (ticks late or lost): one warning, the strongest, to everybody any of them was
 * for. That half the time is gone is no longer worth saying on the last day; that the leader should have been told three
 * days ago still is.
 */
export function mergedWarning(due: readonly WarningId[]): { id: WarningId; to: Rung[] } | undefined {
  const id = due.at(-1)
  if (!id) return undefined
  const meant = warnings.filter(warning => due.includes(warning.id)).flatMap(warning => warning.to)
  return { id, to: rungs.filter(rung => meant.includes(rung)) }
}

/** The words of a warning: how the term stands at this moment. */
export function spokenWarning(term: Running, now: Instant): string {
  const { due, dueAt } = term
  if (dueAt !== undefined) {
    const minutes = Math.round((dueAt - now) / 60_000)
    return minutes >= 0 ? `还剩${spokenMinutes(minutes)}` : `已超时${spokenMinutes(-minutes)}`
  }
  const left = daysBetween(dayOf(now), due)
  return left > 0 ? `还剩${left}天` : left === 0 ? '今天到期' : `已超期${-left}天`
}

const spokenMinutes = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return `${hours ? `${hours}小时` : ''}${rest || !hours ? `${rest}分钟` : ''}`
}
