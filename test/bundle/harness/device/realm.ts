import vm from 'node:vm'
import type { Clock } from './clock'
import type { Loose, LooseFunction } from './loose'

/** The JavaScript world of the mini-program, apart from the test's. */
export interface Realm {
  context: vm.Context
  Promise: PromiseConstructor
  /** Reasons of the promises that were rejected since the last time and that nobody listens to. */
  takeUnhandled(): unknown[]
  /** A copy as it crosses WeChat's bridge: JSON, made of the realm's own objects. */
  wire<T>(value: T): T
  /** A copy that may also hold bytes (they become the realm's ArrayBuffer) and functions (they pass as they are). */
  give(value: unknown): Loose
  /** An Error of the realm with further fields. */
  error(message: string, fields: object): Error
}

// A vm context starts with ECMAScript alone: no window, document, fetch, URL, AbortController, TextEncoder, Blob, crypto.
// Of ECMAScript itself WeChat's engine lacks these; Intl is missing on Android
// (https://github.com/skyfish-qc/pixi-miniprogram/issues/34), WebAssembly is WXWebAssembly there.
const missing = ['Intl', 'WebAssembly']

const VIRTUAL_DATE = `(now => {
  const Real = Date
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, self) => args.length ? Reflect.construct(target, args, self) : Reflect.construct(target, [now()], self),
    apply: () => new Real(now()).toString(),
    get: (target, key) => key === 'now' ? now : target[key],
  })
  Real.prototype.constructor = globalThis.Date
})`

// An unhandled rejection must fail the test that caused it, at settle(). Node would tell it to the whole process.
const WATCHED_PROMISE = `(rejected => {
  const Native = Promise
  const handled = new WeakSet()
  let quiet = false
  globalThis.Promise = class Promise extends Native {
    constructor(run) {
      super(run)
      if (quiet) return
      quiet = true
      super.then(undefined, reason => rejected(reason, () => handled.has(this)))
      quiet = false
    }
    then(...callbacks) {
      handled.add(this)
      return super.then(...callbacks)
    }
  }
})`

/**
 * @param clock gives the realm its timers and its Date
 * @param guard runs a piece of the mini-program and keeps what it throws
 * @param log where console.* of the mini-program goes
 */
export function createRealm(
  clock: Clock,
  guard: (work: () => void) => void,
  log: (level: string, words: unknown[]) => void,
): Realm {
  const guarded =
    (run: LooseFunction) =>
    (...args: unknown[]) =>
      guard(() => run(...args))
  const level = (name: string) => [name, (...words: unknown[]) => log(name, words)]
  const context = vm.createContext(
    {
      console: Object.fromEntries(['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd'].map(level)),
      setTimeout: (run: LooseFunction, ms?: number, ...args: unknown[]) =>
        clock.timeout(guarded(run), ms, ...args),
      setInterval: (run: LooseFunction, ms?: number, ...args: unknown[]) =>
        clock.interval(guarded(run), ms, ...args),
      clearTimeout: (id: number) => clock.clear(id),
      clearInterval: (id: number) => clock.clear(id),
    },
    { codeGeneration: { strings: false, wasm: false } }, // WeChat forbids eval and new Function
  )
  const run = (code: string) => vm.runInContext(code, context)
  for (const name of missing) run(`delete globalThis.${name}`)
  run(VIRTUAL_DATE)(() => clock.now())
  const rejections: { reason: unknown; isHandled: () => boolean }[] = []
  run(WATCHED_PROMISE)((reason: unknown, isHandled: () => boolean) => rejections.push({ reason, isHandled }))
  const parse = run('text => JSON.parse(text)') as (text: string) => Loose
  const make = run(
    '({ list: () => [], record: () => ({}), bytes: n => new ArrayBuffer(n), error: m => new Error(m) })',
  )

  function give(value: unknown): Loose {
    if (value === null || typeof value !== 'object') return value
    if (value instanceof Uint8Array) {
      const buffer = make.bytes(value.byteLength)
      new Uint8Array(buffer).set(value)
      return buffer
    }
    if (Array.isArray(value)) {
      const list = make.list()
      for (const item of value) list.push(give(item))
      return list
    }
    // an EventChannel and the like pass as they are
    if (value.constructor && value.constructor.name !== 'Object') return value
    const record = make.record()
    for (const [key, item] of Object.entries(value)) record[key] = give(item)
    return record
  }

  return {
    context,
    Promise: run('Promise'),
    takeUnhandled: () =>
      rejections
        .splice(0)
        .filter(({ isHandled }) => !isHandled())
        .map(({ reason }) => reason),
    wire: value => (value === undefined ? value : parse(JSON.stringify(value))),
    give,
    error: (message, fields) => Object.assign(make.error(message), fields),
  }
}
