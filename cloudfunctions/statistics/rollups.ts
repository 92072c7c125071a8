import { units } from '../../domain/organisation'
import { list, type Rollup } from '../kernel/collections'
import { monthOf, slotOf } from '../kernel/slot'

/** Every unit's newest month. A crash between opening a month and closing the one before leaves two: the later counts. */
export async function openRollups(fields?: readonly (keyof Rollup)[]): Promise<Map<string, Rollup>> {
  const open = await list(
    'rollups',
    { open: true },
    { limit: units.length * 2, ...(fields ? { fields } : {}) },
  )
  const newest = new Map<string, Rollup>()
  for (const rollup of open) {
    const known = newest.get(rollup.unit)
    if (!known || known.month < rollup.month) newest.set(rollup.unit, rollup)
  }
  return newest
}

/** A unit's first month, or the month that follows a finished one with the stocks carried over. */
export function nextRollup(unit: string, month: string, before?: Rollup): Rollup {
  const start = slotOf(Date.parse(`${month}-01T00:00:00Z`) - 60_000)
  // Days before the month begins can no longer lie ahead of any day that is asked for.
  const ahead = Object.fromEntries(
    Object.entries(before?.ahead ?? {}).filter(([day]) => monthOf(day) >= monthOf(start)),
  )
  return {
    _id: `${unit}:${month}`,
    unit,
    month,
    open: true,
    through: start,
    opening: before?.total ?? {},
    total: before?.total ?? {},
    ahead,
    days: {},
  }
}
