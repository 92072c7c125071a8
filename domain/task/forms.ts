import { unitId } from '../enterprise'
import { photos } from '../evidence'
import { day, id, prose, words } from '../fields'
import { nameOf } from '../organisation'
import * as z from '../zod'
import { ONE_PARTY, type TaskKind, TOGETHER } from './task'

/** Reports one task may carry. */
export const REPORTS = 60

/** The longest term a task may have, in days. Source: own proposal. */
export const LONGEST_TASK_DAYS = 366

const teamId = () => z.string().check(z.regex(/^\d{6}\.[a-z0-9]{1,40}$/, '所（股、队）不对，请重新选择'))

/** Whom a task is for: a unit, a team of it, or a post. */
const address = z.strictObject({ unit: unitId(), team: z.optional(teamId()), post: z.optional(id()) }).check(
  z.superRefine((to, context) => {
    if (to.team && to.team.split('.')[0] !== to.unit)
      context.addIssue({ code: 'custom', message: '所（股、队）不属于这个单位', path: ['team'], input: to })
    if (to.team && to.post)
      context.addIssue({
        code: 'custom',
        message: '请只选所（股、队）或人员中的一个',
        path: ['post'],
        input: to,
      })
  }),
)
export type Address = z.infer<typeof address>

/** The form by which a task is issued (下发): one record for each unit, team or post it is for. */
export const taskForm = z
  .strictObject({
    title: words('任务名称', 60),
    ask: prose('任务要求', 1000),
    kind: z.enum(['survey', 'sampling', 'verify', 'recheck', 'other'] satisfies TaskKind[], '请选择任务类型'),
    due: day('完成期限'),
    to: z
      .array(address, '请选择交给谁')
      .check(z.minLength(1, '请选择交给谁'), z.maxLength(TOGETHER, `一次最多下发${TOGETHER}件`)),
    helpers: z.optional(z.array(unitId()).check(z.maxLength(19, '配合单位太多'))),
    campaign: z.optional(id()),
    enterprise: z.optional(id()),
    secret: z.boolean('请选择是否突击'),
    target: z.optional(
      z.strictObject({
        count: z.int('请填写目标数').check(z.gte(1, '目标数至少为1'), z.lte(100_000, '目标数太大，请检查')),
        of: words('计量单位', 6),
      }),
    ),
  })
  .check(
    z.superRefine((form, context) => {
      const say = (message: string, path: string) =>
        context.addIssue({ code: 'custom', message, path: [path], input: form })
      const named = form.to.map(({ unit, team, post }) => post ?? team ?? unit)
      const twice = form.to.find((_, i) => named.indexOf(named[i] as string) !== i)
      if (twice) say(`${nameOf(twice.unit)}选了两次，请去掉一个`, 'to')
      const { helpers = [] } = form
      if (new Set(helpers).size !== helpers.length) say('配合单位选重了，请检查', 'helpers')
      if (helpers.length && form.to.length > 1) say('有配合单位时，牵头单位只能有一个', 'helpers')
      const both = helpers.find(unit => form.to.some(to => to.unit === unit))
      if (both) say(`${nameOf(both)}不能既牵头又配合`, 'helpers')
      if (form.enterprise && form.to.length > 1) say(ONE_PARTY, 'enterprise')
    }),
  )
export type TaskForm = z.infer<typeof taskForm>

const reason = (label: string) => words(label, 300)

export const signForm = z.strictObject({ task: id() })

/**
 * Assigning (分派), one task or many in one write. `seen` is how many lines the log had when it was chosen: what somebody
 * else has moved meanwhile is not moved again unseen.
 */
export const assignForm = z.strictObject({
  tasks: z
    .array(z.strictObject({ task: id(), seen: z.int().check(z.gte(1), z.lte(10_000)) }), '请选择任务')
    .check(
      z.minLength(1, '请选择任务'),
      z.maxLength(TOGETHER, `一次最多分派${TOGETHER}件，请分两次`),
      z.refine(
        (tasks: { task: string }[]) => new Set(tasks.map(({ task }) => task)).size === tasks.length,
        '有任务选了两次，请重新选择',
      ),
    ),
  to: address,
  words: z.optional(prose('交办的话', 300)),
})

export const startForm = z.strictObject({ task: id() })

/** Progress (进度), by the holder or a co-acting unit. */
export const reportForm = z.strictObject({
  task: id(),
  words: words('进展情况', 500),
  count: z.optional(z.int().check(z.gte(0, '数量不能是负数'), z.lte(100_000, '数量太大，请检查'))),
  photos: z.optional(photos()),
})

/** Completing needs a result: words, or the record of a check. */
export const completionForm = z
  .strictObject({
    task: id(),
    words: prose('完成情况', 1000),
    check: z.optional(id()),
    count: z.optional(z.int().check(z.gte(0, '数量不能是负数'), z.lte(100_000, '数量太大，请检查'))),
    photos: z.optional(photos()),
  })
  .check(
    z.superRefine((form, context) => {
      if (!form.words && !form.check)
        context.addIssue({
          code: 'custom',
          message: '请写明完成情况，或选择检查记录',
          path: ['words'],
          input: form,
        })
    }),
  )

export const returnForm = z.strictObject({ task: id(), reason: reason('退回原因') })

export const disputeForm = z.strictObject({ task: id(), thinks: unitId(), reason: reason('理由') })

/** The city's decision: who leads, who co-acts, and why. */
export const decisionForm = z
  .strictObject({
    task: id(),
    lead: unitId(),
    helpers: z.optional(z.array(unitId()).check(z.maxLength(19, '配合单位太多'))),
    words: reason('裁定意见'),
  })
  .check(
    z.superRefine(({ lead, helpers = [] }, context) => {
      const say = (message: string) =>
        context.addIssue({ code: 'custom', message, path: ['helpers'], input: helpers })
      if (helpers.includes(lead)) say(`${nameOf(lead)}不能既牵头又配合`)
      if (new Set(helpers).size !== helpers.length) say('配合单位选重了，请检查')
    }),
  )

export const reissueForm = z.strictObject({ task: id(), to: address, words: z.optional(prose('说明', 300)) })

export const cancelForm = z.strictObject({ task: id(), reason: reason('撤销原因') })

/** Lists of tasks: mine to do; to be signed, assigned or decided; under way; over. */
export const taskLists = ['mine', 'desk', 'out', 'ended'] as const
export type TaskList = (typeof taskLists)[number]

export const taskSearch = z.strictObject({
  list: z.enum(taskLists, '没有这个列表'),
  after: z.optional(z.string().check(z.maxLength(80, '请从头再看'))),
})
