import { type Post, postFor } from '../../../domain/posts'
import { _ } from '../../kernel/cloud'
import { list } from '../../kernel/collections'
import type { Caller } from '../../kernel/identity'
import { pressingIn, pressingOf } from '../../term'
import { teamNames } from '../team'

const ROWS = 20
const POSTS = 100

/**
 * What is over or ends by tomorrow where somebody leads: of his unit, of a leader's team, otherwise his own; with whom it
 * lies and in which team. Three database calls at most.
 */
export async function pressingFor(caller: Caller, post: Post, now: number) {
  const { role, org, team } = post
  const leadsUnit = role === 'head' || role === 'deputy'
  const mine = caller.posts.map(({ id }) => id)
  const staff = role === 'leader' && team ? await postsOf({ org, role: _.in(STAFF), team }) : []
  const found = leadsUnit
    ? await pressingIn(org, now, ROWS + 1)
    : await pressingOf([...new Set([...mine, ...staff.map(({ _id }) => _id)])], now, ROWS + 1)
  const rows = found.slice(0, ROWS)
  const owners = [...new Set(rows.map(({ owner }) => owner))]
  const holders = leadsUnit && owners.length ? await postsOf({ _id: _.in(owners) }) : staff
  const names = await teamNames(holders.map(holder => holder.team))
  const urges = postFor(caller.posts, 'clock.urge', { unit: org }) !== undefined
  return {
    rows: rows.map(({ owner, urgeable, ...row }) => {
      const holder = holders.find(({ _id }) => _id === owner)
      const own = mine.includes(owner)
      return {
        ...row,
        mine: own,
        ownerName: holder?.name ?? '',
        teamName: (holder?.team && names.get(holder.team)) || '',
        urgeable: urges && !own && urgeable && Boolean(holder?.person),
      }
    }),
    more: found.length > ROWS,
  }
}

const STAFF = ['leader', 'officer'] as const

const postsOf = (where: Record<string, unknown>) =>
  list('posts', where, { limit: POSTS, fields: ['_id', 'name', 'person', 'team'] })
