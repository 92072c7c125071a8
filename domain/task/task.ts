import type { Day } from '../calendar'
import type { EnterpriseKind } from '../enterprise'
import type { Photo } from '../evidence'
import { nameOf } from '../organisation'
import type { TaskStage, TaskState, TaskStep } from './steps'

/** Kinds of task. */
export const taskKinds = {
  survey: '排查',
  sampling: '抽查',
  verify: '核查',
  recheck: '整改复查',
  other: '其他',
} as const
export type TaskKind = keyof typeof taskKinds

/** Said where a visit is given to several: one enterprise is checked by one party. */
export const ONE_PARTY = '针对一家企业的任务一次只能交给一方'

/** Tasks one write may issue or assign. */
export const TOGETHER = 20

/** With whom a task can lie: a unit, a team of it, or one post. */
export type Party = {
  /** A unit, or the city. */
  unit: string
  team?: string
  teamName?: string
  post?: string
  /** Who held the post then. */
  name?: string
}

/** A post by name: whoever acts, and whoever answers. */
export type Keeper = Party & { post: string; name: string }

/** One line of a task's log: who did what, with whom it lay before and with whom it lies after. */
export type HandOver = {
  step: TaskStep
  at: number
  by: Keeper
  from: Party
  to: Party
  reason?: string
}

/** What was reported on the way (进度), by the unit that leads or one that co-acts: the units' shared record. */
export type Report = {
  at: number
  by: Keeper
  words: string
  /** How many of the target this adds. */
  count?: number
  photos: Photo[]
}

/** A task (任务) as it is kept. It lies with somebody by name until it is over. */
export type Task = {
  _id: string
  title: string
  ask: string
  kind: TaskKind
  /** The campaign it belongs to. */
  campaign?: string
  /** The one enterprise it is about: such a task is a visit. */
  enterprise?: string
  enterpriseName?: string
  enterpriseKind?: EnterpriseKind
  due: Day
  /** 突击: until it is done only the issuer and those it is with know of it. */
  secret: boolean
  /** What it shall come to: 30 家. */
  target?: { count: number; of: string }
  /** The unit that leads (牵头). */
  unit: string
  /** The unit that leads and those that co-act (配合). */
  units: string[]
  issuer: Keeper
  holder: Party
  /** The post that answers for it now (负责人). */
  inCharge: Keeper
  state: TaskState
  stage: TaskStage
  log: HandOver[]
  reports: Report[]
  /** Sum of what was reported. */
  reported: number
  /** `outcome`: of the check, in one word. */
  result?: { at: number; words: string; check?: string; outcome?: string; photos: Photo[] }
  dispute?: Dispute
  issuedAt: number
  endedAt?: number
  /** Orders open tasks by due day, those that are over by their end; unique. */
  rank: string
}

/** A unit says that a task is not its matter, and whose it thinks it is (推诿扯皮, S-5.3.1). */
export type Dispute = {
  at: number
  by: Keeper
  reason: string
  /** The unit it thinks is responsible. */
  thinks: string
  /** Last day for the city's decision. */
  until: Day
  decided?: { at: number; by: Keeper; lead: string; units: string[]; words: string }
}

/** Whether a party is a post, a team or a whole unit. */
export const partyKind = ({ post, team }: Party): 'post' | 'team' | 'unit' =>
  post ? 'post' : team ? 'team' : 'unit'

/** `信丰县 · 嘉定所 · 张三`; within the reader's own unit without the unit. */
export const partyWords = (party: Party, own?: string): string =>
  [party.unit === own && partyKind(party) !== 'unit' ? '' : nameOf(party.unit), party.teamName, party.name]
    .filter(Boolean)
    .join(' · ')

/** The units that co-act (配合). */
export const helpersOf = ({ unit, units }: Pick<Task, 'unit' | 'units'>): string[] =>
  units.filter(one => one !== unit)
