import { signedIn } from '../../domain/approval'
import { id } from '../../domain/fields'
import type { Notice } from '../../domain/notice'
import { unitOf } from '../../domain/organisation'
import type { Printable } from '../../domain/papers'
import { orderFrom } from '../../domain/papers/fill'
import { postFor } from '../../domain/posts'
import * as z from '../../domain/zod'
import { find } from '../kernel/collections'
import { shareFile } from '../kernel/files'
import { visible } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { formats, printFile } from './print-file'

/**
 * A 责令改正通知书 as a file, for whoever may read it. Five database and storage calls.
 * Making a file changes nothing: no entry in the journal.
 */
export const printNotice = read(
  'notice.read',
  z.strictObject({ notice: id(), format: z.enum(formats, '请选择 PDF 或 Word') }),
  async (caller, input) => {
    const found = await find('notices', input.notice)
    const notice = visible(caller, found?.served ? 'notice.read' : 'notice.readDraft', found)
    // What was said inside the office is not the enterprise's to read.
    const inside = postFor(caller.posts, 'notice.readDraft', notice) !== undefined
    const file = await printFile(await printableNotice(notice, inside), input.format)
    const { url } = await shareFile('print', input.format, file.bytes)
    return { url, name: file.name, bytes: file.bytes.length, ...(file.said ? { said: file.said } : {}) }
  },
)

/** The paper of a correction with what its records know. */
async function printableNotice(notice: Notice, inside: boolean): Promise<Printable> {
  const enterprise = await find('enterprises', notice.enterprise)
  const { number, numberedOn, state } = notice.paper
  return {
    kind: notice.paper.kind,
    organ: unitOf(notice.unit)?.bureau ?? '',
    fields: orderFrom(notice, enterprise),
    approvals: inside ? signedIn(notice.paper.chain) : [],
    demo: process.env.SANLIAN_DEMO === '1',
    voided: state === 'void',
    ...(number ? { number } : {}),
    ...(numberedOn ? { day: numberedOn } : {}),
  }
}
