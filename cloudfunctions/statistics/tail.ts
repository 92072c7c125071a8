import type { Measure } from '../../domain/measures'
import { _, database } from '../kernel/cloud'

const $ = database.command.aggregate

/** Rows one reading of the journal may give: explicit, for CloudBase would give 20. */
export const TAIL_ROWS = 5000

export type Sum = { unit: string; day: string; measure: Measure; slot: string; delta: number }

/**
 * Lines of the journal after a slot, up to another, added up per unit, day, measure and slot. One database call;
 * index `slot_unit`.
 */
export async function linesAfter(after: string, upTo: string): Promise<Sum[]> {
  const { list } = await database
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
  return list.map((row: { _id: Omit<Sum, 'delta'>; delta: number }) => ({ ...row._id, delta: row.delta }))
}
