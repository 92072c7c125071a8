import type { Day } from '../../domain/calendar'
import { type OutsideKind, outsideId, systemsWaitingFor } from '../../domain/outside'
import type { Submission } from '../kernel/submission'

/** A finished record, as far as its entry elsewhere needs it. */
export type Finished = {
  kind: OutsideKind
  /** `checks/<id>`. */
  record: string
  unit: string
  /** The enterprise it is about. */
  title: string
  /** Day on which it was finished. */
  on: Day
}

/**
 * Lets a finished record wait to be entered in other systems (待登记), in the same transaction as what finished it. Call it
 * after the record itself has been given to the submission: the journal's entry is the record's.
 */
export function awaitOutside(submission: Submission, finished: Finished): void {
  for (const system of systemsWaitingFor(finished.kind)) addWaiting(submission, finished, system)
}

/** Lets one record wait for one system. */
export function addWaiting(submission: Submission, finished: Finished, system: string): string {
  const _id = outsideId(finished.record.split('/')[1] as string, system)
  submission.create('outsides', {
    _id,
    ...finished,
    system,
    open: true,
    rank: `${finished.on}#${_id}`,
    undone: [],
  })
  return _id
}
