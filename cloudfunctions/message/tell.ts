import type { Message } from '../../domain/message'
import { rankOf } from '../kernel/rank'
import type { Submission } from '../kernel/submission'

/** What a message says. */
export type Told = Pick<Message, 'title' | 'words'> & { unit: string; page?: string; urgent?: boolean }

/**
 * Puts a message into the inboxes of these posts, in the same transaction as what it tells of. The ids follow from the
 * submission: a write that comes twice tells once.
 */
export function tell(submission: Submission, posts: readonly string[], told: Told): void {
  for (const to of new Set(posts)) {
    if (!to) continue
    const _id = `${submission.id}.${to}`
    submission.addBeside('messages', {
      _id,
      to,
      ...told,
      at: submission.at,
      rank: rankOf(submission.at, _id),
      fresh: true,
      read: [],
    })
  }
}
