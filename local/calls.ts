import type { Cause, Invocation } from './functions/invocation'

/** What one invocation asked of the cloud. */
export interface CallRecord {
  invocation: string
  fn: string
  path?: string
  cause: Cause['by']
  started: number
  actions: { action: string; collection?: string; ms: number }[]
}

const MOST = 20_000

/** The wire's actions counted per invocation, the oldest forgotten first. */
export class Calls {
  private readonly records = new Map<string, CallRecord>()

  began({ id, fn, path, cause, started }: Invocation) {
    this.records.set(id, { invocation: id, fn, path, cause: cause.by, started, actions: [] })
    if (this.records.size > MOST) this.records.delete(this.records.keys().next().value as string)
  }

  asked(invocation: Invocation | undefined, action: string, collection: unknown, ms: number) {
    const record = invocation && this.records.get(invocation.id)
    record?.actions.push({ action, collection: typeof collection === 'string' ? collection : undefined, ms })
  }

  all(): CallRecord[] {
    return [...this.records.values()]
  }
}
