import type { Day } from '../../domain/calendar'
import type { Measure } from '../../domain/measures'
import { _, database } from '../kernel/cloud'
import { monthAfter, monthOf, slotOf } from '../kernel/slot'
import { linesAfter } from './tail'

const $ = database.command.aggregate

// Rows one reading gives at most: units × measures, and one per unit of a month in which nothing was booked.
const ROWS = 1000

type Row = { _id: { unit: string; measure: string | null }; sum: number; through: string }

/**
 * What units' measures changed by on the days from `from` to `to`: of a flow how often, of a stock by how much. Whatever
 * day it was booked on: a check handed in late counts for the day it was made. The database adds up the roll-ups' days;
 * the journal's lines above each unit's `through` come on top. What was booked for a day that lay more than a month ahead
 * (已超期) is not looked at: no aim is counted by it. Two database calls, however many records there are.
 */
export async function figuresBetween(
  from: Day,
  to: Day,
  units: readonly string[],
  now: number,
): Promise<Map<string, Partial<Record<Measure, number>>>> {
  const figures = new Map(units.map(unit => [unit, {} as Partial<Record<Measure, number>>]))
  const through = new Map<string, string>()
  const add = (unit: string, measure: Measure, delta: number) => {
    const figure = figures.get(unit)
    if (figure) figure[measure] = (figure[measure] ?? 0) + delta
  }
  for (const { _id, sum, through: last } of await rolledUp(from, to, units, now)) {
    if (last > (through.get(_id.unit) ?? '')) through.set(_id.unit, last)
    if (_id.measure) add(_id.unit, _id.measure as Measure, sum)
  }
  const after = units.map(unit => through.get(unit) ?? '').sort()[0] ?? ''
  for (const line of await linesAfter(after, slotOf(now + 60_000)))
    if (line.slot > (through.get(line.unit) ?? '') && line.day >= from && line.day <= to)
      add(line.unit, line.measure, line.delta)
  return figures
}

// From the month before the first day, so that the newest roll-up is among them also when a month has just begun.
async function rolledUp(from: Day, to: Day, units: readonly string[], now: number): Promise<Row[]> {
  const months = monthsFrom(from, now)
  const answer: { list: Row[] } = await database
    .collection('rollups')
    .aggregate()
    .match({ _id: _.in(units.flatMap(unit => months.map(month => `${unit}:${month}`))) })
    .project({ unit: 1, through: 1, days: $.objectToArray('$days') })
    .project({
      unit: 1,
      through: 1,
      days: $.filter({
        input: '$days',
        as: 'day',
        cond: $.and([$.gte(['$$day.k', from]), $.lte(['$$day.k', to])]),
      }),
    })
    .unwind({ path: '$days', preserveNullAndEmptyArrays: true })
    .project({ unit: 1, through: 1, lines: $.objectToArray($.ifNull(['$days.v', {}])) })
    .unwind({ path: '$lines', preserveNullAndEmptyArrays: true })
    .group({
      _id: { unit: '$unit', measure: '$lines.k' },
      sum: $.sum('$lines.v'),
      through: $.max('$through'),
    })
    .limit(ROWS)
    .end()
  return answer.list
}

function monthsFrom(from: Day, now: number): string[] {
  const last = monthOf(slotOf(now))
  const months = [last]
  for (let month = monthBefore(monthOf(from)); month < last; month = monthAfter(month)) months.push(month)
  return months
}

const monthBefore = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}
