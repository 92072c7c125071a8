import { randomUUID } from 'node:crypto'
import { conflict, noTransaction } from '../errors'
import type { Durable, Snapshot } from './durable'
import type { Doc } from './ejson'
import type { Collection } from './indexes'

/** A document before and after; `after` undefined: removed. Documents are named by their key as text. */
export interface Change {
  name: string
  key: Buffer
  collection: Collection
  before?: Doc
  after?: Doc
  text?: string
}

export interface Transaction {
  id: string
  /** The invocation that opened it. */
  owner: string
  snapshot: Snapshot
  /** Number of the last commit its snapshot holds. */
  since: number
  changes: Map<string, Change>
  locks: Set<string>
  ended: Promise<void>
  end: () => void
}

/**
 * Snapshot isolation as CloudBase has it (node-sdk's live tests; cloudbase-wire.md §7): reads see the state at the
 * start and their own writes, the first writer of a document wins and the other learns it at once.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly locks = new Map<string, Transaction>()
  /** Last commit of each name, kept while a transaction is open that may be older. */
  private readonly commits = new Map<string, number>()
  private clock = 0

  constructor(
    private readonly durable: Durable,
    readonly limit: number,
  ) {}

  begin(owner: string): Transaction {
    let settle = () => {}
    const ended = new Promise<void>(resolve => {
      settle = resolve
    })
    const id = randomUUID().replaceAll('-', '')
    const timer = setTimeout(() => this.end(transaction), this.limit)
    timer.unref()
    const transaction: Transaction = {
      id,
      owner,
      snapshot: this.durable.snapshot(),
      since: this.clock,
      changes: new Map(),
      locks: new Set(),
      ended,
      end: () => {
        clearTimeout(timer)
        settle()
      },
    }
    this.open.set(id, transaction)
    return transaction
  }

  get(id: string): Transaction {
    const transaction = this.open.get(id)
    if (!transaction) throw noTransaction(this.limit)
    return transaction
  }

  /** Whether an invocation has a transaction open. */
  openOf(owner: string): boolean {
    for (const each of this.open.values()) if (each.owner === owner) return true
    return false
  }

  /** Forgets a transaction: its locks are free and nothing of it stays. */
  end(transaction: Transaction) {
    if (!this.open.delete(transaction.id)) return
    for (const name of transaction.locks) this.locks.delete(name)
    transaction.snapshot.done()
    transaction.end()
    if (this.open.size === 0) this.commits.clear()
  }

  endAll() {
    for (const each of [...this.open.values()]) this.end(each)
  }

  /** The open transaction that has written one of these names. */
  holder(names: Iterable<string>): Transaction | undefined {
    for (const name of names) {
      const holder = this.locks.get(name)
      if (holder) return holder
    }
    return undefined
  }

  /** Takes names for a transaction, or ends it with a conflict. */
  lock(transaction: Transaction, names: string[]) {
    for (const name of names) {
      const holder = this.locks.get(name)
      if ((holder && holder !== transaction) || this.changedSince(transaction.since, name)) {
        this.end(transaction)
        throw conflict()
      }
    }
    for (const name of names) {
      this.locks.set(name, transaction)
      transaction.locks.add(name)
    }
  }

  /** Tells open transactions what has just been committed. */
  committed(names: Iterable<string>) {
    this.clock += 1
    if (this.open.size === 0) return
    for (const name of names) this.commits.set(name, this.clock)
  }

  changedSince(since: number, name: string): boolean {
    return (this.commits.get(name) ?? 0) > since
  }
}
