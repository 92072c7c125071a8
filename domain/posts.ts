import type { Day } from './calendar'
import { covers } from './organisation'

/** The kinds of post (岗位) there are. Work sits with a post, not with a person (domain/16, levels and posts). */
export const roles = {
  admin: '市级管理员',
  chief: '市局科长',
  head: '局负责人',
  deputy: '分管局长',
  legal: '法制人员',
  leader: '所长、股长',
  officer: '检查员',
  enterprise: '企业负责人',
} as const

export type Role = keyof typeof roles

/**
 * A post as its holder carries it. The three scopes list organisations, or `enterprise:<id>` for one's own. Work lies
 * with the post: whoever takes it over takes its work.
 */
export type Post = {
  id: string
  role: Role
  /** The organisation it belongs to: a unit or the city. */
  org: string
  /** The team (所、股、大队) of the unit. */
  team?: string
  /** Held for somebody who is away (外出授权): whose, and within which days and kinds of paper. */
  standIn?: StandIn
  /** The enterprise an enterprise's person answers for. */
  enterprise?: string
  write: string[]
  see: string[]
  search: string[]
}

/** Acting for the holder of a post while he is away (外出授权): first and last day, and which papers; none named means all, and his tasks. */
export type StandIn = {
  name: string
  from: Day
  to: Day
  kinds: string[]
  /** Post of one's own under which one stands in: who gives it up no longer stands in. */
  by?: string
  /** His tasks only, no papers: one's own role approves none. */
  tasksOnly?: boolean
}

/** Where a record lies: the reporting unit responsible, units that share it, and the enterprise it is about. */
export type Place = { unit: string; units?: readonly string[]; enterprise?: string | undefined }

type Scope = 'write' | 'see' | 'search'

/** What a verb is held against: one of the three scopes, or the post's own organisation alone, not what lies below it. */
type Held = Scope | 'own'

// Who works in an office, from the county's town up to the city.
const bureau = ['head', 'deputy', 'legal', 'leader', 'officer'] as const
const office = ['admin', 'chief', ...bureau] as const

/**
 * Every verb there is: what it does, what it is held against, and who has it.
 * `docs/roles.md` is this table for people; a test holds the two and the procedures together.
 */
export const verbs = {
  'post.admit': { scope: 'write', roles: ['admin', 'head', 'officer'] },
  // To move, hand over and take back posts, and to set up teams.
  'post.manage': { scope: 'write', roles: ['admin', 'head'] },
  'post.read': { scope: 'see', roles: office },
  // One's own absence, and who acts meanwhile.
  'post.standIn': { scope: 'own', roles: ['chief', 'head', 'deputy', 'legal', 'leader', 'officer'] },
  'enterprise.enroll': { scope: 'write', roles: ['head', 'leader', 'officer'] },
  'enterprise.find': { scope: 'search', roles: ['chief', ...bureau] },
  'check.make': { scope: 'write', roles: ['officer'] },
  'check.confirm': { scope: 'write', roles: ['officer'] },
  'check.read': { scope: 'see', roles: ['chief', ...bureau, 'enterprise'] },
  'notice.issue': { scope: 'write', roles: ['officer'] },
  'notice.read': { scope: 'see', roles: ['chief', ...bureau, 'enterprise'] },
  // A paper that has not been served does not exist for the enterprise.
  'notice.readDraft': { scope: 'see', roles: ['chief', ...bureau] },
  'notice.answer': { scope: 'write', roles: ['enterprise'] },
  'notice.review': { scope: 'write', roles: ['officer'] },
  'figures.read': { scope: 'see', roles: office },
  'chain.set': { scope: 'own', roles: ['head'] },
  'paper.approve': { scope: 'own', roles: ['chief', 'head', 'deputy', 'legal', 'leader'] },
  'paper.write': { scope: 'own', roles: ['chief', 'head', 'deputy', 'legal', 'leader', 'officer'] },
  'paper.read': { scope: 'see', roles: ['chief', ...bureau] },
  // Blocks of numbers for work without a signal, and the list of gaps.
  'paper.number': { scope: 'own', roles: ['chief', 'head', 'leader', 'officer'] },
  'task.issue': { scope: 'write', roles: ['chief', 'head', 'deputy', 'leader'] },
  'task.assign': { scope: 'write', roles: ['head', 'deputy', 'leader'] },
  'task.work': { scope: 'write', roles: ['head', 'deputy', 'leader', 'officer'] },
  'task.decide': { scope: 'write', roles: ['chief'] },
  'task.read': { scope: 'see', roles: ['chief', ...bureau] },
  'campaign.lead': { scope: 'write', roles: ['chief'] },
  'campaign.answer': { scope: 'write', roles: ['head', 'deputy'] },
  'campaign.read': { scope: 'see', roles: office },
  'clock.ask': { scope: 'own', roles: ['head', 'deputy', 'leader', 'officer'] },
  'clock.grant': { scope: 'own', roles: ['head', 'deputy'] },
  // To press whoever answers for a term (催办).
  'clock.urge': { scope: 'write', roles: ['chief', 'head', 'deputy'] },
  'clock.read': { scope: 'see', roles: ['chief', ...bureau] },
  'urgent.report': { scope: 'write', roles: ['head', 'deputy', 'leader', 'officer'] },
  'urgent.read': { scope: 'see', roles: ['chief', ...bureau] },
  // The city section's words on an urgent report.
  'urgent.answer': { scope: 'write', roles: ['chief'] },
  'outside.register': { scope: 'write', roles: ['head', 'leader', 'officer'] },
  'outside.read': { scope: 'see', roles: ['chief', ...bureau] },
} as const satisfies Record<string, { scope: Held; roles: readonly Role[] }>

export type Verb = keyof typeof verbs

// What somebody does for a post whose holder is away; the rest waits for the holder (domain/16, approval).
const STAND_IN: readonly Verb[] = [
  'paper.approve',
  'paper.read',
  'notice.readDraft',
  'task.work',
  'task.assign',
  'task.read',
]

/**
 * Whom a post may let in: nobody grants what he could not answer for. An officer admits only the person of an
 * enterprise of his own unit; the first administrator comes from the environment.
 */
export const admits: Record<Role, readonly Role[]> = {
  admin: ['chief', 'head'],
  head: ['deputy', 'legal', 'leader', 'officer', 'enterprise'],
  deputy: [],
  legal: [],
  leader: [],
  officer: ['enterprise'],
  chief: [],
  enterprise: [],
}

/** The three scopes a new post gets. An officer may look for an enterprise in the whole city: goods travel. */
export function scopesOf(role: Role, org: string, enterprise?: string): Pick<Post, Scope> {
  const city = ['360700']
  switch (role) {
    case 'admin':
      return { write: city, see: city, search: [] }
    case 'chief':
      return { write: city, see: city, search: city }
    case 'enterprise':
      return { write: [`enterprise:${enterprise}`], see: [`enterprise:${enterprise}`], search: [] }
    default:
      return { write: [org], see: [org], search: city }
  }
}

/** Whether a scope reaches a place: it covers the unit or one that shares it, or names the enterprise itself. */
export const reaches = (scope: readonly string[], place: Place): boolean =>
  [place.unit, ...(place.units ?? [])].some(unit => covers(scope, unit)) ||
  (place.enterprise !== undefined && scope.includes(`enterprise:${place.enterprise}`))

/** The posts of a person that have a verb at all; one held for somebody away has only what cannot wait. */
export const postsWith = (posts: readonly Post[], verb: Verb): Post[] =>
  posts.filter(
    post =>
      (verbs[verb].roles as readonly Role[]).includes(post.role) &&
      (!post.standIn || standsInWith(post.standIn, verb)),
  )

// Who was given certain papers only has no tasks; who was given the tasks only approves no paper.
function standsInWith({ kinds, tasksOnly }: StandIn, verb: Verb): boolean {
  if (!STAND_IN.includes(verb)) return false
  if (verb === 'paper.approve') return !tasksOnly
  return kinds.length === 0 || !verb.startsWith('task.')
}

/** The posts somebody carries on a day: those held for others only within their days. */
export const postsOn = (posts: readonly Post[], day: Day): Post[] =>
  posts.filter(({ standIn }) => !standIn || (standIn.from <= day && day <= standIn.to))

/** The post under which a person may do this here, or undefined. */
export const postFor = (posts: readonly Post[], verb: Verb, place: Place): Post | undefined =>
  postsWith(posts, verb).find(post => reachesBy(post, verb, place))

/** Whether a post may do this here. */
export function reachesBy(post: Post, verb: Verb, place: Place): boolean {
  const { scope } = verbs[verb]
  return scope === 'own' ? post.org === place.unit : reaches(post[scope], place)
}

/** The organisations, or `enterprise:<id>`, a post reaches with a verb. */
export const reachOf = (post: Post, verb: Verb): string[] => {
  const { scope } = verbs[verb]
  return scope === 'own' ? [post.org] : post[scope]
}
