import { spokenDay } from '../../domain/calendar'
import type { PostHolder } from '../../domain/people'
import { calendarKnown, endOf, planned, recalculated, resumed, type Term } from '../../domain/term'
import { mergedWarning, spokenWarning, warningsDue } from '../../domain/warning'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'
import { inTransaction, type Transaction } from '../kernel/transaction'
import { type Told, tellFromClock } from '../message'
import { type Ladder, ladderOf, postsOn } from './ladder'

const SLICE = 1000
const AT_ONCE = 100
const TOGETHER = 4

/** What a round did. */
export type Round = { looked: number; left: number; failed: number }

/**
 * The clock's round over the running terms: warns, starts again what was paused, and counts anew where a calendar has
 * been published. The most pressing first, until nothing is left or `until`; what is left waits for the next tick. Each
 * term is one transaction that reads it again, so rounds may overlap, be killed and be repeated.
 */
export async function rounds(now: number, until: number): Promise<Round> {
  const waiting = [...(await dueNow(now)), ...(await outdated())]
  waiting.sort((a, b) => endOf(a) - endOf(b))
  const who = new Posts()
  await who.know(waiting)
  const round: Round = { looked: 0, left: waiting.length, failed: 0 }
  const queue = waiting.values()
  const work = async () => {
    for (const term of queue) {
      if (Date.now() > until) return
      round.left--
      round.looked++
      try {
        await look(term, who, now)
      } catch (error) {
        // One that fails must not keep the others from being told; it is looked at again at the next tick.
        round.failed++
        console.error('term', term._id, error)
      }
    }
  }
  await Promise.all(Array.from({ length: TOGETHER }, work))
  return round
}

const FIELDS = ['_id', 'unit', 'owner', 'due', 'dueAt'] as const
type Waiting = Pick<Term, (typeof FIELDS)[number]>

const dueNow = (now: number): Promise<Waiting[]> =>
  list('terms', { nextAt: _.lte(now) }, { limit: SLICE, order: [['nextAt', 'asc']], fields: FIELDS })

/** 暂定 days that were counted when less of the calendar was known. */
const outdated = (): Promise<Waiting[]> =>
  list(
    'terms',
    { provisional: true, open: true, calendar: _.lt(calendarKnown) },
    { limit: SLICE, order: [['calendar', 'asc']], fields: FIELDS },
  )

/** Owners and ladders of one round, asked for once and outside the transactions. */
class Posts {
  private readonly holders = new Map<string, PostHolder>()
  private readonly ladders = new Map<string, Promise<Ladder>>()

  async know(terms: readonly Waiting[]): Promise<void> {
    const owners = [...new Set(terms.map(term => term.owner))]
    for (let from = 0; from < owners.length; from += AT_ONCE) {
      const asked = { _id: _.in(owners.slice(from, from + AT_ONCE)) }
      for (const post of await list('posts', asked, { limit: AT_ONCE })) this.holders.set(post._id, post)
    }
  }

  holder(post: string): PostHolder | undefined {
    return this.holders.get(post)
  }

  ladder(unit: string): Promise<Ladder> {
    const known = this.ladders.get(unit) ?? ladderOf(unit)
    this.ladders.set(unit, known)
    return known
  }
}

async function look({ _id, unit }: Waiting, who: Posts, now: number): Promise<void> {
  const ladder = await who.ladder(unit)
  await inTransaction(async transaction => {
    const found = await transaction.find('terms', _id)
    if (!found?.open) return
    const term = await counted(transaction, found, now)
    if (term.nextAt !== undefined && term.nextAt <= now && term.state === 'paused')
      await goOn(transaction, term, now)
    else await warn(transaction, term, who, ladder, now)
  })
}

async function counted(transaction: Transaction, term: Term, now: number): Promise<Term> {
  if (!term.provisional || term.calendar >= calendarKnown) return term
  const after = recalculated(term, now)
  await transaction.put('terms', after)
  if (after.due !== term.due)
    await tellFromClock(
      transaction,
      `${term._id}.calendar${after.turn}.${term.owner}`,
      term.owner,
      said(
        after,
        `期限改为${spokenDay(after.due)}：${after.title}`,
        `放假安排已公布，原暂定${spokenDay(term.due)}。`,
      ),
      now,
    )
  return after
}

async function goOn(transaction: Transaction, term: Term, now: number): Promise<void> {
  const after = resumed(term, now)
  if (!after) return
  await transaction.put('terms', after)
  await tellFromClock(
    transaction,
    `${term._id}.resumed${term.pauses.length}.${term.owner}`,
    term.owner,
    said(after, `恢复计时：${after.title}`, `中止的日子已满，期限为${spokenDay(after.due)}。`),
    now,
  )
}

async function warn(
  transaction: Transaction,
  term: Term,
  who: Posts,
  ladder: Ladder,
  now: number,
): Promise<void> {
  if (term.state !== 'running' || term.nextAt === undefined || term.nextAt > now) return
  const due = warningsDue(term, term.told, now)
  const warning = mergedWarning(due)
  if (!warning) return
  const holder = who.holder(term.owner)
  const posts = postsOn(warning.to, term.owner, holder, ladder)
  const owner = holder?.name || '岗位空缺'
  const words = `${spokenDay(term.due)}前办结${term.provisional ? '（暂定）' : ''}，承办：${owner}。`
  const told = said(term, `${spokenWarning(term, now)}：${term.title}`, words)
  for (const to of posts)
    await tellFromClock(transaction, `${term._id}.${warning.id}${term.turn}.${to}`, to, told, now)
  await transaction.put('terms', planned({ ...term, told: [...term.told, ...due] }))
}

const said = (term: Term, title: string, words: string): Told => ({
  title,
  words,
  unit: term.unit,
  page: term.page,
  kind: 'due',
  // What is told in hours cannot wait for somebody to scroll.
  ...(term.dueAt === undefined ? {} : { urgent: true }),
})
