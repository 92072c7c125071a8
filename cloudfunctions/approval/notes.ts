import type { Submission } from '../kernel/submission'
import { type Told, tell } from '../message'

/** What a post is to be told of one paper. */
export type Note = Told & { to: string }

/** Where an approver finds all that waits for him. */
export const LIST = '/approve/index'

/** Tells each post once: of its one paper, or of how many. A write leaves at most one message in an inbox. */
export function tellNotes(submission: Submission, notes: readonly Note[]): void {
  for (const to of new Set(notes.map(note => note.to))) {
    const his = notes.filter(note => note.to === to)
    const [{ to: _to, ...first }] = his as [Note]
    const told =
      his.length === 1
        ? first
        : {
            ...first,
            title: `${his.length}份文书有了审批结果`,
            words: his.map(note => note.words).join('；'),
            page: LIST,
          }
    tell(submission, [to], told)
  }
}
