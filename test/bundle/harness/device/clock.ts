import type { LooseFunction } from './loose'

interface Timer {
  due: number
  every: number | undefined
  own: boolean
  run: () => void
}

/** Timers on virtual time: nothing passes unless the test lets it pass. Times are milliseconds. */
export class Clock {
  /** Virtual milliseconds since the phone was started. */
  elapsed = 0
  private timers = new Map<number, Timer>()
  private lastId = 0

  /** @param start what the phone's clock shows at first, milliseconds since 1970 */
  constructor(private readonly start: number) {}

  now(): number {
    return this.start + this.elapsed
  }

  /** setTimeout of the mini-program; shorter than 1 ms counts as 1 ms, as in browsers. */
  timeout(run: LooseFunction, delay = 0, ...args: unknown[]): number {
    return this.add(() => run(...args), delay, false, false)
  }

  /** setInterval of the mini-program. */
  interval(run: LooseFunction, delay = 0, ...args: unknown[]): number {
    return this.add(() => run(...args), delay, true, false)
  }

  /** A delay of the phone itself (an API that answers, a setData that arrives): it counts as activity. */
  later(run: () => void, delay = 1): void {
    this.add(run, delay, false, true)
  }

  clear(id: number): void {
    this.timers.delete(id)
  }

  clearAll(): void {
    this.timers.clear()
  }

  /** When the next timer is due, in `elapsed` terms. */
  get next(): number | undefined {
    let due: number | undefined
    for (const timer of this.timers.values()) if (due === undefined || timer.due < due) due = timer.due
    return due
  }

  /** Runs the earliest timer that is due by `limit`; says whose it was, or undefined when there was none. */
  runNext(limit: number): 'app' | 'phone' | undefined {
    let id = 0
    let first: Timer | undefined
    for (const [key, timer] of this.timers) {
      if (timer.due <= limit && (!first || timer.due < first.due)) [id, first] = [key, timer]
    }
    if (!first) return undefined
    this.elapsed = Math.max(this.elapsed, first.due)
    if (first.every === undefined) this.timers.delete(id)
    else first.due = this.elapsed + first.every
    first.run()
    return first.own ? 'phone' : 'app'
  }

  private add(run: () => void, delay: number, repeat: boolean, own: boolean): number {
    const ms = Math.max(1, Number(delay) || 0)
    this.lastId += 1
    this.timers.set(this.lastId, { due: this.elapsed + ms, every: repeat ? ms : undefined, own, run })
    return this.lastId
  }
}
