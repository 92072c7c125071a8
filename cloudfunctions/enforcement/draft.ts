import { addDays } from '../../domain/calendar'
import { findingsIn } from '../../domain/check'
import { itemOf } from '../../domain/checklist'
import { LONGEST_DAYS, type NoticeForm, noticeForm } from '../../domain/notice'
import { type Approval, draftPaper, submitted } from '../../domain/paper'
import { numbered, reservedNumber } from '../kernel/number'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'

/**
 * Draws up a 责令改正通知书 (DOC-06) from the findings of a check and sends it for approval. With an empty chain it is
 * approved at once and takes its number in the same write.
 */
export const draft = write('notice.issue', noticeForm, async (submission, form: NoticeForm) => {
  const { record: check, post } = await submission.needHere('checks', form.check)
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
  const ordered = await submission.find('ordered', check._id)
  const again = form.demands.find(demand => ordered?.items[demand.item])
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

  const by = { at: submission.at, post: post.id }
  const place = { unit: check.unit, kind: 'DOC-06', record: `notices/${submission.id}` }
  const reserved = form.number && (await reservedNumber(submission, place, form.number))
  const drafted = { ...draftPaper('DOC-06', chainFor()), ...(reserved ? { reserved } : {}) }
  const sent = submitted(drafted, by) ?? refuse('state.wrong')
  const paper = sent.state === 'approved' ? await numbered(submission, sent, place, by) : sent
  submission.create('notices', {
    _id: submission.id,
    unit: check.unit,
    enterprise: check.enterprise,
    enterpriseName: check.enterpriseName,
    check: check._id,
    demands: form.demands,
    deadline: form.deadline,
    state: 'drafted',
    served: false,
    open: false,
    closed: false,
    paper,
    draftedAt: submission.at,
    rank: rankOf(submission.at, submission.id),
    due: `${form.deadline}#${submission.id}`,
    officers: check.officers,
    answers: [],
    reviews: [],
  })
  const items = Object.fromEntries(form.demands.map(({ item }) => [item, submission.id]))
  submission.putBeside('ordered', { _id: check._id, items: { ...ordered?.items, ...items } })
  return { notice: submission.id, number: paper.number }
})

// Whether a 责令改正 needs the head's agreement is house practice (domain/16): a chain per unit and kind of paper. No
// unit has set one yet; an empty chain is one of the chains there can be.
const chainFor = (): Approval[] => []
