import type { Officer } from '../../domain/check'
import type { Post } from '../../domain/posts'
import { refuse } from './problem'
import type { Submission } from './submission'

/**
 * The two officers of an act: who calls (主办) and the colleague he names (协办), another officer of the same unit. Two at
 * least: 产品质量法 18, 程序规定 22. Refuses `input.invalid`. One database call.
 */
export async function twoOfficers(
  submission: Submission,
  post: Post,
  colleague: string,
): Promise<[Officer, Officer]> {
  const { caller } = submission
  const second = await submission.find('posts', colleague)
  if (second?.role !== 'officer' || second.org !== post.org || second.person === caller.person) {
    return refuse('input.invalid', {
      message: '协办人员应为本局另一名检查员，请重新选择',
      field: 'colleague',
    })
  }
  return [
    { post: post.id, name: caller.name, certificate: caller.certificate },
    { post: second._id, name: second.name, certificate: second.certificate },
  ]
}
