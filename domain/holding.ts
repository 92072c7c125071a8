import { type Day, spokenDay } from './calendar'
import { cannotAct } from './certificate'
import type { Person, PostHolder } from './people'
import { type Post, scopesOf } from './posts'
import type { Objection } from './trouble'

/** Who takes a post: as much of a person as the post keeps. */
export type Taker = Pick<PostHolder, 'person' | 'name' | 'certificate' | 'certificateUntil' | 'openid'>

export const takerOf = (known: Omit<Person, 'posts' | 'phone'>): Taker => ({
  person: known.person,
  name: known.name,
  certificate: known.certificate,
  ...(known.certificateUntil ? { certificateUntil: known.certificateUntil } : {}),
  openid: known._id,
})

/** Nobody holds it (无人的岗位): its work waits for whoever takes it over. */
export const isVacant = (post: Pick<PostHolder, 'person'>): boolean => post.person === ''

/** Since when its present holder has it. */
export const heldSince = (post: PostHolder): Day | undefined =>
  isVacant(post) ? undefined : post.holders?.at(-1)?.from

/** The post as its holder carries it. */
export const carried = (post: PostHolder): Post => ({
  id: post._id,
  role: post.role,
  org: post.org,
  ...(post.team ? { team: post.team } : {}),
  ...(post.enterprise ? { enterprise: post.enterprise } : {}),
  ...scopesOf(post.role, post.org, post.enterprise),
})

/**
 * The post when its holder leaves it on `left` and `taker` has it from `today`, or nobody. Its id stays, and with it all
 * its work; who stood in for the one who left no longer does.
 */
export function handedOn(post: PostHolder, taker: Taker | undefined, left: Day, today: Day): PostHolder {
  const { away: _away, openid: _openid, certificateUntil: _until, ...rest } = post
  const past = (post.holders ?? []).map(holder => (holder.to ? holder : { ...holder, to: left }))
  const none = { person: '', name: '', certificate: '' }
  return {
    ...rest,
    ...(taker ?? none),
    holders: taker ? [...past, { person: taker.person, name: taker.name, from: today }] : past,
  }
}

/** What speaks against this colleague taking over this post, by a post he holds. */
export function takerObjection(post: PostHolder, by: PostHolder, today: Day): Objection | undefined {
  const say = (message: string): Objection => ({ message, field: 'successor' })
  if (isVacant(by)) return say('接任人的岗位也没有人，请重新选择')
  if (by.person === post.person) return say('接任人应是另一位同事')
  if (by.org !== post.org) return say('接任人应是本单位的同事')
  if (by.enterprise !== post.enterprise) return say('企业岗位只能由同一企业的人员接任')
  if (post.role !== 'officer') return undefined
  if (!by.certificate) return say(`${by.name}没有执法证，不能接任检查员`)
  const expired = cannotAct(by.name, by.certificateUntil, today)
  return expired ? say(expired) : undefined
}

/** How a post is about to be left. */
export type Leaving = {
  on: Day
  today: Day
  /** Other holders of the same role in the organisation. */
  others: number
  successor: boolean
  /** A city administrator does it. */
  byAdmin: boolean
  /** The holder does it himself. */
  bySelf: boolean
}

/** What speaks against leaving (离任); `last` where the organisation would be left without anyone who answers for it. */
export function leavingObjection(
  post: PostHolder,
  leaving: Leaving,
): (Objection & { last?: true }) | undefined {
  const { on, today, others, successor, byAdmin, bySelf } = leaving
  const since = heldSince(post)
  if (on > today) return { message: '离任日期还没有到，请在离任当天办理', field: 'on' }
  if (since && on < since)
    return { message: `${post.name}自${spokenDay(since)}任职，离任不能早于这一天`, field: 'on' }
  if (others > 0 || successor) return undefined
  if (post.role === 'head' && !byAdmin)
    return {
      message: `${post.name}是本局最后一位负责人，请先选接任人，或请市级管理员办理`,
      field: 'successor',
      last: true,
    }
  if (post.role === 'admin' && bySelf)
    return { message: '您是最后一位市级管理员，请先由别人接任', field: 'successor', last: true }
  return undefined
}
