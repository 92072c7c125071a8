import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Order, Worker } from './worker'

export interface PoolOptions {
  fn: string
  folder: string
  env: Record<string, string>
  clock: boolean
  /** Most processes at once; what comes more waits. */
  most: number
  log: (text: string) => void
}

/** The processes of one function, one invocation at a time in each. */
export class Pool {
  private readonly bundle: string
  private readonly workers = new Set<Worker>()
  private readonly idle: Worker[] = []
  private readonly waiting: ((worker: Worker) => void)[] = []
  private version = 0
  private closed = false

  constructor(private readonly options: PoolOptions) {
    this.bundle = join(options.folder, 'index.js')
  }

  /** Starts a process before anyone asks. */
  warm() {
    this.renew()
    if (this.workers.size === 0) this.idle.push(this.start())
  }

  /** @returns the JSON of what the function returned */
  async run(order: Order, timeout: number): Promise<string> {
    const worker = await this.take()
    try {
      return await worker.run(order, timeout)
    } finally {
      this.giveBack(worker)
    }
  }

  async close() {
    this.closed = true
    const workers = [...this.workers]
    for (const worker of workers) worker.kill()
    await Promise.all(workers.map(worker => worker.exited))
  }

  private take(): Promise<Worker> | Worker {
    this.renew()
    for (let worker = this.idle.pop(); worker; worker = this.idle.pop()) {
      if (worker.alive) return worker
      this.workers.delete(worker)
    }
    if (this.workers.size < this.options.most) return this.start()
    return new Promise(resolve => this.waiting.push(resolve))
  }

  private giveBack(worker: Worker) {
    const old = this.versionOf.get(worker) !== this.version
    if (!worker.alive || old || this.closed) {
      if (worker.alive) worker.kill()
      this.workers.delete(worker)
      if (this.waiting.length > 0 && !this.closed) this.waiting.shift()?.(this.start())
      return
    }
    const next = this.waiting.shift()
    if (next) next(worker)
    else this.idle.push(worker)
  }

  private readonly versionOf = new WeakMap<Worker, number>()

  private start(): Worker {
    const { fn, env, clock, log } = this.options
    const worker = new Worker(fn, this.bundle, env, clock, log)
    this.workers.add(worker)
    this.versionOf.set(worker, this.version)
    return worker
  }

  /** A bundle written anew is loaded anew: its old processes end, busy ones after their answer. */
  private renew() {
    const { mtimeMs } = statSync(this.bundle, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
    if (mtimeMs === this.version) return
    this.version = mtimeMs
    for (const worker of this.idle.splice(0)) {
      worker.kill()
      this.workers.delete(worker)
    }
  }
}
