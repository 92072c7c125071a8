import { type Day, daysBetween } from './calendar'
import type { Officer } from './check'
import { itemOf, shortName } from './checklist'
import type { Photo } from './evidence'
import type { Paper } from './paper'
import type { Announced, Service } from './service'

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

/** One thing to be put right: the item of the checklist, what is wrong, and what is asked for. */
export type Demand = { item: string; fact: string; correction: string }

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
