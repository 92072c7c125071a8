import { admitChief, type Bureau, openBureau } from '../functions/bureau'
import { Hand, openLaptop } from './laptop'

// The thread as people live it: an officer in a cable works, the producer, the officer again, the head of the bureau.
let laptop: Awaited<ReturnType<typeof openLaptop>>
let bureau: Bureau
let officer: Hand
let maker: Hand
let head: Hand

beforeAll(async () => {
  laptop = await openLaptop()
  bureau = await openBureau(laptop.cloud)
  const person = (openid: string) => Hand.of(laptop.browser, laptop.cloud, openid)
  officer = await person(bureau.officer.openid)
  maker = await person(bureau.maker.openid)
  head = await person(bureau.head.openid)
}, 60_000)
afterAll(() => laptop?.close())

const stored = (collection: string) => laptop.cloud.documents(collection)

test('the officer checks a producer without a signal: two items 不符合, a photo, a signature, up to 送审', async () => {
  await officer.open()
  await officer.picture('officer-today')
  await officer.tap('开始检查')
  await officer.picture('officer-find')
  await officer.tap(/^生产｜/)
  await officer.sees(/已亮证/)
  await officer.tap(/已亮证/)
  await officer.tap(/已告知/)
  await officer.offline(true)
  await officer.tapLabel(/^出厂检验/)
  await officer.tapIn('#P-13', '不符合')
  await officer.tapIn('#P-13', '检定证书已过有效期')
  await officer.photograph('#P-13')
  await officer.picture('officer-check-finding')
  await officer.tapLabel(/^证照/)
  await officer.tapIn('#P-06', '不符合')
  await officer.tapIn('#P-06', '无合格证')
  await officer.tap('其余都符合')
  await officer.tap(/（企业联系人）/)
  await officer.sign()
  await officer.tapUntil('完成签名', '已签名')
  await officer.picture('officer-check-end')
  await officer.tapUntil('提交检查记录', '提交送审')
  await officer.picture('officer-notice-draft-offline')
  await officer.tap('提交送审')
  expect(await stored('checks')).toHaveLength(0)
  expect({ taps: officer.taps <= 30, typed: officer.typed <= 40 }).toEqual({ taps: true, typed: true })
  process.stdout.write(`taps.check.producer ${officer.taps}, typed ${officer.typed}\n`)
}, 90_000)

test('when the signal returns, check and notice arrive once, in order', async () => {
  await officer.offline(false)
  await officer.page.evaluate(() => dispatchEvent(new Event('online')))
  for (let i = 0; i < 100 && (await stored('notices')).length === 0; i++)
    await officer.page.waitForTimeout(100)
  await officer.page.waitForTimeout(500)
  expect(await stored('checks')).toHaveLength(1)
  const [notice] = await stored('notices')
  expect(notice).toMatchObject({
    check: (await stored('checks'))[0]?._id,
    paper: { state: 'numbered' },
    demands: [{ item: 'P-06' }, { item: 'P-13' }],
  })
}, 30_000)

test('the officer has the paper sealed and serves it', async () => {
  const [notice] = await stored('notices')
  await officer.open(`/officer/notice/index?notice=${notice?._id}`)
  await officer.sees('此处加盖公章')
  await officer.picture('officer-notice-numbered')
  await officer.tap('登记盖章')
  await officer.sees('登记送达')
  await officer.type('签收人', '厂长甲')
  await officer.tap('登记送达')
  await officer.sees(/企业还没有提交整改材料/)
  await officer.picture('officer-notice-served')
}, 30_000)

test('the producer reads what is asked of him by when, says he has it, and answers with a photo', async () => {
  await maker.open()
  await maker.picture('enterprise-today')
  await maker.tap(/信市监责改/)
  await maker.sees(/要做 2 件事/)
  await maker.picture('enterprise-notice')
  await maker.tap('我已收到通知书')
  await maker.type('整改情况', '已送检并补办合格证')
  await maker.photograph('#answer', '拍照')
  await maker.tap('上传整改材料', { nth: 1 })
  await maker.sees(/您提交了整改材料/)
  await maker.picture('enterprise-answered')
  expect((await stored('notices'))[0]).toMatchObject({
    state: 'answered',
    acknowledgedAt: expect.any(Number),
  })
}, 30_000)

test('the officer re-checks and closes', async () => {
  const [notice] = await stored('notices')
  await officer.open(`/officer/notice/index?notice=${notice?._id}`)
  await officer.sees('下一步：复查')
  await officer.tap('合格')
  await officer.tap('已全部改正')
  await officer.picture('officer-review')
  await officer.tap('复查合格，办结')
  await officer.sees(/复查合格，已办结/)
}, 30_000)

test('the county page counts one check and one closed notice, and each figure opens its record', async () => {
  await head.open()
  await head.picture('head-today')
  await head.open(`/city/unit/index?unit=${bureau.unit}`)
  await head.sees('账实核对')
  await head.picture('unit-page')
  const text = await head.text()
  expect(text.replace(/\s+/g, ' ')).toMatch(/现场检查 1 次/)
  expect(text.replace(/\s+/g, ' ')).toMatch(/已办结 1 份/)
  await head.tapLabel(/^已办结/)
  await head.sees('信丰县 · 已办结')
  await head.picture('records')
  await head.tap(/（演示）/)
  await head.sees(/复查合格，已办结/)
  await head.back()
  await head.back()
  await head.tapLabel(/^现场检查/)
  await head.tap(/（演示）/)
  await head.sees(/2项不符合/)
  await head.picture('officer-record')
}, 30_000)

test('the city’s chief sees twenty units, and 信丰县 among them', async () => {
  const chief = await Hand.of(laptop.browser, laptop.cloud, (await admitChief(laptop.cloud)).openid)
  await chief.open()
  await chief.sees('信丰县')
  await chief.picture('city-today')
  expect(chief.errors).toEqual([])
}, 30_000)

test('every page is sound for those who hear it or cannot tell colours apart (axe)', async () => {
  const [notice] = await stored('notices')
  const [check] = await stored('checks')
  const pages: [Hand, string][] = [
    [officer, '/pages/today/index'],
    [officer, '/pages/mine/index'],
    [officer, '/officer/find/index'],
    [officer, `/officer/check/index?enterprise=${bureau.producer}`],
    [officer, `/officer/record/index?check=${check?._id}`],
    [officer, `/officer/notice/index?notice=${notice?._id}`],
    [maker, '/pages/today/index'],
    [maker, `/enterprise/notice/index?notice=${notice?._id}`],
    [head, '/pages/today/index'],
    [head, `/city/unit/index?unit=${bureau.unit}`],
  ]
  const wrong: string[] = []
  for (const [hand, where] of pages) {
    await hand.open(where)
    for (const found of await hand.accessibility()) wrong.push(`${where}: ${found}`)
  }
  expect(wrong).toEqual([])
}, 60_000)

test('no page threw an error, none is wider than the phone', async () => {
  for (const hand of [officer, maker, head]) {
    expect(hand.errors).toEqual([])
    expect(await hand.overflow()).toBeLessThanOrEqual(0)
  }
})
