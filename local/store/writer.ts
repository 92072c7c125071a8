import { CloudError, conflict, duplicate } from '../errors'
import type { Cache } from './cache'
import type { Durable } from './durable'
import { type Collection, type Entry, entriesOf, rememberMany, within } from './indexes'
import { concat, nameOf } from './keys'
import type { Change, Transaction, Transactions } from './transactions'

const NONE: Entry[] = []

/** Puts changes on disk with their index entries, or keeps them for a transaction. */
export class Writer {
  constructor(
    private readonly durable: Durable,
    private readonly transactions: Transactions,
    private readonly cache: Cache,
  ) {}

  /** What a change claims for itself alone: its document, and its keys in unique indexes. */
  namesOf(changes: Change[]): string[] {
    return changes.flatMap(change => [change.name, ...this.uniqueOf(change).map(entry => nameOf(entry.key))])
  }

  private uniqueOf(change: Change): Entry[] {
    const indexes = change.collection.indexes.filter(index => index.unique)
    return indexes.length > 0 && change.after ? entriesOf(indexes, change.after) : NONE
  }

  /** All changes on disk, or none. */
  apply(changes: Change[]) {
    const touched = new Set<Collection>()
    this.durable.write(() => {
      const added = changes.map(change => {
        touched.add(change.collection)
        return this.replaceEntries(change)
      })
      changes.forEach((change, i) => {
        for (const entry of added[i]) this.add(change, entry)
        if (change.text === undefined) this.durable.documents.remove(change.key)
        else this.durable.documents.put(change.key, change.text)
      })
      for (const collection of touched) {
        for (const index of collection.indexes)
          if (index.many.some(Boolean)) rememberMany(this.durable, collection, index)
      }
    })
    for (const change of changes) this.cache.drop(change.name)
    this.transactions.committed(this.namesOf(changes))
  }

  /** Takes out the entries a change ends. @returns those it begins */
  private replaceEntries(change: Change): Entry[] {
    const { indexes } = change.collection
    const id = change.key.subarray(2)
    const before = change.before ? entriesOf(indexes, change.before) : NONE
    const after = change.after ? entriesOf(indexes, change.after) : NONE
    const kept = new Set(after.map(entry => nameOf(entry.key)))
    const had = new Set(before.map(entry => nameOf(entry.key)))
    for (const entry of before) {
      if (!kept.has(nameOf(entry.key))) this.durable.entries.remove(concat(entry.key, id))
    }
    return after.filter(entry => !had.has(nameOf(entry.key)))
  }

  private add(change: Change, entry: Entry) {
    const id = change.key.subarray(2)
    if (entry.index.unique && this.taken(entry)) throw this.refusal(change, entry)
    this.durable.entries.put(concat(entry.key, id), id)
  }

  private taken(entry: Entry): Buffer | undefined {
    for (const { value } of this.durable.entries.getRange({ ...within(entry.key), limit: 1 })) return value
    return undefined
  }

  private refusal(change: Change, entry: Entry) {
    const values = entry.index.keys.map(([path]) => path).join(', ')
    return duplicate(change.collection.name, entry.index.name, { fields: values, _id: change.after?._id })
  }

  /** Keeps changes for a transaction. A conflict or a duplicate ends the transaction, as in MongoDB. */
  stage(transaction: Transaction, changes: Change[]) {
    for (const change of changes) {
      const unique = this.uniqueOf(change)
      this.transactions.lock(transaction, [change.name, ...unique.map(entry => nameOf(entry.key))])
      for (const entry of unique) {
        if (this.takenFor(transaction, change, entry)) {
          this.transactions.end(transaction)
          throw this.refusal(change, entry)
        }
      }
      const earlier = transaction.changes.get(change.name)
      transaction.changes.set(change.name, earlier ? { ...change, before: earlier.before } : change)
    }
  }

  private takenFor(transaction: Transaction, change: Change, entry: Entry): boolean {
    const name = nameOf(entry.key)
    for (const other of transaction.changes.values()) {
      if (other.name !== change.name && this.uniqueOf(other).some(each => nameOf(each.key) === name))
        return true
    }
    const id = this.taken(entry)
    if (!id) return false
    const holder = nameOf(concat(change.collection.prefix, id))
    return holder !== change.name && !transaction.changes.has(holder)
  }

  /** One atomic write of all a transaction has changed; the transaction is over. */
  commit(transaction: Transaction) {
    const changes = [...transaction.changes.values()].filter(change => change.before || change.after)
    try {
      if (changes.length > 0) this.apply(changes)
    } catch (error) {
      throw error instanceof CloudError ? conflict() : error
    } finally {
      this.transactions.end(transaction)
    }
  }
}
