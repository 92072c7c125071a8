import { dayOf, daysBetween } from '../../domain/calendar'
import { unitId } from '../../domain/enterprise'
import { city } from '../../domain/organisation'
import type { PostHolder } from '../../domain/people'
import { postFor } from '../../domain/posts'
import { type askKinds, daysGiven, endOf, offerOf, type Term } from '../../domain/term'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { list, page } from '../kernel/collections'
import { type Caller, requirePost } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { mayAsk, mayGrant } from './may'

const ROWS = 20

const listForm = z.strictObject({
  /** A unit's terms; without it those of the caller's own posts. */
  unit: z.optional(z.union([unitId(), z.literal(city.id)])),
  after: z.optional(z.string().check(z.maxLength(200, '请刷新后再试'))),
})

/** Running terms, the most pressing first: the caller's own, or a unit's. Two database calls. */
export const listTerms = read('clock.read', listForm, async (caller, { unit, after }) => {
  if (unit) requirePost(caller, 'clock.read', { unit })
  const mine = { owner: _.in(caller.posts.map(post => post.id)) }
  const terms = await list(
    'terms',
    { ...(unit ? { unit } : mine), open: true, ...(after ? { rank: _.gt(after) } : {}) },
    { limit: ROWS + 1, order: [['rank', 'asc']] },
  )
  const owners = [...new Set(terms.map(term => term.owner))]
  const holders = owners.length ? await list('posts', { _id: _.in(owners) }, { limit: owners.length }) : []
  const now = Date.now()
  return {
    today: dayOf(now),
    ...page(
      terms,
      ROWS,
      term => term.rank,
      term => shown(term, holders, caller, now),
    ),
  }
})

const lineOf = (term: Term) => ({
  id: term._id,
  title: term.title,
  page: term.page,
  due: term.due,
  ...(term.dueAt === undefined ? {} : { dueAt: term.dueAt }),
  owner: term.owner,
  state: term.state,
  provisional: term.provisional,
})

function shown(term: Term, holders: readonly PostHolder[], caller: Caller, now: number) {
  const holder = holders.find(post => post._id === term.owner)
  const asks = mayAsk(caller, term)
  const offers = (kind: keyof typeof askKinds) => {
    const offer = offerOf(term, kind, now)
    return 'code' in offer ? { no: offer.message } : offer
  }
  return {
    ...lineOf(term),
    why: term.why,
    left: daysBetween(dayOf(now), term.due),
    late: term.state === 'running' && endOf(term) <= now,
    given: Math.max(1, daysGiven(term)),
    ownerName: holder?.name ?? '',
    mine: caller.posts.some(post => post.id === term.owner),
    ...(term.state === 'paused' ? { pausedUntil: term.pauses.at(-1)?.to } : {}),
    ...(term.ask
      ? {
          asked: {
            kind: term.ask.kind,
            name: term.ask.name,
            reason: term.ask.reason,
            basis: term.ask.basis,
            until: term.ask.until,
          },
        }
      : {}),
    may: {
      ...(asks ? { pause: offers('pause'), extend: offers('extend') } : {}),
      resume: asks && term.state === 'paused',
      grant: term.ask !== undefined && mayGrant(caller, term) === undefined,
    },
    own: postFor(caller.posts, 'clock.ask', term) !== undefined,
  }
}
