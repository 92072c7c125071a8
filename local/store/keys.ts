import { createHash } from 'node:crypto'
import { isPlain, type Value } from './ejson'

// Bytes that sort as MongoDB sorts values: null < numbers < strings < objects < arrays < binary < ObjectId <
// booleans < dates < regular expressions (MongoDB manual, "Comparison/Sort Order"). Every value is prefix-free, so
// values can be put one after another, and no value begins with 0xff, so `key + 0xff` comes after all that share a key.
const TYPE = {
  undefined: 0x08,
  null: 0x0a,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  other: 0x50,
  boolean: 0x60,
  date: 0x70,
  regex: 0x80,
}
// lmdb refuses keys above 1978 bytes; four parts and an id fit.
const LONGEST = 360

export const AFTER = Buffer.from([0xff])

/** Bytes of one value. Longer than 360 bytes: cut, and told apart by a hash (queries look at the document again). */
export function keyOf(value: Value, descending = false): Buffer {
  let key = sortKeyOf(value)
  if (key.length > LONGEST) {
    const hash = createHash('sha256').update(key).digest().subarray(0, 8)
    key = Buffer.concat([key.subarray(0, LONGEST), hash])
  }
  return descending ? inverted(key) : key
}

/** As keyOf, never cut: for sorting in memory. */
export function sortKeyOf(value: Value): Buffer {
  const out: number[] = []
  write(value, out)
  return Buffer.from(out)
}

export function inverted(key: Buffer): Buffer {
  const out = Buffer.allocUnsafe(key.length)
  for (let i = 0; i < key.length; i++) out[i] = 255 - key[i]
  return out
}

export const isCut = (key: Buffer) => key.length > LONGEST

const scratch = Buffer.alloc(8)

function write(value: Value, out: number[]) {
  if (value === undefined) out.push(TYPE.undefined)
  else if (value === null) out.push(TYPE.null)
  else if (typeof value === 'number') writeNumber(value, TYPE.number, out)
  else if (typeof value === 'bigint') writeNumber(Number(value), TYPE.number, out)
  else if (typeof value === 'string') {
    out.push(TYPE.string)
    writeText(value, out)
  } else if (typeof value === 'boolean') out.push(TYPE.boolean, value ? 2 : 1)
  else if (value instanceof Date) writeNumber(value.getTime(), TYPE.date, out)
  else if (value instanceof RegExp) {
    out.push(TYPE.regex)
    writeText(String(value), out)
  } else if (Array.isArray(value)) {
    out.push(TYPE.array)
    for (const item of value) write(item, out)
    out.push(0)
  } else if (isPlain(value)) {
    out.push(TYPE.object)
    for (const name of Object.keys(value)) {
      const inner: number[] = []
      write(value[name], inner)
      out.push(inner[0])
      writeText(name, out)
      for (const byte of inner) out.push(byte)
    }
    out.push(0)
  } else if (value._bsontype === 'Long') writeNumber(Number(value), TYPE.number, out)
  else {
    out.push(TYPE.other)
    writeText(`${value._bsontype}:${value}`, out)
  }
}

function writeNumber(value: number, type: number, out: number[]) {
  out.push(type)
  if (Number.isNaN(value)) {
    for (let i = 0; i < 8; i++) out.push(0)
    return
  }
  scratch.writeDoubleBE(value === 0 ? 0 : value)
  const negative = scratch[0] >= 128
  for (let i = 0; i < 8; i++) out.push(negative ? 255 - scratch[i] : i === 0 ? scratch[i] | 128 : scratch[i])
}

function writeText(text: string, out: number[]) {
  const bytes = Buffer.from(text, 'utf8')
  for (const byte of bytes) {
    out.push(byte)
    if (byte === 0) out.push(0xff)
  }
  out.push(0, 0)
}

/** What is sure of a cut key: its bytes before the hash. */
export const uncertain = (key: Buffer) => key.subarray(0, LONGEST)

/** First byte of the values a range operand can match: MongoDB's ranges stay within one type. */
export const typeByte = (value: Value): number => keyOf(value)[0]

export const concat = (...parts: Buffer[]): Buffer => Buffer.concat(parts)

/** Two bytes of a collection's or index's number. */
export function prefixOf(number: number): Buffer {
  const out = Buffer.alloc(2)
  out.writeUInt16BE(number)
  return out
}

/** A key as a Map key. */
export const nameOf = (key: Buffer): string => key.toString('latin1')
