import { dayOf } from '../../domain/calendar'
import { id } from '../../domain/fields'
import { org } from '../../domain/number-form'
import { confirmedOn } from '../../domain/service'
import * as z from '../../domain/zod'
import { find } from '../kernel/collections'
import { requirePost } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { colleaguesOf } from './colleagues'

/** What a form of service needs: who can be the second officer, and where electronic service may go. Two database calls. */
export const serving = read(
  'paper.write',
  z.strictObject({ unit: org, enterprise: z.optional(id()) }),
  async (caller, { unit, enterprise }) => {
    const post = requirePost(caller, 'paper.write', { unit })
    const [colleagues, known] = await Promise.all([
      colleaguesOf(caller, unit),
      enterprise ? find('addresses', enterprise) : undefined,
    ])
    const confirmed = confirmedOn(known, dayOf(Date.now()))
    return {
      me: { post: post.id, name: caller.name, certificate: caller.certificate },
      colleagues,
      address: confirmed?.address ?? '',
      /** Telephone, mail or account by which electronic service was agreed to; nothing without a confirmation. */
      accounts: confirmed?.ways.includes('electronic')
        ? [confirmed.phone, confirmed.email, confirmed.account].filter(one => one !== undefined)
        : [],
    }
  },
)
