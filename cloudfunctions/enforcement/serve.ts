import { addDays, type Day, startOf } from '../../domain/calendar'
import { completionForm, sealForm, serviceForm, voidForm } from '../../domain/notice'
import { mayStep } from '../../domain/paper'
import type { Service } from '../../domain/service'
import { withdrawFromApproval } from '../approval'
import type { Collections } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { ANNOUNCED_FIXED, completed, serviceOf } from '../kernel/service'
import type { Submission } from '../kernel/submission'
import { endTerm, startTerm } from '../term'
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

/**
 * Records service with its way and what the way needs (程序规定 81–83). The correction's clock starts with the day of
 * service; a 公告 runs thirty days before that.
 */
export const serveNotice = write('notice.issue', serviceForm, async (submission, form) => {
  const { record: notice, post } = await submission.needHere('notices', form.notice)
  if (!mayStep(notice.paper, 'serve')) refuse('state.wrong')
  if (notice.announced && form.way === 'public')
    refuse('state.wrong', { message: '已经在公告送达，请等公告期满' })
  const { notice: _notice, ...told } = form
  const { numberedOn } = notice.paper
  const made = await serviceOf(
    submission,
    post,
    { numberedOn, enterprise: notice.enterprise, two: true },
    told,
  )
  if ('announced' in made) {
    const { counts, why } = made.announced
    requireTimeLeft(counts, notice.deadline)
    submission.replace('notices', notice, { ...notice, announced: made.announced })
    startTerm(submission, {
      ...TERM,
      unit: notice.unit,
      record: `notices/${notice._id}`,
      page: noticePage(notice._id),
      owner: post.id,
      due: addDays(counts, 1),
      why,
      fixed: ANNOUNCED_FIXED,
    })
    return { notice: notice._id, counts }
  }
  requireTimeLeft(made.servedOn, notice.deadline)
  await putServed(submission, notice, made, post.id)
  return { notice: notice._id, servedOn: made.servedOn }
})

/** 公告期满: the thirty days are over, the correction counts as served with the last of them (程序规定 82 (五)). */
export const completeService = write('notice.issue', completionForm, async (submission, form) => {
  const { record: notice, post } = await submission.needHere('notices', form.notice)
  const made = completed(submission, notice.announced)
  await putServed(submission, notice, made, post.id)
  return { notice: notice._id, servedOn: made.servedOn }
})

const TERM = { key: 'announced', title: '公告期满，登记送达' } as const

async function putServed(
  submission: Submission,
  notice: Collections['notices'],
  { service, servedOn }: { service: Service; servedOn: Day },
  post: string,
): Promise<void> {
  const paper = paperMoved(notice, 'serve', { at: submission.at, post })
  const { announced, ...rest } = notice
  submission.replace('notices', notice, { ...rest, ...moved(notice, 'serve'), paper, servedOn, service })
  const record = `notices/${notice._id}`
  if (announced) await endTerm(submission, record, TERM.key)
  startTerm(submission, {
    key: CORRECT,
    unit: notice.unit,
    record,
    title: `责令改正 · ${notice.enterpriseName}`,
    page: noticePage(notice._id),
    // 主办: who made the check, whoever delivers the paper.
    owner: notice.officers[0]?.post ?? post,
    from: service.way === 'public' ? startOf(servedOn) : service.at,
    due: notice.deadline,
    why: `${notice.paper.number ?? '通知书'}定的改正期限（行政处罚法第28条）`,
    fixed: '改正期限写在已经送达的通知书上，需要改期的请另发文书',
  })
}

const noticePage = (id: string): string => `/officer/notice/index?notice=${id}`

function requireTimeLeft(servedOn: Day, deadline: Day): void {
  if (servedOn >= deadline)
    refuse('input.invalid', {
      message: '送达之日起应留有改正的时间，请作废后按新的期限重新拟稿',
      field: 'at',
    })
}

/** Takes back a paper that has not been served (作废); its number stays taken, with the reason. */
export const voidNotice = write('notice.issue', voidForm, async (submission, form) => {
  const { record: notice, post } = await submission.needHere('notices', form.notice)
  if (!mayStep(notice.paper, 'void')) refuse('state.wrong')
  const paper = paperMoved(notice, 'void', { at: submission.at, post: post.id })
  const { announced, ...rest } = notice
  if (announced) await endTerm(submission, `notices/${notice._id}`, TERM.key)
  const number = paper.number ?? paper.reserved?.number
  if (number) await submission.strike(notice.unit, paper.kind, number, form.reason)
  submission.replace('notices', notice, {
    ...rest,
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
