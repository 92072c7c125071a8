import { randomBytes } from 'node:crypto'
import { CloudError, duplicate, refused } from '../errors'
import { Cache } from './cache'
import type { Durable } from './durable'
import { type Doc, decode, encode, isPlain, type Value } from './ejson'
import { type Collection, type IndexDefinition, openCollection, within } from './indexes'
import { concat, keyOf, nameOf } from './keys'
import { Reader, type Row } from './reader'
import { type Change, type Transaction, Transactions } from './transactions'
import { updated } from './update'
import { Writer } from './writer'

const LARGEST = 16 * 1024 * 1024

export interface StoreOptions {
  /** A query no index serves fails, instead of being named in the console. */
  strict: boolean
  /** Milliseconds a transaction may stay open, and an ordinary write waits for one. */
  transactionLimit: number
  warn: (text: string) => void
}

/** Collections as CloudBase keeps them, over lmdb. Every method does its work in one turn of the event loop. */
export class Documents {
  readonly transactions: Transactions
  readonly reader: Reader
  private readonly writer: Writer
  private readonly collections = new Map<string, Collection>()

  constructor(
    private readonly durable: Durable,
    definitions: Record<string, { indexes?: IndexDefinition[] }>,
    private readonly options: StoreOptions,
  ) {
    this.transactions = new Transactions(durable, options.transactionLimit)
    const cache = new Cache()
    this.reader = new Reader(durable, this.transactions, cache, options)
    this.writer = new Writer(durable, this.transactions, cache)
    for (const name of Object.keys(definitions)) {
      this.collections.set(name, openCollection(durable, name, definitions[name].indexes ?? []))
    }
    for (const name of (durable.facts.get('collections') as string[] | undefined) ?? []) {
      if (!this.collections.has(name)) this.collections.set(name, openCollection(durable, name, []))
    }
  }

  /** @throws DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) {
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
      )
    }
    return collection
  }

  create(name: string) {
    if (this.collections.has(name)) {
      throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceExist] Table exist: ${name}`)
    }
    this.collections.set(name, openCollection(this.durable, name, []))
    const made = (this.durable.facts.get('collections') as string[] | undefined) ?? []
    this.durable.write(() => this.durable.facts.put('collections', [...made, name]))
  }

  /** Adds documents, all or none. @returns their ids, made here (32 hex characters) where missing */
  async insert(collection: Collection, docs: Doc[], transaction?: Transaction): Promise<Value[]> {
    const ready = docs.map(doc => {
      checkFields(doc)
      return '_id' in doc && doc._id !== undefined ? doc : { _id: randomBytes(16).toString('hex'), ...doc }
    })
    return this.perform(transaction, () => {
      const names = new Set<string>()
      const changes = ready.map(doc => {
        const change = this.change(collection, doc._id, undefined, doc)
        if (names.has(change.name)) throw this.refuseTwice(transaction, collection, doc._id)
        names.add(change.name)
        if (transaction) this.transactions.lock(transaction, [change.name])
        if (this.reader.text(change.key, change.name, transaction) !== undefined) {
          throw this.refuseTwice(transaction, collection, doc._id)
        }
        return change
      })
      return { changes, result: ready.map(doc => doc._id) }
    })
  }

  private refuseTwice(transaction: Transaction | undefined, collection: Collection, id: Value) {
    // As in MongoDB, a refused write inside a transaction is the end of the transaction.
    if (transaction) this.transactions.end(transaction)
    return duplicate(collection.name, '_id_', { _id: id })
  }

  /** @returns how many documents have changed (one that already was as asked does not count) */
  async update(
    collection: Collection,
    filter: Doc,
    modifier: Doc,
    multi: boolean,
    transaction?: Transaction,
  ): Promise<number> {
    return this.perform(transaction, () => {
      const changes: Change[] = []
      for (const { row, doc } of this.targets(collection, filter, multi, transaction)) {
        const after = updated(doc, modifier, filter)
        if (after !== doc) changes.push(this.change(collection, doc._id, doc, after, row))
      }
      return { changes, result: changes.length }
    })
  }

  /** Puts a document in place of the one with this id, or adds it. */
  async set(
    collection: Collection,
    id: Value,
    content: Doc,
    transaction?: Transaction,
  ): Promise<{ updated: number; added: boolean }> {
    checkFields(content)
    return this.perform(transaction, () => {
      const after = { _id: id, ...content }
      const change = this.change(collection, id, undefined, after)
      change.before = this.reader.doc(change.key, change.name, transaction)
      return { changes: [change], result: { updated: change.before ? 1 : 0, added: !change.before } }
    })
  }

  async remove(
    collection: Collection,
    filter: Doc,
    multi: boolean,
    transaction?: Transaction,
  ): Promise<number> {
    return this.perform(transaction, () => {
      const changes = this.targets(collection, filter, multi, transaction).map(({ row, doc }) =>
        this.change(collection, doc._id, doc, undefined, row),
      )
      return { changes, result: changes.length }
    })
  }

  commit(transaction: Transaction) {
    this.writer.commit(transaction)
  }

  /** Every document of a collection, in order of _id, past all limits. */
  all(name: string): Doc[] {
    const collection = this.collection(name)
    return [...this.durable.documents.getRange(within(collection.prefix))].map(({ value }) => decode(value))
  }

  private targets(collection: Collection, filter: Doc, multi: boolean, transaction?: Transaction) {
    const rows = this.reader.find(
      collection,
      filter,
      { sort: [], skip: 0, limit: multi ? undefined : 1 },
      transaction,
    )
    return rows.map(row => ({ row, doc: this.reader.doc(row.key, row.name, transaction) as Doc }))
  }

  private change(
    collection: Collection,
    id: Value,
    before: Doc | undefined,
    after: Doc | undefined,
    row?: Row,
  ): Change {
    if (id === null || Array.isArray(id) || id instanceof RegExp)
      throw refused(`_id cannot be ${JSON.stringify(id)}`)
    const key = row?.key ?? concat(collection.prefix, keyOf(id))
    const text = after && encode(after)
    if (text && text.length > LARGEST / 4 && Buffer.byteLength(text) > LARGEST) {
      throw refused(`[FailedOperation] document is larger than ${LARGEST} bytes`)
    }
    return { name: row?.name ?? nameOf(key), key, collection, before, after, text }
  }

  private async perform<T>(
    transaction: Transaction | undefined,
    compute: () => { changes: Change[]; result: T },
  ): Promise<T> {
    const deadline = Date.now() + this.options.transactionLimit
    for (;;) {
      const { changes, result } = compute()
      if (transaction) {
        this.writer.stage(transaction, changes)
        return result
      }
      const holder = this.transactions.holder(this.writer.namesOf(changes))
      if (!holder) {
        if (changes.length > 0) this.writer.apply(changes)
        return result
      }
      const left = deadline - Date.now()
      if (left <= 0) throw refused('[ResourceUnavailable] the document is held by a transaction for too long')
      await waitFor(holder.ended, left)
    }
  }
}

function waitFor(ended: Promise<void>, milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds)
    ended.then(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** MongoDB's rule for names of fields: no leading `$`, no dot. */
function checkFields(value: Value) {
  if (Array.isArray(value)) value.forEach(checkFields)
  else if (isPlain(value)) {
    for (const key of Object.keys(value)) {
      if (key.startsWith('$') || key.includes('.'))
        throw refused(`the field name '${key}' is not valid for storage`)
      checkFields(value[key])
    }
  }
}
