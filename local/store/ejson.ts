import { EJSON, Long } from 'bson'
import { refused, unsupported } from '../errors'

// biome-ignore lint/suspicious/noExplicitAny: documents have no schema here
export type Value = any
export type Doc = Record<string, Value>

/**
 * Canonical EJSON as the SDK sends it → plain values (numbers, Date, RegExp; other BSON types as bson's own classes).
 * @param now milliseconds put in place of `$tcb_server_date`; without it a server date is refused
 */
export function decode(text: string, now?: number): Value {
  return revive(JSON.parse(text), now)
}

function revive(value: Value, now?: number): Value {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], now)
    return value
  }
  const keys = Object.keys(value)
  if (keys.length > 0 && keys[0].charCodeAt(0) === 36) {
    const special = reviveSpecial(value, keys[0], now)
    if (special !== undefined) return special
  }
  for (const key of keys) {
    if (key === '__proto__') throw refused('field name __proto__ is not allowed')
    value[key] = revive(value[key], now)
  }
  return value
}

function reviveSpecial(value: Value, key: string, now?: number): Value {
  switch (key) {
    case '$numberInt':
    case '$numberDouble':
      return Number(value[key])
    case '$numberLong': {
      const number = Number(value[key])
      return Number.isSafeInteger(number) ? number : Long.fromString(value[key])
    }
    case '$date':
      return typeof value.$date === 'string' ? new Date(value.$date) : new Date(Number(revive(value.$date)))
    case '$regularExpression': {
      const { pattern, options } = value.$regularExpression
      const odd = /[^ims]/.exec(options)
      if (odd) throw unsupported(`$regularExpression option ${odd[0]}`)
      try {
        return new RegExp(pattern, options)
      } catch {
        throw refused(`regular expression is not valid: ${pattern}`)
      }
    }
    case '$tcb_server_date':
      if (now === undefined) throw refused('$tcb_server_date is not allowed here')
      return new Date(now + Number(revive(value.$tcb_server_date.offset ?? 0)))
    case '$oid':
    case '$binary':
    case '$uuid':
    case '$numberDecimal':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$symbol':
    case '$code':
      return EJSON.deserialize(value)
    default:
      return undefined
  }
}

/** Plain values → canonical EJSON text, the form the store keeps and the wire carries. */
export function encode(value: Value): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
      return encodeNumber(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'bigint':
      return `{"$numberLong":"${value}"}`
    case 'undefined':
      return 'null'
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) {
    let text = '['
    for (let i = 0; i < value.length; i++) text += (i ? ',' : '') + encode(value[i])
    return `${text}]`
  }
  if (value instanceof Date) {
    const time = value.getTime()
    if (Number.isNaN(time)) throw refused('a date is not valid')
    return `{"$date":{"$numberLong":"${time}"}}`
  }
  if (value instanceof RegExp) {
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${value.flags.replace(/[^ims]/g, '')}"}}`
  }
  if (value._bsontype) return EJSON.stringify(value, { relaxed: false })
  let text = ''
  for (const key of Object.keys(value)) {
    if (value[key] === undefined) continue
    text += `${(text ? ',' : '') + JSON.stringify(key)}:${encode(value[key])}`
  }
  return `{${text}}`
}

function encodeNumber(value: number): string {
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (value >= -2147483648 && value <= 2147483647) return `{"$numberInt":"${value}"}`
    if (Number.isSafeInteger(value)) return `{"$numberLong":"${value}"}`
  }
  return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : value}"}`
}

/** A copy that shares nothing that can change with the original. */
export function clone<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(clone) as T
  if (value instanceof Date) return new Date(value) as T
  if (value instanceof RegExp || (value as Value)._bsontype) return value
  const copy: Doc = {}
  for (const key of Object.keys(value)) copy[key] = clone((value as Doc)[key])
  return copy as T
}

export const isPlain = (value: Value): value is Doc =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !value._bsontype
