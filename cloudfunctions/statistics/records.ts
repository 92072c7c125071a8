import { dayOf } from '../../domain/calendar'
import { enterpriseKinds, unitId } from '../../domain/enterprise'
import { type Measure, measureIds, measures } from '../../domain/measures'
import { noticeStates } from '../../domain/notice'
import { nameOf } from '../../domain/organisation'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { type Collections, list, type Page, page } from '../kernel/collections'
import { requirePost } from '../kernel/identity'
import { read } from '../kernel/procedure'

const ROWS = 20

/** One record behind a figure. */
export type RecordRow = {
  kind: 'enterprise' | 'check' | 'notice'
  id: string
  title: string
  note: string
  day: string
  pressing?: boolean
}

/** The records a figure is made of, twenty at a time. Two database calls. */
export const records = read(
  'figures.read',
  z.strictObject({
    unit: unitId(),
    measure: z.enum(measureIds, '没有这个指标'),
    after: z.optional(z.string().check(z.maxLength(100))),
  }),
  async (caller, input) => {
    requirePost(caller, 'figures.read', { unit: input.unit })
    const { rows, next } = await sources[input.measure](input.unit, input.after)
    return {
      unitName: nameOf(input.unit),
      name: measures[input.measure].name,
      definition: measures[input.measure].definition,
      rows,
      ...(next ? { next } : {}),
    }
  },
)

type Source = (unit: string, after: string | undefined) => Promise<Page<RecordRow>>

const enterprises =
  (wanted: Record<string, unknown>): Source =>
  async (unit, after) => {
    const where = { unit, ...wanted, ...(after ? { _id: _.gt(after) } : {}) }
    return page(
      await list('enterprises', where, { limit: ROWS + 1, order: [['_id', 'asc']] }),
      ROWS,
      row => row._id,
      ({ _id, name, kind, address, enrolledOn }) => ({
        kind: 'enterprise',
        id: _id,
        title: name,
        note: `${enterpriseKinds[kind]} · ${address}`,
        day: enrolledOn,
      }),
    )
  }

const checks =
  (where: Record<string, unknown>): Source =>
  async (unit, after) => {
    const asked = { unit, ...where, ...(after ? { rank: _.lt(after) } : {}) }
    return page(
      await list('checks', asked, { limit: ROWS + 1, order: [['rank', 'desc']] }),
      ROWS,
      row => row.rank,
      row => ({
        kind: 'check',
        id: row._id,
        title: row.enterpriseName,
        note: row.outcome,
        day: dayOf(row.finishedAt),
      }),
    )
  }

const notices =
  (where: Record<string, unknown>): Source =>
  async (unit, after) => {
    const asked = { unit, ...where, ...(after ? { rank: _.lt(after) } : {}) }
    return page(
      await list('notices', asked, { limit: ROWS + 1, order: [['rank', 'desc']] }),
      ROWS,
      row => row.rank,
      noticeShown,
    )
  }

const openNotices =
  (overdue: boolean): Source =>
  async (unit, after) => {
    // `due` begins with the deadline: what is smaller than today's date was due before today.
    const today = dayOf(Date.now())
    const bounds = [...(after ? [_.gt(after)] : []), ...(overdue ? [_.lt(today)] : [])]
    const due = bounds.length ? { due: bounds.length === 2 ? bounds[0].and(bounds[1]) : bounds[0] } : {}
    return page(
      await list('notices', { unit, open: true, ...due }, { limit: ROWS + 1, order: [['due', 'asc']] }),
      ROWS,
      row => row.due,
      noticeShown,
    )
  }

const noticeShown = (row: Collections['notices']): RecordRow => ({
  kind: 'notice',
  id: row._id,
  title: row.enterpriseName,
  note: `${row.paper.number ?? ''} ${noticeStates[row.state]}`.trim(),
  day: row.open ? row.deadline : (row.closedOn ?? row.deadline),
  pressing: row.open && row.deadline < dayOf(Date.now()),
})

const sources: Record<Measure, Source> = {
  enterprises: enterprises({}),
  covered: enterprises({ covered: true }),
  checks: checks({}),
  findings: checks({ found: true }),
  noticesServed: notices({ served: true }),
  noticesOpen: openNotices(false),
  noticesOverdue: openNotices(true),
  noticesClosed: notices({ closed: true }),
}
