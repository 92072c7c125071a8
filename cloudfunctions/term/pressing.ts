import { addDays, type Day, dayOf, daysBetween } from '../../domain/calendar'
import { endOf, type Term, urgeObjection } from '../../domain/term'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'

/** A term that is over, or will be by tomorrow, as a first page shows it. */
export type Pressing = {
  id: string
  title: string
  page: string
  due: Day
  /** Days left; negative where it is over. */
  left: number
  late: boolean
  /** Post that answers for it. */
  owner: string
  /** Nobody has pressed its owner today. */
  urgeable: boolean
}

/** What of a unit is over or ends by tomorrow (今明到期、已超期), the longest over first. One database call. */
export const pressingIn = (unit: string, now: number, limit: number): Promise<Pressing[]> =>
  pressing({ unit }, now, limit)

/** The same of what these posts answer for. One database call. */
export const pressingOf = async (
  posts: readonly string[],
  now: number,
  limit: number,
): Promise<Pressing[]> => (posts.length ? pressing({ owner: _.in([...posts]) }, now, limit) : [])

async function pressing(where: object, now: number, limit: number): Promise<Pressing[]> {
  const soon = addDays(dayOf(now), 2)
  const terms = await list(
    'terms',
    { ...where, open: true, state: 'running', rank: _.lt(soon) },
    { limit, order: [['rank', 'asc']] },
  )
  return terms.map(term => pressingOne(term, now))
}

const pressingOne = (term: Term, now: number): Pressing => ({
  id: term._id,
  title: term.title,
  page: term.page,
  due: term.due,
  left: daysBetween(dayOf(now), term.due),
  late: endOf(term) <= now,
  owner: term.owner,
  urgeable: urgeObjection(term, now) === undefined,
})
