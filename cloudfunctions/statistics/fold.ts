import { units } from '../../domain/organisation'
import { _, database } from '../kernel/cloud'
import { list, type Rollup } from '../kernel/collections'
import { closedSlot, lastSlotOf, monthAfter, monthOf } from '../kernel/slot'
import { nextRollup, openRollups } from './rollups'
import { linesAfter, type Sum } from './tail'

/**
 * Adds closed slots of the journal to each unit's roll-up (汇总). A unit's step is ONE conditional update: it takes
 * effect only if nobody has folded since `through` was read, so folds may crash, overlap and repeat. Months are
 * finished one after the other. Ends when every unit has reached the last closed slot, or after `rounds`.
 */
export async function fold(now: number, rounds = 60): Promise<void> {
  const closed = closedSlot(now)
  for (let round = 0; round < rounds; round++) {
    const rollups = await openRollups()
    await openMissing(rollups, closed)
    const behind = [...rollups.values()].filter(rollup => rollup.through < closed)
    if (rollups.size === units.length && behind.length === 0) return
    await foldOnce(behind, closed)
  }
}

async function foldOnce(behind: Rollup[], closed: string): Promise<void> {
  if (behind.length === 0) return
  const after = behind.map(rollup => rollup.through).sort()[0] as string
  const bounds = behind.map(rollup => boundOf(rollup, closed)).sort()
  const sums = await linesAfter(after, bounds.at(-1) as string)
  for (const rollup of behind) {
    const bound = boundOf(rollup, closed)
    if (bound > rollup.through) await advance(rollup, bound, sums)
    if (bound === lastSlotOf(rollup.month) && monthOf(closed) > rollup.month)
      await turnMonth(rollup._id, rollup.unit)
  }
}

// A roll-up holds what was booked in its month; the next month's begins where it ends.
const boundOf = (rollup: Rollup, closed: string): string =>
  [closed, lastSlotOf(rollup.month)].sort()[0] as string

// What a line counts for now goes to the totals; what lies ahead waits under its day and joins them when that has come.
async function advance(rollup: Rollup, through: string, sums: Sum[]): Promise<void> {
  const today = through.slice(0, 10)
  const increments: Record<string, number> = {}
  const add = (path: string, delta: number) => {
    increments[path] = (increments[path] ?? 0) + delta
  }
  const count = (day: string, measure: string, delta: number) => {
    add(`total.${measure}`, delta)
    if (monthOf(day) === rollup.month) add(`inMonth.${measure}`, delta)
  }
  for (const { unit, slot, day, measure, delta } of sums) {
    if (unit !== rollup.unit || slot <= rollup.through || slot > through) continue
    add(`days.${day}.${measure}`, delta)
    if (day <= today) count(day, measure, delta)
    else add(`ahead.${day}.${measure}`, delta)
  }
  const come = Object.keys(rollup.ahead).filter(day => day <= today)
  for (const day of come)
    for (const [measure, delta] of Object.entries(rollup.ahead[day] ?? {})) count(day, measure, delta)
  const changes = [
    ...Object.entries(increments).map(([path, delta]) => [path, _.inc(delta)]),
    ...come.map(day => [`ahead.${day}`, _.remove()]),
  ]
  await database
    .collection('rollups')
    .where({ _id: rollup._id, through: rollup.through })
    .update({ data: { through, ...Object.fromEntries(changes) } })
}

// Read again: the one that was folded may have been another's.
async function turnMonth(id: string, unit: string): Promise<void> {
  const [rollup] = await list('rollups', { _id: id }, { limit: 1 })
  if (!rollup || rollup.through !== lastSlotOf(rollup.month)) return
  await addOnce(nextRollup(unit, monthAfter(rollup.month), rollup))
  await database
    .collection('rollups')
    .where({ _id: id })
    .update({ data: { open: false } })
}

async function openMissing(known: Map<string, Rollup>, closed: string): Promise<void> {
  const missing = units.filter(unit => !known.has(unit.id))
  if (missing.length === 0) return
  const [first] = await list(
    'journal',
    { slot: _.gt('') },
    { limit: 1, order: [['slot', 'asc']], fields: ['_id', 'slot'] },
  )
  const month = monthOf(first && first.slot < closed ? first.slot : closed)
  for (const unit of missing) {
    const rollup = nextRollup(unit.id, month)
    await addOnce(rollup)
    known.set(unit.id, rollup)
  }
}

async function addOnce(rollup: Rollup): Promise<void> {
  try {
    await database.collection('rollups').add({ data: rollup })
  } catch (error) {
    // Another fold has opened it: `_id` is taken.
    const [existing] = await list('rollups', { _id: rollup._id }, { limit: 1, fields: ['_id'] })
    if (!existing) throw error
  }
}
