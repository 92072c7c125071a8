import { type Day, writtenDay } from '../calendar'
import { type ClockAnswer, clock } from './clock'

/** First day of receipt under order 121 (市场监督管理投诉举报处理办法). */
export const ORDER_121_FROM: Day = '2026-04-15'

export type ComplaintClocks = {
  ruleSet: 'order121' | 'order20'
  words: string
  /** Ids of rows: decide on acceptance, end of mediation, telling its end, verifying a clue, telling a reporter. */
  accept: string
  mediate: string
  tell: string
  clue: string
  tellReporter?: string
  /** When the decision on acceptance is due; carries the trouble where `received` is no day. */
  due: ClockAnswer
}

/**
 * The rule set of a complaint or report by the Chinese day of its receipt, and its rows. Give the same day as `received`
 * to `clock` for the later steps: they stay under the rule set of the receipt (own reading).
 */
export function complaintClocks(received: Day): ComplaintClocks {
  const isNew = received >= ORDER_121_FROM
  const accept = isNew ? 'C-ACCEPT' : 'CO-ACCEPT'
  const due = clock(accept, received)
  return {
    ruleSet: isNew ? 'order121' : 'order20',
    words: due.ok
      ? `${writtenDay(received)}收到，适用${due.deadline.instrument}${isNew ? '（2026年4月15日起施行）' : '（2026年4月14日及以前收到的）'}。`
      : due.trouble.message,
    accept,
    mediate: isNew ? 'C-MEDIATE' : 'CO-MEDIATE',
    tell: isNew ? 'C-TERM-TELL' : 'CO-TERM-TELL',
    clue: isNew ? 'C-CLUE' : 'CO-CLUE',
    ...(isNew ? {} : { tellReporter: 'R-TELL-OLD' }),
    due,
  }
}
