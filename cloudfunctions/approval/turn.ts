import { APPROVAL_DAYS, type Approving, askedNow, CORRECTION_DAYS, URGENT_MS } from '../../domain/approval'
import { dayOf } from '../../domain/calendar'
import { addWorkdays } from '../../domain/calendar/working-days'
import type { Paper } from '../../domain/paper'
import { rankOf } from '../kernel/rank'
import type { Submission } from '../kernel/submission'
import { endTerm, startTerm } from '../term'
import type { Note } from './notes'

/** The page on which a paper is approved. */
export const approvalPage = (id: string): string => `/approve/paper/index?paper=${id}`

export const recordOf = ({ carrier, _id }: Pick<Approving, 'carrier' | '_id'>): string => `${carrier}/${_id}`

/** What comes to an approver, and who is told. */
export type Turn = { approving: Approving; note: Note }

/** It is the next one's turn: he is told, and the days he has begin to run. */
export function nextTurn(submission: Submission, before: Approving, paper: Paper): Turn {
  const now = askedNow(paper)
  const approving: Approving = {
    ...before,
    state: 'waiting',
    approver: now?.post ?? '',
    since: submission.at,
    term: `approve${paper.steps.length}`,
    rank: rankOf(submission.at, before._id),
  }
  startTerm(submission, { ...termFor(submission, approving), key: approving.term })
  const words = approving.urgentAfter
    ? `${before.authorName}送审，先行措施须在24小时内补办批准`
    : `${before.authorName}送审`
  const note = {
    to: approving.approver,
    title: `待您审批：${before.title}`,
    words,
    unit: before.unit,
    page: approvalPage(before._id),
    ...(approving.urgentAfter ? { urgent: true } : {}),
  }
  return { approving, note }
}

function termFor({ at, today }: Submission, approving: Approving) {
  const { unit, title, approver, urgentAfter } = approving
  const of = {
    unit,
    record: recordOf(approving),
    title: `审批：${title}`,
    page: approvalPage(approving._id),
    owner: approver,
  }
  if (urgentAfter !== undefined) {
    const dueAt = urgentAfter + URGENT_MS
    const why =
      '情况紧急当场采取的措施，应在24小时内报告并补办批准手续（行政处罚程序规定第三十三条、第三十六条）'
    const fixed = '法律规定的24小时不能中止，也不能延长'
    return { ...of, from: urgentAfter, due: dayOf(dueAt), dueAt, row: 'P-EVID-24H', why, fixed }
  }
  const { day, provisional } = addWorkdays(today, APPROVAL_DAYS)
  return {
    ...of,
    from: at,
    due: day,
    provisional,
    why: `审批一般在${APPROVAL_DAYS}个工作日内办结（本系统建议）`,
  }
}

/** It came back (退回修改): its author is told why, and has days to correct it. */
export async function backToAuthor(
  submission: Submission,
  before: Approving,
  paper: Paper,
  said: { name: string; words: string },
): Promise<Turn> {
  await endTerm(submission, recordOf(before), before.term)
  const term = `correct${paper.steps.length}`
  const { day, provisional } = addWorkdays(submission.today, CORRECTION_DAYS)
  startTerm(submission, {
    key: term,
    unit: before.unit,
    record: recordOf(before),
    title: `修改后重新送审：${before.title}`,
    page: before.page,
    owner: before.author,
    due: day,
    provisional,
    why: `退回修改的文书，一般在${CORRECTION_DAYS}个工作日内改好（本系统建议）`,
  })
  const note = {
    to: before.author,
    title: `退回修改：${before.title}`,
    words: `${said.name}：${said.words}`,
    unit: before.unit,
    page: before.page,
  }
  return { approving: { ...before, state: 'returned', approver: '', term }, note }
}

/** All have agreed. */
export async function finished(
  submission: Submission,
  before: Approving,
  paper: Paper,
  name: string,
): Promise<Turn> {
  await endTerm(submission, recordOf(before), before.term)
  const note = {
    to: before.author,
    title: `已批准：${before.title}`,
    words: `${name}同意${paper.number ? `，${paper.number}` : ''}`,
    unit: before.unit,
    page: before.page,
  }
  return { approving: { ...before, state: 'agreed', approver: '', term: '' }, note }
}
