import { type Day, daysBetween } from './calendar'
import { CLASSIFIED, holdsMarked } from './classified'
import { unitId } from './enterprise'
import { photos } from './evidence'
import { day, id, phone, prose, words } from './fields'
import { type Measure, measures } from './measures'
import { city, nameOf, sections, unitOf } from './organisation'
import * as z from './zod'

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

const isSection = (text: string): boolean => sections.some(({ id: section }) => section === text)

/** Somebody of the leading group (领导小组) or a contact (联系人). */
const person = z.strictObject({
  role: words('职务', 30),
  name: words('姓名', 30),
  phone: z.optional(phone('电话')),
})
export type CampaignPerson = z.infer<typeof person>
const people = (least: number) =>
  z
    .array(person, '请填写领导小组和联系人')
    .check(z.minLength(least, '请至少写明一名负责人'), z.maxLength(20, '领导小组和联系人最多20人'))

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

const NEW: Partial<Record<TargetMeasure, string>> = { enterprises: '新建档企业', covered: '新排查企业' }

/** How a target is counted, in words. */
export const countedBy = (measure: TargetMeasure | 'told'): string =>
  measure === 'told' ? '按填报' : `按${NEW[measure] ?? measures[measure].name}`

/** What should be thought of before a target is set by this measure; undefined where nothing speaks against it. */
export const targetWarning = (measure: TargetMeasure | 'told'): string | undefined =>
  // 国办发〔2024〕54号, 八个不得: 不得将考核考评与检查频次、罚款数额挂钩. To be checked against the paper (domain/16, W).
  measure === 'checks' || measure === 'findings' || measure === 'noticesServed'
    ? '检查次数、发现问题数不宜作为考核指标（国办发〔2024〕54号，依据待核），可改按建档、办结数'
    : undefined

const aim = (label: string, key: 't' | 'p') => ({
  id: z
    .string()
    .check(z.regex(key === 't' ? /^t[0-9a-z]{1,12}$/ : /^p[0-9a-z]{1,12}$/, '编号不对，请重新添加这一项')),
  name: words(label, 60),
  /** Unit of count: 家, 份. */
  count: words('计量单位', 6),
  wanted: z.int('请填写数量，应为整数').check(z.gte(1, '数量应大于0'), z.lte(1_000_000, '数量太大，请检查')),
  measure: z.enum([...targetMeasures, 'told'], '请选择怎么计数'),
  due: day('完成期限'),
})

const isOwner = (text: string) => text === 'each' || unitOf(text) !== undefined || isSection(text)

/** An aim in numbers (目标任务). */
const target = z.strictObject({
  ...aim('目标', 't'),
  /** `each`: every unit has to reach the number for itself; a unit; or a section, which answers for the city's sum. */
  owner: z.string('请选择责任单位').check(z.refine(isOwner, '没有这个责任单位，请重新选择')),
})
export type Target = z.infer<typeof target>

/** 责任单位, in words. */
export const ownerName = (owner: string): string => (owner === 'each' ? '各单位' : nameOf(owner))

const targets = z.array(target, '请填写目标任务').check(z.maxLength(30, '目标任务最多30项'))

const addressed = z
  .array(unitId(), '请选择主送单位')
  .check(z.minLength(1, '请至少选择一个主送单位'), z.maxLength(20, '主送单位重复了'))

/** The form by which a section draws up a campaign. */
export const campaignForm = z
  .strictObject({
    /** The draft that is drawn up anew. */
    draft: z.optional(id()),
    title: words('标题', 80),
    number: z.string('请填写发文字号').check(
      z.overwrite((text: string) =>
        text.replace(/\s/g, '').replace(/[[［(（【](20\d\d)[\]］)）】]/, '〔$1〕'),
      ),
      z.regex(/^.{1,30}〔20\d{2}〕\d{1,5}号$/, '发文字号应如“赣市市监质监字〔2026〕13号”'),
    ),
    office: words('发文机关', 60),
    issuedOn: day('印发日期'),
    first: day('开始日期'),
    last: day('结束日期'),
    products: z
      .array(words('重点产品', 30), '请填写重点产品')
      .check(z.minLength(1, '请至少写明一种重点产品'), z.maxLength(20, '重点产品最多20种')),
    openness: z.enum(['public', 'internal'], '请选择公开或内部'),
    unclassified: z.literal(true, CLASSIFIED),
    units: addressed,
    sections: z
      .array(z.string().check(z.refine(isSection, '没有这个科室')))
      .check(z.maxLength(sections.length, '科室重复了')),
    text: prose('正文', 12_000),
    pages: photos(),
    /** Day by which each unit hands in its plan. */
    planBy: day('方案报送日期'),
    people: people(0),
    targets,
  })
  .check(
    z.superRefine((form, context) => {
      for (const { message, path } of wrongIn(form))
        context.addIssue({ code: 'custom', message, path, input: form })
    }),
  )
export type CampaignForm = z.infer<typeof campaignForm>

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

const told = z
  .array(
    z.strictObject({
      id: z.string().check(z.regex(/^[tp][0-9a-z]{1,12}$/, '没有这项目标，请刷新后再填')),
      value: z.int('请填写整数').check(z.gte(0, '不能小于0'), z.lte(1_000_000, '数量太大，请检查')),
    }),
  )
  .check(z.maxLength(60, '填报的数字太多'))

/** What may be changed while a campaign runs: people, targets, and the numbers the city's sections count themselves. */
export const changeForm = z
  .strictObject({ campaign: id(), people: people(0), targets, told })
  .check(z.refine(form => !holdsMarked([form.people, form.targets]), CLASSIFIED))

export const issueForm = z.strictObject({ campaign: id() })
export const closeForm = z
  .strictObject({ campaign: id(), words: words('小结', 1000) })
  .check(z.refine(form => !holdsMarked(form.words), { message: CLASSIFIED, path: ['words'] }))
export const receiptForm = z.strictObject({ campaign: id(), unit: unitId() })
export const reminderForm = z.strictObject({
  campaign: id(),
  what: z.enum(['receipt', 'plan'], '请选择催办什么'),
})

/** A task of a unit's plan, with number, owner and day (通知 五(一)). */
const task = z.strictObject({ ...aim('任务', 'p'), owner: words('责任人', 40) })
export type PlanTask = z.infer<typeof task>

/** A unit's own plan: goals, tasks, persons (通知 五(一)). */
export const planForm = z
  .strictObject({
    campaign: id(),
    unit: unitId(),
    goals: words('目标', 1000),
    tasks: z
      .array(task, '请填写任务')
      .check(z.minLength(1, '请至少写一项任务'), z.maxLength(30, '任务最多30项')),
    people: people(1),
    pages: photos(),
  })
  .check(
    z.superRefine((form, context) => {
      const say = (message: string, ...path: (string | number)[]) =>
        context.addIssue({ code: 'custom', message, path, input: form })
      if (new Set(form.tasks.map(one => one.id)).size < form.tasks.length)
        say('任务重复了，请删去一项', 'tasks')
      if (holdsMarked([form.goals, form.tasks, form.people])) say(CLASSIFIED, 'goals')
    }),
  )
export type PlanForm = z.infer<typeof planForm>
export type Plan = Omit<PlanForm, 'campaign' | 'unit'>

/** The city's word on a plan: 批准, or 退回修改 with the reason. */
export const decisionForm = z
  .strictObject({
    campaign: id(),
    unit: unitId(),
    approved: z.boolean('请选择批准或退回'),
    words: prose('意见', 500),
  })
  .check(
    z.refine(form => form.approved || form.words !== '', {
      message: '退回修改：请写明要改什么',
      path: ['words'],
    }),
  )

/** A unit's progress report (动态) on one line of work, with what it counts itself. */
export const reportForm = z
  .strictObject({
    campaign: id(),
    unit: unitId(),
    line: z.enum(Object.keys(lines) as [CampaignLine, ...CampaignLine[]], '请选择业务口'),
    words: words('进展情况', 1000),
    told,
  })
  .check(z.refine(form => !holdsMarked(form.words), { message: CLASSIFIED, path: ['words'] }))

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
