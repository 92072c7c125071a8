import { type By, type Paper, stepped } from '../../domain/paper'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'

/** An approved paper takes its number in the same write. `record`: the one that carries it, `notices/<id>`. */
export async function numbered(
  submission: Submission,
  paper: Paper,
  { unit }: { unit: string; record: string },
  by: By,
): Promise<Paper> {
  const issued = stepped(paper, 'number', { at: by.at, post: by.post }) ?? refuse('state.wrong')
  return {
    ...issued,
    number: await submission.number(unit, paper.kind),
    numberedOn: submission.today,
  }
}
