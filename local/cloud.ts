import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type CallRecord, Calls } from './calls'
import { CloudError } from './errors'
import { Files } from './files'
import { Functions } from './functions'
import { clockOf } from './functions/invocation'
import { listen } from './http'
import { passing } from './kill'
import { lockFolder } from './lock'
import { Documents } from './store/documents'
import { Durable } from './store/durable'
import type { Doc } from './store/ejson'
import { cronOf, type Job, schedule } from './timers'
import { Wechat, type WechatOptions } from './wechat'
import { answer } from './wire'
import type { Far } from './wire/call'
import { formOf, openApi } from './wire/openapi'

export type { CallRecord } from './calls'
export type { Doc } from './store/ejson'
export type { Wechat } from './wechat'

export interface CloudOptions {
  /** Folder of everything that is kept; made if missing. One cloud at a time. */
  data: string
  /** 0 or nothing: a free one. Only ever on 127.0.0.1. */
  port?: number
  /** Folder of built functions: `<name>/index.js` and config.json. */
  functions: string
  /** Path of collections.json. */
  database: string
  /** Folder of the H5 build. */
  static?: string
  /** Given to function processes, besides what CloudBase gives. */
  env?: Record<string, string>
  /** Obey `x-now` and `now`. */
  clock?: boolean
  /** false: config.json's timers do not run by themselves. */
  timers?: boolean
  /** Most processes of one function (4). */
  pool?: number
  /** A query no index serves fails; else it is named in the console. */
  strictIndexes?: boolean
  /** Milliseconds a transaction may stay open (30 000, as CloudBase). */
  transactionLimit?: number
  /** What WeChat itself knows: templates of subscribe messages. */
  wechat?: WechatOptions
  /** Where warnings and the functions' own words go; console by default. */
  log?: (text: string) => void
}

export interface Cloud {
  url: string
  port: number
  /**
   * Calls a function as a client does.
   * @param at openid: who; now: milliseconds since 1970 (only with `clock`)
   * @throws FunctionError when it throws, is too slow (20 s) or its process dies
   */
  // biome-ignore lint/suspicious/noExplicitAny: what a function answers is its own affair
  call(fn: string, event: object, at?: { openid?: string; now?: number }): Promise<any>
  /** Fires a timer by hand: late, twice, whenever. */
  fire(fn: string, trigger: string, now?: number): Promise<unknown>
  /** Uploads as a user does. @returns file id */
  upload(openid: string, path: string, bytes: Uint8Array): Promise<string>
  /** Every document of a collection in order of _id, past the wire and its limits. */
  documents(collection: string): Promise<Doc[]>
  /** What each invocation asked of the wire, oldest first. */
  calls(): CallRecord[]
  /** WeChat's side of subscribe messages: consents and outbox. */
  wechat: Wechat
  close(): Promise<void>
}

/** Starts CloudBase on this machine: store, files, functions, timers and the HTTP server. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const log = options.log ?? (text => console.warn(`[local] ${text}`))
  const release = lockFolder(options.data)
  const durable = new Durable(join(options.data, 'store'))
  const said = new Set<string>()
  const warn = (text: string) => {
    if (said.has(text)) return
    said.add(text)
    log(text)
  }
  const store = new Documents(durable, JSON.parse(readFileSync(options.database, 'utf8')), {
    strict: options.strictIndexes ?? false,
    transactionLimit: options.transactionLimit ?? 30_000,
    warn,
  })
  const files = new Files(join(options.data, 'files'), durable)
  const calls = new Calls()
  const functions = new Functions(
    {
      folder: options.functions,
      env: options.env ?? {},
      clock: options.clock ?? false,
      pool: options.pool ?? 4,
      log,
    },
    invocation => calls.began(invocation),
  )
  const far: Far = {
    store,
    files,
    warn,
    invoke: (name, event, from) => functions.invoke(name, event, { by: 'function' }, from && clockOf(from)),
  }

  const call = async (fn: string, event: object, openid?: string, now?: number) => {
    const value = await functions.invoke(fn, event, { by: 'client', openid }, now)
    passing('before-answer')
    return value
  }
  const fire = (fn: string, trigger: string, now?: number) => {
    const known = functions.config(fn).triggers?.some(each => each.name === trigger)
    if (!known) throw new CloudError('TRIGGER_NOT_FOUND', `no timer ${trigger} of ${fn}`)
    const time = now ?? Date.now()
    const event = { Type: 'Timer', TriggerName: trigger, Time: new Date(time).toISOString(), Message: '' }
    return functions.invoke(fn, event, { by: 'timer', trigger, time }, now)
  }

  const wechat = new Wechat(options.wechat)
  const permissions = (fn: string) => functions.config(fn).permissions?.openapi ?? []

  // The SDK takes exactly this type for a failure of wx.openApi, and only that.
  const inJson = (value: object) => ({
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
  })
  const admin = async (body: Buffer, seqId: string, type: string) => {
    const began = performance.now()
    const requestId = randomUUID()
    const invocation = functions.invocationOf(seqId)
    const form = formOf(body, type)
    if (form) {
      const action = form.get('action')?.toString() ?? ''
      try {
        if (action !== 'wx.openApi')
          throw new CloudError('INVALID_PARAM', `the local cloud has no action ${action}`)
        const done = openApi({ wechat, permissions }, form, { invocation, now: clockOf(invocation) })
        calls.asked(invocation, action, undefined, performance.now() - began)
        return { type: 'application/octet-stream', body: done }
      } catch (error) {
        const { code, message } =
          error instanceof CloudError ? error : { code: 'SYS_ERR', message: `${error}` }
        return inJson({ code, message, requestId })
      }
    }
    let asked: Doc
    try {
      asked = JSON.parse(body.toString('utf8'))
    } catch {
      return inJson({ code: 'INVALID_PARAM', message: 'the body is neither JSON nor a form', requestId })
    }
    const action = String(asked.action)
    const done = await answer(far, { action, body: asked, invocation, now: clockOf(invocation) }, requestId)
    calls.asked(invocation, action, asked.collectionName, performance.now() - began)
    return inJson(done)
  }

  const server = await listen(
    options.port ?? 0,
    {
      admin,
      call,
      fire: async (fn, trigger, now) => fire(fn, trigger, now),
      upload: (openid, path, bytes) => files.put(openid, path, bytes, Date.now()),
      putFile: (path, authorization, bytes) => {
        if (!files.mayPut(path, authorization)) return false
        files.put('', path, bytes, Date.now())
        return true
      },
      getFile: (path, sign, until) => files.get(path, sign, until, Date.now()),
      health: () => ({ ok: true, functions: functions.names(), time: new Date().toISOString() }),
    },
    options.static,
  ).catch(async error => {
    await durable.close()
    release()
    throw error
  })
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  files.url = url
  functions.start(`${url}/admin`)

  const jobs: Job[] = []
  if (options.timers !== false) {
    for (const fn of functions.names()) {
      for (const trigger of functions.config(fn).triggers ?? []) {
        if (trigger.type !== 'timer') continue
        const run = () =>
          fire(fn, trigger.name).catch(error =>
            log(`timer ${trigger.name} of ${fn}: ${error instanceof Error ? error.message : error}`),
          )
        jobs.push({ cron: cronOf(trigger.config), run })
      }
    }
  }
  const timers = schedule(jobs)

  return {
    url,
    port,
    call: (fn, event, at = {}) => call(fn, event, at.openid, at.now),
    fire: async (fn, trigger, now) => fire(fn, trigger, now),
    upload: async (openid, path, bytes) => files.put(openid, path, bytes, Date.now()),
    documents: async collection => store.all(collection),
    calls: () => calls.all(),
    wechat,
    close: async () => {
      timers.stop()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await functions.close()
      store.transactions.endAll()
      await durable.close()
      release()
    },
  }
}
