import { type TestCloud, testCloud } from './fixtures/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud({ transactionLimit: 1500 })
})
afterAll(() => cloud.end())
beforeEach(() =>
  cloud.run(async ({ db }) => {
    for (const id of ['a', 'b'])
      await db
        .collection('docs')
        .doc(id)
        .set({ data: { v: 0 } })
    await db.collection('docs').doc('new').remove()
  }),
)

const values = async () => Object.fromEntries((await cloud.documents('docs')).map(doc => [doc._id, doc.v]))

test('a transaction reads its own writes, and others see them after the commit', async () => {
  const got = await cloud.run(async ({ db }) => {
    const seen: unknown[] = []
    const answer = await db.runTransaction(async (t: { collection: (n: string) => never }) => {
      const c = t.collection('docs') as {
        doc: (id: string) => {
          update: (o: object) => unknown
          get: () => Promise<{ data: { v: number } }>
          set: (o: object) => unknown
        }
      }
      await c.doc('a').update({ data: { v: 1 } })
      await c.doc('new').set({ data: { v: 2 } })
      seen.push((await c.doc('a').get()).data.v, (await c.doc('new').get()).data.v)
      seen.push((await db.collection('docs').doc('a').get()).data.v)
      return 'done'
    })
    return { answer, seen }
  })
  expect(got).toEqual({ answer: 'done', seen: [1, 2, 0] })
  expect(await values()).toMatchObject({ a: 1, new: 2 })
})

test('a transaction reads the state at its start, by id and by query', async () => {
  const seen = await cloud.run(async ({ db }) => {
    const t = await db.startTransaction()
    await db
      .collection('docs')
      .doc('a')
      .update({ data: { v: 7 } })
    await db.collection('docs').doc('b').remove()
    await db
      .collection('docs')
      .doc('new')
      .set({ data: { v: 7 } })
    const rows = (
      await t
        .collection('docs')
        .where({ _id: db.command.in(['a', 'b', 'new']) })
        .get()
    ).data
    const out = [
      (await t.collection('docs').doc('a').get()).data.v,
      rows.map((d: { _id: string; v: number }) => [d._id, d.v]),
    ]
    await t.rollback()
    return out
  })
  expect(seen).toEqual([
    0,
    [
      ['a', 0],
      ['b', 0],
    ],
  ])
})

test('a thrown error leaves nothing behind', async () => {
  await expect(
    cloud.run(({ db }) =>
      db.runTransaction(
        async (t: {
          collection: (n: string) => { doc: (i: string) => { update: (o: object) => unknown } }
        }) => {
          await t
            .collection('docs')
            .doc('a')
            .update({ data: { v: 1 } })
          throw new Error('changed my mind')
        },
      ),
    ),
  ).rejects.toThrow('changed my mind')
  expect(await values()).toMatchObject({ a: 0 })
})

test('a second writer learns of the conflict at the operation, and its transaction is over', async () => {
  const got = await cloud.run(async ({ db }) => {
    const one = await db.startTransaction()
    const two = await db.startTransaction()
    await one
      .collection('docs')
      .doc('a')
      .update({ data: { v: 1 } })
    const failure = await two
      .collection('docs')
      .doc('a')
      .update({ data: { v: 2 } })
      .catch((e: { errCode: number; message: string }) => [e.errCode, e.message])
    const after = await two
      .collection('docs')
      .doc('b')
      .get()
      .catch((e: { message: string }) => e.message)
    await one.commit()
    return { failure, after }
  })
  expect(got.failure[0]).toBe(-501001)
  expect(got.failure[1]).toContain('[ResourceUnavailable.TransactionConflict]')
  expect(got.after).toContain('TransactionNotExist')
  expect(await values()).toMatchObject({ a: 1 })
})

test('a document committed since the start cannot be written, though it can be read', async () => {
  const got = await cloud.run(async ({ db }) => {
    const t = await db.startTransaction()
    await db
      .collection('docs')
      .doc('a')
      .update({ data: { v: 5 } })
    const read = (await t.collection('docs').doc('a').get()).data.v
    const failure = await t
      .collection('docs')
      .doc('a')
      .update({ data: { v: 6 } })
      .catch((e: { message: string }) => e.message)
    return { read, failure }
  })
  expect(got.read).toBe(0)
  expect(got.failure).toContain('TransactionConflict')
  expect(await values()).toMatchObject({ a: 5 })
})

test('the same id added in two transactions is a conflict; added before, a duplicate', async () => {
  const got = await cloud.run(async ({ db }) => {
    const one = await db.startTransaction()
    const two = await db.startTransaction()
    const words = (e: { message: string }) => e.message
    await one.collection('docs').add({ data: { _id: 'new', v: 1 } })
    const conflict = await two
      .collection('docs')
      .add({ data: { _id: 'new', v: 2 } })
      .catch(words)
    await one.commit()
    const three = await db.startTransaction()
    const duplicate = await three
      .collection('docs')
      .add({ data: { _id: 'new', v: 3 } })
      .catch(words)
    return { conflict, duplicate }
  })
  expect(got.conflict).toContain('TransactionConflict')
  expect(got.duplicate).toContain('E11000')
})

test('two transactions cannot both take a unique value', async () => {
  const got = await cloud.run(async ({ db }) => {
    const one = await db.startTransaction()
    const two = await db.startTransaction()
    await one.collection('codes').add({ data: { _id: '1', code: 'same' } })
    const failure = await two
      .collection('codes')
      .add({ data: { _id: '2', code: 'same' } })
      .catch((e: { message: string }) => e.message)
    await one.commit()
    return failure
  })
  expect(got).toContain('TransactionConflict')
  expect(await cloud.documents('codes')).toHaveLength(1)
})

test('each may write what the other read: write skew is let through', async () => {
  await cloud.run(async ({ db }) => {
    const one = await db.startTransaction()
    const two = await db.startTransaction()
    await one.collection('docs').doc('b').get()
    await two.collection('docs').doc('a').get()
    await one
      .collection('docs')
      .doc('a')
      .update({ data: { v: 1 } })
    await two
      .collection('docs')
      .doc('b')
      .update({ data: { v: 1 } })
    await one.commit()
    await two.commit()
  })
  expect(await values()).toMatchObject({ a: 1, b: 1 })
})

test('where().update, count and aggregate escape the transaction, stay after an abort, and are named in the console', async () => {
  await cloud.run(({ db }) =>
    db
      .runTransaction(
        async (t: {
          collection: (n: string) => { where: (q: object) => { update: (o: object) => unknown } }
        }) => {
          await t
            .collection('docs')
            .where({ _id: 'a' })
            .update({ data: { v: 777 } })
          throw new Error('abort')
        },
      )
      .catch(() => {}),
  )
  expect(await values()).toMatchObject({ a: 777 })
  expect(
    cloud.said.some(text => text.includes('database.modifyDocument on docs runs outside the transaction')),
  ).toBe(true)
})

test('an ordinary write waits until the transaction that holds the document is over', async () => {
  const got = await cloud.run(async ({ db }) => {
    const t = await db.startTransaction()
    await t
      .collection('docs')
      .doc('a')
      .update({ data: { v: 1 } })
    const begin = performance.now()
    const write = db
      .collection('docs')
      .doc('a')
      .update({ data: { v: db.command.inc(10) } })
    setTimeout(() => t.commit(), 300)
    await write
    return performance.now() - begin
  })
  expect(got).toBeGreaterThanOrEqual(280)
  expect(await values()).toMatchObject({ a: 11 })
})

test('a transaction that stays open too long is gone, and what it held is free', async () => {
  const got = await cloud.run(async ({ db }) => {
    const t = await db.startTransaction()
    await t
      .collection('docs')
      .doc('a')
      .update({ data: { v: 1 } })
    await new Promise(resolve => setTimeout(resolve, 1700))
    const failure = await t.commit().catch((e: { code: string; message: string }) => [e.code, e.message])
    await db
      .collection('docs')
      .doc('a')
      .update({ data: { v: 3 } })
    return failure
  })
  expect(got[0]).toBe('DATABASE_TRANSACTION_FAIL')
  expect(got[1]).toContain('[ResourceUnavailable.TransactionNotExist]')
  expect(await values()).toMatchObject({ a: 3 })
})

test('counters raised by many processes at once, with retries, lose nothing', async () => {
  const rise = async ({ db }: { [name: string]: never }) => {
    for (let i = 0; ; i++) {
      try {
        return await (db as never as { runTransaction: (f: unknown) => unknown }).runTransaction(
          async (t: {
            collection: (n: string) => {
              doc: (i: string) => {
                get: () => Promise<{ data: { v: number } }>
                update: (o: object) => unknown
              }
            }
          }) => {
            const doc = t.collection('docs').doc('a')
            const { v } = (await doc.get()).data
            await doc.update({ data: { v: v + 1 } })
          },
        )
      } catch (error) {
        if (i > 200) throw error
        await new Promise(resolve => setTimeout(resolve, Math.random() * 20))
      }
    }
  }
  await Promise.all(Array.from({ length: 24 }, () => cloud.run(rise as never)))
  expect(await values()).toMatchObject({ a: 24 })
})
