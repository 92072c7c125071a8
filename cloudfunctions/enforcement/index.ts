import { daysBetween } from '../../domain/calendar'
import type { Notice } from '../../domain/notice'
import { type Collections, list } from '../kernel/collections'
import { router } from '../kernel/procedure'
import { acknowledge, answer } from './answer'
import { draft, resubmit } from './draft'
import { readNotice } from './read'
import { review } from './review'
import { completeService, seal, serveNotice, voidNotice } from './serve'

/** 责令改正: from the findings of a check to the correction that is made. */
export const enforcement = router({
  draft,
  resubmit,
  seal,
  serve: serveNotice,
  completeService,
  void: voidNotice,
  acknowledge,
  answer,
  review,
  read: readNotice,
})

/** One correction in a list. */
export type NoticeRow = Pick<Notice, 'enterpriseName' | 'deadline' | 'state' | 'open'> & {
  id: string
  number: string
  /** How many things are to be put right. */
  demands: number
  /** Days it was given, from service to deadline; of one that has not been served, none. */
  given?: number
  /** How far the paper is. */
  paper: Notice['paper']['state']
}

export const noticeRow = (notice: Collections['notices']): NoticeRow => ({
  id: notice._id,
  enterpriseName: notice.enterpriseName,
  deadline: notice.deadline,
  state: notice.state,
  open: notice.open,
  number: notice.paper.number ?? '',
  demands: notice.demands.length,
  ...(notice.servedOn ? { given: daysBetween(notice.servedOn, notice.deadline) } : {}),
  paper: notice.paper.state,
})

/** A unit's open corrections, the most pressing first. One database call. */
export const openNotices = async (unit: string, limit: number): Promise<NoticeRow[]> =>
  (await list('notices', { unit, open: true }, { limit, order: [['due', 'asc']] })).map(noticeRow)

/** Papers of a unit that wait for seal or service, the oldest first. One database call. */
export const waitingNotices = async (unit: string, limit: number): Promise<NoticeRow[]> =>
  (await list('notices', { unit, state: 'drafted' }, { limit, order: [['rank', 'asc']] })).map(noticeRow)

/** What an enterprise has been ordered: what is open by its deadline, then the last that were closed. Two database calls. */
export async function noticesOf(enterprise: string, limit: number): Promise<NoticeRow[]> {
  const [open, closed] = await Promise.all([
    list('notices', { enterprise, open: true }, { limit, order: [['due', 'asc']] }),
    list('notices', { enterprise, closed: true }, { limit: 5, order: [['rank', 'desc']] }),
  ])
  return [...open, ...closed].map(noticeRow)
}
