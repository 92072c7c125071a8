import type { Day } from '../../domain/calendar'
import { cannotAct } from '../../domain/certificate'
import type { Officer } from '../../domain/check'
import type { Post } from '../../domain/posts'
import { refuse } from './problem'
import type { Submission } from './submission'

/**
 * The two officers of an act: who calls (主办) and the colleague he names (协办), another officer of the same unit. Two at
 * least, each with a certificate that held that day: 产品质量法 18, 程序规定 22. Refuses `input.invalid` or
 * `certificate.expired`. One database call.
 *
 * @param on the day of the act; today if not told
 */
export async function twoOfficers(
  submission: Submission,
  post: Post,
  colleague: string,
  on: Day = submission.today,
): Promise<[Officer, Officer]> {
  const { caller } = submission
  const second = await submission.find('posts', colleague)
  if (
    second?.role !== 'officer' ||
    second.org !== post.org ||
    second.person === '' ||
    second.person === caller.person
  ) {
    return refuse('input.invalid', {
      message: '协办人员应为本局另一名检查员，请重新选择',
      field: 'colleague',
    })
  }
  const own = cannotAct(caller.name, caller.certificateUntil, on)
  if (own) refuse('certificate.expired', { message: own })
  const his = cannotAct(second.name, second.certificateUntil, on)
  if (his) refuse('certificate.expired', { message: his, field: 'colleague' })
  return [
    { post: post.id, name: caller.name, certificate: caller.certificate },
    { post: second._id, name: second.name, certificate: second.certificate },
  ]
}
