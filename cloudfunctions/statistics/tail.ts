import type { Measure } from '../../domain/measures'
import { _, database } from '../kernel/cloud'
import { list } from '../kernel/collections'
import { instantOf, slotOf } from '../kernel/slot'

const $ = database.command.aggregate

/** Rows one reading of the journal gives at most: explicit, for CloudBase would give 20. */
const TAIL_ROWS = 1000

export type Sum = { unit: string; day: string; measure: Measure; slot: string; delta: number }

/**
 * Lines of the journal after a slot, up to another, added up per unit, day, measure and slot. One database call as a
 * rule; where one answer does not hold them all, the span is halved until each part is whole. Index `slot_unit`.
 */
export async function linesAfter(after: string, upTo: string): Promise<Sum[]> {
  const sums = await read(after, upTo)
  if (sums.length < TAIL_ROWS) return sums
  const from = after ? instantOf(after) : await firstInstant()
  const half = slotOf(from + (instantOf(upTo) - from) / 2)
  if (half <= after || half >= upTo) throw new Error(`slot ${upTo} has more lines than one reading gives`)
  return [...(await linesAfter(after, half)), ...(await linesAfter(half, upTo))]
}

async function firstInstant(): Promise<number> {
  const [first] = await list(
    'journal',
    { slot: _.gt('') },
    { limit: 1, order: [['slot', 'asc']], fields: ['slot'] },
  )
  return first ? instantOf(first.slot) - 60_000 : 0
}

async function read(after: string, upTo: string): Promise<Sum[]> {
  const answer: { list: { _id: Omit<Sum, 'delta'>; delta: number }[] } = await database
    .collection('journal')
    .aggregate()
    .match({ slot: _.gt(after).and(_.lte(upTo)) })
    .unwind('$lines')
    .group({
      _id: { unit: '$lines.unit', day: '$lines.day', measure: '$lines.measure', slot: '$slot' },
      delta: $.sum('$lines.delta'),
    })
    .limit(TAIL_ROWS)
    .end()
  return answer.list.map(row => ({ ...row._id, delta: row.delta }))
}
