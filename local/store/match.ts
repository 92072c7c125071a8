import { Query } from 'mingo'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as queries from 'mingo/operators/query'
import { CloudError, refused, unsupported } from '../errors'
import { type Doc, isPlain, type Value } from './ejson'

const OPTIONS = { scriptEnabled: false }
const QUERY = new Set(['$and', '$or', '$nor', '$expr', '$options', ...Object.keys(queries)])
const EXPRESSION = new Set([...Object.keys(expressions), ...Object.keys(accumulators)])
for (const scripted of ['$where', '$function', '$accumulator', '$jsonSchema']) {
  QUERY.delete(scripted)
  EXPRESSION.delete(scripted)
}
// Argument names, not operators: none of MongoDB's begin with `$`, so nothing else is let through.

/** A test for documents. An operator nobody knows is refused by name, also when there is no document to try it on. */
export function matcher(filter: Doc): (doc: Doc) => boolean {
  checkFilter(filter)
  try {
    const query = new Query(allAsAnd(filter), OPTIONS)
    return doc => query.test(doc)
  } catch (error) {
    throw named(error)
  }
}

/** mingo's `$all` knows arrays only; in MongoDB a single value counts as an array of one, as `$and` of equals says it. */
function allAsAnd(filter: Doc): Doc {
  const out: Doc = {}
  const more: Doc[] = []
  for (const key of Object.keys(filter)) {
    const value = filter[key]
    if (key === '$and' || key === '$or' || key === '$nor')
      out[key] = Array.isArray(value) ? value.map(part => (isPlain(part) ? allAsAnd(part) : part)) : value
    else if (!key.startsWith('$') && isPlain(value) && Array.isArray(value.$all)) {
      const { $all, ...rest } = value
      if (Object.keys(rest).length > 0) more.push({ [key]: rest })
      if ($all.length === 0) more.push({ [key]: { $in: [] } })
      for (const item of $all) more.push({ [key]: item })
    } else out[key] = value
  }
  return more.length > 0 ? { $and: [...more, out] } : out
}

/** Turns mingo's complaint into an answer. */
export function named(error: unknown): CloudError {
  if (error instanceof CloudError) return error
  return refused(error instanceof Error ? error.message : String(error))
}

function checkFilter(filter: Value) {
  if (Array.isArray(filter)) filter.forEach(checkFilter)
  else if (isPlain(filter)) {
    for (const key of Object.keys(filter)) {
      if (key === '$expr') checkExpression(filter[key])
      else {
        if (key.startsWith('$') && !QUERY.has(key)) throw unsupported(key)
        checkFilter(filter[key])
      }
    }
  }
}

/** Refuses an expression that holds an operator mingo does not have. */
export function checkExpression(expression: Value) {
  if (Array.isArray(expression)) expression.forEach(checkExpression)
  else if (isPlain(expression)) {
    for (const key of Object.keys(expression)) {
      if (key === '$literal') continue
      if (key.startsWith('$') && !EXPRESSION.has(key)) throw unsupported(key)
      checkExpression(expression[key])
    }
  }
}
