import { addDays, type Day, dayOf } from './calendar'
import { type Answer, findingsIn } from './check'
import type { Notice } from './notice'

/**
 * The figures a unit is asked for, each defined once. A flow counts what happened on a day; a stock is the sum up to
 * a day. `batch` is which of 六个一批 it feeds (domain/13).
 */
export const measures = {
  enterprises: {
    name: '在册企业',
    kind: 'stock',
    count: '家',
    definition: '已建档的电线电缆生产、销售企业',
    source: '通知 四(一)1',
    batch: null,
  },
  covered: {
    name: '已排查',
    kind: 'stock',
    count: '家',
    definition: '建档后至少检查过一次的企业，自第一次检查结束之日起',
    source: '通知 四(一)1',
    batch: null,
  },
  checks: {
    name: '现场检查',
    kind: 'flow',
    count: '次',
    definition: '已提交的现场检查记录，按检查结束之日',
    source: '通知 四(一)1',
    batch: null,
  },
  findings: {
    name: '发现问题',
    kind: 'flow',
    count: '项',
    definition: '检查记录中“不符合”的事项，按检查结束之日',
    source: '通知 四(一)1',
    batch: '整治',
  },
  noticesServed: {
    name: '责令改正',
    kind: 'flow',
    count: '份',
    definition: '已送达的责令改正通知书，按送达之日',
    source: '通知 三(三)',
    batch: '整治',
  },
  noticesOpen: {
    name: '整改中',
    kind: 'stock',
    count: '份',
    definition: '已送达、尚未复查合格',
    source: '通知 三(三)',
    batch: null,
  },
  noticesOverdue: {
    name: '已超期',
    kind: 'stock',
    count: '份',
    definition: '改正期限届满次日起，尚未复查合格',
    source: '行政处罚法 28',
    batch: null,
  },
  noticesClosed: {
    name: '已办结',
    kind: 'flow',
    count: '份',
    definition: '复查合格，按复查之日',
    source: '通知 三(三)',
    batch: '整治',
  },
} as const satisfies Record<
  string,
  {
    name: string
    kind: 'flow' | 'stock'
    count: string
    definition: string
    source: string
    batch: string | null
  }
>

export type Measure = keyof typeof measures
export const measureIds = Object.keys(measures) as Measure[]

/** One line of the ledger: from `day` on (a stock) or on `day` (a flow) a unit's measure changes by `delta`. */
export type Line = { unit: string; day: Day; measure: Measure; delta: number }

/** The parts of a record that its figures depend on. */
export type Counted = {
  enterprises: { unit: string; enrolledOn: Day; coveredOn?: Day }
  checks: { unit: string; finishedAt: number; answers: Answer[] }
  notices: Pick<Notice, 'unit' | 'deadline' | 'servedOn' | 'closedOn'>
}

/**
 * All lines a record stands for, from the record alone. A write posts the difference between the lines before and
 * after it; a recount adds up the lines of all records. So the two cannot count by different rules.
 */
export const linesOf: { [kind in keyof Counted]: (record: Counted[kind]) => Line[] } = {
  enterprises: ({ unit, enrolledOn, coveredOn }) => [
    { unit, day: enrolledOn, measure: 'enterprises', delta: 1 },
    ...(coveredOn ? [{ unit, day: coveredOn, measure: 'covered' as const, delta: 1 }] : []),
  ],

  checks({ unit, finishedAt, answers }) {
    const day = dayOf(finishedAt)
    const findings = findingsIn(answers).length
    const check: Line = { unit, day, measure: 'checks', delta: 1 }
    return findings ? [check, { unit, day, measure: 'findings', delta: findings }] : [check]
  },

  notices({ unit, deadline, servedOn, closedOn }) {
    if (!servedOn) return []
    const line = (day: Day, measure: Measure, delta: number): Line => ({ unit, day, measure, delta })
    const overdueFrom = addDays(deadline, 1)
    const lines = [line(servedOn, 'noticesServed', 1), line(servedOn, 'noticesOpen', 1)]
    // Posted ahead of time: when the day comes, nothing has to be written.
    if (!closedOn || closedOn > deadline) lines.push(line(overdueFrom, 'noticesOverdue', 1))
    if (!closedOn) return lines
    lines.push(line(closedOn, 'noticesOpen', -1), line(closedOn, 'noticesClosed', 1))
    if (closedOn > deadline) lines.push(line(closedOn, 'noticesOverdue', -1))
    return lines
  },
}

/** The lines that turn `before` into `after`: added up per unit, day and measure, without zeros. */
export function difference(before: readonly Line[], after: readonly Line[]): Line[] {
  const sums = new Map<string, Line>()
  const add = (line: Line, sign: number) => {
    const key = `${line.unit} ${line.day} ${line.measure}`
    const sum = sums.get(key) ?? { ...line, delta: 0 }
    sum.delta += sign * line.delta
    sums.set(key, sum)
  }
  for (const line of after) add(line, 1)
  for (const line of before) add(line, -1)
  return [...sums.values()].filter(line => line.delta !== 0)
}

/**
 * 排查率: how much of the register has been looked at, in whole per cent, rounded down so that 100 means everyone.
 * Undefined where nobody is registered.
 */
export const coverageOf = (covered: number, enterprises: number): number | undefined =>
  enterprises > 0 ? Math.floor((100 * covered) / enterprises) : undefined

/** The middle of the values; of an even number of them the lower of the two. Undefined of none. */
export const medianOf = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
