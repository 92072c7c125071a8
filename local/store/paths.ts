import { refused } from '../errors'
import { type Doc, isPlain, type Value } from './ejson'

interface Cursor {
  value: Value
  at: number
}

/**
 * The rows of values a document has under some paths, one row per array element as a multikey index has it
 * (MongoDB manual, "Multikey Indexes"): a missing field is null, an empty array undefined.
 * @returns rows, and per path whether an array was on the way
 */
export function rowsOf(doc: Doc, paths: string[][]): { rows: Value[][]; many: boolean[] } {
  const many = paths.map(() => false)
  const rows: Value[][] = []
  expand(
    paths.map(() => ({ value: doc, at: 0 })),
    paths,
    many,
    rows,
  )
  return { rows, many }
}

function expand(cursors: Cursor[], paths: string[][], many: boolean[], rows: Value[][]) {
  const here = cursors.map((cursor, i) => descend(cursor, paths[i]))
  const open = here.findIndex((cursor, i) => Array.isArray(cursor.value) && cursor.at <= paths[i].length)
  if (open < 0) {
    rows.push(here.map(cursor => cursor.value))
    return
  }
  const array = here[open].value as Value[]
  const group = here.map(cursor => cursor.value === array && cursor.at < Number.POSITIVE_INFINITY)
  here.forEach((cursor, i) => {
    if (!group[i] && Array.isArray(cursor.value) && cursor.at <= paths[i].length) {
      throw refused(`cannot index parallel arrays [${paths[open].join('.')}] [${paths[i].join('.')}]`)
    }
    if (group[i]) many[i] = true
  })
  const elements = array.length === 0 ? [undefined] : array
  for (const element of elements) {
    expand(
      here.map((cursor, i) => {
        if (!group[i]) return cursor
        const rest = cursor.at < paths[i].length
        if (!rest) return { value: element, at: Number.POSITIVE_INFINITY }
        if (!isPlain(element))
          return { value: array.length === 0 ? undefined : null, at: Number.POSITIVE_INFINITY }
        return { value: element, at: cursor.at }
      }),
      paths,
      many,
      rows,
    )
  }
}

function descend(cursor: Cursor, path: string[]): Cursor {
  let { value, at } = cursor
  while (at < path.length) {
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(path[at])) return { value, at }
      value = value[Number(path[at])]
    } else {
      value = isPlain(value) && Object.hasOwn(value, path[at]) ? value[path[at]] : null
    }
    at += 1
    if (value === null || value === undefined) return { value: null, at: Number.POSITIVE_INFINITY }
  }
  return { value, at }
}
