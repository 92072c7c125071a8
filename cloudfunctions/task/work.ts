import type { Check } from '../../domain/check'
import {
  completionForm,
  REPORTS,
  reportForm,
  startForm,
  type Task,
  taken,
  whyNotResult,
} from '../../domain/task'
import { shortened } from '../../domain/text'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { tell } from '../message'
import { keep, pageOf, stepping } from './keep'

/** Begins to work on a task (开始办理). */
export const start = write('task.work', startForm, async (submission, form) => {
  const { task, by } = await stepping(submission, form.task, 'start')
  const after = taken(task, { step: 'start' }, by, submission.at)
  if (!after) return refuse('state.wrong')
  await keep(submission, task, after)
  return { task: task._id }
})

/** Reports progress (进度): the holder, or a co-acting unit into the same record. */
export const report = write('task.work', reportForm, async (submission, form) => {
  const way = (asked: Task) => (coActs(submission, asked) ? 'assist' : 'report')
  const { task, by } = await stepping(submission, form.task, way)
  if (task.reports.length >= REPORTS)
    refuse('input.invalid', { message: `进度最多报${REPORTS}次，请直接办结并写明完成情况`, field: 'words' })
  const after = taken(task, { step: way(task) }, by, submission.at)
  if (!after) return refuse('state.wrong')
  const { words, count, photos = [] } = form
  const said = { at: submission.at, by, words, ...(count === undefined ? {} : { count }), photos }
  await keep(submission, task, {
    ...after,
    reports: [...task.reports, said],
    reported: task.reported + (count ?? 0),
  })
  return { task: task._id, reported: task.reported + (count ?? 0) }
})

/** Completes a task (完成) with its result: words, or the record of a check of the units that share it. */
export const complete = write('task.work', completionForm, async (submission, form) => {
  const { task, by } = await stepping(submission, form.task, 'complete')
  const { words, check, count = 0, photos = [] } = form
  const made = check ? await checkFor(submission, task, check) : undefined
  const after = taken(task, { step: 'complete' }, by, submission.at)
  if (!after) return refuse('state.wrong')
  const record = made ? { check: made._id, outcome: made.outcome } : {}
  const result = { at: submission.at, words, ...record, photos }
  await keep(submission, task, { ...after, result, reported: task.reported + count })
  if (task.issuer.post !== by.post)
    tell(submission, [task.issuer.post], {
      title: '任务已完成',
      words: `“${task.title}”已由${by.name}办完。${shortened(words, 60) || `检查结果：${made?.outcome}`}`,
      unit: task.issuer.unit,
      page: pageOf(task._id),
    })
  return { task: task._id }
})

// Somebody of a co-acting unit, and not the one who has it.
const coActs = ({ caller }: Submission, task: Task): boolean =>
  !caller.posts.some(({ id, org }) => id === task.holder.post || org === task.unit)

async function checkFor(submission: Submission, task: Task, id: string): Promise<Check> {
  const check = await submission.find('checks', id)
  if (!check || !task.units.includes(check.unit))
    return refuse('record.missing', { message: '没有找到这份检查记录，请重新选择', field: 'check' })
  const message = whyNotResult(task, check)
  if (message) refuse('input.invalid', { message, field: 'check' })
  return check
}
