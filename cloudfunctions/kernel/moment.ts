import { refuse } from './problem'

// A phone's clock may be a little ahead; a record made without a signal may come weeks later. Anything older is entered
// as 补录, with its own date of entry (domain/16).
const AHEAD_MS = 10 * 60_000
const LATE_MS = 31 * 86_400_000

/** Refuses a moment told by a device that lies ahead of the server's clock. */
export function requireNotAhead(told: number, now: number, field: string): void {
  if (told > now + AHEAD_MS) refuse('time.future', { field })
}

/** Refuses a moment told by a device that cannot be, by the server's clock. */
export function requirePlausible(told: number, now: number, field: string): void {
  requireNotAhead(told, now, field)
  if (told < now - LATE_MS) refuse('time.past', { field })
}
