import { isAhead } from '../../domain/away'
import type { Day } from '../../domain/calendar'
import { carried, handedOn, isVacant, type Taker, takerOf } from '../../domain/holding'
import type { Away, PostHolder } from '../../domain/people'
import { type Post, postFor, type Verb } from '../../domain/posts'
import type { Objection } from '../../domain/trouble'
import type { Collections } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'
import { tell } from '../message'
import type { Carriers } from './carriers'

type Holder = Collections['posts']

/** Refuses `input.invalid` with the objection, if there is one. */
export function unlessObjected(objection: Objection | undefined): void {
  if (objection) refuse('input.invalid', { message: objection.message, field: objection.field })
}

/** A post of an organisation where the caller may do this, or `record.missing`: elsewhere it does not exist for him. */
export async function postHere(submission: Submission, verb: Verb, id: string): Promise<Holder> {
  const post = await submission.find('posts', id)
  if (!post || !postFor(submission.caller.posts, verb, { unit: post.org })) return refuse('record.missing')
  submission.within({ unit: post.org })
  return post
}

/** The openid under which the holder's person document lies. */
export const openidOf = (post: PostHolder): string =>
  post.openid ?? refuse('state.wrong', { message: `${post.name}的岗位资料不全，请本人重新申请一次` })

/** The person who holds this post, as one who takes another. */
export async function takerBy(carriers: Carriers, by: PostHolder): Promise<Taker> {
  return takerOf(await carriers.of(openidOf(by)))
}

/**
 * Takes a post from its holder and gives it to `taker`, or to nobody. Who stood in for him no longer does; what he did
 * for others under this post goes back to them, and they are told.
 */
export async function handOver(
  submission: Submission,
  carriers: Carriers,
  post: Holder,
  taker: Taker | undefined,
  left: Day,
): Promise<void> {
  const { today } = submission
  if (!isVacant(post)) {
    const leaver = await carriers.of(openidOf(post))
    for (const held of leaver.posts.filter(one => one.standIn?.by === post._id))
      await endStandIn(submission, held.id, today, `${post.name}离任，不再代理`)
    await carriers.change(leaver._id, posts =>
      posts.filter(one => one.standIn?.by !== post._id && (one.id !== post._id || one.standIn)),
    )
    if (post.away) await takeBack(submission, carriers, post._id, post.away)
  }
  const after = handedOn(post, taker, left, today)
  if (taker?.openid) await carriers.change(taker.openid, posts => [...posts, carried(after)])
  submission.replace('posts', post, after)
}

/** Takes a post out of the stand-in's hands. */
export async function takeBack(
  submission: Submission,
  carriers: Carriers,
  post: string,
  away: Away,
): Promise<void> {
  const standIn = await submission.find('posts', away.post)
  if (standIn?.openid) await carriers.change(standIn.openid, posts => withoutStandIn(posts, post))
}

export const withoutStandIn = (posts: Post[], post: string): Post[] =>
  posts.filter(one => one.id !== post || !one.standIn)

// The stand-in is gone: the absence no longer has anybody, and its holder hears of it.
async function endStandIn(submission: Submission, id: string, today: Day, why: string): Promise<void> {
  const post = await submission.find('posts', id)
  if (!post?.away) return
  const { away, ...rest } = post
  submission.replace('posts', post, rest)
  if (!isAhead(away, today)) return
  tell(submission, [id], {
    title: '外出授权已结束',
    words: `${why}。您外出期间请另选代理人。`,
    unit: post.org,
    page: `/bureau/away/index?post=${id}`,
  })
}
