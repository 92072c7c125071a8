import { dayOf } from '../../domain/calendar'
import { sealForm, serviceForm, voidForm } from '../../domain/notice'
import { mayStep } from '../../domain/paper'
import { withdrawFromApproval } from '../approval'
import { requirePlausible } from '../kernel/moment'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { twoOfficers } from '../kernel/second-officer'
import { startTerm } from '../term'
import { CORRECT, moved, paperMoved } from './step'

/** Records that the paper carries the unit's seal (盖章); the software never draws one. */
export const seal = write('notice.issue', sealForm, async (submission, form) => {
  const { record: notice, post } = await submission.needHere('notices', form.notice)
  const paper = paperMoved(notice, 'seal', { at: submission.at, post: post.id })
  const { picture } = form
  const sealed = { at: submission.at, ...(picture ? { picture } : {}) }
  submission.replace('notices', notice, { ...notice, paper, sealed })
  return { notice: notice._id }
})

/** Records service with its way, receiver and moment (程序规定 81–83). The correction's clock starts that day. */
export const serveNotice = write('notice.issue', serviceForm, async (submission, form) => {
  const { record: notice, post } = await submission.needHere('notices', form.notice)
  requirePlausible(form.at, submission.at, 'at')
  const servedOn = dayOf(form.at)
  if (servedOn < (notice.paper.numberedOn ?? servedOn))
    refuse('input.invalid', { message: '送达时间早于编号日期，请检查', field: 'at' })
  if (servedOn >= notice.deadline)
    refuse('input.invalid', {
      message: '送达之日起应留有改正的时间，请作废后按新的期限重新拟稿',
      field: 'at',
    })
  const officers = await twoOfficers(submission, post, form.colleague, servedOn)
  const paper = paperMoved(notice, 'serve', { at: submission.at, post: post.id })
  submission.replace('notices', notice, {
    ...notice,
    ...moved(notice, 'serve'),
    paper,
    servedOn,
    service: { way: form.way, receiver: form.receiver, at: form.at, evidence: form.evidence ?? [], officers },
  })
  startTerm(submission, {
    key: CORRECT,
    unit: notice.unit,
    record: `notices/${notice._id}`,
    title: `责令改正 · ${notice.enterpriseName}`,
    page: `/officer/notice/index?notice=${notice._id}`,
    // 主办: who made the check, whoever delivers the paper.
    owner: notice.officers[0]?.post ?? post.id,
    from: form.at,
    due: notice.deadline,
    why: `${notice.paper.number ?? '通知书'}定的改正期限（行政处罚法第28条）`,
    fixed: '改正期限写在已经送达的通知书上，需要改期的请另发文书',
  })
  return { notice: notice._id, servedOn }
})

/** Takes back a paper that has not been served (作废); its number stays taken, with the reason. */
export const voidNotice = write('notice.issue', voidForm, async (submission, form) => {
  const { record: notice, post } = await submission.needHere('notices', form.notice)
  if (!mayStep(notice.paper, 'void')) refuse('state.wrong')
  const paper = paperMoved(notice, 'void', { at: submission.at, post: post.id })
  submission.replace('notices', notice, {
    ...notice,
    ...moved(notice, 'void'),
    paper,
    voided: { at: submission.at, reason: form.reason },
  })
  if (notice.paper.state === 'draft' || notice.paper.state === 'pending')
    await withdrawFromApproval(submission, notice._id)
  // What was ordered by it may be ordered anew.
  const ordered = await submission.need('ordered', notice.check)
  const items = Object.entries(ordered.items).filter(([, by]) => by !== notice._id)
  submission.putBeside('ordered', { _id: notice.check, items: Object.fromEntries(items) })
  return { notice: notice._id }
})
