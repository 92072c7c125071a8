import { type Day, daysBetween } from './calendar'
import type { Officer } from './check'
import { itemOf, shortName } from './checklist'
import { type Photo, photo, photos } from './evidence'
import { day, id, instant, prose, words } from './fields'
import { blockNumber } from './number-form'
import type { Paper } from './paper'
import type { Announced, Service } from './service'
import { serviceShape, wholeService } from './service-form'
import * as z from './zod'

/** States of a correction (责令改正与复查), after domain/data/workflows.json. */
export const noticeStates = {
  drafted: '待送达',
  served: '整改中',
  acknowledged: '整改中（企业已签收）',
  answered: '待复查',
  failed: '复查不合格',
  closed: '已办结',
  void: '作废',
} as const
export type NoticeState = keyof typeof noticeStates

/** What can be done to a correction: from which states, to which. The table is the state machine. */
export const noticeSteps = {
  serve: { from: ['drafted'], to: 'served' },
  acknowledge: { from: ['served'], to: 'acknowledged' },
  answer: { from: ['served', 'acknowledged', 'failed'], to: 'answered' },
  pass: { from: ['served', 'acknowledged', 'answered', 'failed'], to: 'closed' },
  fail: { from: ['served', 'acknowledged', 'answered', 'failed'], to: 'failed' },
  void: { from: ['drafted'], to: 'void' },
} as const satisfies Record<string, { from: readonly NoticeState[]; to: NoticeState }>
export type NoticeStep = keyof typeof noticeSteps

/** The state after a step; undefined when it may not be taken. */
export const noticeAfter = (state: NoticeState, step: NoticeStep): NoticeState | undefined =>
  (noticeSteps[step].from as readonly NoticeState[]).includes(state) ? noticeSteps[step].to : undefined

/** Served and not yet closed: somebody still has to act. */
export const isOpen = (state: NoticeState): boolean =>
  state !== 'drafted' && state !== 'closed' && state !== 'void'

/** The longest period the form takes. Source: own proposal; 60 days is the spot-check rule (order 18 art. 46). */
export const LONGEST_DAYS = 90

const demand = z.strictObject({
  item: z.string().check(z.regex(/^[PS]-\d{2}$/, '检查事项不对')),
  fact: words('违法事实', 300),
  correction: words('改正要求', 300),
})
export type Demand = z.infer<typeof demand>

const ordered = {
  demands: z
    .array(demand, '请填写改正要求')
    .check(z.minLength(1, '请至少写明一项'), z.maxLength(22, '事项太多')),
  deadline: day('改正期限'),
}

/** The form by which an officer orders a correction (责令改正通知书, DOC-06). */
export const noticeForm = z.strictObject({
  check: id(),
  ...ordered,
  /** A number of one's block, already written on the paper. */
  number: z.optional(blockNumber),
})
export type NoticeForm = z.infer<typeof noticeForm>

/** What came back from its approvers (退回修改), corrected. */
export const resubmission = z.strictObject({ notice: id(), ...ordered })

export const sealForm = z.strictObject({ notice: id(), picture: z.optional(photo) })

/** Service with its evidence (程序规定 81–83, DOC-09): two officers, way, what the way needs, moment. */
export const serviceForm = z.strictObject({ notice: id(), ...serviceShape }).check(wholeService)

/** 公告期满: the thirty days after publication are over, and the paper counts as served. */
export const completionForm = z.strictObject({ notice: id() })

export const acknowledgement = z.strictObject({ notice: id() })

/** The enterprise's answer (整改报告): what was done, with pictures. */
export const answerForm = z.strictObject({
  notice: id(),
  words: words('整改情况', 1000),
  photos: photos(),
})

/** The re-check (复查) by two officers, and its conclusion. */
export const reviewForm = z
  .strictObject({
    notice: id(),
    colleague: id(),
    passed: z.boolean('请选择复查结论'),
    remark: prose('复查情况', 500),
    photos: z.optional(photos()),
    at: instant('复查时间'),
  })
  .check(
    z.superRefine((form, context) => {
      const say = (message: string) =>
        context.addIssue({ code: 'custom', message, path: ['remark'], input: form })
      if (!form.passed && !form.remark) say('复查不合格：请写明哪里没有改好')
      if (form.passed && !form.remark && !form.photos?.length) say('复查合格：请写一句复查情况或拍照')
    }),
  )

export const voidForm = z.strictObject({ notice: id(), reason: words('作废原因', 200) })

/** A correction as it is kept. */
export type Notice = {
  _id: string
  unit: string
  enterprise: string
  enterpriseName: string
  check: string
  demands: Demand[]
  deadline: Day
  state: NoticeState
  served: boolean
  open: boolean
  closed: boolean
  paper: Paper
  draftedAt: number
  /** Orders a unit's corrections by time; unique, so that a list can go on from it. */
  rank: string
  /** Orders a unit's open corrections by deadline; unique as well. */
  due: string
  officers: Officer[]
  /** Day of service: the correction counts from here. */
  servedOn?: Day
  /** The scan of the stamped paper. */
  sealed?: { at: number; picture?: Photo }
  service?: Service
  /** 公告送达中: published, and not served before the day has come. */
  announced?: Announced
  acknowledgedAt?: number
  answers: { at: number; words: string; photos: Photo[] }[]
  reviews: { at: number; passed: boolean; remark: string; photos: Photo[]; officers: Officer[] }[]
  closedOn?: Day
  voided?: { at: number; reason: string }
}

/** What the paper says: an approval is an approval of this. */
export const noticeText = ({
  enterpriseName,
  demands,
  deadline,
}: Pick<Notice, 'enterpriseName' | 'demands' | 'deadline'>) => ({ enterpriseName, demands, deadline })

/** Days left on `today`; negative when overdue (已超期). The deadline's own day still counts as in time. */
export const daysLeft = (deadline: Day, today: Day): number => daysBetween(today, deadline)

/** How pressing an open correction is. 快到期 from three days before. */
export function urgencyOf(deadline: Day, today: Day): 'calm' | 'soon' | 'overdue' {
  const left = daysLeft(deadline, today)
  return left < 0 ? 'overdue' : left <= 3 ? 'soon' : 'calm'
}

/**
 * What the officer is offered for a finding: the fact as noted, and the correction the checklist asks for. Undefined
 * where nothing can be ordered: the item rests on the authority's own powers or on a voluntary matter.
 */
export function demandFor(item: string, note: string | undefined): Demand | undefined {
  const row = itemOf(item)
  if (!row?.order) return undefined
  return {
    item,
    fact: note ? `${shortName(row)}：${note}。` : `${row.order.fact}。`,
    correction: `${row.order.correction}。依据：${row.order.duty}。`,
  }
}
