import { id } from '../../domain/fields'
import type { Notice } from '../../domain/notice'
import { unitOf } from '../../domain/organisation'
import type { Printable, Signed } from '../../domain/papers'
import { orderFrom } from '../../domain/papers/fill'
import * as z from '../../domain/zod'
import { find } from '../kernel/collections'
import { shareFile } from '../kernel/files'
import { visible } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { formats, printFile } from './print-file'

/**
 * A 责令改正通知书 as a file, for whoever may read it. Five database and storage calls; one more where it was approved.
 * Making a file changes nothing: no entry in the journal.
 */
export const printNotice = read(
  'notice.read',
  z.strictObject({ notice: id(), format: z.enum(formats, '请选择 PDF 或 Word') }),
  async (caller, input) => {
    const found = await find('notices', input.notice)
    const notice = visible(caller, found?.served ? 'notice.read' : 'notice.readDraft', found)
    const file = await printFile(await printableNotice(notice), input.format)
    const { url } = await shareFile('print', input.format, file.bytes)
    return { url, name: file.name, bytes: file.bytes.length, ...(file.said ? { said: file.said } : {}) }
  },
)

/** The paper of a correction with what its records know. */
async function printableNotice(notice: Notice): Promise<Printable> {
  const [enterprise, approvals] = await Promise.all([
    find('enterprises', notice.enterprise),
    approvalsOf(notice.paper.chain),
  ])
  const { number, numberedOn, state } = notice.paper
  return {
    kind: notice.paper.kind,
    organ: unitOf(notice.unit)?.bureau ?? '',
    fields: orderFrom(notice, enterprise),
    approvals,
    demo: process.env.SANLIAN_DEMO === '1',
    voided: state === 'void',
    ...(number ? { number } : {}),
    ...(numberedOn ? { day: numberedOn } : {}),
  }
}

/** Who agreed, by name. */
async function approvalsOf(chain: Notice['paper']['chain']): Promise<Signed[]> {
  const agreed = chain.filter(one => one.agreed && one.post && one.at !== undefined)
  if (!agreed.length) return []
  const ids = [...new Set(agreed.map(one => one.post as string))]
  const holders = await Promise.all(ids.map(post => find('posts', post)))
  const nameOf = (post: string) => holders.find(holder => holder?._id === post)?.name ?? ''
  return agreed.map(({ role, post, at, words }) => ({
    role,
    name: nameOf(post as string),
    at: at as number,
    ...(words ? { words } : {}),
  }))
}
