import { dayOf, spokenDay, timeOf } from '@domain/calendar'

/** `7月17日 09:41`, by Chinese time. */
export const momentOf = (at: number): string => `${spokenDay(dayOf(at))} ${timeOf(at)}`
