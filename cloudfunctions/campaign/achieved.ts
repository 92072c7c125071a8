import { dayOf } from '../../domain/calendar'
import { type Achieved, type Campaign, type TargetMeasure, targetMeasures } from '../../domain/campaign'
import { city } from '../../domain/organisation'
import { figuresBetween } from '../statistics'

/** What units did within a campaign's dates, by the figures; before it begins nothing. Two database calls at most. */
async function countedIn(
  { first, last }: Pick<Campaign, 'first' | 'last'>,
  units: readonly string[],
  now: number,
): Promise<Record<string, Partial<Record<TargetMeasure, number>>>> {
  const today = dayOf(now)
  if (today < first) return {}
  const figures = await figuresBetween(first, today < last ? today : last, units, now)
  const ofUnit = (unit: string) =>
    Object.fromEntries(targetMeasures.map(measure => [measure, figures.get(unit)?.[measure] ?? 0]))
  return Object.fromEntries(units.map(unit => [unit, ofUnit(unit)]))
}

/**
 * What there is to show for a campaign: counted within its dates, told by these units, and told by the city's sections.
 * Two database calls at most.
 */
export async function achievedIn(
  campaign: Pick<Campaign, 'first' | 'last' | 'told'>,
  responses: Promise<readonly { unit: string; told: Record<string, number> }[]>,
  units: readonly string[],
  now: number,
): Promise<Achieved> {
  const [counted, answered] = await Promise.all([countedIn(campaign, units, now), responses])
  const told = new Map(answered.map(response => [response.unit, response.told]))
  return {
    [city.id]: { counted: {}, told: campaign.told },
    ...Object.fromEntries(
      units.map(unit => [unit, { counted: counted[unit] ?? {}, told: told.get(unit) ?? {} }]),
    ),
  }
}
