import { type Day, daysBetween, spokenDay } from './calendar'
import { isVacant } from './holding'
import type { Away, PostHolder } from './people'
import type { Post, Role } from './posts'
import type { Objection } from './trouble'

/** Days one absence may last; who is away longer hands his post over (own proposal). */
export const LONGEST_AWAY = 90

// Who may stand in for whom: only a role that may approve at all stands in for one that approves. An officer does the
// tasks of an officer or a leader, and signs nothing for him (domain/16, approval).
const approvers: readonly Role[] = ['head', 'deputy', 'legal', 'leader']
const standsInFor: Partial<Record<Role, readonly Role[]>> = {
  chief: ['chief'],
  head: approvers,
  deputy: approvers,
  legal: approvers,
  leader: [...approvers, 'officer'],
  officer: [...approvers, 'officer'],
}

/** Whether a post of this role can be left to a stand-in at all. */
export const mayBeAway = (role: Role): boolean => standsInFor[role] !== undefined

/** Whether `role` may stand in for a post of role `of`. */
export const mayStandIn = (role: Role, of: Role): boolean => standsInFor[of]?.includes(role) ?? false

/** Whether the stand-in does the tasks alone and approves nothing. */
export const isTasksOnly = (role: Role, of: Role): boolean => of === 'leader' && role === 'officer'

type Span = { from: Day; to: Day }

const overlaps = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to
const spoken = ({ from, to }: Span): string =>
  from === to ? spokenDay(from) : `${spokenDay(from)}至${spokenDay(to)}`

/** Whether an absence lies on a day or still before us. */
export const isAhead = (away: Span | undefined, today: Day): boolean => !!away && away.to >= today

/** Whether the holder is away on a day. */
export const isAwayOn = (away: Span | undefined, day: Day): boolean =>
  !!away && away.from <= day && day <= away.to

/**
 * What speaks against an absence (外出授权).
 *
 * @param holding the posts the one who goes away carries: those he stands in for others with count
 * @param today no authority is given for days that are over
 */
export function awayObjection(
  away: Span,
  post: PostHolder,
  standIn: PostHolder,
  holding: readonly Post[],
  today: Day,
): Objection | undefined {
  const { from, to } = away
  if (isVacant(post)) return { message: '这个岗位现在没有人，请先安排接任', field: 'post' }
  if (!mayBeAway(post.role)) return { message: '这个岗位不设外出授权', field: 'post' }
  if (to < from) return { message: '结束日期早于开始日期，请检查', field: 'to' }
  if (from < today) return { message: '外出授权从今天起才有效，不能补以前的日子', field: 'from' }
  if (daysBetween(from, to) + 1 > LONGEST_AWAY)
    return { message: `一次最多${LONGEST_AWAY}天；离开更久的，请办理离任或调整岗位`, field: 'to' }
  if (post.away && isAhead(post.away, today))
    return { message: `已设过${spoken(post.away)}的外出授权，请先结束那一次`, field: 'from' }
  const other = holding.find(one => one.standIn && overlaps(one.standIn, away))
  if (other?.standIn)
    return {
      message: `${spoken(other.standIn)}由${post.name}代理${other.standIn.name}，不能再转给别人；请${other.standIn.name}先另选代理人`,
      field: 'from',
    }
  return standInObjection(away, post, standIn)
}

/** What speaks against giving certain papers only: an officer approves none, and an officer's post has none to approve. */
export const kindsObjection = (
  kinds: readonly string[],
  post: Pick<PostHolder, 'role'>,
  standIn: Pick<PostHolder, 'role' | 'name'>,
): Objection | undefined =>
  kinds.length && (post.role === 'officer' || isTasksOnly(standIn.role, post.role))
    ? { message: `${standIn.name}只能代办任务，不能代批文书，请选“全部”`, field: 'kinds' }
    : undefined

/** What speaks against this colleague standing in on those days. */
export function standInObjection(away: Span, post: PostHolder, standIn: PostHolder): Objection | undefined {
  const say = (message: string): Objection => ({ message, field: 'standIn' })
  if (isVacant(standIn)) return say('代理人的岗位没有人，请重新选择')
  if (standIn.org !== post.org) return say('代理人应是本单位的同事')
  if (standIn.person === post.person) return say('代理人应是另一位同事')
  if (!mayStandIn(standIn.role, post.role))
    return say(
      post.role === 'chief'
        ? '市局科长只能由另一位市局科长代理'
        : '代理人应能办理审批，请选负责人、分管局长、法制人员或所长、股长',
    )
  if (standIn.away && overlaps(standIn.away, away))
    return say(`${standIn.name}${spoken(standIn.away)}自己外出，请另选一位`)
  return undefined
}

/** The post as the stand-in carries it for those days. */
export const heldFor = (post: Post, name: string, away: Away): Post => ({
  ...post,
  standIn: {
    name,
    from: away.from,
    to: away.to,
    kinds: away.kinds,
    by: away.post,
    ...(away.tasksOnly ? { tasksOnly: true } : {}),
  },
})
