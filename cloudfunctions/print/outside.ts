import { unitId } from '../../domain/enterprise'
import { nameOf } from '../../domain/organisation'
import { allSystems, outsideKinds, outsideSystems, sheetOf } from '../../domain/outside'
import * as z from '../../domain/zod'
import { shareFile } from '../kernel/files'
import { requirePost } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read } from '../kernel/procedure'
import { waitingTable } from '../outside'
import { sheetFile } from './xlsx'

/**
 * What waits to be entered in another system as .xlsx in that system's columns: fifty records, the oldest first, for
 * whoever may read them. Six database and storage calls.
 */
export const printOutside = read(
  'outside.read',
  z.strictObject({
    unit: unitId(),
    system: z.enum(outsideSystems, '没有这个系统'),
    kind: z.enum(outsideKinds, '没有这种记录'),
  }),
  async (caller, { unit, system, kind }) => {
    requirePost(caller, 'outside.read', { unit })
    const sheet =
      sheetOf(system, kind) ?? refuse('input.invalid', { message: '这个系统没有这种表', field: 'kind' })
    const { title, columns, rows, more } = await waitingTable(unit, system, sheet)
    if (rows.length === 0) refuse('state.wrong', { message: '没有待登记的记录，不用生成表格' })
    const name = allSystems().find(({ id }) => id === system)?.name ?? ''
    const demo = process.env.SANLIAN_DEMO === '1' ? ['演示数据，不具法律效力。'] : []
    const bytes = await sheetFile(
      columns.map(({ title: label }) => ({ label })),
      rows,
      {
        name: title,
        lines: [
          ...demo,
          `${nameOf(unit)}待登记到${name}的${title}，共${rows.length}条${more ? '，其余登记后再生成' : ''}。`,
          '列名和顺序没有与该系统核对（依据待核），导入前请先核对。',
          '空白的列本系统没有，请按原件填写；电话已遮盖。',
        ],
      },
    )
    const { url } = await shareFile('print', 'xlsx', bytes)
    return { url, name: `${nameOf(unit)}${title}.xlsx`, bytes: bytes.length, rows: rows.length }
  },
)
