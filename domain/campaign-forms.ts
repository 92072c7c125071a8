import { type CampaignLine, lines, targetMeasures, wrongIn } from './campaign'
import { CLASSIFIED, holdsMarked } from './classified'
import { unitId } from './enterprise'
import { photos } from './evidence'
import { day, id, phone, prose, words } from './fields'
import { sections, unitOf } from './organisation'
import * as z from './zod'

/** Somebody of the leading group (领导小组) or a contact (联系人). */
const person = z.strictObject({
  role: words('职务', 30),
  name: words('姓名', 30),
  phone: z.optional(phone('电话')),
})
const people = (least: number) =>
  z
    .array(person, '请填写领导小组和联系人')
    .check(z.minLength(least, '请至少写明一名负责人'), z.maxLength(20, '领导小组和联系人最多20人'))

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

const isSection = (text: string): boolean => sections.some(({ id: section }) => section === text)
const isOwner = (text: string) => text === 'each' || unitOf(text) !== undefined || isSection(text)

/** An aim in numbers (目标任务). */
const target = z.strictObject({
  ...aim('目标', 't'),
  /** `each`: every unit has to reach the number for itself; a unit; or a section, which answers for the city's sum. */
  owner: z.string('请选择责任单位').check(z.refine(isOwner, '没有这个责任单位，请重新选择')),
})

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
    unclassified: z.literal(true, `请先做保密审查。${CLASSIFIED}`),
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
