import { applicationForm } from '../../domain/people'
import { write } from '../kernel/procedure'

/** A person asks for a post (申请岗位): name, unit, certificate number, or the enterprise he answers for. */
export const requestPost = write('anyone', applicationForm, async (submission, form) => {
  submission.file('applications', {
    _id: submission.id,
    ...form,
    openid: submission.caller.openid,
    person: submission.caller.person,
    state: 'waiting',
    at: submission.at,
  })
  return { application: submission.id }
})
