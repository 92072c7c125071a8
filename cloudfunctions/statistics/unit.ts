import { dayOf } from '../../domain/calendar'
import { unitId } from '../../domain/enterprise'
import { unitOf } from '../../domain/organisation'
import * as z from '../../domain/zod'
import { find } from '../kernel/collections'
import { requirePost } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { figuresOf, shown } from './figures'

/** A unit's page: its figures now, and whether they agreed with the records when last counted again. Four database calls. */
export const unitPage = read('figures.read', z.strictObject({ unit: unitId() }), async (caller, input) => {
  requirePost(caller, 'figures.read', { unit: input.unit })
  const now = Date.now()
  const today = dayOf(now)
  const [figures, recount] = await Promise.all([
    figuresOf(input.unit, today, now),
    find('recounts', input.unit),
  ])
  return {
    unit: input.unit,
    unitName: unitOf(input.unit)?.name ?? '',
    bureau: unitOf(input.unit)?.bureau ?? '',
    today,
    figures: shown(figures),
    recount: recount?.finishedAt
      ? { agrees: recount.state !== 'differs', at: recount.finishedAt }
      : undefined,
  }
})
