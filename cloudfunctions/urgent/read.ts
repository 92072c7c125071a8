import { nameOf, unitsIn } from '../../domain/organisation'
import { postFor } from '../../domain/posts'
import { type Urgent, urgentStates } from '../../domain/urgent'
import { urgentReading } from '../../domain/urgent-form'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { find, list, page } from '../kernel/collections'
import { addressesOf } from '../kernel/files'
import { scopeOf, visible } from '../kernel/identity'
import { read } from '../kernel/procedure'

const ROWS = 20

/** One urgent report with who has read it and when. Two calls. */
export const readUrgent = read('urgent.read', urgentReading, async (caller, input) => {
  const { head: _head, ...urgent } = visible(caller, 'urgent.read', await find('urgents', input.urgent))
  return {
    ...urgent,
    unitName: nameOf(urgent.unit),
    stateName: urgentStates[urgent.state],
    addresses: await addressesOf(urgent.photos),
    /** Whether the caller has read it: his own report needs no reading. */
    seen:
      urgent.read.some(({ person }) => person === caller.person) ||
      caller.posts.some(post => post.id === urgent.by.post),
    may: { answer: postFor(caller.posts, 'urgent.answer', urgent) !== undefined },
  }
})

const listForm = z.strictObject({
  after: z.optional(z.string().check(z.maxLength(200, '请刷新后再试'))),
})

/** Urgent reports of the caller's units, the newest first. One database call. */
export const listUrgents = read('urgent.read', listForm, async (caller, { after }) => {
  const units = unitsIn(scopeOf(caller, 'urgent.read')).map(unit => unit.id)
  const rows = await list(
    'urgents',
    { unit: _.in(units), ...(after ? { rank: _.lt(after) } : {}) },
    { limit: ROWS + 1, order: [['rank', 'desc']] },
  )
  return page(rows, ROWS, row => row.rank, lineOf)
})

/** Urgent reports the city's section has not read, the newest first, for its first page. One database call. */
export const unreadUrgents = async (limit: number): Promise<UrgentLine[]> =>
  (await list('urgents', { state: 'sent' }, { limit, order: [['rank', 'desc']] })).map(lineOf)

export type UrgentLine = ReturnType<typeof lineOf>

const lineOf = ({ _id, unit, kind, what, at, state, by }: Urgent) => ({
  id: _id,
  unitName: nameOf(unit),
  kind,
  what: what.slice(0, 60),
  at,
  state,
  stateName: urgentStates[state],
  by: by.name,
})
