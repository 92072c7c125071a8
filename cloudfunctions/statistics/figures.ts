import { addDays, type Day, dayOf } from '../../domain/calendar'
import { type Measure, measureIds, measures } from '../../domain/measures'
import { units } from '../../domain/organisation'
import type { Rollup } from '../kernel/collections'
import { monthOf, slotOf } from '../kernel/slot'
import { openRollups } from './rollups'
import { linesAfter } from './tail'

/** A unit's figures on a day, and what of them belongs to that day's month. */
export type Figures = Record<Measure, { value: number; inMonth: number }>

/**
 * Every unit's figures as of `day` (the present day or a later one): roll-ups first, then the journal's lines above
 * each unit's own `through`. Two database calls, however many records there are.
 */
export async function figuresOn(
  day: Day,
  now: number,
  only?: readonly string[],
): Promise<Map<string, Figures>> {
  const rollups = await rolledUpTo(day, now)
  const through = (unit: string) => rollups.get(unit)?.through ?? ''
  const wanted = only ?? units.map(unit => unit.id)
  const tail = await linesAfter(wanted.map(through).sort()[0] ?? '', slotOf(now + 60_000))

  const figures = new Map(wanted.map(unit => [unit, figuresFrom(rollups.get(unit), day)]))
  for (const line of tail) {
    const figure = figures.get(line.unit)?.[line.measure]
    if (figure && line.slot > through(line.unit)) count(figure, line.day, line.delta, day)
  }
  return figures
}

// A day ahead has come when the fold has passed it; the reader needs only those that came since, yesterday's and
// today's as a rule. Asked for more, or with a fold that is days late, it takes them all.
async function rolledUpTo(day: Day, now: number): Promise<Map<string, Rollup>> {
  const fields = ['_id', 'unit', 'month', 'through', 'total', 'inMonth']
  const recent = [dayOf(now), addDays(dayOf(now), -1)]
  if (day !== recent[0]) return openRollups([...fields, 'ahead'])
  const rollups = await openRollups([...fields, ...recent.map(date => `ahead.${date}`)])
  const late = [...rollups.values()].some(rollup => rollup.through.slice(0, 10) < addDays(day, -2))
  return late ? openRollups([...fields, 'ahead']) : rollups
}

function figuresFrom(rollup: Rollup | undefined, day: Day): Figures {
  const sameMonth = rollup?.month === monthOf(day)
  const figures = Object.fromEntries(
    measureIds.map(measure => [
      measure,
      { value: rollup?.total[measure] ?? 0, inMonth: (sameMonth && rollup?.inMonth[measure]) || 0 },
    ]),
  ) as Figures
  for (const [date, byMeasure] of Object.entries(rollup?.ahead ?? {})) {
    for (const [measure, delta] of Object.entries(byMeasure))
      count(figures[measure as Measure], date, delta, day)
  }
  return figures
}

function count(figure: { value: number; inMonth: number }, date: Day, delta: number, day: Day): void {
  if (date > day) return
  figure.value += delta
  if (monthOf(date) === monthOf(day)) figure.inMonth += delta
}

/** One unit's figures. Two database calls. */
export async function figuresOf(unit: string, day: Day, now: number): Promise<Figures> {
  return (await figuresOn(day, now, [unit])).get(unit) as Figures
}

/** One figure as a screen shows it. */
export type Shown = {
  measure: Measure
  name: string
  value: number
  count: string
  /** 本月, of a flow. */
  inMonth?: number
  definition: string
}

export const shown = (figures: Figures): Shown[] =>
  measureIds.map(measure => {
    const { name, count, kind, definition } = measures[measure]
    const { value, inMonth } = figures[measure]
    return { measure, name, value, count, definition, ...(kind === 'flow' ? { inMonth } : {}) }
  })
