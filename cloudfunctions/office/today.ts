import { dayOf } from '../../domain/calendar'
import { city, nameOf } from '../../domain/organisation'
import type { Post, Role } from '../../domain/posts'
import * as z from '../../domain/zod'
import { noticesOf, openNotices, waitingNotices } from '../enforcement'
import { latestChecks } from '../inspection'
import type { Caller } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { figuresOf, figuresOn, shown } from '../statistics'

const ROWS = 10

/**
 * The first page (今天), by the caller's leading post: what presses comes first. At most six database calls.
 */
export const today = read('anyone', z.strictObject({}), async caller => {
  const now = Date.now()
  const post = leadingPost(caller)
  const head = {
    today: dayOf(now),
    name: caller.name,
    orgName: post ? nameOf(post.org) : '',
    org: post?.org ?? '',
  }
  switch (post?.role) {
    case 'officer':
      return { role: 'officer' as const, ...head, ...(await ofUnit(post.org, now)) }
    case 'head':
    case 'deputy':
    case 'legal':
    case 'leader':
      return { role: 'head' as const, ...head, ...(await ofUnit(post.org, now)) }
    case 'chief':
    case 'admin':
      return { role: 'city' as const, ...head, ...(await ofCity(now)) }
    case 'enterprise':
      return { role: 'enterprise' as const, ...head, notices: await noticesOf(post.enterprise ?? '', ROWS) }
    default:
      return { role: 'none' as const, ...head }
  }
})

async function ofUnit(unit: string, now: number) {
  const [figures, open, waiting, checks] = await Promise.all([
    figuresOf(unit, dayOf(now), now),
    openNotices(unit, ROWS),
    waitingNotices(unit, ROWS),
    latestChecks(unit, 3),
  ])
  return { figures: shown(figures), open, waiting, checks }
}

async function ofCity(now: number) {
  const figures = await figuresOn(dayOf(now), now)
  return {
    city: city.name,
    units: [...figures].map(([id, figure]) => ({
      id,
      name: nameOf(id),
      checks: figure.checks.value,
      open: figure.noticesOpen.value,
      overdue: figure.noticesOverdue.value,
    })),
  }
}

// Who holds several posts begins with the one that has most to do.
function leadingPost(caller: Caller): Post | undefined {
  const order: Role[] = ['officer', 'leader', 'legal', 'deputy', 'head', 'chief', 'admin', 'enterprise']
  return order
    .map(role => caller.posts.find(post => post.role === role && !post.standIn))
    .find(post => post !== undefined)
}
