import type { Day } from '../../domain/calendar'
import { calendarKnown, ended, planned, type Term } from '../../domain/term'
import { warnings } from '../../domain/warning'
import type { Submission } from '../kernel/submission'

/** What starts a term: whose it is, what must be done until when, and why. */
export type Start = Pick<Term, 'unit' | 'record' | 'title' | 'page' | 'owner' | 'why'> & {
  /** Tells the terms of one record apart, e.g. `sign`, `due`, `dispute`. */
  key: string
  due: Day
  /** Of a term told in hours. */
  dueAt?: number
  /** The event it runs from; a legal row is counted anew from it. */
  from?: number
  /** Row of `domain/clocks` by which `due` was found (`countedBy`). */
  row?: string
  provisional?: boolean
  /** Why it can be neither paused nor extended. */
  fixed?: string
}

/** The id of a record's term. */
export const termId = (record: string, key: string): string => `${record.split('/')[1]}.${key}`

/** Starts a term in the same transaction as the record it runs on. */
export function startTerm(submission: Submission, { key, ...start }: Start): void {
  const _id = termId(start.record, key)
  submission.addBeside(
    'terms',
    planned({
      from: submission.at,
      provisional: false,
      ...start,
      _id,
      state: 'running',
      open: true,
      rank: `${start.due}#${_id}`,
      first: start.due,
      calendar: calendarKnown,
      pauses: [],
      extensions: [],
      told: [],
      turn: 0,
    }),
  )
}

/** Ends a term: what it asked for is done, or no longer asked. Nothing happens where it has ended already. */
export async function endTerm(submission: Submission, record: string, key: string): Promise<void> {
  const term = await submission.find('terms', termId(record, key))
  const done = term && ended(term)
  if (done) submission.putBeside('terms', done)
}

/**
 * Gives a running term another owner: the work was handed on. Of the warnings before its end the last one is told again,
 * to him: nobody learns of a day by having it pass.
 */
export async function moveTerm(
  submission: Submission,
  record: string,
  key: string,
  owner: string,
): Promise<void> {
  const term = await submission.find('terms', termId(record, key))
  if (!term?.open || term.owner === owner) return
  const strongest = warnings.filter(({ id }) => term.told.includes(id)).at(-1)
  const again = strongest && !strongest.after ? strongest.id : undefined
  submission.putBeside(
    'terms',
    planned({
      ...term,
      owner,
      ...(again ? { told: term.told.filter(id => id !== again), turn: term.turn + 1 } : {}),
    }),
  )
}
