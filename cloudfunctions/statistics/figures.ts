import type { Day } from '../../domain/calendar'
import { type Measure, measureIds, measures } from '../../domain/measures'
import { units } from '../../domain/organisation'
import { refuse } from '../kernel/problem'
import { slotOf } from '../kernel/slot'
import { openRollups } from './rollups'
import { linesAfter, TAIL_ROWS } from './tail'

/** A unit's figures on a day. `total` counts every line there is, those whose day lies ahead too. */
export type Figures = Record<Measure, { value: number; thisMonth: number; total: number }>

/**
 * Every unit's figures as of `today` (the present day or a later one): roll-ups first, then the journal's lines
 * above each unit's own `through`. Two database calls, however many records there are.
 */
export async function figuresOn(
  today: Day,
  now: number,
  only?: readonly string[],
): Promise<Map<string, Figures>> {
  const rollups = await openRollups(['_id', 'unit', 'month', 'through', 'opening', 'total', 'ahead'])
  const through = (unit: string) => rollups.get(unit)?.through ?? ''
  const wanted = only ?? units.map(unit => unit.id)
  const tail = await linesAfter(wanted.map(through).sort()[0] ?? '', slotOf(now + 60_000))
  if (tail.length === TAIL_ROWS) refuse('internal')

  const figures = new Map<string, Figures>()
  for (const unit of wanted) figures.set(unit, figuresFrom(rollups.get(unit), today))
  for (const { unit, slot, day, measure, delta } of tail) {
    const figure = figures.get(unit)?.[measure]
    if (!figure || slot <= through(unit)) continue
    figure.total += delta
    if (day > today) continue
    figure.value += delta
    figure.thisMonth += delta
  }
  return figures
}

type Rolled = {
  opening: Record<string, number>
  total: Record<string, number>
  ahead: Record<string, Record<string, number>>
}

function figuresFrom(rollup: Rolled | undefined, today: Day): Figures {
  const entries = measureIds.map(measure => {
    const total = rollup?.total[measure] ?? 0
    const stillAhead = Object.entries(rollup?.ahead ?? {})
      .filter(([day]) => day > today)
      .reduce((sum, [, byMeasure]) => sum + (byMeasure[measure] ?? 0), 0)
    return [
      measure,
      { total, value: total - stillAhead, thisMonth: total - stillAhead - (rollup?.opening[measure] ?? 0) },
    ]
  })
  return Object.fromEntries(entries)
}

/** One figure as a screen shows it. */
export type Shown = {
  measure: Measure
  name: string
  value: number
  count: string
  thisMonth?: number
  definition: string
}

export const shown = (figures: Figures): Shown[] =>
  measureIds.map(measure => {
    const { name, count, kind, definition } = measures[measure]
    const { value, thisMonth } = figures[measure]
    return { measure, name, value, count, definition, ...(kind === 'flow' ? { thisMonth } : {}) }
  })
