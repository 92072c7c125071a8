import { dayOf, spokenDay, timeOf } from '@domain/calendar'

/** `7月28日 09:30`. */
export const momentOf = (at: number): string => `${spokenDay(dayOf(at))} ${timeOf(at)}`
