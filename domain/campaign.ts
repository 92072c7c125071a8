import { type Day, daysBetween } from './calendar'
import { CLASSIFIED, holdsMarked } from './classified'
import type { Photo } from './evidence'
import type { Measure } from './measures'
import { city, nameOf, unitOf } from './organisation'

// The rules of a campaign without their forms (campaign-forms.ts), so that a first page may carry them.

/** States of a campaign (专项行动). */
export const campaignStates = { draft: '拟稿', running: '进行中', closed: '已结束', void: '作废' } as const
export type CampaignState = keyof typeof campaignStates

/** What can be done to a campaign: from which states, to which. The table is the state machine. */
export const campaignSteps = {
  edit: { from: ['draft'], to: 'draft' },
  issue: { from: ['draft'], to: 'running' },
  drop: { from: ['draft'], to: 'void' },
  change: { from: ['running'], to: 'running' },
  close: { from: ['running'], to: 'closed' },
} as const satisfies Record<string, { from: readonly CampaignState[]; to: CampaignState }>
export type CampaignStep = keyof typeof campaignSteps

/** The state after a step; undefined when it may not be taken. */
export const campaignAfter = (state: CampaignState, step: CampaignStep): CampaignState | undefined =>
  (campaignSteps[step].from as readonly CampaignState[]).includes(state) ? campaignSteps[step].to : undefined

/** How a unit's own plan (本单位方案) stands. */
export const planStates = {
  drafting: '拟稿',
  submitted: '已提交',
  approved: '已批准',
  returned: '退回修改',
} as const
export type PlanState = keyof typeof planStates

/** What can be done to a plan. An approved one that has to change is handed in again and approved again. */
export const planSteps = {
  submit: { from: ['drafting', 'returned', 'approved'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted'], to: 'returned' },
} as const satisfies Record<string, { from: readonly PlanState[]; to: PlanState }>
export type PlanStep = keyof typeof planSteps

/** The state after a step; undefined when it may not be taken. */
export const planAfter = (state: PlanState, step: PlanStep): PlanState | undefined =>
  (planSteps[step].from as readonly PlanState[]).includes(state) ? planSteps[step].to : undefined

/** Who may read a campaign's text: 主动公开 everybody, 内部 those who work in an office. */
export const opennesses = { public: '公开', internal: '内部' } as const
export type Openness = keyof typeof opennesses

/** Working days a unit has to confirm receipt (确认收到). Source: own proposal. */
export const RECEIPT_DAYS = 3
/** Working days a unit has for its plan where the notice names no day, and again after it was sent back. Own proposal. */
export const PLAN_DAYS = 10
export const AGAIN_DAYS = 5
/** Working days the city has to decide on a plan. Source: own proposal. */
export const DECISION_DAYS = 5

export type CampaignLine = 'quality' | 'certification' | 'trade' | 'enforcement' | 'standards' | 'credit'

/** The lines of work (业务口), and the section each reports to (通知 五(四)). */
export const lines: Record<CampaignLine, { name: string; section: string }> = {
  quality: { name: '质量监督', section: '360700.supervision' },
  certification: { name: '认证监管', section: '360700.certification' },
  trade: { name: '商品交易', section: '360700.trade' },
  enforcement: { name: '执法稽查', section: '360700.enforcement' },
  standards: { name: '标准化', section: '360700.standards' },
  credit: { name: '信用监管', section: '360700.credit' },
}

/**
 * Measures a target can be counted by: what happens within the dates. Of a stock only what is new can be counted, so
 * 在册企业 stands for 新建档 and 已排查 for 新排查; what is open or overdue on a day is no aim.
 */
export const targetMeasures = [
  'covered',
  'enterprises',
  'noticesServed',
  'noticesClosed',
  'checks',
  'findings',
] as const
export type TargetMeasure = (typeof targetMeasures)[number] & Measure

/** An aim in numbers: what, how many, counted how, until when. */
export type Aim = {
  id: string
  name: string
  /** Unit of count: 家, 份. */
  count: string
  wanted: number
  measure: TargetMeasure | 'told'
  due: Day
}

/** A target of a campaign (目标任务). */
export type Target = Aim & {
  /** `each`: every unit has to reach the number for itself; a unit; or a section, which answers for the city's sum. */
  owner: string
}

/** A task of a unit's plan, with its owner (通知 五(一)). */
export type PlanTask = Aim & { owner: string }

/** Somebody of the leading group (领导小组) or a contact (联系人). */
export type CampaignPerson = { role: string; name: string; phone?: string | undefined }

/** A unit's own plan: goals, tasks, persons (通知 五(一)). */
export type Plan = { goals: string; tasks: PlanTask[]; people: CampaignPerson[]; pages: Photo[] }

/** What a section lays down. */
export type CampaignForm = {
  /** The draft that is drawn up anew. */
  draft?: string | undefined
  title: string
  number: string
  office: string
  issuedOn: Day
  first: Day
  last: Day
  products: string[]
  openness: Openness
  unclassified: true
  units: string[]
  sections: string[]
  text: string
  pages: Photo[]
  /** Day by which each unit hands in its plan. */
  planBy: Day
  people: CampaignPerson[]
  targets: Target[]
}

const counting: Record<TargetMeasure | 'told', string> = {
  told: '按填报',
  covered: '按新排查企业',
  enterprises: '按新建档企业',
  noticesServed: '按送达责令改正',
  noticesClosed: '按整改办结',
  checks: '按现场检查',
  findings: '按发现问题',
}

/** How a target is counted, in words. */
export const countedBy = (measure: TargetMeasure | 'told'): string => counting[measure]

/** What should be thought of before a target is set by this measure; undefined where nothing speaks against it. */
export const targetWarning = (measure: TargetMeasure | 'told'): string | undefined =>
  // 国办发〔2024〕54号, 八个不得: 不得将考核考评与检查频次、罚款数额挂钩. To be checked against the paper (domain/16, W).
  measure === 'checks' || measure === 'findings' || measure === 'noticesServed'
    ? '检查次数、发现问题数不宜作为考核指标（国办发〔2024〕54号，依据待核），可改按建档、办结数'
    : undefined

/** 责任单位, in words. */
export const ownerName = (owner: string): string => (owner === 'each' ? '各单位' : nameOf(owner))

type Wrong = { message: string; path: (string | number)[] }

/** What does not fit together in a campaign whose fields are sound one by one; the form shows the same list. */
export function wrongIn(
  form: Pick<
    CampaignForm,
    'issuedOn' | 'first' | 'last' | 'planBy' | 'units' | 'targets' | 'text' | 'pages' | 'title' | 'people'
  >,
): Wrong[] {
  const found: Wrong[] = []
  const say = (message: string, ...path: (string | number)[]) => found.push({ message, path })
  if (form.last < form.first) say('结束日期早于开始日期，请检查', 'last')
  if (form.issuedOn > form.last) say('印发日期晚于结束日期，请检查', 'issuedOn')
  if (form.planBy > form.last || form.planBy < form.issuedOn)
    say('方案报送日期应在印发之后、专项行动结束之前', 'planBy')
  if (new Set(form.units).size < form.units.length) say('主送单位重复了', 'units')
  if (!form.text && form.pages.length === 0) say('请填写正文，或拍照上传文件', 'text')
  found.push(...wrongTargets(form.targets, form))
  if (holdsMarked([form.title, form.text, form.targets, form.people])) say(CLASSIFIED, 'text')
  return found
}

/** What does not fit in a campaign's targets, given its dates and units. */
export function wrongTargets(
  all: readonly Target[],
  { first, last, units }: Pick<CampaignForm, 'first' | 'last' | 'units'>,
): Wrong[] {
  const found: Wrong[] = []
  const seen = new Set<string>()
  all.forEach((one, i) => {
    const say = (message: string, field: string) => found.push({ message, path: ['targets', i, field] })
    if (seen.has(one.id)) say(`目标“${one.name}”重复了，请删去一项`, 'id')
    seen.add(one.id)
    if (one.due < first || one.due > last) say(`“${one.name}”的完成期限应在专项行动期间`, 'due')
    if (unitOf(one.owner) && !units.includes(one.owner)) say(`“${one.name}”的责任单位不在主送单位里`, 'owner')
  })
  return found
}

/** A campaign as it is kept. Its unit is the city; `units` are those addressed. */
export type Campaign = Omit<CampaignForm, 'draft' | 'unclassified'> & {
  _id: string
  unit: string
  state: CampaignState
  /** Issued and not closed. */
  open: boolean
  /** Issued and 主动公开: everybody may read its text. */
  published: boolean
  /** Post that leads it: it is told, and answers for its terms. */
  owner: string
  rank: string
  issuedAt?: number
  /** Numbers the city's sections count themselves, by the id of the target. */
  told: Record<string, number>
  reminders: { at: number; what: 'receipt' | 'plan'; units: string[] }[]
  closed?: { at: number; words: string }
}

/** What one unit does about one campaign (落实情况). Its id is the campaign's and the unit's. */
export type Response = {
  _id: string
  campaign: string
  unit: string
  /** As the campaign says, so that a unit's list is one query. */
  title: string
  number: string
  first: Day
  last: Day
  open: boolean
  rank: string
  /** Last day in time for confirming receipt, and for the plan as it stands. */
  receiveBy: Day
  planBy: Day
  received?: { at: number; post: string; name: string }
  plan?: Plan
  planState: PlanState
  /** How often a plan was handed in. */
  rounds: number
  /** Every step of the plan, who took it, and what he said. */
  steps: { step: PlanStep; at: number; post: string; name: string; words?: string }[]
  /** Numbers the unit counts itself, by the id of target or task. */
  told: Record<string, number>
}

/** A progress report as it is kept. */
export type CampaignReport = {
  _id: string
  campaign: string
  unit: string
  line: CampaignLine
  words: string
  at: number
  post: string
  name: string
  rank: string
}

/** Whether a unit's plan is asked of it now: not handed in yet, or sent back. */
export const owesPlan = ({ planState }: Pick<Response, 'planState'>): boolean =>
  planState === 'drafting' || planState === 'returned'

/** The id of a unit's response to a campaign. */
export const responseId = (campaign: string, unit: string): string => `${campaign}.${unit}`

/** How a campaign's days stand on `today`: to come, running, or over with its last day past. */
export function campaignDays(
  { first, last }: Pick<Campaign, 'first' | 'last'>,
  today: Day,
): { until: 'first' | 'last'; left: number; total: number; words: string } {
  const total = daysBetween(first, last) + 1
  if (today < first) {
    const left = daysBetween(today, first)
    return { until: 'first', left, total, words: `${left}天后开始` }
  }
  const left = daysBetween(today, last)
  const words = left < 0 ? `已到期${-left}天，待总结` : left === 0 ? '今天到期' : `还剩${left}天`
  return { until: 'last', left, total, words }
}

/** A target's number against what is wanted. */
export type Progress = { value: number; wanted: number; reached: boolean; late: boolean }

/** How far an aim is on `today`: late when its day has passed and the number is not there. */
export const progressOf = (
  { wanted, due }: Pick<Target, 'wanted' | 'due'>,
  value: number,
  today: Day,
): Progress => ({ value, wanted, reached: value >= wanted, late: value < wanted && today > due })

/** What there is to show, by unit: counted by the system, and told by the unit itself; by the city, told by its sections. */
export type Achieved = Record<
  string,
  { counted: Partial<Record<TargetMeasure, number>>; told: Record<string, number> }
>

/** What one unit has to show for a target or task. */
export const achievedBy = (
  achieved: Achieved,
  unit: string,
  { id, measure }: Pick<Target, 'id' | 'measure'>,
): number => (measure === 'told' ? achieved[unit]?.told[id] : achieved[unit]?.counted[measure]) ?? 0

/**
 * How far a target is, by what there is to show: one unit's number; for a section the sum of all, or what it told; for
 * `each` the sum against the number times the units, with how many have reached it.
 */
export function targetProgress(
  target: Target,
  units: readonly string[],
  achieved: Achieved,
  today: Day,
): Progress & { reachedBy?: number; of?: number } {
  if (unitOf(target.owner)) return progressOf(target, achievedBy(achieved, target.owner, target), today)
  const values = units.map(unit => achievedBy(achieved, unit, target))
  const sum = values.reduce((total, value) => total + value, 0)
  if (target.owner !== 'each') {
    const value = target.measure === 'told' ? achievedBy(achieved, city.id, target) : sum
    return progressOf(target, value, today)
  }
  const reachedBy = values.filter(value => value >= target.wanted).length
  return {
    value: sum,
    wanted: target.wanted * units.length,
    reached: reachedBy === units.length,
    late: reachedBy < units.length && today > target.due,
    reachedBy,
    of: units.length,
  }
}

/** The targets a unit answers for: its own, and those every unit has. */
export const targetsOf = (unit: string, all: readonly Target[]): Target[] =>
  all.filter(({ owner }) => owner === 'each' || owner === unit)
