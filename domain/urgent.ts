import type { Photo } from './evidence'

/** Kinds of 重大情况 that are reported at once. Source: own proposal, after the notice (赣市市监质监字〔2021〕13号, 五（四）). */
export const urgentKinds = {
  accident: '质量安全事故',
  case: '重大案件',
  resistance: '抗拒检查、冲突',
  opinion: '舆情、集中投诉',
  other: '其他重大情况',
} as const
export type UrgentKind = keyof typeof urgentKinds

/** How an urgent report stands. */
export const urgentStates = { sent: '已送达，市局未阅', read: '市局已阅', answered: '市局已批示' } as const
export type UrgentState = keyof typeof urgentStates

/** By the city's section; the unit's own people read without moving it. */
export const urgentSteps = {
  read: { from: ['sent'], to: 'read' },
  answer: { from: ['sent', 'read', 'answered'], to: 'answered' },
} as const satisfies Record<string, { from: readonly UrgentState[]; to: UrgentState }>

/** The state after a step; the same state where the step changes nothing. */
export const urgentAfter = (state: UrgentState, step: keyof typeof urgentSteps): UrgentState =>
  (urgentSteps[step].from as readonly UrgentState[]).includes(state) ? urgentSteps[step].to : state

/** Hours within which the city's section should have read it. Source: own proposal; the notice says 随时. */
export const URGENT_HOURS = 2

/** Somebody has read it: when, under which post. */
export type UrgentReading = { person: string; post: string; name: string; duty: string; at: number }

/** An urgent report (重大情况随时报告) as it is kept. */
export type Urgent = {
  _id: string
  unit: string
  kind: UrgentKind
  what: string
  where: string
  /** When it happened, by the reporter's clock. */
  when: number
  photos: Photo[]
  enterprise?: string
  enterpriseName?: string
  /** Who reports. */
  by: { post: string; name: string; duty: string }
  at: number
  rank: string
  /** The posts it was sent to, with the names of their holders then. */
  to: { post: string; name: string; duty: string; city: boolean }[]
  state: UrgentState
  /** The first time each. */
  read: UrgentReading[]
  answers: { post: string; name: string; words: string; at: number }[]
}
