import { masked } from '../../domain/enterprise'
import { city, nameOf, units } from '../../domain/organisation'
import { admits, postsWith, reaches, roles } from '../../domain/posts'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'
import { read } from '../kernel/procedure'

const ROWS = 50

/** Who waits to be let in by the caller, the oldest first. Two database calls. */
export const applications = read('post.admit', z.strictObject({}), async caller => {
  const mine = postsWith(caller.posts, 'post.admit')
  const orgs = [city.id, ...units.map(unit => unit.id)].filter(org =>
    mine.some(post => reaches(post.write, { unit: org })),
  )
  const admitted = [...new Set(mine.flatMap(post => admits[post.role]))]
  const asked = { state: 'waiting', org: _.in(orgs), role: _.in(admitted) }
  const waiting = await list('applications', asked, { limit: ROWS, order: [['at', 'asc']] })
  return waiting
    .filter(({ role, org }) =>
      mine.some(post => admits[post.role].includes(role) && reaches(post.write, { unit: org })),
    )
    .map(({ _id, name, role, org, certificate, phone, at }) => ({
      id: _id,
      name,
      role: roles[role],
      orgName: nameOf(org),
      certificate: certificate ?? '',
      phone: masked(phone),
      at,
    }))
})
