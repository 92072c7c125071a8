import { city, nameOf } from '../../domain/organisation'
import type { PostHolder } from '../../domain/people'
import { type Role, roles, verbs } from '../../domain/posts'
import type { Address, Keeper, Party } from '../../domain/task'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'

const MOST = 400

/** Who can have a task: the roles that can work on one. */
const workers = verbs['task.work'].roles

/** A post as handing over needs it. */
export type Staff = Pick<PostHolder, '_id' | 'role' | 'org' | 'team' | 'person' | 'name' | 'away'>

/**
 * Posts of these organisations, for telling who answers there. By index, and so outside the transaction: a post stays
 * when its holder leaves, what is read a moment early is not wrong. One database call.
 */
export const staffOf = (orgs: readonly string[], of: readonly Role[] = workers): Promise<Staff[]> =>
  list(
    'posts',
    { org: _.in([...new Set(orgs)]), role: _.in([...of]) },
    {
      limit: MOST,
      order: [['_id', 'asc']],
      fields: ['_id', 'role', 'org', 'team', 'person', 'name', 'away'],
    },
  )

/** The heads who answer for these units; of the city its chiefs. One database call. */
export const headsOf = (units: readonly string[]): Promise<Staff[]> =>
  staffOf(units, units.includes(city.id) ? ['head', 'chief'] : ['head'])

export const keeper = ({ _id, org, team, name }: Staff): Keeper => ({
  unit: org,
  ...(team ? { team } : {}),
  post: _id,
  name,
})

// Somebody who is there before an empty post; an empty post before nobody, its work waits with the head.
const first = (posts: readonly Staff[]): Staff | undefined => posts.find(({ person }) => person) ?? posts[0]

/** The post that answers for a unit: its head's, or of the city a chief's. Refuses where there is none. */
export function headOf(staff: readonly Staff[], unit: string): Keeper {
  const head = first(staff.filter(({ org, role }) => org === unit && (role === 'head' || role === 'chief')))
  if (!head)
    return refuse('record.missing', {
      message:
        unit === city.id
          ? '市局还没有科长岗位，请联系市级管理员'
          : `${nameOf(unit)}还没有局负责人，暂时不能交给它`,
      field: 'to',
    })
  return keeper(head)
}

/** Whom an address names, and the post that answers there. Refuses whom no task can be given to. */
export async function addressee(
  submission: Submission,
  staff: readonly Staff[],
  to: Address,
): Promise<{ next: Party; inCharge: Keeper }> {
  const { unit, team: id, post } = to
  if (post) {
    const named = staff.find(({ _id, org }) => _id === post && org === unit)
    if (!named) return refuse('record.missing', { message: '没有找到这个岗位，请重新选人', field: 'to' })
    if (!named.person)
      return refuse('input.invalid', {
        message: `这个${roles[named.role]}岗位现在没有人，请另选`,
        field: 'to',
      })
    const next = keeper(named)
    return { next, inCharge: next }
  }
  if (!id) return { next: { unit }, inCharge: headOf(staff, unit) }
  const team = await submission.find('teams', id)
  if (team?.unit !== unit)
    return refuse('record.missing', { message: '没有找到这个所（股、队），请重新选择', field: 'to' })
  if (!team.open) return refuse('input.invalid', { message: `${team.name}已经撤并，请重新选择`, field: 'to' })
  // A team without a leader lies with the head until it has one.
  const leader = first(staff.filter(one => one.org === unit && one.team === id && one.role === 'leader'))
  const next = { unit, team: id, teamName: team.name }
  return { next, inCharge: leader ? keeper(leader) : headOf(staff, unit) }
}

/** The open teams of these units. One database call. */
export const teamsOf = (units: readonly string[]) =>
  list(
    'teams',
    { unit: _.in([...new Set(units)]), open: true },
    { limit: 60, order: [['_id', 'asc']], fields: ['_id', 'unit', 'name'] },
  )
