import { admits, reaches } from '../../domain/posts'
import type { Collections } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'

/** A waiting application that the caller may decide on: his role admits it, its organisation is his, it is not his own. */
export async function applicationHere(
  submission: Submission,
  id: string,
): Promise<Collections['applications']> {
  const { caller } = submission
  const application = await submission.find('applications', id)
  const mine = caller.posts.filter(
    post => !post.standIn && application && reaches(post.write, { unit: application.org }),
  )
  if (!application || mine.length === 0) return refuse('record.missing')
  if (!mine.some(post => admits[post.role].includes(application.role))) refuse('verb.denied')
  if (application.person === caller.person) refuse('verb.denied', { message: '不能办理自己的申请' })
  if (application.state !== 'waiting') refuse('state.wrong')
  submission.within({ unit: application.org })
  return application
}
