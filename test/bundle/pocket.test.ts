import { type Bureau, freshCloud, openBureau } from '../functions/bureau'
import { Hand } from './hand'
import { judgeCable, nameOf } from './steps'

// The pocket tool as an officer has it where there is no signal: nothing is asked of anybody.
let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let hand: Hand

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
})
beforeEach(async () => {
  hand = await new Hand(cloud, bureau.officer.openid).start()
})
afterEach(() => hand.kill())
afterAll(() => cloud.close())

/** Opens 速查 without a network, and does `work` there; none of it may call anybody. */
async function offline(work: () => Promise<unknown>): Promise<void> {
  await hand.phone.goOffline()
  const before = asked()
  await hand.tap('速查')
  await work()
  expect(asked()).toBe(before)
}

/** How often this phone tried to reach anybody. */
const asked = () =>
  hand.phone.calls.filter(({ name }) => /callFunction|uploadFile|downloadFile|request/i.test(name)).length

test('from the first page to a verdict: three taps at most, no call, no signal', async () => {
  await hand.phone.goOffline()
  const before = asked()
  const spent = await hand.spent(() => judgeCable(hand, 'BV 2.5', '8.62'))
  expect(asked()).toBe(before)
  expect(spent.taps).toBeLessThanOrEqual(3)
  expect(hand.text).toContain('不符合标准')
  expect(hand.text).toContain('7.41')
  expect(hand.text).toContain('GB/T 3956-2008')
})

test('a chip stands for a common designation, and the last one used comes first next time', async () => {
  await offline(async () => {
    await hand.tap({ text: 'BV 4', cls: 'chip' })
    await hand.type('实测导体电阻', '4.60')
    expect(hand.text).toContain('符合标准')
  })
  hand.kill()
  await hand.start()
  await offline(async () => {
    expect(hand.text.indexOf('BV 4')).toBeLessThan(hand.text.indexOf('BV 2.5'))
  })
})

test.each([
  ['7,41', /小数点/],
  ['7.3-7.5', /范围|一个数/],
  ['<0.01', /是一个界限/],
  ['-7', /负/],
  ['🙂', /看不懂，请只填一个数字/],
])('“%s” is answered by a sentence, not by a verdict', async (typed, sentence) => {
  await offline(async () => {
    await hand.type('电缆上印的型号规格', 'BV 2.5')
    await hand.type('实测导体电阻', typed)
    expect(hand.text).toContain('不能判定')
    expect(hand.text).toMatch(sentence)
    expect(hand.text).not.toMatch(/NaN|undefined|Infinity/)
  })
})

test('the scale and the multimeter raise a suspicion and never a verdict', async () => {
  await offline(async () => {
    await hand.type('电缆上印的型号规格', 'BV 2.5')
    await hand.tap({ role: 'button', label: /^用秤和万用表粗查/ })
    await hand.type('一根线芯两头的电阻', '0.95')
    expect(hand.text).toContain('疑似，需抽样')
    expect(hand.text).not.toContain('不符合标准')
  })
})

test('an event and a day lead to the legal day with its reason', async () => {
  await offline(async () => {
    await hand.tap('算期限')
    await hand.tap({ role: 'button', label: /先行登记保存/ })
    await hand.phone.screen.pick({ tag: 'picker' }, '2025-09-26')
    expect(hand.text).toContain('2025年10月13日')
    expect(hand.text).toMatch(/7个工作日/)
    expect(hand.text).toMatch(/9月28日.*调休上班/)
    expect(hand.text).toMatch(/第35条/)
  })
})

test('a complaint of 14 April 2026 stands under the old rules, one tap away; of 15 April under the new', async () => {
  await offline(async () => {
    await hand.tap('算期限')
    await hand.tap({ role: 'button', label: /^收到投诉/ })
    await hand.phone.screen.pick({ tag: 'picker' }, '2026-04-15')
    expect(hand.text).toContain('2026年4月24日')
    await hand.phone.screen.pick({ tag: 'picker' }, '2026-04-14')
    expect(hand.text).toContain('不能算出日期')
    await hand.tap({ role: 'button', label: /^改用/ })
    expect(hand.text).toContain('2026年4月23日')
    expect(hand.text).toContain('暂行办法')
  })
})

test('a day in a year whose holidays are not published is called 暂定', async () => {
  await offline(async () => {
    await hand.tap('算期限')
    await hand.tap({ role: 'button', label: /先行登记保存/ })
    await hand.phone.screen.pick({ tag: 'picker' }, '2031-03-03')
    expect(hand.text).toContain('暂定')
  })
})

test('a code with a wrong character is shown with the character it should have', async () => {
  await offline(async () => {
    await hand.tap('认编码')
    await hand.type('粘贴或输入编码', '91110000101623741J')
    expect(hand.text).toContain('统一社会信用代码')
    expect(hand.text).toMatch(/应(为|是)\s*“?K/)
    expect(hand.phone.screen.find({ cls: 'tool-wrong' })).toHaveLength(1)
  })
})

test('a keystroke on the pocket tool sends little, in the designation and in the value', async () => {
  await offline(async () => {
    await hand.type('电缆上印的型号规格', 'BV 2.5')
    await hand.type('实测导体电阻', '8.6')
    const value = await hand.bytes(() => hand.type('实测导体电阻', '8.62'))
    const another = await hand.bytes(() => hand.type('电缆上印的型号规格', 'BV 25'))
    expect(Math.min(value, another)).toBeGreaterThan(0)
    expect(Math.max(value, another)).toBeLessThanOrEqual(6 * 1024)
  })
})

test('a quick test goes into the record of a check, and a suspicious one waits for the officer', async () => {
  await hand.tap('开始检查')
  await hand.tap({ text: await nameOf(cloud, bureau.producer), cls: 'found-name' })
  await hand.tap('现场核查')
  await hand.tap({ role: 'button', label: /快检：量电阻/ })
  await hand.type('电缆上印的型号规格', 'BV 2.5')
  await hand.type('实测导体电阻', '8.62')
  expect(hand.text).toContain('疑似，需抽样')
  await hand.tap('记入检查记录')
  await hand.tap('其余都符合')
  await hand.tap('现场核查')
  expect(hand.text).toContain('BV 2.5 实测 8.62 Ω/km，限值 7.41 Ω/km，超 16.3%，疑似，需抽样')
  expect(hand.text).toContain('21/22')
})
