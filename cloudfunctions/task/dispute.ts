import { spokenDay } from '../../domain/calendar'
import { city, nameOf } from '../../domain/organisation'
import { decisionForm, disputeForm, lastDay, type Task, taken } from '../../domain/task'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { tell } from '../message'
import { keep, pageOf, stepping } from './keep'
import { headOf, headsOf } from './staff'

/**
 * A unit says that a task is not its matter and whose it thinks it is (提请裁定): the city decides within seven working
 * days (S-5.3.1). Until then the task lies with the city, and what is asked stays due.
 */
export const dispute = write('task.assign', disputeForm, async (submission, form) => {
  const { task, by } = await stepping(submission, form.task, 'dispute')
  if (form.thinks === task.unit)
    refuse('input.invalid', { message: '请选择您认为应当负责的另一个单位', field: 'thinks' })
  const chief = await cityFor(task)
  const until = lastDay('dispute', task, submission.today).day
  const act = {
    step: 'dispute',
    next: chief,
    inCharge: chief,
    reason: form.reason,
    thinks: form.thinks,
    until,
  } as const
  const after = taken(task, act, by, submission.at)
  if (!after) return refuse('state.wrong')
  await keep(submission, task, after)
  tell(submission, [chief.post], {
    title: '任务争议，请裁定',
    words: `${nameOf(task.unit)}认为“${task.title}”应由${nameOf(form.thinks)}办理：${form.reason}。请于${spokenDay(until)}前裁定。`,
    unit: city.id,
    page: pageOf(task._id),
  })
  return { task: task._id, until }
})

// Whoever of the city issued it; otherwise the city's chief.
const cityFor = async (task: Task) =>
  task.issuer.unit === city.id ? task.issuer : headOf(await headsOf([city.id]), city.id)

/** The city decides (裁定): it stays, another unit leads, or others co-act. */
export const decide = write('task.decide', decisionForm, async (submission, form) => {
  const { helpers = [], lead, words: reason } = form
  // Both decisions are the same hand's, from the same state.
  const { task, by } = await stepping(submission, form.task, 'uphold')
  const heads = await headsOf([lead, task.unit, ...helpers])
  const next = { unit: lead }
  const inCharge = headOf(heads, lead)
  const act = { step: lead === task.unit ? 'uphold' : 'redirect', next, inCharge, helpers, reason } as const
  const after = taken(task, act, by, submission.at)
  if (!after) return refuse('state.wrong')
  await keep(submission, task, after)
  const told = [lead, ...helpers, task.unit].map(unit => headOf(heads, unit))
  const sharing = helpers.length ? `，${helpers.map(nameOf).join('、')}配合` : ''
  for (const { post, unit } of told.filter((one, i) => told.findIndex(({ post }) => post === one.post) === i))
    tell(submission, [post], {
      title: '市局已裁定',
      words: `“${task.title}”由${nameOf(lead)}${helpers.length ? '牵头' : '办理'}${sharing}：${reason}`,
      unit,
      page: pageOf(task._id),
    })
  return { task: task._id, lead: nameOf(lead) }
})
