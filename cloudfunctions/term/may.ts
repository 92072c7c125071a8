import { postFor } from '../../domain/posts'
import type { Term } from '../../domain/term'
import type { Caller } from '../kernel/identity'

/** Who may ask for a term: its owner, or who leads in its unit, for an owner who is away. */
export function mayAsk(caller: Caller, term: Term): boolean {
  const post = postFor(caller.posts, 'clock.ask', term)
  return post !== undefined && (post.role !== 'officer' || caller.posts.some(own => own.id === term.owner))
}

/** Why the caller may not decide on a request; undefined where he may. Nobody grants his own. */
export function mayGrant(caller: Caller, term: Term): string | undefined {
  if (!postFor(caller.posts, 'clock.grant', term)) return '由本单位分管局长或者局负责人批准'
  return term.ask?.person === caller.person ? '自己申请的，请另一位负责人批准' : undefined
}
