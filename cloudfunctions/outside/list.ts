import { unitId } from '../../domain/enterprise'
import { nameOf } from '../../domain/organisation'
import {
  allSystems,
  copySheet,
  OUTSIDE_CONFIDENCE,
  type Outside,
  outsideAsked,
  outsideKinds,
  outsideSystems,
  type Sheet,
  sheetOf,
  systemsOnRequest,
  tableOf,
} from '../../domain/outside'
import { postFor } from '../../domain/posts'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { find, list, page } from '../kernel/collections'
import { requirePost, visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read } from '../kernel/procedure'
import { recordsBehind } from './bag'

const ROWS = 20
/** Counted exactly up to here; beyond it a screen says 99+. */
const COUNTED = 100
/** Rows of one table: they fit into one answer. */
const TABLE_ROWS = 50

/** How many finished records of a unit wait to be entered elsewhere; a hundred stands for more. One database call. */
export async function outsideWaiting(unit: string): Promise<number> {
  return (await waitingSystems(unit)).length
}

const waitingSystems = async (unit: string): Promise<string[]> =>
  (await list('outsides', { unit, open: true }, { limit: COUNTED, fields: ['_id', 'system'] })).map(
    ({ system }) => system,
  )

/**
 * What waits for the systems of others, the oldest first, or with `entered` what has been entered, the newest first;
 * twenty at a time, with how many wait for each system. Three database calls.
 */
export const outsideList = read(
  'outside.read',
  z.strictObject({
    unit: unitId(),
    system: z.enum(outsideSystems, '没有这个系统'),
    entered: z.optional(z.boolean()),
    after: z.optional(z.string().check(z.maxLength(120))),
  }),
  async (caller, { unit, system, entered = false, after }) => {
    requirePost(caller, 'outside.read', { unit })
    const asked = {
      unit,
      open: !entered,
      system,
      ...(after ? { rank: entered ? _.lt(after) : _.gt(after) } : {}),
    }
    const [waiting, found] = await Promise.all([
      waitingSystems(unit),
      list('outsides', asked, { limit: ROWS + 1, order: [['rank', entered ? 'desc' : 'asc']] }),
    ])
    return {
      unitName: nameOf(unit),
      /** Beyond a hundred a count is a lower bound. */
      more: waiting.length === COUNTED,
      systems: allSystems().map(({ id, name, short, role, sheets }) => ({
        id,
        name,
        short,
        role,
        ready: sheets.length > 0,
        waiting: waiting.filter(one => one === id).length,
        tables: sheets.map(({ kind, name: title }) => ({ kind, title })),
      })),
      ...page(found, ROWS, ({ rank }) => rank, rowOf),
    }
  },
)

/** One entry in a list. */
const rowOf = ({ _id, title, kind, system, on, number, enteredOn, by }: Outside) => ({
  id: _id,
  title,
  sheet: sheetOf(system, kind)?.name ?? '',
  on,
  ...(by ? { number: number ?? '', enteredOn, by: by.name } : {}),
})

/** The copy sheet of one record: each field there, and what belongs into it. Four database calls at most. */
export const outsideSheet = read('outside.read', outsideAsked, async (caller, input) => {
  const { head: _head, ...outside } = visible(caller, 'outside.read', await find('outsides', input.outside))
  const [record] = await recordsBehind([outside])
  const sheet = sheetOf(outside.system, outside.kind)
  if (!record || !sheet) return refuse('record.missing')
  const system = allSystems().find(({ id }) => id === outside.system)
  const registering = postFor(caller.posts, 'outside.register', outside) !== undefined
  return {
    id: outside._id,
    title: outside.title,
    system: { id: outside.system, name: system?.name ?? '', short: system?.short ?? '' },
    sheet: sheet.name,
    confidence: OUTSIDE_CONFIDENCE as 'low',
    on: outside.on,
    lines: copySheet(sheet, record),
    open: outside.open,
    number: outside.number ?? '',
    enteredOn: outside.enteredOn,
    by: outside.by && { name: outside.by.name, at: outside.by.at },
    undone: outside.undone,
    others: systemsOnRequest(outside.kind)
      .filter(id => id !== outside.system)
      .map(id => ({ id, name: allSystems().find(one => one.id === id)?.name ?? id })),
    may: { register: registering && outside.open, undo: registering && !outside.open, request: registering },
  }
})

/** What waits for one form of a system, as rows of a table in its columns: fifty, the oldest first. Four database calls. */
export const outsideTable = read(
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
    return { unitName: nameOf(unit), ...(await waitingTable(unit, system, sheet)) }
  },
)

/** The same for a file (`papers`). */
export async function waitingTable(unit: string, system: string, sheet: Sheet) {
  const waiting = await list(
    'outsides',
    { unit, open: true, system, kind: sheet.kind },
    { limit: TABLE_ROWS, order: [['rank', 'asc']] },
  )
  return {
    title: sheet.name,
    ...tableOf(sheet, await recordsBehind(waiting)),
    more: waiting.length === TABLE_ROWS,
  }
}
