import { passedOn, passTrouble, sentBack } from '../../domain/approval'
import { passForm, returnForm } from '../../domain/approval-form'
import type { PostHolder } from '../../domain/people'
import { type Post, postFor } from '../../domain/posts'
import type { Caller } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { moveTerm } from '../term'
import { approversOf } from './candidates'
import { replacePaper } from './carrier'
import { tellNotes } from './notes'
import { isAuthor, openedBy, signature, signingPost, waitingHere } from './opened'
import { approvalPage, backToAuthor, recordOf } from './turn'

/** 退回修改: back to its author, who is told why. The whole chain begins anew when he has corrected it. */
export const sendBack = write('paper.approve', returnForm, async (submission, form) => {
  const { approving, record, signing } = await openedBy(submission, form.paper)
  const by = { ...signature(submission, signing), words: form.reason }
  const paper = sentBack(record.paper, by) ?? refuse('state.wrong')
  const turn = await backToAuthor(submission, approving, paper, by)
  replacePaper(submission, approving.carrier, record, paper)
  submission.putBeside('approvals', turn.approving)
  tellNotes(submission, [turn.note])
  return { paper: form.paper, state: paper.state }
})

/**
 * 转批: another post of the unit is asked in place of the one that is. By him who is asked, or by the head where that
 * post has nobody or its holder is away. The days go on. Refuses `chain.*`, `approval.author`, `state.wrong`.
 */
export const passOn = write('paper.approve', passForm, async (submission, form) => {
  const { caller } = submission
  const { approving, record } = await waitingHere(submission, form.paper)
  const asked = await submission.find('posts', approving.approver)
  const byHead = isAbsent(asked, submission.today) ? headHere(caller, approving.unit) : undefined
  const signing = (isAuthor(caller, approving) ? undefined : signingPost(caller, approving)) ?? byHead
  if (!signing) {
    await openedBy(submission, form.paper) // says why not
    return refuse('state.wrong')
  }
  submission.actAs(signing)
  const to = form.to === approving.approver ? asked : await submission.find('posts', form.to)
  const trouble = passTrouble(approving, record.paper, to, await approversOf(approving.unit))
  if (trouble || !to) return refuse(trouble?.code ?? 'chain.foreign', trouble && { message: trouble.message })
  const by = { ...signature(submission, signing), words: form.reason }
  const paper = passedOn(record.paper, to, by) ?? refuse('state.wrong')
  await moveTerm(submission, recordOf(approving), approving.term, to._id)
  replacePaper(submission, approving.carrier, record, paper)
  submission.putBeside('approvals', { ...approving, approver: to._id, since: submission.at })
  const note = {
    to: to._id,
    title: `转您审批：${approving.title}`,
    words: `${by.name}：${form.reason}`,
    unit: approving.unit,
    page: approvalPage(approving._id),
  }
  tellNotes(submission, [note])
  return { paper: form.paper, to: to.name }
})

/** Nobody holds the post, or its holder is away today. */
export const isAbsent = (holder: PostHolder | undefined, today: string): boolean =>
  !holder?.person || (!!holder.away && holder.away.from <= today && today <= holder.away.to)

/** The caller's post as head of the unit. */
export function headHere(caller: Caller, unit: string): Post | undefined {
  const heads = caller.posts.filter(post => post.role === 'head')
  return postFor(heads, 'paper.approve', { unit })
}
