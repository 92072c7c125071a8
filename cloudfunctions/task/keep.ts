import { spokenDay } from '../../domain/calendar'
import type { Post } from '../../domain/posts'
import {
  clocksOf,
  type Keeper,
  knows,
  lastDay,
  leadsFrom,
  mayTake,
  partyWords,
  type Task,
  type TaskStep,
  taskClocks,
  taskStates,
  taskSteps,
} from '../../domain/task'
import type { Collections } from '../kernel/collections'
import type { Caller } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'
import { endTerm, moveTerm, startTerm } from '../term'

type Kept = Collections['tasks']

export const pageOf = (task: string): string => `/task/task/index?task=${task}`
export const LIST = '/task/list/index'

/** Who takes a step, by name; who stands in for somebody away says for whom. */
export const actor = (caller: Caller, { id, org, team, standIn }: Post): Keeper => ({
  unit: org,
  ...(team ? { team } : {}),
  post: id,
  name: standIn ? `${caller.name}（代${standIn.name}）` : caller.name,
})

/**
 * The task a step is about and who takes it. Refuses `record.missing` where the task is not the caller's to know, and
 * `state.wrong` with a sentence where it may not be taken now, or not by him. One database call.
 */
export async function stepping(
  submission: Submission,
  id: string,
  asked: TaskStep | ((task: Task) => TaskStep),
): Promise<{ task: Kept; by: Keeper; post: Post }> {
  const { record: task } = await submission.needHere('tasks', id)
  const { caller } = submission
  if (!knows(task, caller.posts)) refuse('record.missing')
  const step = typeof asked === 'function' ? asked(task) : asked
  const post = caller.posts.find(one => mayTake(task, step, one))
  if (!post) return refuse('state.wrong', { message: whyNot(task, step) })
  return { task, by: actor(caller, post), post }
}

/** Why a step may not be taken, in words. */
export function whyNot(task: Task, step: TaskStep): string {
  const { name, by } = taskSteps[step]
  if (!leadsFrom(step, task.state))
    return `“${task.title}”${taskStates[task.state]}，现在不能${name}，请刷新后再看`
  if (step === 'dispute' && task.dispute?.decided) return '市局已经裁定由本局办理，请按裁定意见办理'
  if (by === 'issuer') return `“${task.title}”由${task.issuer.name}下发，请联系下发人${name}`
  if (by === 'helper') return `“${task.title}”由本局牵头，请由办理人报进度`
  return `“${task.title}”现在由${partyWords(task.holder)}办理，您不能${name}`
}

/** Writes a new task and starts its clocks. */
export function begin(submission: Submission, task: Task): void {
  submission.create('tasks', task)
  for (const { clock, key } of clocksOf(task)) start(submission, task, clock, key)
}

/**
 * Writes the task as a step left it. Its clocks follow from its state: those of the state before end, those that go on
 * belong to whoever answers for it now. A clock of its own per call and term: two database calls each.
 */
export async function keep(submission: Submission, before: Kept, after: Task): Promise<void> {
  submission.replace('tasks', before, after)
  const [had, has] = [clocksOf(before), clocksOf(after)]
  const record = `tasks/${after._id}`
  for (const { key } of had)
    if (!has.some(one => one.key === key)) await endTerm(submission, record, key)
    else if (before.inCharge.post !== after.inCharge.post)
      await moveTerm(submission, record, key, after.inCharge.post)
  for (const { clock, key } of has)
    if (!had.some(one => one.key === key)) start(submission, after, clock, key)
}

function start(submission: Submission, task: Task, clock: keyof typeof taskClocks, key: string): void {
  const { day, provisional } = lastDay(clock, task, submission.today)
  const { name, workdays } = taskClocks[clock]
  startTerm(submission, {
    key,
    unit: task.unit,
    record: `tasks/${task._id}`,
    // A unit's clocks are seen by everybody in it; a surprise keeps its name to itself.
    title: `${name}${task.secret ? '一件突击任务' : `“${task.title}”`}`,
    page: pageOf(task._id),
    owner: task.inCharge.post,
    due: day,
    provisional,
    why: workdays
      ? `自${spokenDay(submission.today)}起${workdays}个工作日，不含当日（本系统的办理要求）。`
      : '下发任务时确定的完成期限。',
  })
}
