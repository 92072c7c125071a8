import { textHash } from '../../domain/digest'
import { applicationForm } from '../../domain/people'
import type { Role } from '../../domain/posts'
import type { Caller } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'

/** One application per person and role: its id follows from both. */
export const applicationId = (caller: Caller, role: Role): string =>
  textHash(`application:${caller.openid}:${role}`).slice(0, 32)

/**
 * A person asks for a post (申请岗位): name, unit, team, certificate, or the enterprise he answers for. One application per
 * person and role waits at a time: asking again replaces it.
 */
export const requestPost = write('anyone', applicationForm, async (submission, form) => {
  const { caller } = submission
  if (form.certificateUntil && form.certificateUntil < submission.today)
    refuse('input.invalid', { message: '执法证已过有效期，请换证后再申请', field: 'certificateUntil' })
  const _id = applicationId(caller, form.role)
  const earlier = await submission.find('applications', _id)
  const application = {
    _id,
    ...form,
    openid: caller.openid,
    person: caller.person,
    state: 'waiting' as const,
    at: submission.at,
  }
  if (earlier) submission.replace('applications', earlier, application)
  else submission.create('applications', application)
  return { application: _id }
})
