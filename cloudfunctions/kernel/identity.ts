import { type Day, dayOf } from '../../domain/calendar'
import { textHash } from '../../domain/digest'
import { city } from '../../domain/organisation'
import {
  type Place,
  type Post,
  postFor,
  postsOn,
  postsWith,
  reachOf,
  scopesOf,
  type Verb,
} from '../../domain/posts'
import { cloud } from './cloud'
import { find } from './collections'
import { refuse } from './problem'

/** Who is calling. Identity comes from `getWXContext()` alone, never from the event. */
export type Caller = {
  openid: string
  /** The person's own id, which does not tell the openid. */
  person: string
  name: string
  certificate: string
  certificateUntil?: Day
  phone: string
  posts: Post[]
  /** The folder below `evidence/` this person's device uploads to. */
  folder: string
}

/** The caller with the posts he holds. One database call. Refuses `identity.none` where WeChat named nobody. */
export async function identify(): Promise<Caller> {
  const { OPENID: openid } = cloud.getWXContext()
  if (!openid) return refuse('identity.none')
  const known = await find('people', openid)
  return {
    openid,
    person: textHash(`person:${openid}`).slice(0, 32),
    name: known?.name ?? (isFirstAdministrator(openid) ? '市级管理员' : ''),
    certificate: known?.certificate ?? '',
    ...(known?.certificateUntil ? { certificateUntil: known.certificateUntil } : {}),
    phone: known?.phone ?? '',
    posts: [
      ...postsOn(known?.posts ?? [], dayOf(Date.now())),
      ...(isFirstAdministrator(openid) ? [firstAdministrator] : []),
    ],
    folder: textHash(`evidence:${openid}`).slice(0, 32),
  }
}

/** Whether the timer called this function: then WeChat names no person. An event could pretend anything. */
export const calledByTimer = (): boolean =>
  !cloud.getWXContext().OPENID && process.env.TRIGGER_SRC === 'timer'

/** Refuses unless one of the caller's posts has the verb at all. */
export function requireVerb(caller: Caller, verb: Verb): void {
  if (caller.posts.length === 0) refuse('post.none')
  if (postsWith(caller.posts, verb).length === 0) refuse('verb.denied')
}

/** The post under which the caller does this here. Refuses `scope.foreign` where it is not his. */
export const requirePost = (caller: Caller, verb: Verb, place: Place): Post =>
  postFor(caller.posts, verb, place) ?? refuse('scope.foreign')

/** A record the caller may see, or `record.missing`: that it exists elsewhere is nobody's business. */
export function visible<R extends Place | (Place & { _id: string })>(
  caller: Caller,
  verb: Verb,
  record: R | undefined,
): R {
  if (!record || !postFor(caller.posts, verb, record)) return refuse('record.missing')
  return record
}

/** Organisations the caller's posts with this verb reach. */
export const scopeOf = (caller: Caller, verb: Verb): string[] =>
  postsWith(caller.posts, verb).flatMap(post => reachOf(post, verb))

// The very first post cannot be granted by anyone: the deployment names its holder (docs/deploy.md).
const isFirstAdministrator = (openid: string): boolean => openid === process.env.SANLIAN_ADMIN

const firstAdministrator: Post = {
  id: 'first-administrator',
  role: 'admin',
  org: city.id,
  ...scopesOf('admin', city.id),
}
