import { update as change } from 'mingo'
import { refused, unsupported } from '../errors'
import { clone, type Doc, isPlain, type Value } from './ejson'
import { named } from './match'

const OPERATORS = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$bit',
  '$push',
  '$pop',
  '$pull',
  '$pullAll',
  '$addToSet',
])
const NUMERIC = new Set(['$inc', '$mul', '$bit'])
const ARRAYS = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet'])
const CREATING = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet'])

/**
 * A document after an update; the very same object when nothing changed.
 * mingo does nothing where MongoDB refuses (a field inside null, adding to a text); here it is refused as MongoDB does.
 */
export function updated(doc: Doc, modifier: Doc, filter: Doc): Doc {
  for (const operator of Object.keys(modifier)) {
    if (!OPERATORS.has(operator))
      throw operator.startsWith('$')
        ? unsupported(operator)
        : refused(`update holds no operator: ${operator}`)
    for (const path of Object.keys(modifier[operator])) check(doc, operator, path, modifier[operator][path])
  }
  const copy = clone(doc)
  try {
    const changed = change(copy, clone(modifier), [], filter, { queryOptions: { scriptEnabled: false } })
    return changed.length > 0 ? copy : doc
  } catch (error) {
    throw named(error)
  }
}

function check(doc: Doc, operator: string, path: string, operand: Value) {
  if (path === '_id' || path.startsWith('_id.')) {
    throw refused("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
  if (path === '' || path.split('.').some(part => part === ''))
    throw refused(`the update path '${path}' contains an empty field name`)
  if (path.includes('__proto__')) throw refused('field name __proto__ is not allowed')
  const parts = path.split('.')
  if (parts.some(part => part.startsWith('$'))) return
  let here: Value = doc
  for (const part of parts.slice(0, -1)) {
    const next = Array.isArray(here) && !/^\d+$/.test(part) ? 'scalar' : here[part]
    if (next === undefined) {
      if (operator === '$pop' || operator === '$pull' || operator === '$pullAll') return
      here = undefined
      break
    }
    if (next === null || (!isPlain(next) && !Array.isArray(next))) {
      if (!CREATING.has(operator)) return
      throw refused(
        `Cannot create field '${parts[parts.indexOf(part) + 1]}' in element {${part}: ${JSON.stringify(next)}}`,
      )
    }
    here = next
  }
  const last = here?.[parts[parts.length - 1]]
  if (NUMERIC.has(operator)) {
    if (operator !== '$bit' && typeof operand !== 'number') {
      throw refused(
        `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
      )
    }
    if (last !== undefined && typeof last !== 'number') {
      throw refused(
        `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' holds ${JSON.stringify(last)}`,
      )
    }
  }
  if (ARRAYS.has(operator) && last !== undefined && !Array.isArray(last)) {
    throw refused(`Cannot apply ${operator} to a non-array value. The field '${path}' must be an array`)
  }
}
