import { dayOf } from '../../domain/calendar'
import { type Counted, linesOf, measureIds } from '../../domain/measures'
import { units } from '../../domain/organisation'
import { _, database } from '../kernel/cloud'
import { list, type Recount } from '../kernel/collections'
import { slotOf } from '../kernel/slot'
import { figuresOn } from './figures'

const SLICE = 200
// All lines there are, those whose day lies ahead too.
const END = '9999-12-31'
const kinds = ['enterprises', 'checks', 'notices'] as const satisfies readonly (keyof Counted)[]

/**
 * Counts one unit's figures again from its records, a slice at a time with a stored cursor, so that it may be stopped
 * anywhere. At the end they must agree with what the roll-ups and the journal say. A unit whose records changed while
 * it was being counted is counted again, at its next turn. Call it while it answers `more`.
 *
 * @returns the finished recount; `more` while there are slices left; `changed` when it must begin again
 */
export async function recountSlice(unit: string, now: number): Promise<Recount | 'more' | 'changed'> {
  const [stored] = await list('recounts', { _id: unit }, { limit: 1 })
  const current = stored?.state === 'running' ? stored : begin(unit, now)
  const kind = current.collection as (typeof kinds)[number]
  const slice = await list(
    kind,
    { unit, ...(current.after ? { _id: _.gt(current.after) } : {}) },
    { limit: SLICE, order: [['_id', 'asc']] },
  )
  const counted = {
    ...current,
    sums: addLines(
      current,
      slice.flatMap(record => linesOf[kind](record as never)),
      dayOf(now),
    ),
  }
  const next = slice.length === SLICE ? { ...counted, after: slice.at(-1)?._id ?? '' } : nextKind(counted)
  const result = next ?? (await finish(counted, now))
  const { _id, ...data } = result
  await database.collection('recounts').doc(_id).set({ data })
  if (result.state !== 'running') return result
  return next ? 'more' : 'changed'
}

const begin = (unit: string, now: number): Recount => ({
  _id: unit,
  unit,
  // A write stamped in the minute before may still be on its way.
  startedSlot: slotOf(now - 60_000),
  triedAt: now,
  collection: kinds[0],
  after: '',
  sums: {},
  state: 'running',
})

function nextKind(recount: Recount): Recount | undefined {
  const kind = kinds[kinds.indexOf(recount.collection as (typeof kinds)[number]) + 1]
  return kind && { ...recount, collection: kind, after: '' }
}

// Two sums per measure: all lines, and those whose day has come.
function addLines(
  recount: Recount,
  lines: { measure: string; delta: number; day: string }[],
  today: string,
): Record<string, number> {
  const sums = { ...recount.sums }
  for (const { measure, delta, day } of lines) {
    sums[measure] = (sums[measure] ?? 0) + delta
    if (day <= today) sums[`${measure}@`] = (sums[`${measure}@`] ?? 0) + delta
  }
  return sums
}

async function finish(recount: Recount, now: number): Promise<Recount> {
  const changed = await list(
    'journal',
    { unit: recount.unit, slot: _.gte(recount.startedSlot) },
    { limit: 1, fields: ['_id'] },
  )
  const today = dayOf(now)
  if (changed.length || dayOf(recount.triedAt) !== today) return begin(recount.unit, now)
  const figures = {
    '@': (await figuresOn(today, now, [recount.unit])).get(recount.unit),
    '': (await figuresOn(END, now, [recount.unit])).get(recount.unit),
  }
  const differences = measureIds
    .flatMap(measure =>
      (['', '@'] as const).map(when => ({
        measure: `${measure}${when}`,
        figure: figures[when]?.[measure].value ?? 0,
        records: recount.sums[`${measure}${when}`] ?? 0,
      })),
    )
    .filter(({ figure, records }) => figure !== records)
  if (differences.length) console.error('recount differs', recount.unit, JSON.stringify(differences))
  return { ...recount, state: differences.length ? 'differs' : 'agrees', finishedAt: now, differences }
}

/** The unit whose turn it is: the one begun longest ago, so that a busy one does not keep the others waiting. */
export async function nextToRecount(): Promise<string> {
  const known = await list(
    'recounts',
    { _id: _.in(units.map(unit => unit.id)) },
    { limit: units.length, fields: ['_id', 'triedAt'] },
  )
  const tried = new Map(known.map(recount => [recount._id, recount.triedAt]))
  return [...units].sort((a, b) => (tried.get(a.id) ?? 0) - (tried.get(b.id) ?? 0))[0]?.id as string
}
