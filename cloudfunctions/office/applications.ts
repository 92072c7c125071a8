import { masked } from '../../domain/enterprise'
import { city, nameOf, units } from '../../domain/organisation'
import { admits, postsWith, reaches, roles } from '../../domain/posts'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'
import { read } from '../kernel/procedure'
import { teamNames } from './team'

const ROWS = 50
const VACANT = 100

/** Who waits to be let in by the caller, the oldest first, and the vacant posts he could take. Four database calls. */
export const applications = read('post.admit', z.strictObject({}), async caller => {
  const mine = postsWith(caller.posts, 'post.admit')
  const orgs = [city.id, ...units.map(unit => unit.id)].filter(org =>
    mine.some(post => reaches(post.write, { unit: org })),
  )
  const admitted = [...new Set(mine.flatMap(post => admits[post.role]))]
  const asked = { state: 'waiting', org: _.in(orgs), role: _.in(admitted) }
  const waiting = (await list('applications', asked, { limit: ROWS, order: [['at', 'asc']] })).filter(
    ({ role, org }) =>
      mine.some(post => admits[post.role].includes(role) && reaches(post.write, { unit: org })),
  )
  const [teams, vacant] = waiting.length
    ? await Promise.all([
        teamNames(waiting.map(({ team }) => team)),
        list(
          'posts',
          { person: '', org: _.in([...new Set(waiting.map(({ org }) => org))]) },
          { limit: VACANT },
        ),
      ])
    : [new Map<string, string>(), []]
  return waiting.map(({ _id, name, role, org, team, certificate, certificateUntil, phone, at }) => ({
    id: _id,
    name,
    role: roles[role],
    orgName: nameOf(org),
    teamName: teams.get(team ?? '') ?? '',
    certificate: certificate ?? '',
    ...(certificateUntil ? { certificateUntil } : {}),
    phone: masked(phone),
    at,
    /** Posts of this kind that nobody holds: taken over with their work. */
    vacant: vacant
      .filter(post => post.org === org && post.role === role && !post.enterprise)
      .map(post => ({ post: post._id, was: post.holders?.at(-1)?.name ?? '' })),
  }))
})
