import type { Doc, Value } from './ejson'
import { inverted, sortKeyOf } from './keys'
import { rowsOf } from './paths'
import type { Sort } from './plan'

/** Sorts as the indexes do: an array counts by its least element upwards, by its greatest downwards. Ties stay. */
export function sorted(docs: Doc[], sort: Sort): Doc[] {
  const paths = sort.map(([path]) => path.split('.'))
  const keyed = docs.map((doc, i) => ({ doc, i, key: orderKey(doc, sort, paths) }))
  keyed.sort((a, b) => Buffer.compare(a.key, b.key) || a.i - b.i)
  return keyed.map(each => each.doc)
}

function orderKey(doc: Doc, sort: Sort, paths: string[][]): Buffer {
  const parts = paths.map((path, i) => {
    const descending = sort[i][1] === -1
    const keys = rowsOf(doc, [path]).rows.map(([value]: Value[]) => sortKeyOf(value))
    const signed = descending ? keys.map(inverted) : keys
    return signed.reduce((least, key) => (Buffer.compare(key, least) < 0 ? key : least))
  })
  return Buffer.concat(parts)
}
