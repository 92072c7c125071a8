import type { Day } from '../../domain/calendar'
import type { Term } from '../../domain/term'
import type { Submission } from '../kernel/submission'

/** What starts a term: whose it is, what must be done until when, and why. */
export type Start = Pick<Term, 'unit' | 'record' | 'title' | 'page' | 'owner' | 'why'> & {
  /** Tells the terms of one record apart, e.g. `sign`, `due`, `dispute`. */
  key: string
  due: Day
  dueAt?: number
  from?: number
  row?: string
  provisional?: boolean
}

/** The id of a record's term. */
export const termId = (record: string, key: string): string => `${record.split('/')[1]}.${key}`

/** Starts a term in the same transaction as the record it runs on. */
export function startTerm(submission: Submission, { key, ...start }: Start): void {
  const _id = termId(start.record, key)
  submission.addBeside('terms', {
    from: submission.at,
    provisional: false,
    ...start,
    _id,
    state: 'running',
    open: true,
    rank: `${start.due}#${_id}`,
  })
}

/** Ends a term: what it asked for is done, or no longer asked. Nothing happens where it has ended already. */
export async function endTerm(submission: Submission, record: string, key: string): Promise<void> {
  const term = await submission.find('terms', termId(record, key))
  if (term?.open) submission.putBeside('terms', { ...term, state: 'ended', open: false })
}

/** Gives a running term another owner: the work was handed on. */
export async function moveTerm(
  submission: Submission,
  record: string,
  key: string,
  owner: string,
): Promise<void> {
  const term = await submission.find('terms', termId(record, key))
  if (term?.open) submission.putBeside('terms', { ...term, owner })
}
