import { dayOf, daysBetween, spokenDay, timeOf } from '@domain/calendar'

/** `7月17日 09:41`, by Chinese time. */
export const momentOf = (at: number): string => `${spokenDay(dayOf(at))} ${timeOf(at)}`

/** 今天送来, 已等2天: how long a paper has been waiting for somebody. */
export function waitedOf(since: number, now: number): string {
  const days = daysBetween(dayOf(since), dayOf(now))
  return days <= 0 ? '今天送来' : `已等${days}天`
}
