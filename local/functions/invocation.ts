/** Why a function runs, and for whom. */
export type Cause =
  | { by: 'client'; openid?: string }
  | { by: 'function' }
  | { by: 'timer'; trigger: string; time: number }

/** One run of a function. */
export interface Invocation {
  id: string
  fn: string
  /** `event.path`, when the event has one */
  path?: string
  cause: Cause
  /** Milliseconds since 1970 the invocation shall see when it starts; undefined: the machine's clock. */
  clock?: number
  started: number
}

/** Milliseconds since 1970 as an invocation sees them. */
export function clockOf(invocation: Invocation | undefined): number {
  if (invocation?.clock === undefined) return Date.now()
  return invocation.clock + (Date.now() - invocation.started)
}
