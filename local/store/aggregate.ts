import { Aggregator } from 'mingo'
import * as stages from 'mingo/operators/pipeline'
import { refused, unsupported } from '../errors'
import type { Documents } from './documents'
import { clone, type Doc, isPlain, type Value } from './ejson'
import { checkExpression, matcher, named } from './match'
import type { Sort } from './plan'

type Stage = [string, Value]

/** CloudBase returns 20 results of an aggregate that names no limit. */
export const DEFAULT_LIMIT = 20

// Writing stages, and those wx-server-sdk 4.0.2 shows but cannot send.
const ABSENT = new Set(['$out', '$merge', '$documents', '$graphLookup', '$facet', '$redact', '$unionWith'])
// Stages in mingo that leave their input as it is; others write into it, so they get copies.
const GENTLE = new Set([
  '$match',
  '$sort',
  '$group',
  '$limit',
  '$skip',
  '$count',
  '$sortByCount',
  '$unwind',
  '$lookup',
])

/** Runs a pipeline on the newest state. Leading `$match`, `$sort`, `$skip`, `$limit` go to the indexes. */
export function aggregate(store: Documents, name: string, pipeline: Stage[]): Value[] {
  pipeline.forEach(check)
  const collection = store.collection(name)
  const { filter, sort, skip, limit, rest } = lead(pipeline)
  const rows = store.reader.find(collection, filter, { sort, skip, limit })
  const shared = rows.map(row => store.reader.doc(row.key, row.name) as Doc)
  const gentle = rest.every(([stage]) => GENTLE.has(stage))
  const copied = (docs: Doc[]) => (gentle ? docs : docs.map(clone))
  let docs: Value[] = copied(shared)
  let pending: Doc[] = []
  const flush = () => {
    if (pending.length > 0) docs = runStages(store, pending, docs)
    pending = []
  }
  for (const [stage, value] of rest) {
    if (stage === '$lookup' && !value.pipeline) {
      flush()
      docs = lookUp(store, docs, value, copied)
    } else {
      if (stage === '$addFields' || stage === '$set') {
        flush()
        checkTargets(docs, Object.keys(value))
      }
      pending.push({ [stage]: value })
    }
  }
  flush()
  return pipeline.some(([stage]) => stage === '$limit') ? docs : docs.slice(0, DEFAULT_LIMIT)
}

function check([stage, value]: Stage) {
  if (!(stage in stages) || ABSENT.has(stage)) throw unsupported(stage)
  if (stage === '$match') matcher(value)
  else if (stage === '$lookup') {
    for (const inner of value.pipeline ?? []) for (const key of Object.keys(inner)) check([key, inner[key]])
  } else if (stage !== '$sort') checkExpression(value)
}

function lead(pipeline: Stage[]) {
  const matches: Doc[] = []
  let at = 0
  for (; pipeline[at]?.[0] === '$match'; at++) matches.push(pipeline[at][1])
  let sort: Sort = []
  let skip = 0
  let limit: number | undefined
  if (pipeline[at]?.[0] === '$sort' && Object.values(pipeline[at][1]).every(way => way === 1 || way === -1)) {
    sort = Object.entries(pipeline[at][1]) as Sort
    at += 1
  }
  if (pipeline[at]?.[0] === '$skip') {
    skip = whole('$skip', pipeline[at][1], 0)
    at += 1
  }
  if (pipeline[at]?.[0] === '$limit') {
    limit = whole('$limit', pipeline[at][1], 1)
    at += 1
  }
  const filter = matches.length === 1 ? matches[0] : matches.length === 0 ? {} : { $and: matches }
  return { filter, sort, skip, limit, rest: pipeline.slice(at) }
}

function whole(stage: string, value: Value, least: number): number {
  if (!Number.isInteger(value) || value < least)
    throw refused(`${stage} is not a whole number of at least ${least}`)
  return value
}

/** MongoDB writes a dotted field into every element of an array; mingo leaves it out without a word. */
function checkTargets(docs: Value[], paths: string[]) {
  const dotted = paths.filter(path => path.includes('.')).map(path => path.split('.'))
  if (dotted.length === 0) return
  for (const doc of docs) {
    for (const path of dotted) {
      let here: Value = doc
      for (const part of path.slice(0, -1)) {
        here = isPlain(here) ? here[part] : undefined
        if (Array.isArray(here)) throw unsupported(`$addFields of ${path.join('.')} into an array`)
      }
    }
  }
}

function runStages(store: Documents, pipeline: Doc[], docs: Value[]): Value[] {
  try {
    return new Aggregator(pipeline, {
      scriptEnabled: false,
      collectionResolver: name => everyOf(store, name),
    }).run(docs)
  } catch (error) {
    throw named(error)
  }
}

function everyOf(store: Documents, name: string): Doc[] {
  const rows = store.reader.find(store.collection(name), {}, { sort: [], skip: 0 })
  return rows.map(row => clone(store.reader.doc(row.key, row.name) as Doc))
}

/** `$lookup` by equal fields, through the other collection's index. */
function lookUp(
  store: Documents,
  docs: Doc[],
  { from, localField, foreignField, as }: Doc,
  copied: (docs: Doc[]) => Doc[],
) {
  for (const part of [from, localField, foreignField, as]) {
    if (typeof part !== 'string') throw refused('$lookup needs from, localField, foreignField and as')
  }
  const collection = store.collection(from)
  const found = new Map<string, Doc[]>()
  return docs.map(doc => {
    const here = valuesAt(doc, localField.split('.'))
    const key = JSON.stringify(here)
    let others = found.get(key)
    if (!others) {
      const filter = { [foreignField]: here.length === 1 ? { $eq: here[0] } : { $in: here } }
      const rows = store.reader.find(collection, filter, { sort: [], skip: 0 })
      others = copied(rows.map(row => store.reader.doc(row.key, row.name) as Doc))
      found.set(key, others)
    }
    return { ...doc, [as]: others }
  })
}

function valuesAt(value: Value, path: string[]): Value[] {
  if (path.length === 0) return Array.isArray(value) ? value : [value ?? null]
  if (Array.isArray(value)) return value.flatMap(each => valuesAt(each, path))
  return valuesAt(isPlain(value) ? value[path[0]] : null, path.slice(1))
}
