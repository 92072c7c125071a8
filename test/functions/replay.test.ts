import {
  type Bureau,
  figure,
  freshCloud,
  home,
  newId,
  openBureau,
  orderFor,
  servedNotice,
  wholeCheck,
} from './bureau'
import { broken, type Entry, type Kept } from './chain'

// What comes twice, changed, or at the same moment. Everything is checked on the store's content, past the procedures.
let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau

beforeAll(async () => {
  cloud = await freshCloud({ pool: 4 })
  bureau = await openBureau(cloud)
})
afterAll(() => cloud.close())

type Submitted = { ok: boolean; data: { answer: unknown; digest: string; replayed: boolean } }

test('the same submission five times, one after the other and at once, is there once', async () => {
  const id = newId()
  const content = await wholeCheck(bureau)
  const first = (await bureau.officer.ask('inspection.submit', { id, content })) as Submitted
  const again = (await Promise.all(
    [1, 2, 3, 4].map(() => bureau.officer.ask('inspection.submit', { id, content })),
  )) as Submitted[]
  for (const answer of again) expect(answer).toEqual({ ok: true, data: { ...first.data, replayed: true } })
  expect((await cloud.documents('checks')).filter(check => check._id === id)).toHaveLength(1)
  expect((await cloud.documents('journal')).filter(entry => entry._id === id)).toHaveLength(1)

  const fresh = newId()
  const racing = (await Promise.all(
    [1, 2, 3, 4, 5].map(() => bureau.officer.ask('inspection.submit', { id: fresh, content })),
  )) as Submitted[]
  expect(racing.filter(answer => answer.ok && !answer.data.replayed)).toHaveLength(1)
  expect((await cloud.documents('journal')).filter(entry => entry._id === fresh)).toHaveLength(1)
  expect(await figure(bureau.officer, home, 'checks')).toBe(2)
})

test('the same id with changed content is a visible conflict, and the first stays', async () => {
  const id = newId()
  const content = await wholeCheck(bureau)
  await bureau.officer.write('inspection.submit', content, id)
  const changed = await bureau.officer.ask('inspection.submit', {
    id,
    content: { ...content, remark: '改过' },
  })
  expect(changed).toMatchObject({
    ok: false,
    problem: {
      code: 'replay.conflict',
      theirs: { record: `checks/${id}`, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  })
  expect((await cloud.documents('checks')).find(check => check._id === id)).not.toHaveProperty('remark')
})

test('somebody else cannot use an id, not even with the same content', async () => {
  const id = newId()
  await bureau.officer.write('inspection.submit', await wholeCheck(bureau), id)
  const content = { ...(await wholeCheck(bureau)), colleague: bureau.officerPost }
  expect(await bureau.second.refusal('inspection.submit', { id, content })).toBe('input.invalid')
})

test('two officers review one correction at the same moment: one does, the other is told', async () => {
  const { notice } = await servedNotice(bureau)
  const review = (colleague: string) => ({
    id: newId(),
    content: { notice, colleague, passed: true, remark: '已改正', at: Date.now() },
  })
  const answers = await Promise.all([
    bureau.officer.ask('enforcement.review', review(bureau.colleague)),
    bureau.second.ask('enforcement.review', review(bureau.officerPost)),
  ])
  expect(answers.map(answer => (answer.ok ? 'ok' : answer.problem.code)).sort()).toEqual([
    'ok',
    'state.wrong',
  ])
  const kept = (await cloud.documents('notices')).find(({ _id }) => _id === notice) as { reviews: unknown[] }
  expect(kept.reviews).toHaveLength(1)
})

test('twelve papers numbered at once have twelve numbers, without a gap', async () => {
  const form = await wholeCheck(bureau, { 'P-13': { result: '不符合', note: '检定证书已过有效期' } })
  let waiting: { id: string; content: unknown }[] = []
  for (let i = 0; i < 12; i++) {
    const { check } = await bureau.officer.write('inspection.submit', form)
    waiting.push({ id: newId(), content: orderFor(check) })
  }
  // A busy counter refuses with transaction.busy; the outbox comes again with the same id.
  for (let round = 0; waiting.length && round < 10; round++) {
    const answers = await Promise.all(waiting.map(input => bureau.officer.ask('enforcement.draft', input)))
    for (const answer of answers) if (!answer.ok) expect(answer.problem.code).toBe('transaction.busy')
    waiting = waiting.filter((_, i) => !answers[i]?.ok)
  }
  expect(waiting).toEqual([])
  const numbers = (await cloud.documents('notices')).map(
    notice => (notice.paper as { number: string }).number,
  )
  expect(new Set(numbers).size).toBe(numbers.length)
  const serials = numbers.map(number => Number(/〕(\d+)号/.exec(number)?.[1])).sort((a, b) => a - b)
  expect(serials).toEqual(serials.map((_, i) => i + 1))
}, 30_000)

test('each record’s entries are a chain of hashes that a change past the procedures breaks', async () => {
  const entries = (await cloud.documents('journal')) as unknown as Entry[]
  const records = [
    ...(await cloud.documents('notices')),
    ...(await cloud.documents('checks')),
  ] as unknown as Kept[]
  expect(records.length).toBeGreaterThan(15)
  for (const record of records) expect(broken(record, entries)).toBeUndefined()

  const notice = records.find(
    record => record.reviews !== undefined && (record.reviews as unknown[]).length > 0,
  ) as Kept
  expect(broken({ ...notice, deadline: '2099-01-01' }, entries)).toMatch(/record .* was changed/)
  const forged = entries.map(entry => (entry.hash === notice.head.hash ? { ...entry, at: 1 } : entry))
  expect(broken(notice, forged)).toMatch(/entry .* was changed/)
})
