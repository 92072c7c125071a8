import { city } from '../../domain/organisation'
import type { PostHolder } from '../../domain/people'
import { type Rung, rungs } from '../../domain/warning'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'

const ROWS = 200

/** The posts of a unit that warnings climb, and the city's section at their end. */
export type Ladder = readonly PostHolder[]

/** One database call. It is asked outside a transaction: who leads a unit does not change with the minute. */
export const ladderOf = (unit: string): Promise<Ladder> =>
  list(
    'posts',
    { org: _.in([unit, city.id]), role: _.in(['leader', 'deputy', 'head', 'chief']) },
    { limit: ROWS, order: [['_id', 'asc']] },
  )

/** Nobody holds it, or it is no more. */
const isVacant = (post: PostHolder | undefined): boolean => !post?.person

/**
 * The posts a warning goes to. A rung nobody stands on passes it to the next above, so that no warning is addressed to
 * an empty chair alone; the post itself always has it, for whoever comes.
 */
export function postsOn(
  to: readonly Rung[],
  owner: string,
  holder: PostHolder | undefined,
  ladder: Ladder,
): string[] {
  const posts = new Set<string>()
  for (const rung of to) {
    if (rung === 'owner') {
      posts.add(owner)
      if (isVacant(holder)) for (const post of standing('head', holder, ladder)) posts.add(post)
    } else for (const post of standing(rung, holder, ladder)) posts.add(post)
  }
  return [...posts]
}

function standing(from: Rung, holder: PostHolder | undefined, ladder: Ladder): string[] {
  for (const rung of rungs.slice(rungs.indexOf(from))) {
    const here = ladder.filter(
      post =>
        post.role === rung &&
        !isVacant(post) &&
        (rung !== 'leader' || !holder?.team || post.team === holder.team),
    )
    if (here.length) return here.map(post => post._id)
  }
  return []
}
