import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Documents } from './documents'
import { Durable } from './durable'
import type { Doc } from './ejson'
import { matcher } from './match'
import type { Sort } from './plan'
import { sorted } from './sort'

const COLLECTIONS = {
  things: {
    indexes: [
      {
        name: 'unit_day',
        keys: [
          ['unit', 1],
          ['day', -1],
          ['_id', -1],
        ] as [string, 1 | -1][],
      },
      {
        name: 'tags_day',
        keys: [
          ['tags', 1],
          ['day', 1],
        ] as [string, 1 | -1][],
      },
      {
        name: 'lines',
        keys: [
          ['lines.unit', 1],
          ['lines.day', 1],
        ] as [string, 1 | -1][],
      },
      { name: 'day', keys: [['day', 1]] as [string, 1 | -1][] },
    ],
  },
}

let folder: string
let durable: Durable
let store: Documents
let warned: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-store-'))
  durable = new Durable(folder)
  warned = []
  store = new Documents(durable, COLLECTIONS, {
    strict: false,
    transactionLimit: 1000,
    warn: text => warned.push(text),
  })
})
afterEach(async () => {
  store.transactions.endAll()
  await durable.close()
  rmSync(folder, { recursive: true, force: true })
})

const found = (filter: Doc, sort: Sort = [], skip = 0, limit?: number): Doc[] =>
  store.reader
    .find(store.collection('things'), filter, { sort, skip, limit })
    .map(row => store.reader.doc(row.key, row.name) as Doc)

const small = fc.integer({ min: 0, max: 4 })
const unit = fc.constantFrom('a', 'b', 'c', null)
const line = fc.record({ unit: fc.constantFrom('a', 'b'), day: small }, { requiredKeys: [] })
const document = fc.record(
  {
    unit,
    day: fc.oneof(
      small,
      fc.constantFrom('x', 'y'),
      fc.date({ min: new Date(0), max: new Date(3), noInvalidDate: true }),
    ),
    tags: fc.oneof(fc.array(fc.constantFrom('p', 'q', 'r'), { maxLength: 3 }), fc.constant('p')),
    lines: fc.array(line, { maxLength: 3 }),
  },
  { requiredKeys: [] },
)
const bound = fc.oneof(small, fc.constant('x'), fc.constant(new Date(1)))
const range = fc.oneof(
  fc.record({ $gte: bound, $lt: bound }, { requiredKeys: ['$gte'] }),
  fc.record({ $gt: bound, $lte: bound }, { requiredKeys: ['$lte'] }),
)
const condition: fc.Arbitrary<Doc> = fc.oneof(
  fc.record({ unit }),
  fc.record({ unit: fc.record({ $in: fc.array(unit, { maxLength: 3 }) }), day: range }),
  fc.record({ unit, day: range }),
  fc.record({ day: fc.oneof(range, bound) }),
  fc.record({ tags: fc.constantFrom('p', 'q'), day: range }),
  fc.record({
    tags: fc.record({ $all: fc.array(fc.constantFrom('p', 'q', 'r'), { minLength: 1, maxLength: 2 }) }),
  }),
  fc.record({ tags: fc.record({ $in: fc.array(fc.constantFrom('p', 'q', 'r'), { maxLength: 3 }) }) }),
  fc.record({ 'lines.unit': fc.constantFrom('a', 'b'), 'lines.day': range }),
  fc.record({ lines: fc.record({ $elemMatch: fc.record({ unit: fc.constantFrom('a', 'b'), day: range }) }) }),
  fc.record({ unit, tags: fc.record({ $ne: fc.constantFrom('p', 'q') }) }),
)
const filters = fc.oneof(
  condition,
  fc.record({ $or: fc.array(condition, { minLength: 1, maxLength: 3 }) }),
  fc
    .tuple(condition, fc.array(condition, { minLength: 1, maxLength: 2 }))
    .map(([one, $or]) => ({ $and: [one, { $or }] })),
)
const sorts = fc.constantFrom<Sort>(
  [],
  [['day', 1]],
  [['day', -1]],
  [
    ['day', -1],
    ['_id', -1],
  ],
  [
    ['day', 1],
    ['_id', 1],
  ],
  [
    ['unit', 1],
    ['day', -1],
  ],
  [['tags', -1]],
  [['_id', -1]],
)

test('an indexed query gives exactly what looking at every document gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { maxLength: 30 }),
      filters,
      sorts,
      fc.integer({ min: 0, max: 3 }),
      fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      async (documents, filter, sort, skip, limit) => {
        const collection = store.collection('things')
        await store.remove(collection, {}, true)
        const docs = documents.map((doc, i) => ({ _id: String(100 + i), ...doc }))
        if (docs.length > 0) await store.insert(collection, docs)
        const matches = matcher(filter)
        const all = sorted(
          docs.filter(doc => matches(doc)),
          sort,
        )
        const whole = found(filter, sort)
        expect(new Set(whole.map(doc => doc._id))).toEqual(new Set(all.map(doc => doc._id)))
        expect(whole.length).toBe(all.length)
        const window = found(filter, sort, skip, limit)
        const end = limit === undefined ? undefined : skip + limit
        expect(window.length).toBe(all.slice(skip, end).length)
        if (sort.length > 0) {
          // Ties may come in any order, so what is compared is the place of the sort key.
          expect(window.map(doc => placeOf(doc, sort))).toEqual(
            all.slice(skip, end).map(doc => placeOf(doc, sort)),
          )
        }
        expect(store.reader.count(collection, filter)).toBe(all.length)
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 300) },
  )
})

function placeOf(doc: Doc, sort: Sort) {
  return sort.map(([path, way]) => {
    const value = doc[path] ?? null
    if (!Array.isArray(value)) return value
    const ordered = [...value].sort()
    return (way === 1 ? ordered[0] : ordered.at(-1)) ?? 'empty'
  })
}

test('indexes follow every change of a document', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('1', '2', '3'), fc.option(document)), { maxLength: 20 }),
      async steps => {
        const collection = store.collection('things')
        await store.remove(collection, {}, true)
        const model = new Map<string, Doc>()
        for (const [id, doc] of steps) {
          if (doc === null) {
            await store.remove(collection, { _id: id }, false)
            model.delete(id)
          } else {
            await store.set(collection, id, doc)
            model.set(id, { _id: id, ...doc })
          }
        }
        for (const filter of [{ unit: 'a' }, { tags: 'p' }, { 'lines.unit': 'b' }, { day: { $gte: 2 } }]) {
          const matches = matcher(filter)
          const ids = [...model.values()].filter(doc => matches(doc)).map(doc => doc._id)
          expect(
            found(filter)
              .map(doc => doc._id)
              .sort(),
          ).toEqual(ids.sort())
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('a page in the middle of 20 000 documents is read through the index, not through all of them', async () => {
  const collection = store.collection('things')
  const docs = Array.from({ length: 20_000 }, (_, i) => ({
    _id: `id${String(i).padStart(6, '0')}`,
    unit: `u${i % 20}`,
    day: i,
    text: 'x'.repeat(200),
    tags: [`t${i % 100}`],
  }))
  await store.insert(collection, docs)
  const timed = (work: () => unknown) => {
    const begin = performance.now()
    work()
    return performance.now() - begin
  }
  const pages: [Doc, Sort][] = [
    [{ unit: 'u3', day: { $lt: 12_000 } }, [['day', -1]]],
    [{ unit: { $in: ['u1', 'u2', 'u3'] } }, [['day', -1]]],
    [
      { unit: 'u3', $or: [{ day: { $lt: 12_003 } }, { day: 12_003, _id: { $lt: 'id012003' } }] },
      [
        ['day', -1],
        ['_id', -1],
      ],
    ],
    [{ day: { $gte: 9000 } }, [['day', 1]]],
  ]
  for (const [filter, sort] of pages) {
    found(filter, sort, 0, 50)
    const times = [1, 2, 3].map(() => timed(() => expect(found(filter, sort, 0, 50)).toHaveLength(50)))
    expect(Math.min(...times)).toBeLessThan(20)
  }
  expect(found(pages[2][0], pages[2][1], 0, 3).map(doc => doc.day)).toEqual([11_983, 11_963, 11_943])
  expect(warned).toEqual([])
})

test('an index can be added to a collection that already has documents', async () => {
  await store.insert(store.collection('things'), [{ _id: 'x', other: ['k', 'l'] }])
  await durable.close()
  durable = new Durable(folder)
  const index = { name: 'other', keys: [['other', 1]] as [string, 1 | -1][] }
  store = new Documents(
    durable,
    { things: { indexes: [index] } },
    { strict: true, transactionLimit: 1000, warn: () => {} },
  )
  expect(found({ other: 'l' }).map(doc => doc._id)).toEqual(['x'])
})

test('texts longer than a key can hold are told apart and found by their beginning', async () => {
  const long = 'y'.repeat(3000)
  await store.insert(store.collection('things'), [
    { _id: '1', unit: `${long}1`, day: 1 },
    { _id: '2', unit: `${long}2`, day: 1 },
  ])
  expect(found({ unit: `${long}2` }).map(doc => doc._id)).toEqual(['2'])
  expect(found({ unit: { $gt: `${long}1` } }).map(doc => doc._id)).toEqual(['2'])
  expect(found({ unit: { $lte: `${long}1` } }).map(doc => doc._id)).toEqual(['1'])
  expect(warned).toEqual([])
})
