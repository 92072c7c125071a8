import { findingsIn } from '../../domain/check'
import { itemOf } from '../../domain/checklist'
import { masked } from '../../domain/enterprise'
import { photosIn } from '../../domain/evidence'
import { id } from '../../domain/fields'
import { nameOf } from '../../domain/organisation'
import { postFor } from '../../domain/posts'
import * as z from '../../domain/zod'
import { find } from '../kernel/collections'
import { addressesOf } from '../kernel/files'
import { visible } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { mayConfirm } from './confirm'

/** One check's record, its pictures under temporary addresses. Four database and storage calls at most. */
export const readCheck = read('check.read', z.strictObject({ check: id() }), async (caller, input) => {
  const {
    head: _head,
    confirmation,
    toConfirm,
    ...check
  } = visible(caller, 'check.read', await find('checks', input.check))
  // Between the two officers: not for the enterprise, whose post reaches its own records by their enterprise alone.
  const inside = postFor(caller.posts, 'check.read', { unit: check.unit }) !== undefined
  const { present } = check
  const ordered = check.found ? Object.keys((await find('ordered', check._id))?.items ?? {}) : []
  return {
    ...check,
    unitName: nameOf(check.unit),
    ...(inside && toConfirm !== undefined ? { confirmation: confirmation ?? null } : {}),
    mayConfirm: mayConfirm(caller, toConfirm),
    ...(present?.phone ? { present: { ...present, phone: masked(present.phone) } } : {}),
    addresses: await addressesOf(photosIn(check)),
    /** Findings of which a correction has been ordered already. */
    ordered,
    mayOrder:
      findingsIn(check.answers).some(({ item }) => itemOf(item)?.order && !ordered.includes(item)) &&
      postFor(caller.posts, 'notice.issue', check) !== undefined,
  }
})
