import { dayOf, type Instant, startOf, timeOf } from '../../domain/calendar'

/** A minute of Chinese time, `2026-07-01T08:15`: the grain in which the journal is folded. Its first ten letters are its day. */
export type Slot = string

export const slotOf = (instant: Instant): Slot => `${dayOf(instant)}T${timeOf(instant)}`

/** The instant at which a slot begins. */
export const instantOf = (slot: Slot): Instant =>
  startOf(slot.slice(0, 10)) + (Number(slot.slice(11, 13)) * 60 + Number(slot.slice(14, 16))) * 60_000

/** The last slot that no write can still join: it ended five minutes ago (a write lives 20 s at most). */
export const closedSlot = (now: Instant): Slot => slotOf(now - 6 * 60_000)

/** The month of a slot or day, `2026-07`. */
export const monthOf = (slot: Slot): string => slot.slice(0, 7)

/** The last slot before a month begins. */
export const slotBefore = (month: string): Slot => slotOf(startOf(`${month}-01`) - 60_000)

/** The last slot of a month. */
export const lastSlotOf = (month: string): Slot => slotBefore(monthAfter(month))

/** The month after. */
export function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
