import type { Day } from './calendar'
import { unitOf } from './organisation'
import type { Role } from './posts'
import type { Objection } from './trouble'

/** The kinds of team below a unit (domain/16, levels and posts). */
export const teamKinds = { station: '市场监管所', brigade: '执法大队', section: '股、科' } as const
export type TeamKind = keyof typeof teamKinds

/** A team (所、股、大队) of a unit, set up and changed by the unit's head. Its leader is the post that leads it. */
export type Team = {
  /** Its unit's id, a full stop and its own: `360722.1f0c9a7e`. */
  _id: string
  unit: string
  name: string
  kind: TeamKind
  /** Towns and streets it answers for (辖区). */
  towns: string[]
  /** Posts that belong to it: kept here, so that merging finds every one in the same transaction. */
  posts: string[]
  open: boolean
  /** The team it became part of, and when. */
  merged?: { into: string; on: Day }
}

/** A new team's id; `id` is the submission's. */
export const teamId = (unit: string, id: string): string => `${unit}.${id.slice(0, 8)}`

/** Whether somebody of this role belongs to a team; heads, deputies and legal staff answer for the whole bureau. */
export const isOfTeam = (role: Role): boolean => role === 'leader' || role === 'officer'

/** Towns as people write them in one line, one by one: 嘉定镇、大塘埠镇. */
export const townsIn = (text: string): string[] =>
  Array.from(
    new Set(
      text
        .split(/[、，,；;\s]+/)
        .map(town => town.trim())
        .filter(Boolean),
    ),
  )

type Named = Pick<Team, '_id' | 'name' | 'kind' | 'towns'>

/** What speaks against a team as it is set up or changed; `others` are the open teams of its unit. */
export function teamObjection(
  team: Omit<Named, '_id'> & { unit: string },
  others: readonly Named[],
): Objection | undefined {
  if (!unitOf(team.unit)) return { message: '所队设在县（市、区）局下面，请选择单位', field: 'unit' }
  if (others.some(other => other.name === team.name))
    return { message: `已经有“${team.name}”了，请换一个名称`, field: 'name' }
  // 所 do sellers of their towns (domain/16): a town with two of them would have none that answers.
  if (team.kind !== 'station') return undefined
  for (const other of others) {
    const shared = other.kind === 'station' && team.towns.find(town => other.towns.includes(town))
    if (shared) return { message: `${shared}已由${other.name}负责，一个乡镇只归一个所`, field: 'towns' }
  }
  return undefined
}

/** What speaks against merging one team into another. */
export function mergeObjection(team: Team, into: Team): Objection | undefined {
  if (team._id === into._id) return { message: '请选择另一个所队', field: 'into' }
  if (team.unit !== into.unit) return { message: '只能并入本局的所队', field: 'into' }
  if (!into.open) return { message: `${into.name}已经撤并，请重新选择`, field: 'into' }
  return undefined
}

/** Both teams after the one has become part of the other: its posts and towns move. */
export const merged = (team: Team, into: Team, on: Day): [Team, Team] => [
  { ...team, posts: [], open: false, merged: { into: into._id, on } },
  {
    ...into,
    posts: Array.from(new Set([...into.posts, ...team.posts])),
    towns: Array.from(new Set([...into.towns, ...team.towns])),
  },
]
