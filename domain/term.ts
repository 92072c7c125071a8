import type { Day } from './calendar'

/** How a running term (期限) stands. */
export const termStates = { running: '计时中', paused: '已中止计时', ended: '已结束' } as const
export type TermState = keyof typeof termStates

/**
 * A clock at work (期限): the days that run on one record. It belongs to a post, so that it is not lost when somebody
 * leaves, is away, or a team is merged.
 */
export type Term = {
  _id: string
  unit: string
  /** The record it runs on, `tasks/<id>`. */
  record: string
  /** What must be done, in a few words. */
  title: string
  /** Page of the mini-program on which it is done. */
  page: string
  /** Post that answers for it. */
  owner: string
  state: TermState
  open: boolean
  /** The event it runs from, epoch ms. */
  from: number
  /** Last day in time. */
  due: Day
  /** Of a term told in hours, the moment it ends, epoch ms. */
  dueAt?: number
  /** Row of `domain/clocks`, where the law sets it; otherwise somebody set the day. */
  row?: string
  /** Sentence that tells how the day was found. */
  why: string
  /** 暂定: the calendar of that year is not published yet. */
  provisional: boolean
  /** Orders a unit's open terms by due day; unique. */
  rank: string
}
