import { dayOf } from '../../domain/calendar'
import { sealForm, serviceForm, voidForm } from '../../domain/notice'
import { mayStep } from '../../domain/paper'
import { requirePlausible } from '../kernel/moment'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { moved, paperMoved } from './step'

/** Records that the paper carries the unit's seal (盖章); the software never draws one. */
export const seal = write('notice.issue', sealForm, async (submission, form) => {
  const notice = await submission.need('notices', form.notice)
  const post = submission.within(notice)
  const paper = paperMoved(notice, 'seal', { at: submission.at, post: post.id })
  submission.replace('notices', notice, { ...notice, paper })
  return { notice: notice._id }
})

/** Records service with its way, receiver and moment (程序规定 81–83). The correction's clock starts that day. */
export const serveNotice = write('notice.issue', serviceForm, async (submission, form) => {
  const notice = await submission.need('notices', form.notice)
  const post = submission.within(notice)
  requirePlausible(form.at, submission.at, 'at')
  const servedOn = dayOf(form.at)
  if (servedOn < (notice.paper.numberedOn ?? servedOn))
    refuse('input.invalid', { message: '送达时间早于编号日期，请检查', field: 'at' })
  if (servedOn > notice.deadline)
    refuse('input.invalid', { message: '送达时已过改正期限，请作废后重新拟稿', field: 'at' })
  const paper = paperMoved(notice, 'serve', { at: submission.at, post: post.id })
  submission.replace('notices', notice, {
    ...notice,
    ...moved(notice, 'serve'),
    paper,
    servedOn,
    service: { way: form.way, receiver: form.receiver, at: form.at, evidence: form.evidence ?? [] },
  })
  return { notice: notice._id, servedOn }
})

/** Takes back a paper that has not been served (作废); its number stays taken, with the reason. */
export const voidNotice = write('notice.issue', voidForm, async (submission, form) => {
  const notice = await submission.need('notices', form.notice)
  const post = submission.within(notice)
  if (!mayStep(notice.paper, 'void')) refuse('state.wrong')
  const paper = paperMoved(notice, 'void', { at: submission.at, post: post.id })
  submission.replace('notices', notice, {
    ...notice,
    ...moved(notice, 'void'),
    paper,
    voided: { at: submission.at, reason: form.reason },
  })
  return { notice: notice._id }
})
