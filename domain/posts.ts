import { covers } from './organisation'

/** The kinds of post (岗位) there are. Work sits with a post, not with a person (domain/16, levels and posts). */
export const roles = {
  admin: '市级管理员',
  chief: '市局科长',
  head: '局负责人',
  officer: '检查员',
  enterprise: '企业负责人',
} as const

export type Role = keyof typeof roles

/** A post as its holder carries it. The three scopes list organisations, or `enterprise:<id>` for one's own. */
export type Post = {
  id: string
  role: Role
  /** The organisation it belongs to: a unit or the city. */
  org: string
  /** The enterprise an enterprise's person answers for. */
  enterprise?: string
  write: string[]
  see: string[]
  search: string[]
}

/** Where a record lies: the reporting unit responsible, and the enterprise it is about. */
export type Place = { unit: string; enterprise?: string | undefined }

type Scope = 'write' | 'see' | 'search'

/**
 * Every verb there is: what it does, which of a post's three scopes it is held against, and who has it.
 * `docs/roles.md` is this table for people; a test holds the two and the procedures together.
 */
export const verbs = {
  'post.admit': { scope: 'write', roles: ['admin', 'head', 'officer'] },
  'enterprise.enroll': { scope: 'write', roles: ['head', 'officer'] },
  'enterprise.find': { scope: 'search', roles: ['chief', 'head', 'officer'] },
  'check.make': { scope: 'write', roles: ['officer'] },
  'check.read': { scope: 'see', roles: ['chief', 'head', 'officer', 'enterprise'] },
  'notice.issue': { scope: 'write', roles: ['officer'] },
  'notice.read': { scope: 'see', roles: ['chief', 'head', 'officer', 'enterprise'] },
  // A paper that has not been served does not exist for the enterprise.
  'notice.readDraft': { scope: 'see', roles: ['chief', 'head', 'officer'] },
  'notice.answer': { scope: 'write', roles: ['enterprise'] },
  'notice.review': { scope: 'write', roles: ['officer'] },
  'figures.read': { scope: 'see', roles: ['admin', 'chief', 'head', 'officer'] },
} as const satisfies Record<string, { scope: Scope; roles: readonly Role[] }>

export type Verb = keyof typeof verbs

/**
 * Whom a post may let in: nobody grants what he could not answer for. An officer admits only the person of an
 * enterprise of his own unit; the first administrator comes from the environment.
 */
export const admits: Record<Role, readonly Role[]> = {
  admin: ['chief', 'head'],
  head: ['officer', 'enterprise'],
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
      return { write: [], see: city, search: city }
    case 'head':
    case 'officer':
      return { write: [org], see: [org], search: city }
    case 'enterprise':
      return { write: [`enterprise:${enterprise}`], see: [`enterprise:${enterprise}`], search: [] }
  }
}

/** Whether a scope reaches a place: it covers the unit, or names the enterprise itself. */
export const reaches = (scope: readonly string[], place: Place): boolean =>
  covers(scope, place.unit) ||
  (place.enterprise !== undefined && scope.includes(`enterprise:${place.enterprise}`))

/** The posts of a person that have a verb at all. */
export const postsWith = (posts: readonly Post[], verb: Verb): Post[] =>
  posts.filter(post => (verbs[verb].roles as readonly Role[]).includes(post.role))

/** The post under which a person may do this here, or undefined. */
export const postFor = (posts: readonly Post[], verb: Verb, place: Place): Post | undefined =>
  postsWith(posts, verb).find(post => reaches(post[verbs[verb].scope], place))
