// WeChat has no AbortController and TanStack Query makes one for each fetch. client/config/index.ts puts this in its
// place in the weapp bundle, so that nothing depends on how a WeChat version keeps its globals.

type Listener = () => void

class Signal {
  aborted = false
  reason: unknown
  onabort: Listener | null = null
  #listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener): void {
    this.#listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.#listeners.delete(listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  /** Called by the controller only. */
  fire(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    this.onabort?.()
    for (const listener of Array.from(this.#listeners)) listener()
  }
}

/** As much of the standard's AbortController as TanStack Query uses. */
export class AbortController {
  readonly signal = new Signal()

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.fire(reason)
  }
}
