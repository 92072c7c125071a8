import { dayOf } from '../../domain/calendar'
import { cannotAct } from '../../domain/certificate'
import { EDITION } from '../../domain/checklist'
import { masked } from '../../domain/enterprise'
import { id } from '../../domain/fields'
import { nameOf } from '../../domain/organisation'
import { postFor } from '../../domain/posts'
import * as z from '../../domain/zod'
import { find, list } from '../kernel/collections'
import { visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read } from '../kernel/procedure'

const COLLEAGUES = 100

/** What an officer needs to begin a check, so that he can go on without a signal. Three database calls. */
export const prepare = read('check.make', z.strictObject({ enterprise: id() }), async (caller, input) => {
  const today = dayOf(Date.now())
  const found = await find('enterprises', input.enterprise)
  const enterprise = visible(caller, 'check.make', found && { ...found, enterprise: found._id })
  const mine = postFor(caller.posts, 'check.make', enterprise)
  // Told at the door, not when the record is handed in.
  const expired = cannotAct(caller.name, caller.certificateUntil, today)
  if (expired) refuse('certificate.expired', { message: expired })
  const colleagues = await list(
    'posts',
    { org: enterprise.unit, role: 'officer' },
    {
      limit: COLLEAGUES,
      order: [['_id', 'asc']],
      fields: ['_id', 'name', 'certificate', 'certificateUntil', 'person'],
    },
  )
  return {
    enterprise: {
      id: enterprise._id,
      name: enterprise.name,
      code: enterprise.code,
      codeSound: enterprise.codeSound,
      kind: enterprise.kind,
      address: enterprise.address,
      unit: enterprise.unit,
      unitName: nameOf(enterprise.unit),
      contact: { name: enterprise.contact.name, phone: masked(enterprise.contact.phone) },
      lastCheck: enterprise.lastCheck,
    },
    edition: EDITION,
    me: { post: mine?.id ?? '', name: caller.name, certificate: caller.certificate },
    colleagues: colleagues
      .filter(
        ({ person, name, certificateUntil }) =>
          person !== '' && person !== caller.person && !cannotAct(name, certificateUntil, today),
      )
      .map(({ _id, name, certificate }) => ({ post: _id, name, certificate })),
  }
})
