import type { Day } from './calendar'
import type { Officer } from './check'
import { type Photo, scans } from './evidence'
import { day, id, instant, prose, words } from './fields'
import { blockNumber, kind, org } from './number-form'
import { type Paper, type PaperState, paperStates } from './paper'
import type { PaperFields } from './papers'
import type { Announced, Service } from './service'
import { serviceShape, wholeService } from './service-form'
import * as z from './zod'

/** Whom a kind of paper goes to: a party, by the rules of service; another office; or nobody, it stays in the file. */
export type Addressee = 'party' | 'office' | 'nobody'

// Source: domain/12, who is named as receiver of each; what only the office itself signs goes to nobody.
const PARTY = [
  'DOC-03',
  'DOC-05',
  'DOC-06',
  'DOC-08',
  'DOC-13',
  'DOC-15',
  'DOC-16',
  'DOC-18',
  'DOC-21',
  'DOC-24',
]
const OFFICE = ['DOC-10', 'DOC-11', 'DOC-12', 'DOC-19', 'DOC-25', 'DOC-26']

export const addresseeOf = (kind: string): Addressee =>
  PARTY.includes(kind) ? 'party' : OFFICE.includes(kind) ? 'office' : 'nobody'

/** What a paper is about: the record it grew from and the enterprise it concerns. */
export type About = {
  /** `checks/<id>`, `notices/<id>` or `papers/<id>`. */
  record?: string
  enterprise?: string
  enterpriseName?: string
}

/** A paper as it is kept in the file (文书档案). The 责令改正通知书 lies with its correction, not here. */
export type FiledPaper = {
  _id: string
  unit: string
  title: string
  about: About
  fields: PaperFields
  /** Post that wrote it. */
  author: string
  officers: Officer[]
  paper: Paper
  toServe: boolean
  /** Nothing is left to do with it. */
  done: boolean
  draftedAt: number
  /** Orders a unit's papers by time; unique. */
  rank: string
  /** The scan of the stamped, or of the signed paper. */
  sealed?: { at: number; scan: Photo[] }
  service?: Service
  servedOn?: Day
  announced?: Announced
  voided?: { at: number; reason: string }
  /** 补录: made without the system. Its old number is a text and never one of ours. */
  late?: { on: Day; enteredOn: Day; number?: string; scan: Photo[]; remark?: string }
}

const record = z
  .string('缺少所依据的记录')
  .check(z.regex(/^(checks|notices|papers)\/[0-9a-f]{32}$/, '所依据的记录不对，请返回上一页重新打开'))

const about = z.strictObject({ record: z.optional(record), enterprise: z.optional(id()) }, '缺少文书所涉对象')

// What a field holds depends on the kind: `paperForm` and `draftForm` look at it.
const fields = z.record(z.string(), z.unknown(), '请填写文书')

/** Of a measure taken at once in an emergency: when; approval follows within a day (程序规定 33, 36). */
const urgentAfter = z.optional(instant('采取措施的时间'))

/** 拟稿: what is known so far; with `submit` it goes to approval in the same write. */
export const draftingForm = z.strictObject({
  kind,
  unit: org,
  about,
  fields,
  colleague: z.optional(id()),
  number: z.optional(blockNumber),
  submit: z.optional(z.boolean()),
  urgentAfter,
})

export const revisionForm = z.strictObject({
  paper: id(),
  fields,
  colleague: z.optional(id()),
  submit: z.optional(z.boolean()),
  urgentAfter,
})

export const submissionForm = z.strictObject({ paper: id(), urgentAfter })

/** 登记盖章: the stamped paper, as a picture; of a paper without a seal the signed one. */
export const sealingForm = z.strictObject({ paper: id(), scan: scans('请拍下盖好章（签好字）的文书') })

/** 登记送达. */
export const servingForm = z.strictObject({ paper: id(), ...serviceShape }).check(wholeService)

export const completedForm = z.strictObject({ paper: id() })

export const voidingForm = z.strictObject({ paper: id(), reason: words('作废原因', 200) })

/** 补录 of a paper that was made without the system (domain/16): scan, date of the event, old number as text. */
export const lateForm = z.strictObject({
  kind,
  about,
  unit: org,
  on: day('文书日期'),
  number: z.optional(words('原文号', 60)),
  scan: scans('请拍下或者上传这份文书'),
  served: z.optional(day('送达日期')),
  remark: z.optional(prose('说明', 300)),
})

/** The piles a unit's papers lie in, by what they wait for. */
export const piles = {
  draft: '拟稿',
  pending: '待审批',
  seal: '待盖章',
  serve: '待送达',
  done: '已办结',
} as const
export type Pile = keyof typeof piles

/** In which pile a paper lies; undefined for the moment between approval and number. */
export function pileOf({
  paper,
  done,
}: Pick<FiledPaper, 'done'> & { paper: Pick<Paper, 'state'> }): Pile | undefined {
  if (done) return 'done'
  const by: Partial<Record<PaperState, Pile>> = {
    draft: 'draft',
    pending: 'pending',
    numbered: 'seal',
    sealed: 'serve',
  }
  return by[paper.state]
}

/** What people call the state: 公告送达中 and 补录 go before, a paper without a seal is 已签名归档. */
export function stateWords(
  filed: Pick<FiledPaper, 'announced' | 'servedOn' | 'late' | 'toServe'> & { paper: Pick<Paper, 'state'> },
  sealedKind: boolean,
): string {
  const { state } = filed.paper
  if (filed.late && state !== 'void') return '补录'
  if (state === 'sealed' && filed.announced) return '公告送达中'
  if (state === 'sealed' && !sealedKind) return '已签名归档'
  return paperStates[state]
}
