import { type Approving, agreed, askedNow } from '../../domain/approval'
import { agreementForm, batchForm } from '../../domain/approval-form'
import type { Paper } from '../../domain/paper'
import { paperKindOf } from '../../domain/papers/kinds'
import { numbered } from '../kernel/number'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { endTerm } from '../term'
import { type Carrier, digestOfText, replacePaper } from './carrier'
import { type Note, tellNotes } from './notes'
import { openedBy, signature } from './opened'
import { finished, nextTurn, recordOf } from './turn'

type Given = { paper: string; read: string; words?: string | undefined }

/**
 * 同意. The digest shows that the text was opened and is still the one that was read. With the last of the chain the
 * paper is approved and takes its number in the same write. Refuses `paper.changed`, `approval.author`, `state.wrong`.
 */
export const agree = write('paper.approve', agreementForm, async (submission, form) => {
  const { paper, note } = await agreedTo(submission, form)
  tellNotes(submission, [note])
  return { paper: form.paper, state: paper.state, number: paper.number, waits: askedNow(paper)?.name }
})

/** 批量同意: all of them in one write, or none. Only papers that burden nobody. Refuses `approval.burdens`. */
export const agreeAll = write('paper.approve', batchForm, async (submission, form) => {
  const notes: Note[] = []
  for (const given of form.papers) {
    const { approving, note } = await agreedTo(submission, given)
    if (paperKindOf(approving.kind)?.burdens !== false)
      refuse('approval.burdens', {
        message: `“${approving.title}”会给当事人增加负担，不能批量同意，请单独打开`,
      })
    notes.push(note)
  }
  tellNotes(submission, notes)
  return { papers: form.papers.map(one => one.paper) }
})

async function agreedTo(
  submission: Submission,
  { paper: id, read, words }: Given,
): Promise<{ approving: Approving; paper: Paper; note: Note }> {
  const { approving, record, signing } = await openedBy(submission, id)
  if (digestOfText(approving.carrier as Carrier, record) !== read) refuse('paper.changed')
  const by = { ...signature(submission, signing), read, ...(words ? { words } : {}) }
  const after = agreed(record.paper, by) ?? refuse('state.wrong')
  const paper =
    after.state === 'approved'
      ? await numbered(submission, after, { unit: approving.unit, record: recordOf(approving) }, by)
      : after
  const turn = askedNow(paper)
    ? await onwards(submission, approving, paper)
    : await finished(submission, approving, paper, by.name)
  replacePaper(submission, approving.carrier, record, paper)
  submission.putBeside('approvals', turn.approving)
  return { approving, paper, note: turn.note }
}

async function onwards(submission: Submission, approving: Approving, paper: Paper) {
  await endTerm(submission, recordOf(approving), approving.term)
  return nextTurn(submission, approving, paper)
}
