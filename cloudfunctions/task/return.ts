import { cancelForm, helpersOf, returnForm, taken } from '../../domain/task'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { tell } from '../message'
import { keep, pageOf, stepping } from './keep'
import { headOf, headsOf } from './staff'

/** Gives a task back (退回), with a reason, to whoever handed it over. */
export const giveBack = write('task.work', returnForm, async (submission, form) => {
  const { task, by } = await stepping(submission, form.task, 'return')
  const after = taken(task, { step: 'return', reason: form.reason }, by, submission.at)
  if (!after) return refuse('state.wrong')
  await keep(submission, task, after)
  tell(submission, [after.inCharge.post], {
    title: '任务被退回',
    words: `${by.name}退回“${task.title}”：${form.reason}`,
    unit: after.inCharge.unit,
    page: pageOf(task._id),
  })
  return { task: task._id, to: after.inCharge.name }
})

/** Withdraws a task (撤销), with a reason; only its issuer. */
export const cancel = write('task.issue', cancelForm, async (submission, form) => {
  const { task, by } = await stepping(submission, form.task, 'cancel')
  const after = taken(task, { step: 'cancel', reason: form.reason }, by, submission.at)
  if (!after) return refuse('state.wrong')
  await keep(submission, task, after)
  const helpers = helpersOf(task)
  const heads = helpers.length ? await headsOf(helpers) : []
  const told = [task.inCharge.post, ...helpers.map(unit => headOf(heads, unit).post)]
  tell(
    submission,
    told.filter(post => post !== by.post),
    {
      title: '任务已撤销',
      words: `${by.name}撤销“${task.title}”：${form.reason}`,
      unit: task.unit,
      page: pageOf(task._id),
    },
  )
  return { task: task._id }
})
