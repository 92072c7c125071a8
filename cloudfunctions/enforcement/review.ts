import { dayOf } from '../../domain/calendar'
import { reviewForm } from '../../domain/notice'
import { requirePlausible } from '../kernel/moment'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { twoOfficers } from '../kernel/second-officer'
import { awaitOutside } from '../outside'
import { endTerm } from '../term'
import { CORRECT, moved } from './step'

/** The re-check (复查): passed closes the correction, failed sends it back to the enterprise. */
export const review = write('notice.review', reviewForm, async (submission, form) => {
  const { record: notice, post } = await submission.needHere('notices', form.notice)
  requirePlausible(form.at, submission.at, 'at')
  const on = dayOf(form.at)
  if (notice.servedOn && on < notice.servedOn)
    refuse('input.invalid', { message: '复查时间早于送达，请检查', field: 'at' })
  const officers = await twoOfficers(submission, post, form.colleague, on)
  const made = { at: form.at, passed: form.passed, remark: form.remark, photos: form.photos ?? [], officers }
  submission.replace('notices', notice, {
    ...notice,
    ...moved(notice, form.passed ? 'pass' : 'fail'),
    reviews: [...notice.reviews, made],
    ...(form.passed ? { closedOn: on } : {}),
  })
  if (form.passed) {
    await endTerm(submission, `notices/${notice._id}`, CORRECT)
    awaitOutside(submission, {
      kind: 'notice',
      record: `notices/${notice._id}`,
      unit: notice.unit,
      title: notice.enterpriseName,
      on,
    })
  }
  return { notice: notice._id, passed: form.passed }
})
