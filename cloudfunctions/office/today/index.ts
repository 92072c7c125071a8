import { dayOf } from '../../../domain/calendar'
import { nameOf } from '../../../domain/organisation'
import type { Post, Role } from '../../../domain/posts'
import * as z from '../../../domain/zod'
import { noticesOf } from '../../enforcement'
import type { Caller } from '../../kernel/identity'
import { read } from '../../kernel/procedure'
import { morning } from './head'
import { ofOfficer } from './officer'
import { ofSection } from './section'

const NOTICES = 10

/**
 * The first page (今天), by the caller's leading post: what presses comes first. Thirteen database calls at most, most of
 * them side by side: the page gathers what six others hold, so that one call is enough.
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
      return { role: 'officer' as const, ...head, ...(await ofOfficer(caller, post, now)) }
    case 'head':
    case 'deputy':
    case 'legal':
    case 'leader':
      return { role: 'head' as const, ...head, ...(await morning(caller, post, now)) }
    case 'chief':
    case 'admin':
      return { role: 'city' as const, ...head, ...(await ofSection(caller, now)) }
    case 'enterprise':
      return {
        role: 'enterprise' as const,
        ...head,
        notices: await noticesOf(post.enterprise ?? '', NOTICES),
      }
    default:
      return { role: 'none' as const, ...head }
  }
})

// Who holds several posts begins with the one that has most to do.
function leadingPost(caller: Caller): Post | undefined {
  const order: Role[] = ['officer', 'leader', 'legal', 'deputy', 'head', 'chief', 'admin', 'enterprise']
  return order
    .map(role => caller.posts.find(post => post.role === role && !post.standIn))
    .find(post => post !== undefined)
}
