import { addDays, type Day } from '../../domain/calendar'
import { addresseeOf, completedForm, servingForm } from '../../domain/filed-paper'
import { mayStep } from '../../domain/paper'
import type { Service } from '../../domain/service'
import type { Collections } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { ANNOUNCED_FIXED, completed, serviceOf } from '../kernel/service'
import type { Submission } from '../kernel/submission'
import { endTerm, startTerm } from '../term'
import { paperPage } from './issue'
import { after } from './step'

/** Key of the term that runs while a 公告 does. */
export const ANNOUNCED = 'announced'

/** 登记送达, by the one rule for all papers. A 公告 runs thirty days before it counts (程序规定 82 (五)). */
export const serve = write('paper.write', servingForm, async (submission, form) => {
  const { record: filed, post } = await submission.needHere('papers', form.paper)
  if (!mayStep(filed.paper, 'serve') || filed.late) refuse('state.wrong')
  if (filed.announced && form.way === 'public')
    refuse('state.wrong', { message: '已经在公告送达，请等公告期满' })
  const { paper: _paper, ...told } = form
  const served = {
    numberedOn: filed.paper.numberedOn,
    enterprise: filed.about.enterprise,
    two: addresseeOf(filed.paper.kind) !== 'office',
  }
  const made = await serviceOf(submission, post, served, told)
  if ('announced' in made) {
    const { counts, why } = made.announced
    submission.replace('papers', filed, { ...filed, announced: made.announced })
    startTerm(submission, {
      key: ANNOUNCED,
      unit: filed.unit,
      record: `papers/${filed._id}`,
      title: `${filed.title}公告期满，登记送达`,
      page: paperPage(filed._id),
      owner: post.id,
      due: addDays(counts, 1),
      why,
      fixed: ANNOUNCED_FIXED,
    })
    return { paper: filed._id, counts }
  }
  await putServed(submission, filed, made, post.id)
  return { paper: filed._id, servedOn: made.servedOn }
})

/** 公告期满: the thirty days are over, the paper counts as served with the last of them. */
export const completeService = write('paper.write', completedForm, async (submission, form) => {
  const { record: filed, post } = await submission.needHere('papers', form.paper)
  const made = completed(submission, filed.announced)
  await putServed(submission, filed, made, post.id)
  return { paper: filed._id, servedOn: made.servedOn }
})

async function putServed(
  submission: Submission,
  filed: Collections['papers'],
  { service, servedOn }: { service: Service; servedOn: Day },
  post: string,
): Promise<void> {
  const paper = after(filed.paper, 'serve', { at: submission.at, post })
  const { announced, ...rest } = filed
  submission.replace('papers', filed, { ...rest, paper, service, servedOn, done: true })
  if (announced) await endTerm(submission, `papers/${filed._id}`, ANNOUNCED)
}
