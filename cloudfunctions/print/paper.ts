import { id } from '../../domain/fields'
import { printableOf } from '../../domain/printable-paper'
import * as z from '../../domain/zod'
import { find } from '../kernel/collections'
import { shareFile } from '../kernel/files'
import { visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read } from '../kernel/procedure'
import { formats, printFile } from './print-file'

/** A paper of the file as PDF or Word. Four database and storage calls; making a file changes nothing. */
export const printPaper = read(
  'paper.read',
  z.strictObject({ paper: id(), format: z.enum(formats, '请选择 PDF 或 Word') }),
  async (caller, input) => {
    const filed = visible(caller, 'paper.read', await find('papers', input.paper))
    if (filed.late) refuse('state.wrong', { message: '补录的文书请看扫描件' })
    const printable = printableOf(filed, { demo: process.env.SANLIAN_DEMO === '1' })
    const file = await printFile(printable, input.format)
    const { url } = await shareFile('print', input.format, file.bytes)
    return { url, name: file.name, bytes: file.bytes.length, ...(file.said ? { said: file.said } : {}) }
  },
)
