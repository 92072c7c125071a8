import { type TestCloud, testCloud } from './fixtures/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud()
})
afterAll(() => cloud.end())

test('a document comes back as it was added, with dates and the server date', async () => {
  const before = Date.now()
  const got = await cloud.run(async ({ db }) => {
    const data = {
      _id: 'd1',
      n: 1.5,
      big: 2 ** 40,
      at: new Date(5),
      when: db.serverDate({ offset: 1000 }),
      deep: { list: [1, { a: null }] },
    }
    const added = await db.collection('docs').add({ data })
    const { data: back } = await db.collection('docs').doc('d1').get()
    return { added, back, kinds: [back.at instanceof Date, back.when instanceof Date, back.when.getTime()] }
  })
  expect(got.added._id).toBe('d1')
  expect(got.back).toMatchObject({
    n: 1.5,
    big: 2 ** 40,
    at: '1970-01-01T00:00:00.005Z',
    deep: { list: [1, { a: null }] },
  })
  expect(got.kinds.slice(0, 2)).toEqual([true, true])
  expect(got.kinds[2]).toBeGreaterThanOrEqual(before + 1000)
  expect(await cloud.documents('docs')).toContainEqual(
    expect.objectContaining({ _id: 'd1', at: new Date(5) }),
  )
})

test('an id is made where none is given: 32 hexadecimal characters', async () => {
  const { _id } = await cloud.run(({ db }) => db.collection('docs').add({ data: { a: 1 } }))
  expect(_id).toMatch(/^[0-9a-f]{32}$/)
})

test('the same id twice is refused as a duplicate and the first document stays', async () => {
  const failure = await cloud.run(async ({ db }) => {
    await db.collection('docs').add({ data: { _id: 'twice', v: 1 } })
    return db
      .collection('docs')
      .add({ data: { _id: 'twice', v: 2 } })
      .catch((error: { errCode: number; message: string }) => [error.errCode, error.message])
  })
  expect(failure[0]).toBe(-502001)
  expect(failure[1]).toContain('E11000')
  expect(await cloud.run(async ({ db }) => (await db.collection('docs').doc('twice').get()).data.v)).toBe(1)
})

test('a collection nobody declared does not exist', async () => {
  const code = await cloud.run(({ db }) =>
    db
      .collection('nowhere')
      .doc('x')
      .get()
      .catch((error: { errCode: number }) => error.errCode),
  )
  expect(code).toBe(-502005)
})

test('query operators select as MongoDB does', async () => {
  const got = await cloud.run(async ({ db, _ }) => {
    const c = db.collection('things')
    for (let i = 0; i < 10; i++) {
      await c.add({
        data: {
          _id: `q${i}`,
          unit: 'q',
          n: i,
          name: `name ${i}`,
          tags: i % 2 ? ['odd', 'x'] : ['even'],
          nest: { deep: i },
        },
      })
    }
    const ids = async (query: unknown) =>
      (await c.where({ unit: 'q', ...(query as object) }).get()).data.map((d: { n: number }) => d.n).sort()
    return {
      range: await ids({ n: _.gt(2).and(_.lte(5)) }),
      in: await ids({ n: _.in([1, 8, 77]) }),
      neq: await ids({ n: _.neq(0).and(_.lt(3)) }),
      or: (
        await c
          .where(
            _.or([
              { unit: 'q', n: 1 },
              { unit: 'q', n: 2 },
            ]),
          )
          .get()
      ).data.length,
      all: await ids({ tags: _.all(['odd', 'x']), n: _.lt(4) }),
      size: await ids({ tags: _.size(1), n: _.lt(3) }),
      exists: await ids({ missing: _.exists(false), n: _.lt(2) }),
      regex: await ids({ name: db.RegExp({ regexp: 'E [34]$', options: 'i' }) }),
      nested: await ids({ nest: { deep: 7 } }),
      field: (await c.where({ _id: 'q3' }).field({ nest: true, _id: false }).get()).data,
      count: (await c.where({ unit: 'q' }).count()).total,
      page: (await c.where({ unit: 'q' }).orderBy('n', 'desc').skip(2).limit(3).get()).data.map(
        (d: { n: number }) => d.n,
      ),
    }
  })
  expect(got).toEqual({
    range: [3, 4, 5],
    in: [1, 8],
    neq: [1, 2],
    or: 2,
    all: [1, 3],
    size: [0, 2],
    exists: [0, 1],
    regex: [3, 4],
    nested: [7],
    field: [{ nest: { deep: 3 } }],
    count: 10,
    page: [7, 6, 5],
  })
})

test('update operators change as MongoDB does, and say how many documents changed', async () => {
  const got = await cloud.run(async ({ db, _ }) => {
    const doc = db.collection('docs').doc('u1')
    const made = await doc.set({ data: { n: 1, list: [1, 2, 3], obj: { a: 1, b: 2 }, gone: 1 } })
    const first = await doc.update({
      data: {
        n: _.inc(4),
        list: _.push({ each: [9, 8], position: 0, slice: 4 }),
        obj: { a: 5 },
        gone: _.remove(),
        fresh: { x: { y: 1 } },
      },
    })
    const middle = (await doc.get()).data
    await doc.update({
      data: { n: _.mul(10), list: _.pull(_.gte(8)), obj: _.set({ c: 3 }), fresh: _.rename('old') },
    })
    const same = await doc.update({ data: { n: 50 } })
    const end = (await doc.get()).data
    const none = await db
      .collection('docs')
      .doc('not there')
      .update({ data: { n: 1 } })
    const replaced = await doc.set({ data: { only: true } })
    return {
      made,
      first,
      middle,
      same,
      end,
      none,
      replaced,
      last: (await doc.get()).data,
      removed: await doc.remove(),
    }
  })
  expect(got.made.stats).toEqual({ updated: 0, created: 1 })
  expect(got.first.stats).toEqual({ updated: 1 })
  expect(got.middle).toEqual({
    _id: 'u1',
    n: 5,
    list: [9, 8, 1, 2],
    obj: { a: 5, b: 2 },
    fresh: { x: { y: 1 } },
  })
  expect(got.same.stats).toEqual({ updated: 0 })
  expect(got.end).toEqual({ _id: 'u1', n: 50, list: [1, 2], obj: { c: 3 }, old: { x: { y: 1 } } })
  expect(got.none.stats).toEqual({ updated: 0 })
  expect(got.replaced.stats).toEqual({ updated: 1, created: 0 })
  expect(got.last).toEqual({ _id: 'u1', only: true })
  expect(got.removed.stats).toEqual({ removed: 1 })
})

test.each([
  [
    'a number is added to a text',
    `({ db, _ }) => db.collection('docs').doc('bad').update({ data: { text: _.inc(1) } })`,
    '$inc',
  ],
  [
    'a field is put inside null',
    `({ db }) => db.collection('docs').doc('bad').update({ data: { empty: { a: 1 } } })`,
    'Cannot create field',
  ],
  [
    'something is pushed to a text',
    `({ db, _ }) => db.collection('docs').doc('bad').update({ data: { text: _.push(1) } })`,
    'non-array',
  ],
  [
    'a place on a map is asked for',
    `({ db, _ }) => db.collection('docs').where({ at: _.geoNear({ geometry: new db.Geo.Point(1, 2) }) }).get()`,
    '$nearSphere',
  ],
  ['a field name has a dot', `({ db }) => db.collection('docs').add({ data: { 'a.b': 1 } })`, 'a.b'],
])('%s: refused by name', async (_title, code, words) => {
  await cloud.run(({ db }) =>
    db
      .collection('docs')
      .doc('bad')
      .set({ data: { text: 'x', empty: null } }),
  )
  await expect(cloud.run(code as never)).rejects.toThrow(words)
})

test('aggregations run, with lookup through an index', async () => {
  const got = await cloud.run(async ({ db, $ }) => {
    const c = db.collection('things')
    for (let i = 0; i < 6; i++)
      await c.add({ data: { _id: `g${i}`, unit: 'g', day: i % 3, n: i, ref: `code${i % 2}` } })
    for (let i = 0; i < 2; i++) await db.collection('codes').add({ data: { _id: `c${i}`, code: `code${i}` } })
    const grouped = await c
      .aggregate()
      .match({ unit: 'g' })
      .group({ _id: '$day', total: $.sum('$n') })
      .sort({ _id: 1 })
      .limit(10)
      .end()
    const joined = await c
      .aggregate()
      .match({ unit: 'g', n: 1 })
      .lookup({ from: 'codes', localField: 'ref', foreignField: 'code', as: 'found' })
      .unwind('$found')
      .addFields({ 'found.extra': 1 })
      .end()
    return {
      grouped: grouped.list,
      joined: joined.list,
      code: (await db.collection('codes').doc('c1').get()).data,
    }
  })
  expect(got.grouped).toEqual([
    { _id: 0, total: 3 },
    { _id: 1, total: 5 },
    { _id: 2, total: 7 },
  ])
  expect(got.joined[0].found).toEqual({ _id: 'c1', code: 'code1', extra: 1 })
  // A stage that writes must not write into the store.
  expect(got.code).toEqual({ _id: 'c1', code: 'code1' })
})

test('a stage or operator that is not there is named, also over an empty collection', async () => {
  const stages = (stage: string) =>
    cloud.run(`({ db }) => { const a = db.collection('runs').aggregate(); return a.${stage}.end() }` as never)
  await expect(stages(`project({ a: { $nonsense: 1 } })`)).rejects.toThrow('$nonsense')
  await expect(stages(`geoNear({ near: new db.Geo.Point(1, 2), distanceField: 'd' })`)).rejects.toThrow(
    '$geoNear',
  )
  await cloud.run(({ db }) =>
    db
      .collection('runs')
      .doc('r')
      .set({ data: { list: [{ a: 1 }] } }),
  )
  await expect(stages(`addFields({ 'list.b': 2 })`)).rejects.toThrow('into an array')
  await expect(stages(`project({ a: { $nonsense: 1 } })`)).rejects.toThrow('$nonsense')
  await expect(stages(`group({ _id: null, a: { $function: {} } })`)).rejects.toThrow('$function')
})

test('100 rows without a limit, 1000 at most, 20 from an aggregate: cut without a word', async () => {
  const got = await cloud.run(async ({ db }) => {
    const c = db.collection('things')
    for (let i = 0; i < 1100; i += 1) {
      if (i % 100 === 0)
        await Promise.all(Array.from({ length: 100 }, (_, k) => c.add({ data: { unit: 'many', n: i + k } })))
    }
    return {
      default: (await c.where({ unit: 'many' }).get()).data.length,
      most: (await c.where({ unit: 'many' }).limit(5000).get()).data.length,
      aggregate: (await c.aggregate().match({ unit: 'many' }).end()).list.length,
      limited: (await c.aggregate().match({ unit: 'many' }).limit(1050).end()).list.length,
      count: (await c.where({ unit: 'many' }).count()).total,
    }
  })
  expect(got).toEqual({ default: 100, most: 1000, aggregate: 20, limited: 1050, count: 1100 })
})

test('a document of more than 16 MB is refused', async () => {
  await expect(
    cloud.run(({ db }) => db.collection('docs').add({ data: { text: 'x'.repeat(17 * 1024 * 1024) } })),
  ).rejects.toThrow('16777216')
})

test('a unique index lets only one document lack its field', async () => {
  const got = await cloud.run(async ({ db }) => {
    const c = db.collection('codes')
    const tried = (data: object) =>
      c.add({ data }).then(
        () => 'added',
        (error: { message: string }) => (error.message.includes('E11000') ? 'refused' : error.message),
      )
    return [
      await tried({ _id: 'x1', code: 'one' }),
      await tried({ _id: 'x2', code: 'one' }),
      await tried({ _id: 'x3' }),
      await tried({ _id: 'x4', other: 1 }),
      await c
        .doc('x3')
        .update({ data: { code: 'three' } })
        .then(() => 'updated'),
      await tried({ _id: 'x5' }),
    ]
  })
  expect(got).toEqual(['added', 'refused', 'added', 'refused', 'updated', 'added'])
})

test('a query that no index serves is named once, and fails where indexes are strict', async () => {
  const ask = ({ db }: { [name: string]: never }) =>
    (db as never as { collection: (n: string) => { where: (q: object) => { get: () => unknown } } })
      .collection('docs')
      .where({ colour: 'red' })
      .get()
  await cloud.run(ask as never)
  await cloud.run(ask as never)
  expect(cloud.said.filter(text => text.includes('colour'))).toEqual([
    expect.stringMatching(/no index serves the query on docs: filter {"colour":"\?"}/),
  ])
  const strict = await testCloud({ strictIndexes: true })
  try {
    await expect(strict.run(ask as never)).rejects.toThrow('no index serves the query on docs')
    await expect(
      strict.run(({ db, $ }) =>
        db
          .collection('docs')
          .aggregate()
          .group({ _id: null, n: $.sum(1) })
          .end(),
      ),
    ).rejects.toThrow('no index')
    await expect(
      strict.run(({ db }) => db.collection('docs').orderBy('_id', 'asc').get()),
    ).resolves.toMatchObject({ data: [] })
    await expect(
      strict.run(({ db }) => db.collection('docs').where({ n: 1, colour: 'red' }).get()),
    ).resolves.toMatchObject({ data: [] })
  } finally {
    await strict.end()
  }
})
