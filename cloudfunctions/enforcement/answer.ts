import { acknowledgement, answerForm } from '../../domain/notice-form'
import { visible } from '../kernel/identity'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { moved } from './step'

/** The enterprise says that it has the paper before it (签收). This is not service: 程序规定 82–83 say what is. */
export const acknowledge = write('notice.answer', acknowledgement, async (submission, form) => {
  const notice = await own(submission, form.notice)
  submission.replace('notices', notice, {
    ...notice,
    ...moved(notice, 'acknowledge'),
    acknowledgedAt: submission.at,
  })
  return { notice: notice._id }
})

/** The enterprise reports what it has put right (整改报告), in words and pictures. */
export const answer = write('notice.answer', answerForm, async (submission, form) => {
  const notice = await own(submission, form.notice)
  const said = { at: submission.at, words: form.words, photos: form.photos }
  submission.replace('notices', notice, {
    ...notice,
    ...moved(notice, 'answer'),
    answers: [...notice.answers, said],
  })
  return { notice: notice._id }
})

async function own(submission: Submission, id: string) {
  const found = await submission.find('notices', id)
  const notice = visible(submission.caller, 'notice.answer', found?.served ? found : undefined)
  submission.within(notice)
  return notice
}
