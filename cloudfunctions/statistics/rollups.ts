import { units } from '../../domain/organisation'
import { list, type Rollup } from '../kernel/collections'
import { instantOf, slotBefore } from '../kernel/slot'

/** Every unit's newest month. A crash between opening a month and closing the one before leaves two: the later counts. */
export async function openRollups(fields?: readonly string[]): Promise<Map<string, Rollup>> {
  const options = { limit: units.length * 2, ...(fields ? { fields: fields as never } : {}) }
  const newest = new Map<string, Rollup>()
  for (const rollup of await list('rollups', { open: true }, options)) {
    const known = newest.get(rollup.unit)
    if (!known || known.month < rollup.month) newest.set(rollup.unit, rollup)
  }
  return newest
}

/** The instant up to which every unit's figures are folded; undefined before the first fold. One database call. */
export async function foldedThrough(): Promise<number | undefined> {
  const oldest = [...(await openRollups(['_id', 'unit', 'month', 'through'])).values()]
    .map(rollup => rollup.through)
    .sort()[0]
  return oldest === undefined ? undefined : instantOf(oldest)
}

/** A unit's first month, or the month that follows a finished one with what it carries over. */
export const nextRollup = (unit: string, month: string, before?: Rollup): Rollup => ({
  _id: `${unit}:${month}`,
  unit,
  month,
  open: true,
  through: slotBefore(month),
  opening: before?.total ?? {},
  total: before?.total ?? {},
  inMonth: {},
  ahead: before?.ahead ?? {},
  days: {},
})
