import {
  type ApprovalTrouble,
  type Approving,
  boundChain,
  type Chain,
  chainId,
  LEADER,
  type Seat,
  signsFor,
  urgentKinds,
} from '../../domain/approval'
import { type Approval, type Paper, submitted } from '../../domain/paper'
import type { Post } from '../../domain/posts'
import { list } from '../kernel/collections'
import { requirePlausible } from '../kernel/moment'
import { numbered } from '../kernel/number'
import { refuse } from '../kernel/problem'
import type { Submission } from '../kernel/submission'
import { endTerm } from '../term'
import { type Carried, type Carrier, digestOfText } from './carrier'
import { tellNotes } from './notes'
import { nextTurn, recordOf } from './turn'

const LEADERS = 50

/** What is sent for approval. */
export type Asked = {
  carrier: Carrier
  /** The record as it will be kept; of its paper only kind, history and number count. */
  record: Carried
  /** What approver and author call it, `责令改正通知书 · 金鑫线缆`. */
  title: string
  /** Page on which its author finds it. */
  page: string
  /** Post under which it was written. */
  author: Post
  /** Of a measure taken at once in an emergency (程序规定 33, 36): when. Approval follows within 24 hours. */
  urgentAfter?: number
}

/**
 * 送审, in the same transaction as the record itself: binds the chain of this unit and kind of paper, and puts the paper
 * before the first who must agree; where nobody must, it is approved and numbered at once. The caller keeps the record
 * with the paper this answers. Refuses `chain.*`, `approval.author`, `state.wrong`.
 *
 * Database calls: one, and for a chain one for each step, one to find the author's leader, three to put it before him.
 */
export async function submitForApproval(submission: Submission, asked: Asked): Promise<Paper> {
  const { carrier, record, author } = asked
  const { unit, paper } = record
  const by = { at: submission.at, post: author.id, name: submission.caller.name }
  if (asked.urgentAfter !== undefined) {
    if (!urgentKinds.includes(paper.kind))
      refuse('input.invalid', {
        message: '只有先行登记保存和查封、扣押可以先行采取、事后补批',
        field: 'urgentAfter',
      })
    requirePlausible(asked.urgentAfter, submission.at, 'urgentAfter')
  }
  const chain = await boundFor(submission, unit, paper.kind, author)
  const sent = submitted({ ...paper, chain }, by) ?? refuse('state.wrong')
  const before = paper.steps.length ? await submission.find('approvals', record._id) : undefined
  if (before?.term) await endTerm(submission, recordOf(before), before.term)
  if (sent.state === 'approved') {
    if (before) submission.putBeside('approvals', { ...before, state: 'agreed', approver: '', term: '' })
    return numbered(submission, sent, { unit, record: `${carrier}/${record._id}` }, by)
  }
  const waiting: Approving = {
    _id: record._id,
    unit,
    kind: paper.kind,
    title: asked.title,
    carrier,
    page: asked.page,
    state: 'waiting',
    approver: '',
    author: author.id,
    authorName: submission.caller.name,
    authorPerson: submission.caller.person,
    digest: digestOfText(carrier, record),
    since: submission.at,
    term: '',
    rank: '',
    ...(asked.urgentAfter === undefined ? {} : { urgentAfter: asked.urgentAfter }),
  }
  const { approving, note } = nextTurn(submission, waiting, sent)
  submission.putBeside('approvals', approving)
  tellNotes(submission, [note])
  return sent
}

async function boundFor(
  submission: Submission,
  unit: string,
  kind: string,
  author: Post,
): Promise<Approval[]> {
  const found = await submission.find('chains', chainId(unit, kind))
  const chain: Pick<Chain, 'unit' | 'kind' | 'steps'> = found ?? { unit, kind, steps: [] }
  const seats: (Seat | undefined)[] = []
  for (const step of chain.steps)
    seats.push(step === LEADER ? await leaderOf(submission, author) : await submission.find('posts', step))
  const { person, posts } = submission.caller
  const his = posts.filter(post => signsFor(post, kind)).map(post => post.id)
  const bound = boundChain(chain, seats, { person, posts: his })
  return isTrouble(bound) ? refuse(bound.code, { message: bound.message }) : bound
}

const isTrouble = (bound: Approval[] | ApprovalTrouble): bound is ApprovalTrouble => !Array.isArray(bound)

// A transaction finds by id only: who leads the team is looked up beside it, and the post then read within.
async function leaderOf(submission: Submission, author: Post): Promise<Seat | undefined> {
  const leaders = await list(
    'posts',
    { org: author.org, role: 'leader' },
    { limit: LEADERS, order: [['_id', 'asc']], fields: ['_id', 'team', 'person'] },
  )
  const his = leaders.filter(({ team }) => (team ?? '') === (author.team ?? ''))
  const leader = his.find(({ person }) => person) ?? his[0]
  return leader && submission.find('posts', leader._id)
}
