import { type Doc, isPlain, type Value } from './ejson'
import type { Collection, Index } from './indexes'
import { AFTER, concat, inverted, isCut, keyOf, sortKeyOf, typeByte, uncertain } from './keys'

export type Sort = [string, 1 | -1][]

/** A stretch of an index (or of the documents, which are ordered by _id), end not included. */
export interface Scan {
  start: Buffer
  end: Buffer
  /** Bytes before the part of the key that orders the results. */
  skip: number
}

/** How a query is answered. */
export interface Plan {
  index: Index | 'id'
  scans: Scan[]
  reverse: boolean
  /** The scans, merged, come in the order asked for. */
  ordered: boolean
  /** Every entry walked is a result: nothing of the filter is left to test. */
  exact: boolean
  /** An index narrows the query, or gives its order when there is no filter. */
  served: boolean
  /** The same document can come more than once. */
  repeats: boolean
  /** Leading keys of the index that are given by value. */
  points: number
}

interface Bound {
  value: Value
  open: boolean
}

/** What one filter says of one field. `group`: conditions that must hold for the same array element. */
interface Term {
  path: string
  group: number
  points?: Value[]
  low?: Bound
  high?: Bound
}

interface Analysis {
  terms: Term[]
  ors: Doc[][]
  /** Something in the filter no key can express. */
  rest: boolean
}

const MOST_SCANS = 2000
/** More scans than this are not merged but sorted afterwards. */
const MOST_MERGED = 300
const ID_KEYS: [string, 1 | -1][] = [['_id', 1]]

export function analyse(filter: Doc): Analysis {
  const out: Analysis = { terms: [], ors: [], rest: false }
  let groups = 0
  const visit = (condition: Doc, prefix: string, group: number) => {
    for (const field of Object.keys(condition)) {
      const value = condition[field]
      if (field === '$and' && Array.isArray(value)) for (const part of value) visit(part, prefix, group)
      else if (field === '$or' && Array.isArray(value) && !prefix) out.ors.push(value)
      else if (field.startsWith('$')) out.rest = true
      else term(prefix + field, value, group)
    }
  }
  const term = (path: string, value: Value, group: number) => {
    if (!isPlain(value) || !Object.keys(value).some(key => key.startsWith('$'))) {
      point(path, [value], group)
      return
    }
    for (const operator of Object.keys(value)) {
      const operand = value[operator]
      if (operator === '$eq') point(path, [operand], group)
      else if (operator === '$in' && Array.isArray(operand)) point(path, operand, group)
      else if (operator === '$all' && Array.isArray(operand)) {
        for (const item of operand) {
          if (isPlain(item) && '$elemMatch' in item) out.rest = true
          else point(path, [item], group)
        }
      } else if (operator === '$gt' || operator === '$gte')
        range(path, operand, operator === '$gt', 'low', group)
      else if (operator === '$lt' || operator === '$lte')
        range(path, operand, operator === '$lt', 'high', group)
      else if (operator === '$elemMatch' && isPlain(operand)) {
        groups += 1
        out.rest = true
        if (Object.keys(operand).some(key => key.startsWith('$') && key !== '$and'))
          term(path, operand, groups)
        else visit(operand, `${path}.`, groups)
      } else out.rest = true
    }
  }
  const point = (path: string, values: Value[], group: number) => {
    const pattern = values.length === 1 && values[0] instanceof RegExp ? literalStart(values[0]) : undefined
    if (pattern) {
      out.terms.push({
        path,
        group,
        low: { value: pattern, open: false },
        high: { value: `${pattern}\u{10ffff}`, open: false },
      })
      out.rest = true
    } else if (values.some(value => Array.isArray(value) || value instanceof RegExp || value === undefined)) {
      out.rest = true
    } else {
      if (values.some(value => value === null || isCut(sortKeyOf(value)))) out.rest = true
      out.terms.push({ path, group, points: values })
    }
  }
  const range = (path: string, value: Value, open: boolean, side: 'low' | 'high', group: number) => {
    if (value === null || value === undefined || Array.isArray(value) || value instanceof RegExp) {
      out.rest = true
      return
    }
    if (isCut(sortKeyOf(value))) out.rest = true
    out.terms.push({ path, group, [side]: { value, open } })
  }
  visit(filter, '', 0)
  return out
}

/** The text every match of an anchored, case-sensitive pattern begins with. */
function literalStart(pattern: RegExp): string | undefined {
  if (pattern.flags.includes('i') || pattern.flags.includes('m') || pattern.source.includes('|'))
    return undefined
  const text = /^\^([^\\^$.*+?()[\]{}|]+)/.exec(pattern.source)?.[1]
  if (!text) return undefined
  const next = pattern.source[text.length + 1]
  const certain = next && '*?{'.includes(next) ? [...text].slice(0, -1).join('') : text
  return certain || undefined
}

/**
 * Chooses how to answer a query.
 * @param weigh counts the entries of a scan, up to some number
 */
export function plan(
  collection: Collection,
  filter: Doc,
  sort: Sort,
  limited: boolean,
  weigh: (index: Index | 'id', scan: Scan) => number,
): Plan[] {
  const analysis = analyse(filter)
  const own = best(collection, analysis, sort, limited, weigh)
  if (analysis.ors.length === 0) return [own]
  const branches = branchesOf(analysis.ors[0])
  if (branches === undefined || branches.length > 30) return [own]
  const others = { ...filter }
  const rest = withoutOr(others, analysis.ors[0])
  const parts = branches.map(branch => analyse({ $and: [branch, rest] }))
  const together = commonPlan(collection, parts, sort, limited, weigh)
  if (together && (!own.served || sort.length > 0)) return [together]
  const plans = parts.map(part => best(collection, part, [], false, weigh))
  if (plans.every(each => each.served) && !own.served)
    return plans.map(each => ({ ...each, ordered: sort.length === 0 }))
  return [own]
}

function branchesOf(or: Doc[]): Doc[] | undefined {
  return or.every(isPlain) ? or : undefined
}

function withoutOr(filter: Doc, or: Doc[]): Doc {
  const out: Doc = {}
  for (const key of Object.keys(filter)) {
    if (key === '$or' && filter[key] === or) continue
    if (key === '$and') out.$and = filter.$and.map((part: Doc) => withoutOr(part, or))
    else out[key] = filter[key]
  }
  return out
}

/** One index that gives every branch of an `$or` in the order asked for, so that they can be merged. */
function commonPlan(
  collection: Collection,
  parts: Analysis[],
  sort: Sort,
  limited: boolean,
  weigh: (index: Index | 'id', scan: Scan) => number,
): Plan | undefined {
  if (sort.length === 0 || !limited) return undefined
  for (const index of indexesOf(collection)) {
    const plans = parts.map(part =>
      candidates(collection, index, part, sort)
        .filter(each => each.served && each.ordered)
        .sort((a, b) => cost(a, limited, weigh) - cost(b, limited, weigh))
        .at(0),
    )
    const [first] = plans
    if (!first || plans.some(each => each === undefined || each.depth !== first.depth)) continue
    return {
      ...first,
      scans: plans.flatMap(each => (each as Candidate).scans),
      exact: false,
      repeats: true,
    }
  }
  return undefined
}

interface Candidate extends Plan {
  depth: number
}

const indexesOf = (collection: Collection): (Index | 'id')[] => ['id', ...collection.indexes]

function best(
  collection: Collection,
  analysis: Analysis,
  sort: Sort,
  limited: boolean,
  weigh: (index: Index | 'id', scan: Scan) => number,
): Plan {
  const all = indexesOf(collection).flatMap(index => candidates(collection, index, analysis, sort))
  const useful = all.filter(each => each.served)
  if (useful.length === 0) return all.find(each => each.ordered) ?? all[0]
  if (useful.length === 1) return useful[0]
  let chosen = useful[0]
  let least = Number.POSITIVE_INFINITY
  for (const each of useful) {
    const price = cost(each, limited, weigh)
    if (price < least || (price === least && each.points > chosen.points)) {
      chosen = each
      least = price
    }
  }
  return chosen
}

function cost(each: Candidate, limited: boolean, weigh: (index: Index | 'id', scan: Scan) => number) {
  let entries = 0
  for (const scan of each.scans) {
    entries += weigh(each.index, scan)
    if (entries > 2000) break
  }
  // An index that gives the order stops at the limit; how early is not known when part of the filter is left over.
  return each.ordered && limited ? (each.exact ? Math.min(entries, 50) : entries * 0.5) : entries
}

/** Ways to use one index: one for each condition that could be its first key (an `$all` gives several). */
function candidates(
  collection: Collection,
  index: Index | 'id',
  analysis: Analysis,
  sort: Sort,
): Candidate[] {
  const keys = index === 'id' ? ID_KEYS : index.keys
  const firsts = analysis.terms.filter(each => each.path === keys[0][0] && each.points).slice(0, 20)
  const tries = firsts.length > 0 ? firsts : [undefined]
  return tries.map(first => candidate(collection, index, keys, analysis, sort, first))
}

function candidate(
  collection: Collection,
  index: Index | 'id',
  keys: [string, 1 | -1][],
  analysis: Analysis,
  sort: Sort,
  first: Term | undefined,
): Candidate {
  const many = (i: number) => index !== 'id' && index.many[i]
  const used = new Set<Term>()
  // Each: the bytes of the index, then of its first keys' values.
  let prefixes: Buffer[][] = [[index === 'id' ? collection.prefix : index.prefix]]
  let at = 0
  let group: number | undefined
  let cut = false
  const usable = (i: number, each: Term) =>
    each.path === keys[i][0] && (!many(i) || group === undefined || (group > 0 && group === each.group))
  const take = (i: number, each: Term) => {
    used.add(each)
    if (many(i)) group = each.group === 0 ? -1 : each.group
  }
  const fixed = new Set<string>()
  for (; at < keys.length; at++) {
    const term = at === 0 ? first : analysis.terms.find(each => each.points && usable(at, each))
    if (!term?.points) break
    const values = distinct(term.points.map(value => keyOf(value, keys[at][1] === -1)))
    if (prefixes.length * values.length > MOST_SCANS) break
    take(at, term)
    if (values.some(isCut)) cut = true
    if (values.length === 1 && !many(at)) fixed.add(keys[at][0])
    prefixes = prefixes.flatMap(prefix => values.map(value => [...prefix, value]))
  }
  const points = at
  let ends = prefixes.map(prefix => around(concat(...prefix)))
  if (at < keys.length) {
    const low = analysis.terms.find(each => each.low && usable(at, each))
    const high =
      low?.high && low.low
        ? low
        : analysis.terms.find(
            each =>
              each.high &&
              usable(at, each) &&
              (!low || !many(at) || (each.group > 0 && each.group === low.group)) &&
              (!low?.low || typeByte(low.low.value) === typeByte(each.high.value)),
          )
    if (low) take(at, low)
    if (high) take(at, high)
    if (low || high)
      ends = prefixes.map(prefix => ranged(concat(...prefix), low?.low, high?.high, keys[at][1] === -1))
  }
  const mergeable = sort.length === 0 || prefixes.length <= MOST_MERGED
  const order = mergeable ? orderOf(keys, many, points, sort, fixed) : undefined
  const whole = used.size === analysis.terms.length && !analysis.rest && analysis.ors.length === 0 && !cut
  const unfiltered = analysis.terms.length === 0 && !analysis.rest && analysis.ors.length === 0
  const depth = order?.from ?? points
  return {
    index,
    scans: ends.map((each, i) => ({ ...each, skip: bytesOf(prefixes[i].slice(0, depth + 1)) })),
    reverse: order?.reverse ?? false,
    ordered: order !== undefined,
    exact: whole,
    served: used.size > 0 || (order !== undefined && sort.length > 0 && unfiltered),
    repeats: keys.some((_, i) => many(i)),
    depth,
    points,
  }
}

function distinct(keys: Buffer[]): Buffer[] {
  const sorted = [...keys].sort(Buffer.compare)
  return sorted.filter((key, i) => i === 0 || !key.equals(sorted[i - 1]))
}

const bytesOf = (parts: Buffer[]) => parts.reduce((sum, part) => sum + part.length, 0)

const around = (prefix: Buffer) => ({ start: prefix, end: concat(prefix, AFTER) })

function ranged(prefix: Buffer, low: Bound | undefined, high: Bound | undefined, descending: boolean) {
  const type = typeByte(((low ?? high) as Bound).value)
  const least = low ? keyOf(low.value) : Buffer.from([type])
  const most = high ? keyOf(high.value) : Buffer.from([type + 1])
  // A cut key says nothing of what follows the cut, so the range takes all that begin alike.
  const from = isCut(least)
    ? { key: uncertain(least), open: false }
    : { key: least, open: low?.open ?? false }
  const to = isCut(most) ? { key: uncertain(most), open: false } : { key: most, open: high?.open ?? true }
  if (!descending) {
    return {
      start: concat(prefix, from.key, ...(from.open ? [AFTER] : [])),
      end: concat(prefix, to.key, ...(to.open ? [] : [AFTER])),
    }
  }
  return {
    start: high
      ? concat(prefix, inverted(to.key), ...(to.open ? [AFTER] : []))
      : concat(prefix, Buffer.from([255 - type])),
    end: low
      ? concat(prefix, inverted(from.key), ...(from.open ? [] : [AFTER]))
      : concat(prefix, Buffer.from([256 - type])),
  }
}

function orderOf(
  keys: [string, 1 | -1][],
  many: (i: number) => boolean,
  points: number,
  sort: Sort,
  fixed: Set<string>,
): { from: number; reverse: boolean } | undefined {
  if (sort.length === 0) return { from: points, reverse: false }
  const free = sort.filter(([path]) => !fixed.has(path))
  if (free.length === 0) return { from: points, reverse: false }
  for (const wanted of [sort, free]) {
    for (let from = 0; from <= points; from++) {
      const factor = wanted[0][1] * (keys[from]?.[1] ?? 0)
      const fits = wanted.every(
        ([path, direction], k) =>
          keys[from + k]?.[0] === path && !many(from + k) && direction * keys[from + k][1] === factor,
      )
      if (fits) return { from, reverse: factor === -1 }
    }
  }
  return undefined
}
