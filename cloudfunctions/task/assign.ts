import { spokenDay } from '../../domain/calendar'
import {
  assignForm,
  type Keeper,
  knows,
  mayTake,
  partyWords,
  signForm,
  type Task,
  taken,
} from '../../domain/task'
import type { Collections } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { tell } from '../message'
import { grouped } from './grouped'
import { actor, keep, LIST, pageOf, stepping, whyNot } from './keep'
import { addressee, staffOf } from './staff'

/** Signs for a task (签收): it has arrived, and who signs answers for it. */
export const sign = write('task.assign', signForm, async (submission, form) => {
  const { task, by } = await stepping(submission, form.task, 'sign')
  const after = taken(task, { step: 'sign' }, by, submission.at)
  if (!after) return refuse('state.wrong')
  await keep(submission, task, after)
  return { task: task._id }
})

/**
 * Assigns tasks (分派), one or twenty, to one person or team of the own unit: all of them or none, and the one that does
 * not fit is named. What nobody had signed for is signed for by it.
 */
export const assign = write('task.assign', assignForm, async (submission, form) => {
  const tasks: Collections['tasks'][] = []
  for (const [i, { task, seen }] of form.tasks.entries())
    tasks.push(await fitting(submission, task, seen, i, form.tasks.length))
  const elsewhere = tasks.find(({ unit }) => unit !== form.to.unit)
  if (elsewhere)
    refuse('input.invalid', { message: `“${elsewhere.title}”只能分派给承办单位自己的人`, field: 'to' })
  const { next, inCharge } = await addressee(submission, await staffOf([form.to.unit]), form.to)
  const told: { task: Task; by: Keeper; before: string }[] = []
  for (const task of tasks) {
    const post = submission.caller.posts.find(one => mayTake(task, 'assign', one))
    if (!post) return refuse('state.wrong')
    const by = actor(submission.caller, post)
    const reason = form.words ? { reason: form.words } : {}
    const after = taken(task, { step: 'assign', next, inCharge, ...reason }, by, submission.at)
    if (!after) return refuse('state.wrong')
    await keep(submission, task, after)
    told.push({ task: after, by, before: task.stage === 'work' ? task.inCharge.post : '' })
  }
  tellAssigned(submission, told, form.words)
  return { assigned: tasks.length, to: partyWords(next, next.unit) }
})

/** A task that can be assigned by the caller now; otherwise a sentence that names it. */
async function fitting(submission: Submission, id: string, seen: number, i: number, of: number) {
  const { caller } = submission
  const also = of > 1 ? '，其余也没有分派' : ''
  const found = await submission.find('tasks', id)
  const which = of > 1 ? `第${i + 1}件任务` : '这件任务'
  if (!found || !knows(found, caller.posts) || !isHere(submission, found))
    return refuse('record.missing', {
      message: `${which}没有找到，或者不归本局办理${also}，请刷新后重选`,
      field: `tasks.${i}`,
    })
  const last = found.log.at(-1)
  if (found.log.length !== seen && last)
    refuse('state.wrong', {
      message: `“${found.title}”刚由${last.by.name}办理过，现在在${partyWords(found.holder, found.unit)}${also}，请刷新后再看`,
      field: `tasks.${i}`,
    })
  if (!caller.posts.some(post => mayTake(found, 'assign', post)))
    refuse('state.wrong', { message: `${whyNot(found, 'assign')}${also}`, field: `tasks.${i}` })
  return found
}

function isHere(submission: Submission, task: Task): boolean {
  const reached = submission.caller.posts.some(post => post.org === task.unit)
  if (reached) submission.within({ unit: task.unit })
  return reached
}

function tellAssigned(
  submission: Submission,
  told: readonly { task: Task; by: Keeper; before: string }[],
  words: string | undefined,
): void {
  const [{ task, by }] = told as [(typeof told)[number]]
  const many = told.length > 1
  const soonest = told.map(one => one.task.due).sort()[0] as string
  tell(submission, [task.inCharge.post], {
    title: many ? `给您分派了${told.length}件任务` : '给您分派了任务',
    words: `${by.name}分派：${task.title}${many ? `等${told.length}件，最早` : '，'}${spokenDay(soonest)}前完成。${words ?? ''}`,
    unit: task.unit,
    page: many ? LIST : pageOf(task._id),
  })
  // Who had it before learns that he has it no longer.
  const relieved = told.filter(one => one.before && one.before !== task.inCharge.post)
  for (const [post, its] of grouped(relieved, one => one.before))
    tell(submission, [post], {
      title: '任务已改派',
      words: `${its.map(one => `“${one.task.title}”`).join('、')}已改由${partyWords(task.holder, task.unit)}办理。`,
      unit: task.unit,
      page: its.length > 1 ? LIST : pageOf(its[0].task._id),
    })
}
