import { certificateForm } from '../../domain/bureau-forms'
import { isVacant } from '../../domain/holding'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { Carriers } from './carriers'
import { openidOf, postHere } from './hold'

/** Enters a renewed certificate (登记换证) as the head has seen it; every post of the person shows it. */
export const renewCertificate = write('post.manage', certificateForm, async (submission, form) => {
  const post = await postHere(submission, 'post.manage', form.post)
  if (isVacant(post)) refuse('state.wrong', { message: '这个岗位现在没有人，请先安排接任' })
  if (post.person === submission.caller.person)
    refuse('verb.denied', { message: '不能登记自己的执法证，请市级管理员或另一位负责人办理' })
  if (form.until < submission.today)
    refuse('input.invalid', { message: '有效期已经过了，请核对证件', field: 'until' })
  const carriers = new Carriers(submission)
  const person = await carriers.of(openidOf(post))
  const shown = { certificate: form.certificate, certificateUntil: form.until }
  carriers.put({ ...person, ...shown })
  carriers.write()
  for (const { id, standIn } of person.posts) {
    const held = standIn ? undefined : await submission.find('posts', id)
    if (held) submission.replace('posts', held, { ...held, ...shown })
  }
  return { post: post._id }
})
