import { textHash } from '../../domain/digest'
import { applicationForm } from '../../domain/people'
import { write } from '../kernel/procedure'

/**
 * A person asks for a post (申请岗位): name, unit, certificate number, or the enterprise he answers for. One application
 * per person and role waits at a time: asking again replaces it.
 */
export const requestPost = write('anyone', applicationForm, async (submission, form) => {
  const { caller } = submission
  const _id = textHash(`application:${caller.openid}:${form.role}`).slice(0, 32)
  const earlier = await submission.find('applications', _id)
  const application = {
    _id,
    ...form,
    openid: caller.openid,
    person: caller.person,
    state: 'waiting' as const,
    at: submission.at,
  }
  submission.file('applications', application, !earlier)
  return { application: _id }
})
