import type { Clock } from './clock'

// jest's fake timers and jsdom replace the globals; these are the real ones.
const { setImmediate: turn, setTimeout: sleep, clearTimeout: wake } = require('node:timers')

/** Never let an animation or a poll keep a test waiting: settle() moves the clock on by no more than this. */
const MOST = 3000

/** What the phone waits for outside its own world: the cloud's answers, pictures being encoded. */
export class Work {
  private outside = new Map<Promise<unknown>, string>()

  constructor(private readonly clock: Clock) {}

  /** Counts `promise` as pending until it ends. `what` is named when it never does. */
  track<T>(what: string, promise: Promise<T>): Promise<T> {
    const end = () => void this.outside.delete(ended)
    const ended: Promise<void> = promise.then(end, end)
    this.outside.set(ended, what)
    return promise
  }

  /**
   * Runs everything pending: answers from outside, the phone's own callbacks, and the mini-program's timers due within
   * `within` virtual ms of the last activity.
   * @throws when something outside takes longer than `patience` real ms
   */
  async settle(within: number, patience: number): Promise<void> {
    const end = this.clock.elapsed + MOST
    let limit = this.clock.elapsed + within
    const extend = () => {
      limit = Math.min(end, this.clock.elapsed + within)
    }
    for (let quiet = 0; quiet < 2; ) {
      await new Promise(turn)
      const ran = this.clock.runNext(limit)
      if (ran === 'phone') extend()
      if (ran) quiet = 0
      else if (this.outside.size) {
        await this.oneEnds(patience)
        extend()
        quiet = 0
      } else quiet += 1
    }
  }

  /** Lets `ms` virtual milliseconds pass; the clock stands while something outside is pending. */
  async advance(ms: number, patience: number): Promise<void> {
    const end = this.clock.elapsed + ms
    for (;;) {
      await new Promise(turn)
      while (this.outside.size) {
        await this.oneEnds(patience)
        await new Promise(turn)
      }
      if (!this.clock.runNext(end)) break
    }
    this.clock.elapsed = end
  }

  private async oneEnds(patience: number): Promise<void> {
    let timer: unknown
    const tooLong = new Promise((_, reject) => {
      const waited = () =>
        reject(new Error(`no answer within ${patience} ms from ${[...this.outside.values()]}`))
      timer = sleep(waited, patience)
    })
    try {
      await Promise.race([...this.outside.keys(), tooLong])
    } finally {
      wake(timer)
    }
  }
}
