import type { Durable } from './durable'
import { type Doc, decode } from './ejson'
import { AFTER, concat, keyOf, nameOf, prefixOf } from './keys'
import { rowsOf } from './paths'

/** As collections.json writes it. */
export interface IndexDefinition {
  name: string
  keys: [string, 1 | -1][]
  unique?: boolean
}

export interface Index {
  name: string
  keys: [string, 1 | -1][]
  paths: string[][]
  unique: boolean
  prefix: Buffer
  /** Per key: whether any document ever had an array there (MongoDB's multikey flag; it never goes back). */
  many: boolean[]
}

export interface Collection {
  name: string
  prefix: Buffer
  indexes: Index[]
}

/** One entry of an index: its key without the document's id. */
export type Entry = { index: Index; key: Buffer }

/** Opens a collection; an index whose definition changed since last time is built again. */
export function openCollection(store: Durable, name: string, definitions: IndexDefinition[]): Collection {
  const collection: Collection = { name, prefix: prefixOf(store.numberOf(name)), indexes: [] }
  for (const definition of definitions) collection.indexes.push(openIndex(store, collection, definition))
  return collection
}

function openIndex(store: Durable, collection: Collection, definition: IndexDefinition): Index {
  const full = `${collection.name}/${definition.name}`
  const shape = JSON.stringify([definition.keys, definition.unique === true])
  const index: Index = {
    name: definition.name,
    keys: definition.keys,
    paths: definition.keys.map(([path]) => path.split('.')),
    unique: definition.unique === true,
    prefix: prefixOf(store.numberOf(full)),
    many: definition.keys.map(() => false),
  }
  const known = store.facts.get(`index:${full}`) as { shape: string; many: boolean[] } | undefined
  if (known?.shape === shape) index.many = known.many
  else build(store, collection, index, full, shape)
  return index
}

function build(store: Durable, collection: Collection, index: Index, full: string, shape: string) {
  store.write(() => {
    for (const key of [...store.entries.getKeys(within(index.prefix))]) store.entries.remove(key)
    const seen = new Map<string, string>()
    for (const { key, value } of store.documents.getRange(within(collection.prefix))) {
      const id = key.subarray(2)
      for (const entry of entriesOf([index], decode(value))) {
        const name = nameOf(entry.key)
        const other = seen.get(name)
        if (index.unique && other !== undefined && other !== nameOf(id)) {
          throw new Error(`unique index ${full} cannot be built: two documents share a key`)
        }
        seen.set(name, nameOf(id))
        store.entries.put(concat(entry.key, id), Buffer.from(id))
      }
    }
    store.facts.put(`index:${full}`, { shape, many: index.many })
  })
}

/** Remembers on disk that an index has met an array. Called inside a write. */
export function rememberMany(store: Durable, collection: Collection, index: Index) {
  const full = `${collection.name}/${index.name}`
  const known = store.facts.get(`index:${full}`) as { shape: string; many: boolean[] }
  if (known.many.every((is, i) => is === index.many[i])) return
  store.facts.put(`index:${full}`, { ...known, many: index.many })
}

/** The entries a document has in some indexes. Marks indexes that meet an array; see rememberMany. */
export function entriesOf(indexes: Index[], doc: Doc): Entry[] {
  const entries: Entry[] = []
  for (const index of indexes) {
    const { rows, many } = rowsOf(doc, index.paths)
    many.forEach((is, i) => {
      if (is && !index.many[i]) index.many[i] = true
    })
    const seen = new Set<string>()
    for (const row of rows) {
      const key = concat(index.prefix, ...row.map((value, i) => keyOf(value, index.keys[i][1] === -1)))
      const name = nameOf(key)
      if (rows.length > 1 && seen.has(name)) continue
      seen.add(name)
      entries.push({ index, key })
    }
  }
  return entries
}

/** The range of all keys that begin with some bytes. */
export const within = (prefix: Buffer) => ({ start: prefix, end: concat(prefix, AFTER) })
