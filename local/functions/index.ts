import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CloudError } from '../errors'
import { APPID, ENV, invocationEnvironment, processEnvironment } from './environment'
import type { Cause, Invocation } from './invocation'
import { Pool } from './pool'
import { FunctionError } from './worker'

/** As functions' config.json writes it. */
export interface Trigger {
  name: string
  type: string
  config: string
}

interface FunctionConfig {
  permissions?: { openapi?: string[] }
  triggers?: Trigger[]
  /** seconds */
  timeout?: number
}

export interface FunctionsOptions {
  folder: string
  env: Record<string, string>
  clock: boolean
  pool: number
  log: (text: string) => void
}

const DEFAULT_TIMEOUT = 20
/** CloudBase refuses larger events and answers (bytes of JSON). */
export const LARGEST_EVENT = 6 * 1024 * 1024
const FORGET_AFTER = 60_000

/** The functions of a folder: `<folder>/<name>/index.js`, beside it config.json. */
export class Functions {
  private readonly pools = new Map<string, Pool>()
  /** Running ones, and those that ended a moment ago: a function may leave a request behind. */
  private readonly invocations = new Map<string, Invocation>()
  private admin = ''

  constructor(
    private readonly options: FunctionsOptions,
    private readonly began: (invocation: Invocation) => void,
  ) {}

  /** @param admin address of the SDK's wire */
  start(admin: string) {
    this.admin = admin
    for (const fn of this.names()) this.pool(fn)?.warm()
  }

  names(): string[] {
    if (!existsSync(this.options.folder)) return []
    return readdirSync(this.options.folder).filter(name =>
      existsSync(join(this.options.folder, name, 'index.js')),
    )
  }

  config(fn: string): FunctionConfig {
    const file = join(this.options.folder, fn, 'config.json')
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  }

  /** The invocation a request of the SDK belongs to; `seqId` is TCB_SEQID and what the SDK appends. */
  invocationOf(seqId: string): Invocation | undefined {
    return this.invocations.get(seqId.split('-')[0])
  }

  /**
   * Runs a function in a process of its own.
   * @param clock milliseconds since 1970 it shall see; only with `clock` in the options
   * @returns what main returned, through JSON
   * @throws FunctionError when it throws, is too slow or its process dies
   */
  async invoke(fn: string, event: object, cause: Cause, clock?: number): Promise<unknown> {
    const pool = this.pool(fn)
    if (!pool) throw new CloudError('FUNCTION_NOT_FOUND', `no function ${fn}`)
    const { path } = event as { path?: unknown }
    const invocation: Invocation = {
      id: randomUUID().replaceAll('-', ''),
      fn,
      path: typeof path === 'string' ? path : undefined,
      cause,
      clock: this.options.clock ? clock : undefined,
      started: Date.now(),
    }
    this.invocations.set(invocation.id, invocation)
    this.began(invocation)
    const timeout = (this.config(fn).timeout ?? DEFAULT_TIMEOUT) * 1000
    try {
      const text = await pool.run(
        {
          env: invocationEnvironment(invocation),
          event: seenBy(event, cause),
          context: contextOf(invocation, timeout),
          clock: invocation.clock,
        },
        timeout,
      )
      if (Buffer.byteLength(text) > LARGEST_EVENT)
        throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the answer is larger than 6 MB')
      return JSON.parse(text)
    } catch (error) {
      if (error instanceof FunctionError && error.trace) this.options.log(`${fn}: ${error.trace}`)
      throw error
    } finally {
      setTimeout(() => this.invocations.delete(invocation.id), FORGET_AFTER).unref()
    }
  }

  async close() {
    await Promise.all([...this.pools.values()].map(pool => pool.close()))
  }

  private pool(fn: string): Pool | undefined {
    const known = this.pools.get(fn)
    if (known) return known
    const folder = join(this.options.folder, fn)
    if (!/^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(fn) || !existsSync(join(folder, 'index.js'))) return undefined
    const { env, clock, pool: most, log } = this.options
    const pool = new Pool({ fn, folder, env: processEnvironment(this.admin, env), clock, most, log })
    this.pools.set(fn, pool)
    return pool
  }
}

/** CloudBase itself adds who called to a client's event (WeChat docs, 我的第一个云函数); a client's own is lost. */
function seenBy(event: object, cause: Cause): object {
  if (cause.by !== 'client' || cause.openid === undefined) return event
  return { ...event, userInfo: { appId: APPID, openId: cause.openid } }
}

function contextOf(invocation: Invocation, timeout: number) {
  return {
    request_id: invocation.id,
    function_name: invocation.fn,
    function_version: '$LATEST',
    namespace: ENV,
    memory_limit_in_mb: 256,
    time_limit_in_ms: timeout,
    callbackWaitsForEmptyEventLoop: false,
  }
}
