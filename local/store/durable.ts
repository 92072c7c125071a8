import { mkdirSync } from 'node:fs'
import { type Database, open, type RootDatabase, type Transaction } from 'lmdb'

export type Snapshot = Transaction

/** Where in the two ordered maps to read: the newest state, or the state when a snapshot was taken. */
export interface At {
  snapshot?: Snapshot
}

/** The files on disk: documents and index entries as ordered maps of bytes, and small facts about them. */
export class Durable {
  private readonly env: RootDatabase
  readonly documents: Database<string, Buffer>
  readonly entries: Database<Buffer, Buffer>
  readonly facts: Database<unknown, string>

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    // Without overlappingSync a commit returns only after fdatasync, so what is acknowledged is on disk (0.2 ms on ssd).
    this.env = open({ path: folder, noSubdir: false, maxDbs: 4, overlappingSync: false, maxReaders: 1024 })
    this.documents = this.env.openDB({ name: 'documents', keyEncoding: 'binary', encoding: 'string' })
    this.entries = this.env.openDB({ name: 'entries', keyEncoding: 'binary', encoding: 'binary' })
    this.facts = this.env.openDB({ name: 'facts', encoding: 'json' })
  }

  /** All or nothing, on disk when it returns. */
  write<T>(work: () => T): T {
    return this.env.transactionSync(work)
  }

  snapshot(): Snapshot {
    // biome-ignore lint/correctness/useHookAtTopLevel: lmdb's name, no React hook
    return this.env.useReadTransaction()
  }

  /** A small number that stands for a name in keys, the same for ever. */
  numberOf(name: string): number {
    const known = this.facts.get(`number:${name}`) as number | undefined
    if (known !== undefined) return known
    const next = ((this.facts.get('numbers') as number | undefined) ?? 0) + 1
    this.write(() => {
      this.facts.put('numbers', next)
      this.facts.put(`number:${name}`, next)
    })
    return next
  }

  close(): Promise<void> {
    return this.env.close()
  }
}
