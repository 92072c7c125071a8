import { refused } from '../errors'
import type { Cache } from './cache'
import type { Durable } from './durable'
import { type Doc, decode } from './ejson'
import type { Collection, Index } from './indexes'
import { concat, nameOf } from './keys'
import { matcher } from './match'
import { type Plan, plan, type Scan, type Sort } from './plan'
import { sorted } from './sort'
import type { Transaction, Transactions } from './transactions'

/** A document found: its key in the store. */
export interface Row {
  key: Buffer
  name: string
}

export interface Window {
  sort: Sort
  skip: number
  /** undefined: all */
  limit?: number
}

/** Reads: by key, or by a filter through an index. With a transaction: its snapshot and its own writes. */
export class Reader {
  constructor(
    private readonly durable: Durable,
    private readonly transactions: Transactions,
    private readonly cache: Cache,
    private readonly options: { strict: boolean; warn: (text: string) => void },
  ) {}

  /** A document as stored (canonical EJSON). */
  text(key: Buffer, name: string, transaction?: Transaction): string | undefined {
    const change = transaction?.changes.get(name)
    if (change) return change.text
    return this.durable.documents.get(key, transaction && { transaction: transaction.snapshot })
  }

  /** A document parsed; shared, so not to be changed. */
  doc(key: Buffer, name: string, transaction?: Transaction): Doc | undefined {
    const change = transaction?.changes.get(name)
    if (change) return change.after
    const old = transaction !== undefined && this.transactions.changedSince(transaction.since, name)
    const known = old ? undefined : this.cache.get(name)
    if (known) return known
    const text = this.text(key, name, transaction)
    if (text === undefined) return undefined
    return old ? decode(text) : this.cache.put(name, text)
  }

  /** Documents that match, in the order asked for (else of the index walked, or of _id). */
  find(collection: Collection, filter: Doc, window: Window, transaction?: Transaction): Row[] {
    const matches = matcher(filter)
    const { skip, limit, sort } = window
    const plans = this.plans(collection, filter, sort, limit !== undefined, transaction)
    const ordered = plans.every(each => each.ordered) && (plans.length === 1 || sort.length === 0)
    const own = this.ownOf(collection, transaction)
    const wanted = limit === undefined ? Number.POSITIVE_INFINITY : skip + limit
    const rows: Row[] = []
    const seen = plans.length > 1 || plans[0].repeats ? new Set<string>() : undefined
    const exact = plans.length === 1 && plans[0].exact
    outer: for (const each of plans) {
      for (const key of this.walk(collection, each, sort.length > 0, transaction)) {
        if (ordered && rows.length >= wanted) break outer
        const name = nameOf(key)
        if (seen?.has(name)) continue
        seen?.add(name)
        if (own.has(name)) continue
        if (!exact && !matches(this.doc(key, name, transaction) as Doc)) continue
        rows.push({ key, name })
      }
    }
    const mine = [...own.values()].filter(change => change.after && matches(change.after))
    if (ordered && mine.length === 0) return rows.slice(skip, wanted)
    for (const { key, name } of mine) rows.push({ key, name })
    if (mine.length > 0 && sort.length === 0) rows.sort((a, b) => Buffer.compare(a.key, b.key))
    return this.inOrder(rows, sort, transaction).slice(skip, wanted)
  }

  count(collection: Collection, filter: Doc): number {
    const matches = matcher(filter)
    const plans = this.plans(collection, filter, [], false)
    const [only] = plans
    if (plans.length === 1 && only.exact && (!only.repeats || only.scans.length === 1)) {
      const single = !only.repeats || only.points >= (only.index === 'id' ? 1 : only.index.keys.length)
      if (single) return only.scans.reduce((sum, scan) => sum + this.weigh(only.index, scan), 0)
    }
    const seen = new Set<string>()
    let total = 0
    for (const each of plans) {
      for (const key of this.walk(collection, each, false)) {
        const name = nameOf(key)
        if (seen.has(name)) continue
        seen.add(name)
        if (matches(this.doc(key, name) as Doc)) total += 1
      }
    }
    return total
  }

  private inOrder(rows: Row[], sort: Sort, transaction?: Transaction): Row[] {
    if (sort.length === 0) return rows
    const byDoc = new Map(rows.map(row => [this.doc(row.key, row.name, transaction) as Doc, row]))
    return sorted([...byDoc.keys()], sort).map(doc => byDoc.get(doc) as Row)
  }

  private ownOf(collection: Collection, transaction?: Transaction) {
    const own = new Map<string, { key: Buffer; name: string; after?: Doc }>()
    for (const change of transaction?.changes.values() ?? []) {
      if (change.collection === collection) own.set(change.name, change)
    }
    return own
  }

  private plans(
    collection: Collection,
    filter: Doc,
    sort: Sort,
    limited: boolean,
    transaction?: Transaction,
  ): Plan[] {
    const plans = plan(collection, filter, sort, limited, (index, scan) =>
      this.weigh(index, scan, 1000, transaction),
    )
    if (plans.some(each => !each.served)) this.unserved(collection, filter, sort)
    return plans
  }

  private unserved(collection: Collection, filter: Doc, sort: Sort) {
    const text = `no index serves the query on ${collection.name}: filter ${shapeOf(filter)} sort ${JSON.stringify(sort)}`
    if (this.options.strict) throw refused(`[local] ${text}`)
    this.options.warn(text)
  }

  private weigh(index: Index | 'id', scan: Scan, limit?: number, transaction?: Transaction): number {
    if (Buffer.compare(scan.start, scan.end) >= 0) return 0
    const map = index === 'id' ? this.durable.documents : this.durable.entries
    return map.getKeysCount({ start: scan.start, end: scan.end, limit, transaction: transaction?.snapshot })
  }

  private *walk(
    collection: Collection,
    each: Plan,
    merged: boolean,
    transaction?: Transaction,
  ): Generator<Buffer> {
    const scans = each.scans.filter(scan => Buffer.compare(scan.start, scan.end) < 0)
    if (merged && each.ordered && scans.length > 1) {
      for (const { key } of this.merge(collection, each, scans, transaction)) yield key
      return
    }
    for (const scan of each.reverse ? [...scans].reverse() : scans) {
      for (const { key } of this.scan(collection, each, scan, transaction)) yield key
    }
  }

  /** Several ordered scans as one, by what follows the part of the key that tells them apart. */
  private *merge(collection: Collection, each: Plan, scans: Scan[], transaction?: Transaction) {
    const heads = scans.map(scan => {
      const walk = this.scan(collection, each, scan, transaction)
      return { walk, scan, now: walk.next() }
    })
    try {
      for (;;) {
        let first: (typeof heads)[number] | undefined
        for (const head of heads) {
          if (head.now.done) continue
          if (!first || this.before(head, first, each.reverse)) first = head
        }
        if (!first) return
        yield first.now.value as { key: Buffer; entry: Buffer }
        first.now = first.walk.next()
      }
    } finally {
      for (const head of heads) head.walk.return(undefined)
    }
  }

  private before(
    a: { scan: Scan; now: IteratorResult<{ entry: Buffer }> },
    b: { scan: Scan; now: IteratorResult<{ entry: Buffer }> },
    reverse: boolean,
  ) {
    const order = Buffer.compare(
      a.now.value.entry.subarray(a.scan.skip),
      b.now.value.entry.subarray(b.scan.skip),
    )
    return reverse ? order > 0 : order < 0
  }

  private *scan(
    collection: Collection,
    each: Plan,
    scan: Scan,
    transaction?: Transaction,
  ): Generator<{ key: Buffer; entry: Buffer }, undefined> {
    const range = {
      start: each.reverse ? scan.end : scan.start,
      end: each.reverse ? scan.start : scan.end,
      reverse: each.reverse,
      transaction: transaction?.snapshot,
    }
    if (each.index === 'id') {
      for (const key of this.durable.documents.getKeys(range)) yield { key, entry: key }
    } else {
      for (const { key, value } of this.durable.entries.getRange(range)) {
        yield { key: concat(collection.prefix, value), entry: key }
      }
    }
    return undefined
  }
}

/** The fields and operators of a filter without its values: what an index is about. */
export function shapeOf(filter: Doc): string {
  return JSON.stringify(filter, (key, value) =>
    typeof value === 'object' && value !== null && (Array.isArray(value) ? key.startsWith('$') : true)
      ? value
      : '?',
  )
}
