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

/** One check's record, its pictures under temporary addresses. Three database and storage calls. */
export const readCheck = read('check.read', z.strictObject({ check: id() }), async (caller, input) => {
  const { head: _head, ...check } = visible(caller, 'check.read', await find('checks', input.check))
  const { present } = check
  return {
    ...check,
    unitName: nameOf(check.unit),
    ...(present?.phone ? { present: { ...present, phone: masked(present.phone) } } : {}),
    addresses: await addressesOf(photosIn(check)),
    mayOrder:
      findingsIn(check.answers).some(finding => itemOf(finding.item)?.order) &&
      postFor(caller.posts, 'notice.issue', check) !== undefined,
  }
})
