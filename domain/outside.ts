import { type Day, dayOf } from './calendar'
import { type Check, findingsIn, type Officer } from './check'
import { itemOf, shortName } from './checklist'
import data from './data/outside.json'
import { type Enterprise, enterpriseKinds, masked } from './enterprise'
import { photosIn } from './evidence'
import { day, words } from './fields'
import type { Notice } from './notice'
import { nameOf, unitOf } from './organisation'
import { tidy } from './text'
import * as z from './zod'

/** The systems of others in which finished work is entered again (对外登记); none has an open interface (domain/01, 16). */
export const outsideSystems = data.systems.map(({ id }) => id) as [string, ...string[]]

/** Kinds of finished record that are entered elsewhere. */
export const outsideKinds = ['enterprise', 'check', 'notice'] as const
export type OutsideKind = (typeof outsideKinds)[number]

/** One column of another system's form: its title there, and where its value comes from here; from nowhere, it is written by hand. */
export type Column = {
  title: string
  /** A path into the record. */
  from?: string
  /** A function of this page. */
  by?: string
  format?: 'day'
  /** What to do where there is no value here. */
  hint?: string
}

/** One form of another system. */
export type Sheet = {
  kind: OutsideKind
  name: string
  /** Whether every finished record of this kind waits for it; otherwise somebody asks for it. */
  waits: boolean
  /** Whether one number there belongs to one record here. */
  ownNumber: boolean
  columns: Column[]
}

export type OutsideSystem = { id: string; name: string; short: string; role: string; sheets: Sheet[] }

const systems = data.systems as unknown as OutsideSystem[]
const byId = new Map(systems.map(system => [system.id, system]))

/** All systems, in the order in which they are shown. */
export const allSystems = (): readonly OutsideSystem[] => systems

/** Nobody has compared the columns with the systems' own screens yet: 依据待核. */
export const OUTSIDE_CONFIDENCE = 'low'

/** The form of a system for a kind of record, or undefined. */
export const sheetOf = (system: string, kind: OutsideKind): Sheet | undefined =>
  byId.get(system)?.sheets.find(sheet => sheet.kind === kind)

/** The systems that wait for every finished record of a kind. */
export const systemsWaitingFor = (kind: OutsideKind): string[] =>
  systems.filter(({ sheets }) => sheets.some(sheet => sheet.kind === kind && sheet.waits)).map(({ id }) => id)

/** The systems a record of a kind may be entered in on request. */
export const systemsOnRequest = (kind: OutsideKind): string[] =>
  systems
    .filter(({ sheets }) => sheets.some(sheet => sheet.kind === kind && !sheet.waits))
    .map(({ id }) => id)

/** A finished record with what its columns draw from. */
export type OutsideRecord = {
  unit: string
  enterprise: Pick<Enterprise, 'name' | 'code' | 'kind' | 'address' | 'contact'>
  check?: Pick<Check, 'enterpriseName' | 'officers' | 'answers' | 'finishedAt' | 'outcome'>
  notice?: Pick<
    Notice,
    'enterpriseName' | 'demands' | 'deadline' | 'paper' | 'servedOn' | 'closedOn' | 'reviews'
  >
  /** The number its check got in the same system. */
  checkNumber?: string
}

/** One line of a copy sheet: the field there, and what belongs into it. */
export type CopyLine = { title: string; value: string; hint?: string }

const BY_HAND = '本系统没有这一项，请按原件填写'

/** What is to be entered there, field by field in that system's order. */
export function copySheet(sheet: Sheet, record: OutsideRecord): CopyLine[] {
  return sheet.columns.map(column => {
    const value = cellOf(column, record)
    return value
      ? { title: column.title, value }
      : { title: column.title, value, hint: column.hint ?? BY_HAND }
  })
}

/** Many records as the rows of a table in that system's columns. */
export const tableOf = (
  sheet: Sheet,
  records: readonly OutsideRecord[],
): { columns: { title: string; format: 'text' | 'day' }[]; rows: string[][] } => ({
  columns: sheet.columns.map(({ title, format }) => ({ title, format: format ?? 'text' })),
  rows: records.map(record => sheet.columns.map(column => cellOf(column, record))),
})

function cellOf({ from, by }: Column, record: OutsideRecord): string {
  if (by) return makers[by]?.(record) ?? ''
  const found = from
    ?.split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], record)
  return found === undefined || found === null ? '' : String(found)
}

const officers = (all: readonly Officer[] | undefined): string =>
  (all ?? []).map(({ name, certificate }) => `${name}（${certificate}）`).join('、')

const named = (item: string): string => {
  const row = itemOf(item)
  return row ? `${item} ${shortName(row)}` : item
}

/** What cannot be read off a record by a path. Exported so that a test can hold it against the columns. */
export const makers: Record<string, (record: OutsideRecord) => string> = {
  kindOfEnterprise: ({ enterprise }) => `${enterpriseKinds[enterprise.kind]}单位`,
  tradeOfEnterprise: ({ enterprise }) => (enterprise.kind === 'producer' ? '实际生产' : '实际销售'),
  division: ({ unit }) => `江西省/赣州市/${nameOf(unit)}`,
  // A number is shown masked wherever it is read (domain/enterprise); on the other system it is typed from the paper.
  contactPhone: ({ enterprise }) => masked(enterprise.contact.phone),
  level: () => '县',
  bureau: ({ unit }) => unitOf(unit)?.bureau ?? '',
  checkedOn: ({ check }) => (check ? dayOf(check.finishedAt) : ''),
  officers: ({ check }) => officers(check?.officers),
  itemResults: ({ check }) =>
    (check?.answers ?? []).map(({ item, result }) => `${named(item)}：${result}`).join('\n'),
  found: ({ check }) => (check ? (findingsIn(check.answers).length ? '是' : '否') : ''),
  findings: ({ check }) =>
    findingsIn(check?.answers ?? [])
      .map(({ item, note }) => (note ? `${named(item)}：${note}` : named(item)))
      .join('\n'),
  pictures: ({ check }) => {
    const count = photosIn(check?.answers ?? []).length
    return count ? `${count}张照片，请在该系统另行上传` : ''
  },
  kindOfPublication: () => '检查',
  publicResult: ({ check }) =>
    check ? (findingsIn(check.answers).length ? '发现问题待后续处理' : '未发现问题') : '',
  numberOfItsCheck: ({ checkNumber }) => checkNumber ?? '',
  handling: ({ notice }) => (notice ? '责令改正' : ''),
  facts: ({ notice }) => (notice?.demands ?? []).map(({ fact }) => fact).join(''),
  corrections: ({ notice }) => (notice?.demands ?? []).map(({ correction }) => correction).join(''),
  reviewers: ({ notice }) => officers(notice?.reviews.at(-1)?.officers),
  reviewResult: ({ notice }) => {
    const last = notice?.reviews.at(-1)
    return last ? `${last.passed ? '合格' : '不合格'}${last.remark ? `：${last.remark}` : ''}` : ''
  },
}

/** What waits to be entered in one system, or has been. Its id is the record's and the system's. */
export type Outside = {
  _id: string
  unit: string
  system: string
  kind: OutsideKind
  /** The finished record, `checks/<id>`. */
  record: string
  /** The enterprise it is about. */
  title: string
  /** Day on which it was finished. */
  on: Day
  /** Not entered yet. */
  open: boolean
  /** Orders what waits by the day it was finished; unique. */
  rank: string
  /** The number it got there; empty where that system gives none. */
  number?: string
  /** Day on which it was entered there. */
  enteredOn?: Day
  /** Who entered it, and when he said so. */
  by?: { post: string; name: string; at: number }
  /** Entries that were taken back, with their reason. */
  undone: { number: string; enteredOn: Day; by: string; at: number; reason: string }[]
}

/** The id of what waits for a record in a system. */
export const outsideId = (record: string, system: string): string => `${record}.${system}`

const outside = () =>
  z
    .string('缺少编号')
    .check(
      z.refine(
        (text: string) => /^[0-9a-f]{32}\./.test(text) && outsideSystems.includes(text.slice(33)),
        '编号不对，请返回上一页重新打开',
      ),
    )

/** Which entry is asked for. */
export const outsideAsked = z.strictObject({ outside: outside() })

/** 登记: the number there, and the day. */
export const registerForm = z
  .strictObject({
    outside: outside(),
    number: z
      .string('请填写登记号')
      .check(
        z.overwrite(tidy),
        z.maxLength(60, '登记号最多60个字'),
        z.regex(/^[^\s]*$/, '登记号里不能有空格'),
      ),
    /** That system gives no number. */
    none: z.boolean(),
    enteredOn: day('登记日期'),
  })
  .check(
    z.superRefine((form, context) => {
      const say = (message: string) =>
        context.addIssue({ code: 'custom', message, path: ['number'], input: form })
      if (!form.none && !form.number) say('请填写登记号；该系统不给编号的，请勾选“没有编号”')
      if (form.none && form.number) say('已勾选“没有编号”，请删去登记号')
    }),
  )
export type RegisterForm = z.infer<typeof registerForm>

/** 撤销登记: entered by mistake. */
export const undoForm = z.strictObject({ outside: outside(), reason: words('撤销原因', 200) })

/** Somebody asks that a finished record be entered in one more system. */
export const requestForm = z.strictObject({
  outside: outside(),
  system: z.enum(outsideSystems, '没有这个系统'),
})
