import { dayOf } from '../../domain/calendar'
import { measureIds } from '../../domain/measures'
import { units } from '../../domain/organisation'
import { reaches } from '../../domain/posts'
import * as z from '../../domain/zod'
import { scopeOf } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { type Figures, figuresOn, shown } from './figures'

/** The units the caller may see side by side, and their sum. Three database calls. */
export const board = read('figures.read', z.strictObject({}), async caller => {
  const scope = scopeOf(caller, 'figures.read')
  const now = Date.now()
  const seen = units.filter(unit => reaches(scope, { unit: unit.id }))
  const figures = await figuresOn(
    dayOf(now),
    now,
    seen.map(unit => unit.id),
  )
  return {
    today: dayOf(now),
    units: seen.map(({ id, name }) => ({ id, name, values: valuesOf(figures.get(id) as Figures) })),
    sum: shown(added([...figures.values()])),
  }
})

const valuesOf = (figures: Figures): Record<string, number> =>
  Object.fromEntries(measureIds.map(measure => [measure, figures[measure].value]))

const added = (all: Figures[]): Figures =>
  Object.fromEntries(
    measureIds.map(measure => {
      const sum = (part: 'value' | 'inMonth') =>
        all.reduce((total, figures) => total + figures[measure][part], 0)
      return [measure, { value: sum('value'), inMonth: sum('inMonth') }]
    }),
  ) as Figures
