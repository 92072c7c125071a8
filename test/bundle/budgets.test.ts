import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { demoEnterprises } from '../../demo/enterprises'
import { packages } from '../bench/sizes'
import { type Bureau, freshCloud, home, openBureau } from '../functions/bureau'
import { Hand } from './hand'
import { type Weights, weights } from './steps'

// What crosses from the logic layer to the view, and how large the packages are: the budgets of a cheap phone on a poor
// network. Bytes are UTF-8 of the JSON of setData.

const KiB = 1024

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
})
afterAll(() => cloud.close())

describe('the check of a producer, 22 items', () => {
  let sent: Weights
  beforeAll(async () => {
    sent = await weights(cloud, bureau)
  })

  test('opens with at most 24 KB', () => {
    expect(sent.open).toBeGreaterThan(4_000) // the page is there
    expect(sent.open).toBeLessThanOrEqual(24 * KiB)
  })

  test('sends at most 400 bytes for 符合, at the first item, the last of a group and the last of all', () => {
    expect(sent.answers).toHaveLength(22)
    expect(Math.min(...sent.answers)).toBeGreaterThan(0)
    expect(sent.answers.filter(bytes => bytes > 400)).toEqual([])
  })

  test('sends at most 400 bytes for a chip and for a keystroke', () => {
    expect(sent.chip).toBeGreaterThan(0)
    expect(sent.chip).toBeLessThanOrEqual(400)
    expect(sent.keystroke).toBeLessThanOrEqual(400)
  })

  // The panel (what follows, chips, words, photos) is made when it is needed: 22 of them would make the page 60 KB.
  test('sends at most 3 KiB for 不符合 with the panel it opens', () => {
    expect(sent.finding).toBeGreaterThan(400)
    expect(sent.finding).toBeLessThanOrEqual(3 * KiB)
  })
})

describe('lists over forty enterprises', () => {
  let hand: Hand
  beforeAll(async () => {
    const others = demoEnterprises().filter(({ unit }) => unit !== home)
    for (const { person: _person, ...enterprise } of others)
      await bureau.officer.write('register.enroll', { ...enterprise, unit: home })
    hand = new Hand(cloud, bureau.officer.openid)
  })
  afterEach(() => hand.kill())

  test.each([
    ['找企业', '/officer/find/index', 'found'],
    ['在册企业', `/city/records/index?unit=${home}&measure=enterprises`, 'row'],
  ])('%s opens with twenty lines in at most 16 KB', async (_name, url, line) => {
    await hand.start()
    const mark = hand.phone.setData.length
    await hand.phone.open(url)
    expect(hand.phone.screen.find({ cls: line })).toHaveLength(20)
    const sent = hand.phone.setData.slice(mark).map(({ bytes }) => bytes)
    expect(Math.max(...sent)).toBeLessThanOrEqual(16 * KiB)
    expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(24 * KiB)
  })
})

describe('the packages of the mini-program', () => {
  const all = packages()

  // By building with and without it (docs/decisions/0016): 27 KiB more in the package, mostly the page's own files.
  test('the page 判电缆 weighs at most 40 KiB, and none of its rules is in the main package', () => {
    const weapp = path.resolve(__dirname, '../../dist/weapp')
    const files = readdirSync(path.join(weapp, 'rules/cable')).map(file =>
      path.join(weapp, 'rules/cable', file),
    )
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
    expect(bytes).toBeGreaterThan(10 * KiB)
    expect(bytes).toBeLessThanOrEqual(40 * KiB)
    const main = ['app.js', 'common.js', 'vendors.js'].map(file =>
      readFileSync(path.join(weapp, file), 'utf8'),
    )
    for (const rule of ['GB/T 3956', 'GB/T 5023', '先行登记保存']) expect(main.join('')).not.toContain(rule)
    const rules = readdirSync(path.join(weapp, 'rules'), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.js'))
      .map(file => readFileSync(path.join(weapp, 'rules', file), 'utf8'))
    expect(rules.join('').includes('GB/T 3956')).toBe(true)
  })

  test('the main package is at most 512 KiB', () => {
    const [main] = all
    expect(main).toMatchObject({ name: 'main' })
    expect(main?.bytes).toBeGreaterThan(100 * KiB)
    expect(main?.bytes).toBeLessThanOrEqual(512 * KiB)
  })

  // Measured 20 KiB; the rules of time stay on the server.
  test('the package of terms and urgent reports is at most 40 KiB', () => {
    const bytes = all.find(({ name }) => name === 'message')?.bytes ?? 0
    expect(bytes).toBeGreaterThan(5 * KiB)
    expect(bytes).toBeLessThanOrEqual(40 * KiB)
  })

  test('each sub-package is at most 256 KiB', () => {
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['officer', 'enterprise', 'city']))
    expect(all.slice(1).filter(({ bytes }) => bytes === 0 || bytes > 256 * KiB)).toEqual([])
  })

  test('岗位和人员 is at most 60 KiB', () => {
    expect(all.find(({ name }) => name === 'bureau')?.bytes).toBeLessThanOrEqual(60 * KiB)
  })

  test('tasks are fetched ahead by everybody in an office: at most 60 KiB', () => {
    const bytes = all.find(({ name }) => name === 'task')?.bytes ?? 0
    expect(bytes).toBeGreaterThan(10 * KiB)
    expect(bytes).toBeLessThanOrEqual(60 * KiB)
  })

  // The forms of a campaign and of a plan are checked on the phone, by the function's own rules: half of it is zod.
  test('campaigns weigh at most 128 KiB, what is entered elsewhere at most 24', () => {
    const limits = { campaign: 128, outside: 24 }
    for (const [name, limit] of Object.entries(limits)) {
      const bytes = all.find(one => one.name === name)?.bytes ?? 0
      expect(bytes).toBeGreaterThan(5 * KiB)
      expect(bytes).toBeLessThanOrEqual(limit * KiB)
    }
  })

  test('the pages of approval weigh at most 60 KiB', () =>
    expect(all.find(({ name }) => name === 'approve')?.bytes).toBeLessThanOrEqual(60 * KiB))

  // Seven pages of papers; the templates stay on the server.
  test('the pages of papers weigh at most 72 KiB', () => {
    const bytes = all.find(({ name }) => name === 'paper')?.bytes ?? 0
    expect(bytes).toBeGreaterThan(20 * KiB)
    expect(bytes).toBeLessThanOrEqual(72 * KiB)
  })

  test('all together are at most 2 MiB', () => {
    expect(all.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(2 * KiB * KiB)
  })
})
