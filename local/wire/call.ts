import { refused } from '../errors'
import type { Files } from '../files'
import type { Invocation } from '../functions/invocation'
import type { Documents } from '../store/documents'
import { type Doc, decode, isPlain, type Value } from '../store/ejson'
import type { Transaction } from '../store/transactions'

/** What an action may use. */
export interface Far {
  store: Documents
  files: Files
  invoke: (name: string, event: Value, from: Invocation | undefined) => Promise<Value>
  warn: (text: string) => void
}

/** One request of the SDK. */
export interface Call {
  action: string
  body: Doc
  invocation?: Invocation
  /** Milliseconds: the caller's clock. */
  now: number
}

export type Action = (far: Far, call: Call) => Promise<Doc> | Doc

/** The transaction a request names, if it names one. */
export function transactionOf(far: Far, { body }: Call): Transaction | undefined {
  return body.transactionId ? far.store.transactions.get(String(body.transactionId)) : undefined
}

/** The filter of a request; none asked: all. */
export function filterOf({ body, now }: Call): Doc {
  if (!body.query) return {}
  const filter = typeof body.query === 'string' ? decode(body.query, now) : body.query
  if (!isPlain(filter)) throw refused('query is not an object')
  return filter
}
