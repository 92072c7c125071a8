import { addDays } from '../../domain/calendar'
import { findingsIn } from '../../domain/check'
import { itemOf } from '../../domain/checklist'
import { LONGEST_DAYS, type Notice, type NoticeForm, noticeForm, resubmission } from '../../domain/notice'
import { draftPaper, mayStep, type Paper } from '../../domain/paper'
import type { Post } from '../../domain/posts'
import { submitForApproval } from '../approval'
import type { Collections } from '../kernel/collections'
import { reservedNumber } from '../kernel/number'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'
import type { Submission } from '../kernel/submission'

/**
 * Draws up a 责令改正通知书 (DOC-06) from the findings of a check and sends it for approval. With an empty chain it is
 * approved at once and takes its number in the same write.
 */
export const draft = write('notice.issue', noticeForm, async (submission, form: NoticeForm) => {
  const { record: check, post } = await submission.needHere('checks', form.check)
  const ordered = await submission.find('ordered', check._id)
  requireOrder(submission, form, check, ordered)
  const place = { unit: check.unit, kind: 'DOC-06', record: `notices/${submission.id}` }
  const reserved = form.number && (await reservedNumber(submission, place, form.number))
  const notice = {
    _id: submission.id,
    unit: check.unit,
    enterprise: check.enterprise,
    enterpriseName: check.enterpriseName,
    check: check._id,
    demands: form.demands,
    deadline: form.deadline,
    state: 'drafted' as const,
    served: false,
    open: false,
    closed: false,
    paper: { ...draftPaper('DOC-06'), ...(reserved ? { reserved } : {}) },
    draftedAt: submission.at,
    rank: rankOf(submission.at, submission.id),
    due: `${form.deadline}#${submission.id}`,
    officers: check.officers,
    answers: [],
    reviews: [],
  }
  const paper = await sentForApproval(submission, notice, post)
  submission.create('notices', { ...notice, paper })
  reserve(submission, notice, ordered)
  return { notice: submission.id, number: paper.number, waits: waitsFor(paper) }
})

/** What came back (退回修改) is corrected and sent for approval anew: the same paper, the same rules, the whole chain. */
export const resubmit = write('notice.issue', resubmission, async (submission, form) => {
  const { record: before, post } = await submission.needHere('notices', form.notice)
  if (!mayStep(before.paper, 'submit')) refuse('state.wrong')
  const check = await submission.need('checks', before.check)
  const ordered = await submission.find('ordered', check._id)
  requireOrder(submission, form, check, ordered, before._id)
  const { demands, deadline } = form
  const notice = { ...before, demands, deadline, due: `${deadline}#${before._id}` }
  const paper = await sentForApproval(submission, notice, post)
  submission.replace('notices', before, { ...notice, paper })
  reserve(submission, notice, ordered)
  return { notice: before._id, number: paper.number, waits: waitsFor(paper) }
})

const sentForApproval = (submission: Submission, notice: Notice, author: Post): Promise<Paper> =>
  submitForApproval(submission, {
    carrier: 'notices',
    record: notice,
    title: `责令改正通知书 · ${notice.enterpriseName}`,
    page: `/officer/notice/index?notice=${notice._id}`,
    author,
  })

const waitsFor = (paper: Paper): string | undefined => paper.chain.find(step => !step.agreed)?.name

/** What may be ordered of a check's findings, and until when. `own`: the notice that orders it already. */
function requireOrder(
  submission: Submission,
  form: Pick<NoticeForm, 'demands' | 'deadline'>,
  check: Collections['checks'],
  ordered: Collections['ordered'] | undefined,
  own?: string,
): void {
  const found = findingsIn(check.answers).map(finding => finding.item)
  form.demands.forEach((demand, i) => {
    if (!found.includes(demand.item)) {
      refuse('input.invalid', {
        message: `${demand.item} 在检查记录中不是“不符合”`,
        field: `demands.${i}.item`,
      })
    }
  })
  const unordered = form.demands.find(demand => !itemOf(demand.item)?.order)
  if (unordered) {
    refuse('input.invalid', { message: `${unordered.item} 不属于可以责令改正的事项`, field: 'demands' })
  }
  const again = form.demands.find(({ item }) => ordered?.items[item] && ordered.items[item] !== own)
  if (again) {
    refuse('record.exists', {
      message: `${again.item} 已经下达过责令改正通知书，请查看原通知书`,
      field: 'demands',
    })
  }
  if (form.deadline <= submission.today)
    refuse('input.invalid', { message: '改正期限应在今天之后', field: 'deadline' })
  if (form.deadline > addDays(submission.today, LONGEST_DAYS)) {
    refuse('input.invalid', { message: `改正期限最长${LONGEST_DAYS}天`, field: 'deadline' })
  }
}

// What this notice orders now; what it no longer orders may be ordered anew.
function reserve(
  submission: Submission,
  { _id, check, demands }: Notice,
  ordered: Collections['ordered'] | undefined,
): void {
  const others = Object.entries(ordered?.items ?? {}).filter(([, by]) => by !== _id)
  const items = Object.fromEntries([...others, ...demands.map(({ item }) => [item, _id])])
  submission.putBeside('ordered', { _id: check, items })
}
