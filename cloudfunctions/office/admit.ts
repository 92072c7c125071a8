import { cannotAct } from '../../domain/certificate'
import { carried, handedOn, isVacant, takerOf } from '../../domain/holding'
import { type Application, admissionForm, type Person, type PostHolder } from '../../domain/people'
import type { Collections } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { applicationHere } from './application-here'
import { intoTeam } from './team'

/**
 * Lets a person in (确认岗位): into a new post, or into one that nobody holds, with the work that waits there. Whom each
 * role may admit: `domain/posts`.
 */
export const admit = write('post.admit', admissionForm, async (submission, form) => {
  const application = await applicationHere(submission, form.application)
  const { today } = submission
  const known = await submission.find('people', application.openid)
  const person = personOf(known, application)
  const expired = application.role === 'officer' && cannotAct(person.name, person.certificateUntil, today)
  if (expired) refuse('certificate.expired', { message: expired, field: 'certificate' })
  const enterprise =
    application.role === 'enterprise' ? await enterpriseOf(submission, application) : undefined

  const vacant = form.post ? await vacantFor(submission, form.post, application, enterprise) : undefined
  const post: PostHolder = handedOn(
    vacant ?? (await freshPost(submission, application, enterprise)),
    takerOf(person),
    today,
    today,
  )
  const same = (known?.posts ?? []).find(
    one =>
      !one.standIn &&
      one.role === post.role &&
      one.org === post.org &&
      one.team === post.team &&
      one.enterprise === post.enterprise,
  )
  if (same && !vacant) refuse('record.exists', { message: `${person.name}已经有这个岗位了，不用再确认` })
  for (const { id, standIn } of known?.certificateUntil === person.certificateUntil ? [] : person.posts) {
    const held = standIn ? undefined : await submission.find('posts', id)
    if (held)
      submission.replace('posts', held, { ...held, certificateUntil: person.certificateUntil as string })
  }
  if (vacant) submission.replace('posts', vacant, post)
  else submission.create('posts', post)
  submission.putBeside('people', { ...person, posts: [...person.posts, carried(post)] })
  submission.replace('applications', application, { ...application, state: 'admitted' })
  return { post: post._id }
})

// What his records say of him is not his to change by applying again.
function personOf(known: Person | undefined, application: Application): Person {
  if (known && known.name !== application.name) {
    refuse('input.invalid', { message: `姓名与已登记的“${known.name}”不一致，请申请人核对`, field: 'name' })
  }
  if (known?.certificate && application.certificate && known.certificate !== application.certificate) {
    refuse('input.invalid', { message: '执法证号与已登记的不一致，请申请人核对', field: 'certificate' })
  }
  // Whoever lets him in has seen the certificate, which may have been extended since.
  const until = application.certificateUntil ?? known?.certificateUntil
  return {
    _id: application.openid,
    person: application.person,
    name: application.name,
    phone: application.phone,
    certificate: application.certificate ?? known?.certificate ?? '',
    ...(until ? { certificateUntil: until } : {}),
    posts: known?.posts ?? [],
  }
}

async function freshPost(
  submission: Submission,
  application: Application,
  enterprise: string | undefined,
): Promise<PostHolder> {
  const team = application.team ? await intoTeam(submission, application.team, submission.id) : undefined
  return {
    _id: submission.id,
    role: application.role,
    org: application.org,
    ...(team ? { team } : {}),
    ...(enterprise ? { enterprise } : {}),
    person: '',
    name: '',
    certificate: '',
  }
}

async function vacantFor(
  submission: Submission,
  id: string,
  application: Application,
  enterprise: string | undefined,
): Promise<Collections['posts']> {
  const post = await submission.find('posts', id)
  if (
    !post ||
    post.org !== application.org ||
    post.role !== application.role ||
    post.enterprise !== enterprise
  )
    return refuse('input.invalid', { message: '这个岗位与申请的不符，请重新选择', field: 'post' })
  if (!isVacant(post)) refuse('post.taken', { message: `这个岗位已由${post.name}担任，请刷新后再看` })
  return post
}

async function enterpriseOf(submission: Submission, application: Application): Promise<string> {
  const reserved = await submission.find('codes', application.code ?? '')
  const enterprise = reserved && (await submission.find('enterprises', reserved.enterprise))
  if (!enterprise || enterprise.unit !== application.org) {
    return refuse('record.missing', { message: '本辖区没有这家企业的档案，请先建档' })
  }
  return enterprise._id
}
