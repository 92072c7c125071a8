import { addDays, type Day, dayOf } from '../../domain/calendar'
import { type Measure, measureIds, measures } from '../../domain/measures'
import { units } from '../../domain/organisation'
import { find, type Rollup } from '../kernel/collections'
import { monthOf, slotOf } from '../kernel/slot'
import { openRollups } from './rollups'
import { linesAfter, type Sum } from './tail'

/** A unit's figures on a day, and what of them belongs to that day's month. */
export type Figures = Record<Measure, { value: number; inMonth: number }>

/**
 * Every unit's figures as of `day` (the present day or a later one): roll-ups first, then the journal's lines above
 * each unit's own `through`. Two database calls, however many records there are.
 */
export async function figuresOn(
  day: Day,
  now: number,
  only: readonly string[] = all,
): Promise<Map<string, Figures>> {
  const rollups = await rolledUpTo(day, now)
  return figuresFrom(rollups, await tailOf(rollups, only, now), day, only)
}

/** What a head looks at first: every unit's figures today, and what his own unit did yesterday. Three database calls at most. */
export async function morningOf(
  unit: string,
  now: number,
): Promise<{ figures: Map<string, Figures>; yesterday: Record<Measure, number> }> {
  const today = dayOf(now)
  const day = addDays(today, -1)
  const rollups = await rolledUpTo(today, now, [`days.${day}`])
  const tail = await tailOf(rollups, all, now)
  const own = rollups.get(unit)
  // What was booked for yesterday lies in the month it was booked in: on the first of a month, in the one before too.
  const booked =
    own && own.month > monthOf(day) ? await find('rollups', `${unit}:${monthOf(day)}`) : undefined
  const yesterday = Object.fromEntries(
    measureIds.map(measure => {
      const folded = [booked, own].map(rollup => rollup?.days?.[day]?.[measure] ?? 0)
      const since = tail.filter(line => line.unit === unit && line.day === day && line.measure === measure)
      return [measure, [...folded, ...since.map(line => line.delta)].reduce((sum, delta) => sum + delta, 0)]
    }),
  ) as Record<Measure, number>
  return { figures: figuresFrom(rollups, tail, today, all), yesterday }
}

const all = units.map(unit => unit.id)

/** Lines above each unit's own `through`. One database call. */
async function tailOf(rollups: Map<string, Rollup>, wanted: readonly string[], now: number): Promise<Sum[]> {
  const through = (unit: string) => rollups.get(unit)?.through ?? ''
  const tail = await linesAfter(wanted.map(through).sort()[0] ?? '', slotOf(now + 60_000))
  return tail.filter(line => line.slot > through(line.unit))
}

function figuresFrom(
  rollups: Map<string, Rollup>,
  tail: readonly Sum[],
  day: Day,
  wanted: readonly string[],
): Map<string, Figures> {
  const figures = new Map(wanted.map(unit => [unit, folded(rollups.get(unit), day)]))
  for (const line of tail) {
    const figure = figures.get(line.unit)?.[line.measure]
    if (figure) count(figure, line.day, line.delta, day)
  }
  return figures
}

// A day ahead has come when the fold has passed it; the reader needs only those that came since, yesterday's and
// today's as a rule. Asked for more, or with a fold that is days late, it takes them all.
async function rolledUpTo(day: Day, now: number, more: readonly string[] = []): Promise<Map<string, Rollup>> {
  const fields = ['_id', 'unit', 'month', 'through', 'total', 'inMonth', ...more]
  const recent = [dayOf(now), addDays(dayOf(now), -1)]
  if (day !== recent[0]) return openRollups([...fields, 'ahead'])
  const rollups = await openRollups([...fields, ...recent.map(date => `ahead.${date}`)])
  const late = [...rollups.values()].some(rollup => rollup.through.slice(0, 10) < addDays(day, -2))
  return late ? openRollups([...fields, 'ahead']) : rollups
}

function folded(rollup: Rollup | undefined, day: Day): Figures {
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
