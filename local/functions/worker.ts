import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** What a function process is told. */
export interface Order {
  env: Record<string, string>
  event: unknown
  context: unknown
  /** Milliseconds since 1970 its Date shall show. */
  clock?: number
}

/** A function that threw, was too slow, or whose process died. */
export class FunctionError extends Error {
  constructor(
    message: string,
    readonly reason: 'threw' | 'timeout' | 'died',
    readonly trace?: string,
  ) {
    super(message)
    this.name = 'FunctionError'
  }
}

/** One function process. */
export class Worker {
  private readonly child: ChildProcess
  private current?: { id: number; resolve: (text: string) => void; reject: (error: FunctionError) => void }
  private count = 0
  private words = ''
  alive = true
  readonly exited: Promise<void>

  constructor(
    fn: string,
    bundle: string,
    env: Record<string, string>,
    clock: boolean,
    log: (text: string) => void,
  ) {
    this.child = fork(join(__dirname, 'worker.cjs'), [bundle], {
      env: (clock ? { ...env, LOCAL_CLOCK: '1' } : env) as NodeJS.ProcessEnv,
      execArgv: ['--require', join(__dirname, 'guard.cjs')],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'json',
    })
    const speak = (chunk: Buffer) => {
      this.words = (this.words + chunk).slice(-4000)
      log(`${fn}: ${String(chunk).trimEnd()}`)
    }
    this.child.stdout?.on('data', speak)
    this.child.stderr?.on('data', speak)
    this.child.on('message', message =>
      this.heard(message as { done?: number; text?: string; error?: string; stack?: string }),
    )
    this.child.on('error', () => this.end())
    this.exited = new Promise(resolve => {
      this.child.on('exit', () => {
        this.end()
        resolve()
      })
    })
  }

  /** @returns the JSON of what main returned */
  run(order: Order, timeout: number): Promise<string> {
    this.count += 1
    const id = this.count
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.settle()?.reject(
          new FunctionError(`Invoking task timed out after ${timeout / 1000} seconds`, 'timeout'),
        )
        this.kill()
      }, timeout)
      const finish =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer)
          then(value)
        }
      this.current = { id, resolve: finish(resolve), reject: finish(reject) }
      if (!this.alive) {
        this.end()
        return
      }
      try {
        this.child.send({ invoke: id, ...order }, error => {
          if (error) this.end()
        })
      } catch {
        this.settle()?.reject(new FunctionError('the event is nested too deep to be sent', 'threw'))
      }
    })
  }

  kill() {
    this.alive = false
    this.child.kill('SIGKILL')
  }

  private heard(message: { done?: number; text?: string; error?: string; stack?: string }) {
    if (message.done === undefined || message.done !== this.current?.id) return
    const current = this.settle()
    if (message.error !== undefined) current?.reject(new FunctionError(message.error, 'threw', message.stack))
    else current?.resolve(message.text as string)
  }

  private settle() {
    const { current } = this
    this.current = undefined
    return current
  }

  private end() {
    this.alive = false
    const last = this.words.trim().split('\n').slice(-12).join('\n')
    this.settle()?.reject(
      new FunctionError(`the function's process ended before it answered${last ? `: ${last}` : ''}`, 'died'),
    )
  }
}
