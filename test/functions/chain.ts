import { canonical, textHash } from '../../domain/digest'

/** A record as the store holds it. */
export type Kept = Record<string, unknown> & { _id: string; head: { entry: string; hash: string } }
/** A line of the journal as the store holds it. */
export type Entry = Record<string, unknown> & {
  _id: string
  record: string
  after: string
  previous: string | null
  others?: { record: string; after: string; previous: string | null }[]
  hash: string
}

/** What a record's chain of entries says of it: nothing where every hash holds, else where it breaks. */
export function broken(record: Kept, entries: readonly Entry[]): string | undefined {
  const { head, ...content } = record
  let hash: string | null = head.hash
  for (let step = 0; hash !== null; step++) {
    const entry = entries.find(one => one.hash === hash)
    if (!entry) return `no entry ${hash}`
    const { hash: _hash, ...said } = entry
    if (textHash(canonical(said)) !== hash) return `entry ${entry._id} was changed`
    const line = [entry, ...(entry.others ?? [])].find(one => one.record.endsWith(`/${record._id}`))
    if (!line) return `entry ${entry._id} is about another record`
    if (step === 0 && line.after !== textHash(canonical(content))) return `record ${record._id} was changed`
    hash = line.previous
  }
  return undefined
}
