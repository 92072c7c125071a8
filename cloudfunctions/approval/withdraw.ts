import type { Submission } from '../kernel/submission'
import { endTerm } from '../term'
import { tellNotes } from './notes'
import { recordOf } from './turn'

/** The paper is void: nobody has to decide on it or correct it any more. Two database calls at most. */
export async function withdrawFromApproval(submission: Submission, id: string): Promise<void> {
  const approving = await submission.find('approvals', id)
  if (!approving || approving.state === 'agreed') return
  if (approving.term) await endTerm(submission, recordOf(approving), approving.term)
  submission.putBeside('approvals', { ...approving, state: 'void', approver: '', term: '' })
  if (!approving.approver) return
  const { title, unit, page } = approving
  tellNotes(submission, [
    {
      to: approving.approver,
      title: `已作废：${title}`,
      words: `${submission.caller.name}作废，不用再审批`,
      unit,
      page,
    },
  ])
}
