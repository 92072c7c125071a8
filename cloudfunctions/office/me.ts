import { dayOf } from '../../domain/calendar'
import { certificateWarning } from '../../domain/certificate'
import { nameOf } from '../../domain/organisation'
import { roles } from '../../domain/posts'
import * as z from '../../domain/zod'
import { read } from '../kernel/procedure'
import { teamNames } from './team'

/** Who is calling, and which posts he holds. Two database calls at most. */
export const me = read('anyone', z.strictObject({}), async caller => {
  const teams = await teamNames(caller.posts.map(({ team }) => team))
  const isOfficer = caller.posts.some(({ role, standIn }) => role === 'officer' && !standIn)
  const warning = isOfficer ? certificateWarning(caller.certificateUntil, dayOf(Date.now())) : undefined
  return {
    person: caller.person,
    name: caller.name,
    certificate: caller.certificate,
    ...(caller.certificateUntil ? { certificateUntil: caller.certificateUntil } : {}),
    /** Said from thirty days before the certificate's last day. */
    ...(warning ? { certificateWarning: warning } : {}),
    /** Where this person's device uploads: `evidence/<folder>/…`. */
    folder: caller.folder,
    /** Every screen and paper of a demonstration carries the mark 演示数据. */
    demo: process.env.SANLIAN_DEMO === '1',
    posts: caller.posts.map(({ id, role, org, team, enterprise, standIn }) => ({
      id,
      role,
      roleName: roles[role],
      org,
      orgName: nameOf(org),
      ...(team ? { team, teamName: teams.get(team) ?? '' } : {}),
      ...(enterprise ? { enterprise } : {}),
      /** Held for somebody who is away (外出授权). */
      ...(standIn ? { standIn: { name: standIn.name, from: standIn.from, to: standIn.to } } : {}),
    })),
  }
})
