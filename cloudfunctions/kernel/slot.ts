/** The minute of an instant, `2026-07-01T08:15` (UTC): the grain in which the journal is folded. */
export const slotOf = (instant: number): string => new Date(instant).toISOString().slice(0, 16)

/** The last slot that no write can still join: it ended five minutes ago (a write lives 20 s at most). */
export const closedSlot = (now: number): string => slotOf(now - 6 * 60_000)

/** The month of a slot, `2026-07`. */
export const monthOf = (slot: string): string => slot.slice(0, 7)

/** The last slot of a month. */
export function lastSlotOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return slotOf(Date.UTC(year, number, 1) - 60_000)
}

/** The month after. */
export function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return slotOf(Date.UTC(year, number, 1)).slice(0, 7)
}
