import { type Day, daysBetween, spokenDay } from './calendar'

/** Days before the last day of a certificate on which its holder is told (own proposal). */
export const WARNED_BEFORE = 30

/** How an enforcement certificate (执法证) stands on a day. */
export type CertificateStanding = 'valid' | 'ending' | 'expired'

/**
 * How a certificate stands on a day; it still holds on its last day (行政处罚法 42, 程序规定 22: who enforces holds one). One
 * whose last day was never entered counts as valid.
 */
export function certificateStanding(until: Day | undefined, on: Day): CertificateStanding {
  if (!until) return 'valid'
  const left = daysBetween(on, until)
  if (left < 0) return 'expired'
  return left <= WARNED_BEFORE ? 'ending' : 'valid'
}

/** What its holder is told of a certificate that ends or has ended; undefined while there is time. */
export function certificateWarning(until: Day | undefined, on: Day): string | undefined {
  switch (certificateStanding(until, on)) {
    case 'expired':
      return `执法证已于${spokenDay(until as Day)}到期，换证并由本局负责人登记后才能执法`
    case 'ending': {
      const left = daysBetween(on, until as Day)
      return left === 0
        ? '执法证今天到期，请尽快换证'
        : `执法证还有${left}天到期（${spokenDay(until as Day)}），请尽快换证`
    }
    default:
      return undefined
  }
}

/** Why this officer cannot act on that day, in a sentence that names him; undefined when he can. */
export const cannotAct = (name: string, until: Day | undefined, on: Day): string | undefined =>
  certificateStanding(until, on) === 'expired'
    ? `${name}的执法证已于${spokenDay(until as Day)}到期，不能执法，请换证并由本局负责人登记`
    : undefined
