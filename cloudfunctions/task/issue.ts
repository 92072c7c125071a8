import { addDays, spokenDay } from '../../domain/calendar'
import { textHash } from '../../domain/digest'
import type { Enterprise } from '../../domain/enterprise'
import { city } from '../../domain/organisation'
import {
  addresses,
  type Draft,
  issued,
  LONGEST_TASK_DAYS,
  partyWords,
  reissueForm,
  type Task,
  type TaskForm,
  taken,
  taskForm,
} from '../../domain/task'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { tell } from '../message'
import { grouped } from './grouped'
import { actor, begin, keep, LIST, pageOf, stepping } from './keep'
import { addressee, headOf, headsOf, staffOf } from './staff'

/**
 * Issues a task (下发): the city to units, with others that co-act; a unit's head, deputy or leader to his own teams and
 * people. One write, one record for each that is addressed.
 */
export const issue = write('task.issue', taskForm, async (submission, form) => {
  const { helpers = [], to, ...asked } = form
  for (const { unit } of to) submission.within({ unit })
  const post = submission.within({ unit: (to[0] as TaskForm['to'][number]).unit })
  const ofCity = post.org === city.id
  if (!to.every(one => addresses(post.org, one)))
    refuse('input.invalid', {
      message: ofCity ? '市局下发到各单位，由各单位分派到人' : '请选择本局的所（股、队）或者人员',
      field: 'to',
    })
  if (helpers.length && !ofCity)
    refuse('input.invalid', { message: '配合单位由市局确定，请先报市局', field: 'helpers' })
  requireDue(submission, form.due)
  const campaign = form.campaign ? await submission.find('campaigns', form.campaign) : undefined
  if (form.campaign && !campaign?.open)
    refuse('record.missing', { message: '这次行动没有在开展，请重新选择', field: 'campaign' })
  const units = to.map(({ unit }) => unit)
  const enterprise = await enterpriseIn(submission, form.enterprise, units)
  const staff = ofCity ? await headsOf([...units, ...helpers]) : await staffOf([post.org])
  const draft: Omit<Draft, '_id'> = {
    ...asked,
    ...(enterprise ? { enterpriseName: enterprise.name, enterpriseKind: enterprise.kind } : {}),
    issuer: actor(submission.caller, post),
    issuedAt: submission.at,
  }
  const tasks: Task[] = []
  for (const [i, address] of to.entries()) {
    const { next, inCharge } = await addressee(submission, staff, address)
    tasks.push(issued({ ...draft, _id: idOf(submission.id, i) }, next, inCharge, helpers))
  }
  for (const task of tasks) begin(submission, task)
  tellIssued(submission, tasks)
  for (const unit of helpers)
    tell(submission, [headOf(staff, unit).post], {
      title: '请配合一件任务',
      words: `${partyWords({ unit: units[0] as string })}牵头：${form.title}，${spokenDay(form.due)}前完成。`,
      unit,
      page: pageOf((tasks[0] as Task)._id),
    })
  return { tasks: tasks.map(({ _id }) => _id) }
})

/** Hands a task that came back to somebody else (重新下发). */
export const reissue = write('task.issue', reissueForm, async (submission, form) => {
  const { task, by, post } = await stepping(submission, form.task, 'reissue')
  const ofCity = post.org === city.id
  const staff = ofCity ? await headsOf([form.to.unit]) : await staffOf([post.org])
  if (!addresses(post.org, form.to))
    refuse('input.invalid', {
      message: ofCity ? '请选择一个单位' : '请选择本局的所（股、队）或者人员',
      field: 'to',
    })
  const { next, inCharge } = await addressee(submission, staff, form.to)
  const reason = form.words ? { reason: form.words } : {}
  const after = taken(task, { step: 'reissue', next, inCharge, ...reason }, by, submission.at)
  if (!after) return refuse('state.wrong')
  await keep(submission, task, after)
  tellIssued(submission, [after])
  return { task: task._id }
})

// The first record has the submission's id (docs/decisions/0007); the others' follow from it.
const idOf = (submission: string, i: number): string =>
  i === 0 ? submission : textHash(`${submission}:${i}`).slice(0, 32)

function requireDue(submission: Submission, due: string): void {
  if (due < submission.today)
    refuse('input.invalid', { message: '完成期限已经过去，请选今天或以后的日子', field: 'due' })
  if (due > addDays(submission.today, LONGEST_TASK_DAYS))
    refuse('input.invalid', { message: '完成期限最长一年，请检查', field: 'due' })
}

async function enterpriseIn(
  submission: Submission,
  id: string | undefined,
  units: readonly string[],
): Promise<Enterprise | undefined> {
  if (!id) return undefined
  const enterprise = await submission.find('enterprises', id)
  if (!enterprise || !units.includes(enterprise.unit))
    return refuse('record.missing', {
      message: '这家企业不在承办单位的辖区，请重新选择',
      field: 'enterprise',
    })
  return enterprise
}

/** Tells each post what it has been given: one message, whether it is one task or several. */
function tellIssued(submission: Submission, tasks: readonly Task[]): void {
  for (const [to, its] of grouped(tasks, task => task.inCharge.post)) {
    const [task] = its
    const wait = task.state === 'issued' ? '请签收。' : ''
    tell(submission, [to], {
      title: its.length > 1 ? `新任务${its.length}件` : '新任务',
      words: `${partyWords(task.log.at(-1)?.by ?? task.issuer)}下发：${task.title}，${spokenDay(task.due)}前完成。${wait}`,
      unit: task.inCharge.unit,
      page: its.length > 1 ? LIST : pageOf(task._id),
    })
  }
}
