import { type By, type Paper, stepped } from '../../domain/paper'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'

/** An approved paper takes its number in the same write. */
export async function numbered(submission: Submission, unit: string, paper: Paper, by: By): Promise<Paper> {
  const after = stepped(paper, 'number', { at: by.at, post: by.post }) ?? refuse('state.wrong')
  return {
    ...after,
    number: paper.number ?? (await submission.number(unit, paper.kind)),
    numberedOn: submission.today,
  }
}
