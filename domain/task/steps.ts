import type { Verb } from '../posts'

/** States of a task (任务), S-1.2, S-4.1.1.9, S-5.3.1. */
export const taskStates = {
  issued: '待签收',
  signed: '待分派',
  assigned: '待执行',
  working: '执行中',
  returned: '被退回',
  disputed: '争议待裁定',
  done: '已完成',
  cancelled: '已撤销',
} as const
export type TaskState = keyof typeof taskStates

/** Where a task is as its lists see it: somebody must say who does it, somebody does it, or it is over. */
export type TaskStage = 'desk' | 'work' | 'ended'
export const stageOf: Record<TaskState, TaskStage> = {
  issued: 'desk',
  signed: 'desk',
  assigned: 'work',
  working: 'work',
  returned: 'desk',
  disputed: 'desk',
  done: 'ended',
  cancelled: 'ended',
}

/**
 * The clocks a task can have. Signing within two working days: own proposal. Deciding a dispute within seven: own rule
 * from S-5.3.1 (通知五(三): no shifting of work to others); no law sets a term for work inside the authorities.
 */
export const taskClocks = {
  sign: { name: '签收', workdays: 2 },
  due: { name: '完成', workdays: undefined },
  dispute: { name: '裁定', workdays: 7 },
} as const
export type TaskClock = keyof typeof taskClocks

/** The clocks that run in a state. What is asked stays due while people dispute whose it is. */
export const clocksIn: Record<TaskState, readonly TaskClock[]> = {
  issued: ['sign', 'due'],
  signed: ['due'],
  assigned: ['due'],
  working: ['due'],
  returned: ['due'],
  disputed: ['dispute', 'due'],
  done: [],
  cancelled: [],
}

/**
 * Who may take a step: `issuer`, the post that issued it; `desk`, who answers for the unit or team it lies with; `holder`,
 * the post it lies with; `keeper`, the holder or, where no post is named, the desk; `helper`, a co-acting unit; `city`.
 */
export type TaskHand = 'issuer' | 'desk' | 'holder' | 'keeper' | 'helper' | 'city'

type Row = {
  name: string
  verb: Verb
  by: TaskHand
  from: readonly TaskState[]
  to: readonly TaskState[]
  /** Must name who has it next. */
  next: boolean
  reason: boolean
}

const OPEN = ['issued', 'signed', 'assigned', 'working', 'returned', 'disputed'] as const

/** What can be done to a task: by whom, from which states, to which. The table is the state machine; a test walks it. */
export const taskSteps = {
  issue: row('下发', 'task.issue', 'issuer', [], ['issued', 'assigned'], 'next'),
  sign: row('签收', 'task.assign', 'desk', ['issued'], ['signed']),
  // Who assigns what nobody has signed for has thereby signed; what lies with one can be given to another.
  assign: row(
    '分派',
    'task.assign',
    'desk',
    ['issued', 'signed', 'assigned', 'working'],
    ['signed', 'assigned'],
    'next',
  ),
  start: row('开始办理', 'task.work', 'holder', ['assigned'], ['working']),
  report: row('报进度', 'task.work', 'holder', ['assigned', 'working'], ['working']),
  assist: row(
    '报配合情况',
    'task.work',
    'helper',
    ['issued', 'signed', 'assigned', 'working'],
    ['issued', 'signed', 'assigned', 'working'],
  ),
  complete: row('完成', 'task.work', 'holder', ['assigned', 'working'], ['done']),
  // Back to whoever handed it over, by name: the leader who assigned it, or the issuer.
  return: row(
    '退回',
    'task.work',
    'keeper',
    ['issued', 'signed', 'assigned', 'working'],
    ['signed', 'returned'],
    'reason',
  ),
  reissue: row('重新下发', 'task.issue', 'holder', ['returned'], ['issued', 'assigned'], 'next'),
  dispute: row('提请裁定', 'task.assign', 'desk', ['issued', 'signed'], ['disputed'], 'next', 'reason'),
  uphold: row('裁定维持', 'task.decide', 'city', ['disputed'], ['signed'], 'next', 'reason'),
  redirect: row('裁定改由', 'task.decide', 'city', ['disputed'], ['issued'], 'next', 'reason'),
  cancel: row('撤销', 'task.issue', 'issuer', OPEN, ['cancelled'], 'reason'),
} as const satisfies Record<string, Row>
export type TaskStep = keyof typeof taskSteps

function row<const N extends readonly ('next' | 'reason')[]>(
  name: string,
  verb: Verb,
  by: TaskHand,
  from: readonly TaskState[],
  to: readonly TaskState[],
  ...needs: N
) {
  return {
    name,
    verb,
    by,
    from,
    to,
    next: needs.includes('next') as Has<N, 'next'>,
    reason: needs.includes('reason') as Has<N, 'reason'>,
  }
}
type Has<N extends readonly string[], Word extends string> = Word extends N[number] ? true : false

/** Whether a step may be taken from a state at all. */
export const leadsFrom = (step: TaskStep, state: TaskState): boolean => taskSteps[step].from.includes(state)
