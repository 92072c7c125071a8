import fc from 'fast-check'
import { decode, encode, type Value } from './ejson'
import { AFTER, concat, keyOf, sortKeyOf } from './keys'

const RANK = ['undefined', 'null', 'number', 'string', 'object', 'boolean', 'date']
const rank = (value: Value) =>
  RANK.indexOf(value === null ? 'null' : value instanceof Date ? 'date' : typeof value)
const scalar = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
)

function expected(a: Value, b: Value): number {
  if (rank(a) !== rank(b)) return Math.sign(rank(a) - rank(b))
  if (a === null) return 0
  if (typeof a === 'string') return Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return Math.sign(Number(a) - Number(b))
}

test('the bytes of two values sort as the values do', () => {
  fc.assert(
    fc.property(scalar, scalar, (a, b) => {
      const order = expected(a, b)
      expect(Math.sign(Buffer.compare(sortKeyOf(a), sortKeyOf(b)))).toBe(order)
      expect(Math.sign(Buffer.compare(keyOf(b, true), keyOf(a, true)))).toBe(order)
    }),
    { numRuns: 1000 },
  )
})

test('no key begins another, and all that share a key come before the next', () => {
  fc.assert(
    fc.property(scalar, scalar, scalar, (a, b, c) => {
      const [first, second] = [keyOf(a), keyOf(b)]
      if (first.equals(second)) return
      expect(second.subarray(0, first.length).equals(first)).toBe(false)
      const shared = concat(first, keyOf(c))
      expect(Buffer.compare(shared, concat(first, AFTER))).toBe(-1)
      expect(Buffer.compare(first, shared)).toBe(-1)
    }),
    { numRuns: 1000 },
  )
})

test('what is stored is read back the same', () => {
  const value: fc.Arbitrary<Value> = fc.letrec<{ any: Value }>(tie => ({
    any: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(
        fc.string().filter(key => !key.startsWith('$') && key !== '__proto__'),
        tie('any'),
        { maxKeys: 3, noNullPrototype: true },
      ),
    ),
  })).any
  fc.assert(
    fc.property(value, each => expect(decode(encode(each))).toEqual(each)),
    { numRuns: 1000 },
  )
})

test('numbers beyond what a double holds, and special ones, are not rounded', () => {
  for (const text of [
    '{"$numberLong":"9223372036854775807"}',
    '{"$numberDouble":"NaN"}',
    '{"$numberDouble":"-0.0"}',
    '{"$numberDouble":"Infinity"}',
    '{"$numberDecimal":"1.10"}',
    '{"$oid":"0123456789abcdef01234567"}',
  ]) {
    expect(encode(decode(text))).toBe(text)
  }
})
