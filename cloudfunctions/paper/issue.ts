import { type By, type Paper, submitted } from '../../domain/paper'
import { numbered } from '../kernel/number'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'

/** 送审. No unit has set a chain yet; with an empty one the paper is approved and takes its number at once. */
export async function sendForApproval(
  submission: Submission,
  paper: Paper,
  carrier: { unit: string; record: string },
  by: By,
): Promise<Paper> {
  const sent = submitted(paper, by) ?? refuse('state.wrong')
  return sent.state === 'approved' ? numbered(submission, sent, carrier, by) : sent
}
