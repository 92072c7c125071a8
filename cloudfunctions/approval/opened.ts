import { type Approving, approvalStates, askedNow, lastSaid, signsFor } from '../../domain/approval'
import { dayOf, spokenDay, timeOf } from '../../domain/calendar'
import { type Paper, paperSteps } from '../../domain/paper'
import { type Post, postsWith, type Role, roles } from '../../domain/posts'
import type { Caller } from '../kernel/identity'
import { visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'
import { type Carried, needCarried } from './carrier'

/** A paper somebody is about to decide on. */
export type Opened = { approving: Approving; record: Carried; signing: Post }

/** The post under which the caller signs this paper now: his own, or that of somebody he stands in for. */
export const signingPost = (caller: Caller, { approver, kind }: Approving): Post | undefined =>
  postsWith(caller.posts, 'paper.approve').find(post => post.id === approver && signsFor(post, kind))

/** Whether the paper is the caller's own work: in no post does he approve it. */
export const isAuthor = (caller: Caller, { author, authorPerson }: Approving): boolean =>
  caller.person === authorPerson || caller.posts.some(post => post.id === author && !post.standIn)

/** A paper that waits, where the caller may approve at all; else `record.missing` or `state.wrong`. */
export async function waitingHere(submission: Submission, id: string): Promise<Omit<Opened, 'signing'>> {
  const { caller } = submission
  const approving = visible(caller, 'paper.approve', await submission.find('approvals', id))
  const record = await needCarried(submission, approving.carrier, id)
  submission.within(approving)
  if (approving.state !== 'waiting' || record.paper.state !== 'pending')
    refuse('state.wrong', { message: tooLate(approving, record.paper) })
  return { approving, record }
}

/** A paper that waits for the caller. Refuses `state.wrong` with who has done it, and `approval.author`. */
export async function openedBy(submission: Submission, id: string): Promise<Opened> {
  const { caller } = submission
  const { approving, record } = await waitingHere(submission, id)
  if (isAuthor(caller, approving)) refuse('approval.author')
  const signing = signingPost(caller, approving)
  if (!signing) return refuse('state.wrong', { message: notHis(caller, record.paper) })
  submission.actAs(signing)
  return { approving, record, signing }
}

/** Who signs, and for whom. */
export const signature = (submission: Submission, { id, standIn }: Post) => ({
  at: submission.at,
  post: id,
  name: submission.caller.name,
  ...(standIn ? { forName: standIn.name } : {}),
})

/** 局长甲（代局长乙）已同意（7月17日 09:41）. */
const said = (paper: Paper): string => {
  const last = lastSaid(paper)
  if (!last) return ''
  const who = `${last.name ?? ''}${last.forName ? `（代${last.forName}）` : ''}`
  return `${who}已${paperSteps[last.step].name}（${spokenDay(dayOf(last.at))} ${timeOf(last.at)}）`
}

const tooLate = (approving: Approving, paper: Paper): string =>
  [said(paper), `这份文书${approvalStates[approving.state]}，不用再办`].filter(Boolean).join('，')

function notHis(caller: Caller, paper: Paper): string {
  const now = askedNow(paper)
  const waits = `现在等${now ? `${roles[now.role as Role]}${now.name ?? ''}` : '其他人'}审批`
  const last = lastSaid(paper)
  const his = last && caller.posts.some(post => post.id === last.post)
  return his ? `${said(paper)}，${waits}` : `这份文书${waits}，不由您办理`
}
