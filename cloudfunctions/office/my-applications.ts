import { nameOf } from '../../domain/organisation'
import { applicationStates } from '../../domain/people'
import { roles } from '../../domain/posts'
import * as z from '../../domain/zod'
import { list } from '../kernel/collections'
import { read } from '../kernel/procedure'

const ROWS = 5

/** What the caller has asked for, and what became of it, the newest first. Two database calls. */
export const myApplications = read('anyone', z.strictObject({}), async caller => {
  const mine = await list('applications', { person: caller.person }, { limit: ROWS, order: [['at', 'desc']] })
  return mine.map(({ _id, role, org, state, at, declined }) => ({
    id: _id,
    role,
    roleName: roles[role],
    orgName: nameOf(org),
    state,
    stateName: applicationStates[state],
    at,
    ...(declined ? { reason: declined.reason, by: declined.by } : {}),
  }))
})
