import type { Host } from '../device/host'
import type { Loose, LooseFunction } from '../device/loose'
import { WxFail } from './fail'

/** One call of wx by the mini-program. */
export interface WxCall {
  name: string
  options: Loose
}

/** An API call that waits for its end, whoever brings it. */
export interface Pending {
  /** What the caller gets: a promise, or nothing when it gave callbacks. */
  returned: unknown
  ok(result?: object): void
  fail(error: unknown): void
}

const plain = (options: Loose): Loose =>
  JSON.parse(
    JSON.stringify(options, (_, value) => (typeof value === 'function' ? undefined : value)) ?? 'null',
  )

/** The bridge between the mini-program and the phone: callbacks or promises, answers a moment later, every call noted. */
export class Bridge {
  readonly calls: WxCall[] = []
  private prepared = new Map<string, unknown[]>()

  constructor(readonly host: Host) {}

  /** The next call of `name` gets this: a result, an Error it fails with, or a function of the options giving either. */
  answerNext(name: string, answer: unknown): void {
    this.prepared.set(name, [...(this.prepared.get(name) ?? []), answer])
  }

  note(name: string, options: unknown): void {
    this.calls.push({ name, options: plain(options) })
  }

  /** Starts a call and leaves its end open. */
  begin(name: string, options: Loose = {}): Pending {
    const { host } = this
    const { success, fail, complete } = options
    let settle: Record<'resolve' | 'reject', LooseFunction> | undefined
    const promise = new host.realm.Promise<unknown>((resolve, reject) => {
      settle = { resolve, reject }
    })
    this.note(name, options)
    const end = (way: 'resolve' | 'reject', value: Loose, callback?: LooseFunction) => {
      host.clock.later(() => {
        if (!host.alive) return
        if (callback) host.run(() => callback(value))
        if (complete) host.run(() => complete(value))
        settle?.[way](value)
      })
    }
    const callbacks = Boolean(success || fail || complete)
    if (callbacks) promise.catch(() => {})
    return {
      returned: callbacks ? undefined : promise,
      ok: result => end('resolve', host.realm.give({ errMsg: `${name}:ok`, ...result }), success),
      fail: error => end('reject', this.failure(name, error), fail),
    }
  }

  /** An asynchronous API. `work` returns the result or throws; while it runs, settle() waits for it. */
  api(name: string, work: (options: Loose) => unknown): (options?: Loose) => unknown {
    return (options = {}) => {
      const pending = this.begin(name, options)
      const prepared = this.prepared.get(name)?.shift()
      const act = async () => (prepared === undefined ? work(options) : resolvePrepared(prepared, options))
      const done = act().then(result => pending.ok(result as object), pending.fail)
      this.host.work.track(name, done)
      return pending.returned
    }
  }

  /** A synchronous API: throws an Error of the realm. */
  sync(name: string, work: LooseFunction): LooseFunction {
    return (...args) => {
      this.note(name, args)
      try {
        return this.host.realm.give(work(...args))
      } catch (error) {
        throw this.failure(name, error)
      }
    }
  }

  private failure(name: string, error: unknown): Loose {
    const message = `${name}:fail ${error instanceof Error ? error.message : String(error)}`
    const fields = error instanceof WxFail ? error.fields : {}
    // The cloud SDK rejects with Errors, everything synchronous throws them; the rest answers plain objects.
    if (name.startsWith('cloud.') || name.endsWith('Sync'))
      return this.host.realm.error(message, { errMsg: message, ...fields })
    return this.host.realm.give({ errMsg: message, ...fields })
  }
}

function resolvePrepared(prepared: unknown, options: Loose): unknown {
  const answer = typeof prepared === 'function' ? prepared(options) : prepared
  if (answer instanceof Error) throw answer
  return answer
}
