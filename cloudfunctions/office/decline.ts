import { declineForm, withdrawalForm } from '../../domain/people'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { applicationHere } from './application-here'
import { applicationId } from './request-post'

/** Turns an application down (不予确认), with the reason the applicant reads. */
export const decline = write('post.admit', declineForm, async (submission, form) => {
  const application = await applicationHere(submission, form.application)
  submission.replace('applications', application, {
    ...application,
    state: 'declined',
    declined: { reason: form.reason, by: submission.caller.name, at: submission.at },
  })
  return { application: application._id }
})

/** Takes one's own application back, while nobody has decided on it. */
export const withdraw = write('anyone', withdrawalForm, async (submission, form) => {
  const application = await submission.find('applications', applicationId(submission.caller, form.role))
  if (application?.state !== 'waiting')
    return refuse('state.wrong', { message: '没有等待确认的申请，请刷新后再看' })
  submission.replace('applications', application, { ...application, state: 'withdrawn' })
  return { application: application._id }
})
