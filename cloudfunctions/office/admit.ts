import { type Application, admissionForm } from '../../domain/people'
import { admits, type Post, reaches, scopesOf } from '../../domain/posts'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'

/** Lets a person in (确认岗位): he holds the post from now on. Whom each role may admit: `domain/posts`. */
export const admit = write('post.admit', admissionForm, async (submission, form) => {
  const application = await submission.find('applications', form.application)
  const mine = submission.caller.posts.filter(
    post => application && reaches(post.write, { unit: application.org }),
  )
  if (!application || mine.length === 0) return refuse('record.missing')
  if (!mine.some(post => admits[post.role].includes(application.role))) refuse('verb.denied')
  if (application.person === submission.caller.person)
    refuse('verb.denied', { message: '不能确认自己的岗位' })
  if (application.state !== 'waiting') refuse('state.wrong')
  submission.within({ unit: application.org })

  const enterprise =
    application.role === 'enterprise' ? await enterpriseOf(submission, application) : undefined
  const post: Post = {
    id: submission.id,
    role: application.role,
    org: application.org,
    ...(enterprise ? { enterprise } : {}),
    ...scopesOf(application.role, application.org, enterprise),
  }
  const known = await submission.find('people', application.openid)
  // What his records say of him is not his to change by applying again.
  if (known && known.name !== application.name) {
    refuse('input.invalid', { message: `姓名与已登记的“${known.name}”不一致，请申请人核对`, field: 'name' })
  }
  if (known?.certificate && application.certificate && known.certificate !== application.certificate) {
    refuse('input.invalid', { message: '执法证号与已登记的不一致，请申请人核对', field: 'certificate' })
  }
  const certificate = application.certificate ?? known?.certificate ?? ''
  submission.putBeside('people', {
    _id: application.openid,
    person: application.person,
    name: application.name,
    phone: application.phone,
    certificate,
    posts: [...(known?.posts ?? []), post],
  })
  submission.putBeside('applications', { ...application, state: 'admitted' })
  submission.file('posts', {
    _id: submission.id,
    role: application.role,
    org: application.org,
    ...(enterprise ? { enterprise } : {}),
    person: application.person,
    name: application.name,
    certificate,
    openid: application.openid,
  })
  return { post: submission.id }
})

async function enterpriseOf(submission: Submission, application: Application): Promise<string> {
  const reserved = await submission.find('codes', application.code ?? '')
  const enterprise = reserved && (await submission.find('enterprises', reserved.enterprise))
  if (!enterprise || enterprise.unit !== application.org) {
    return refuse('record.missing', { message: '本辖区没有这家企业的档案，请先建档' })
  }
  return enterprise._id
}
