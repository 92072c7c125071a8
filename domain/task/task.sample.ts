import { city } from '../organisation'
import { type Post, type Role, scopesOf } from '../posts'
import { type Draft, issued } from './rules'
import type { Keeper, Task } from './task'

/** A post of the tests. */
export const postOf = (id: string, role: Role, org: string, team?: string): Post => ({
  id,
  role,
  org,
  ...(team ? { team } : {}),
  ...scopesOf(role, org),
})

export const keeperOf = ({ id, org, team }: Post): Keeper => ({
  unit: org,
  ...(team ? { team } : {}),
  post: id,
  name: id,
})

export const home = '360722'
export const other = '360723'

/** A small city: two units, one with a team, and the city's chief. */
export const people = {
  chief: postOf('chief', 'chief', city.id),
  head: postOf('head', 'head', home),
  deputy: postOf('deputy', 'deputy', home),
  leader: postOf('leader', 'leader', home, `${home}.jiading`),
  officer: postOf('officer', 'officer', home, `${home}.jiading`),
  second: postOf('second', 'officer', home),
  theirHead: postOf('theirHead', 'head', other),
  theirOfficer: postOf('theirOfficer', 'officer', other),
}

export const draft = (more: Partial<Draft> = {}): Draft => ({
  _id: 'f'.repeat(32),
  title: '排查建材市场',
  ask: '逐家核对电线电缆进货查验记录',
  kind: 'survey',
  due: '2026-12-31',
  secret: false,
  issuer: keeperOf(people.chief),
  issuedAt: Date.parse('2026-12-01T01:00:00Z'),
  ...more,
})

/** Issued by the city to the home unit. */
export const cityTask = (more: Partial<Draft> = {}): Task =>
  issued(draft(more), { unit: home }, keeperOf(people.head))
