import { createHash } from 'node:crypto'
import type { Photo } from '../../domain/evidence'
import { type Bureau, foreign, freshCloud, openBureau } from '../functions/bureau'
import { Hand } from './hand'
import { checkProducer, checkSeller, efforts, nameOf, openCheck, showAndTell } from './steps'

// The thread on three phones over the real functions: the officer's check without a signal and his notice, the
// producer's answer, the re-check, the county's figures. Each test goes on where the one before it ended.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let producer: string
let officer: Hand
let maker: Hand
let head: Hand

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  producer = await nameOf(cloud, bureau.producer)
  officer = new Hand(cloud, bureau.officer.openid)
  maker = new Hand(cloud, bureau.maker.openid)
  head = new Hand(cloud, bureau.head.openid)
})
afterAll(async () => {
  for (const hand of [officer, maker, head]) hand.kill()
  await cloud.close()
})

// biome-ignore lint/suspicious/noExplicitAny: a document as the store holds it
type Stored = any

const stored = (collection: string): Promise<Stored[]> => cloud.documents(collection)
/** Accepted writes of one procedure. */
const accepted = async (path: string) => (await stored('journal')).filter(entry => entry.path === path)
const the = async (collection: string) => {
  const documents = await stored(collection)
  expect(documents).toHaveLength(1)
  return documents[0]
}

test('without a signal the officer checks the producer and sends a notice for approval', async () => {
  await officer.start()
  const { taps, typed } = await officer.spent(async () => {
    await checkProducer(officer, producer, async () => {
      expect(officer.phone.route).toBe('officer/check/index')
      expect(officer.text).toContain('协办检查员乙') // the only other officer
      expect(officer.text).toMatch(/✓ 已亮证[\s\S]*✓ 已告知/)
      expect(officer.text).toContain('1/22')
      await officer.phone.goOffline()
      expect(officer.text).toContain('现在没有网络')
    })
    expect(officer.text).toContain('22/22')
    expect(officer.text).toContain('已签名')
    expect(officer.text).toContain('都填好了')
    await officer.tap('提交检查记录')
    expect(officer.phone.route).toBe('officer/notice/index')
    expect(officer.text).toContain('检查记录还在手机上')
    expect(officer.text).toContain('责令改正 2 件事')
    await officer.tap('提交送审')
  })
  expect(officer.phone.toast).toBe('已存在手机上，联网后自动发送')
  expect(taps).toBeLessThanOrEqual(30)
  expect(typed).toBeLessThanOrEqual(40)
  expect([...(await stored('checks')), ...(await stored('notices'))]).toEqual([])
})

test('the phone is killed and started again: check and notice wait on it', async () => {
  officer.kill()
  await officer.start({ online: false })
  expect(officer.text).toContain('待上传 2 件')
  await officer.tap({ role: 'button', label: /^待上传 2 件/ })
  expect(officer.phone.route).toBe('pages/mine/index')
  expect(officer.text).toMatch(new RegExp(`检查记录 · ${producer}[\\s\\S]*责令改正通知书 · ${producer}`))
  expect([...(await stored('checks')), ...(await stored('notices'))]).toEqual([])
})

test('when the network returns one check and one notice arrive, in order and whole', async () => {
  await officer.phone.goOnline()
  await officer.phone.advance(5_000)
  expect(officer.text).toContain('全部已送达')

  const check = await the('checks')
  expect(check).toMatchObject({
    enterprise: bureau.producer,
    officers: [{ post: bureau.officerPost }, { post: bureau.colleague }],
    present: { name: '信丰厂长', duty: '联系人' },
    signature: { how: 'signed', picture: { file: expect.stringMatching(/^cloud:\/\/.*\.png$/) } },
  })
  expect(check.answers).toHaveLength(22)
  expect(check.answers.filter((answer: Stored) => answer.result !== '符合')).toEqual([
    { item: 'P-06', result: '不符合', note: '无合格证' },
    {
      item: 'P-13',
      result: '不符合',
      note: '检定证书已过有效期',
      photos: [expect.objectContaining({ file: expect.stringMatching(/^cloud:\/\/.*\.jpg$/), album: false })],
    },
  ])
  const notice = await the('notices')
  expect(notice).toMatchObject({
    check: check._id,
    state: 'drafted',
    demands: [{ item: 'P-06' }, { item: 'P-13' }],
    paper: { state: 'numbered', number: expect.stringMatching(/^信市监责改〔20\d\d〕1号$/) },
  })
  const writes = [...(await accepted('inspection.submit')), ...(await accepted('enforcement.draft'))]
  expect(writes.map(entry => entry._id)).toEqual([check._id, notice._id])
  // none was tried before the one it builds on was through
  const ours = new Set([check._id, notice._id])
  const tried = officer.phone.calls.map(call => call.options?.data?.input?.id).filter(id => ours.has(id))
  expect(tried).toEqual([check._id, notice._id])
})

test('the pictures in the store are the ones that were taken', async () => {
  const check = await the('checks')
  const { addresses } = await bureau.officer.read('inspection.read', { check: check._id })
  const pictures: Photo[] = [
    check.signature.picture,
    ...check.answers.flatMap((answer: Stored) => answer.photos ?? []),
  ]
  expect(pictures).toHaveLength(2)
  for (const { file, sha256, bytes } of pictures) {
    const body = Buffer.from(await (await fetch(addresses[file] as string)).arrayBuffer())
    expect(body).toHaveLength(bytes)
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256)
  }
})

test('the officer notes the seal; its answer is lost on the way, and the seal is there once', async () => {
  await officer.phone.tab('今天')
  await officer.tap({ role: 'button', label: new RegExp(`^${producer}，待(盖章|送达)$`) })
  expect(officer.text).toContain('此处加盖公章')
  await officer.phone.setNetwork('answers lost')
  await officer.tap('登记盖章')
  await officer.phone.advance(10_000)
  expect(officer.text).toContain('盖章登记已存在手机上')
  expect(await accepted('enforcement.seal')).toHaveLength(1)

  await officer.phone.setNetwork('wifi')
  await officer.phone.advance(60_000)
  expect(officer.text).toContain('已加盖公章')
  expect(officer.text).not.toContain('已存在手机上')
  const tried = officer.sent('enforcement.seal')
  expect(tried.length).toBeGreaterThan(1)
  expect(new Set(tried).size).toBe(1)
  expect((await accepted('enforcement.seal')).map(entry => entry._id)).toEqual([tried[0]])
  expect((await the('notices')).paper.state).toBe('sealed')
})

test('the officer notes that it was served on the one who signed', async () => {
  await officer.tap({ role: 'checkbox', label: '信丰厂长（检查时在场）' })
  await officer.tap('登记送达')
  expect(officer.phone.toast).toBe('已登记送达，整改开始计时')
  expect(officer.text).toContain('还剩 15 天')
  expect(await the('notices')).toMatchObject({
    state: 'served',
    open: true,
    paper: { state: 'served' },
    service: { way: 'direct', receiver: '信丰厂长' },
  })
})

test('the producer reads what to do by when, says that he has it, and answers in words and a photo', async () => {
  await maker.start({ now: officer.phone.now() })
  expect(maker.text).toContain('有 1 份通知书要您整改')
  await maker.tap({ role: 'button', label: /^信市监责改.*要做2件事/ })
  expect(maker.phone.route).toBe('enterprise/notice/index')
  expect(maker.text).toContain('还剩 15 天')
  expect(maker.text).toContain('检定证书已过有效期')
  await maker.tap('我已收到通知书')
  expect(maker.phone.toast).toBe('已签收')
  expect(await the('notices')).toMatchObject({ state: 'acknowledged', acknowledgedAt: expect.any(Number) })

  await maker.type('整改情况', '已送检，已补办合格证')
  await maker.tap('＋ 拍照')
  await maker.tap('拍照') // or from the album
  await maker.tap({ role: 'button', label: '上传整改材料' })
  expect(maker.text).toContain('等待复查')
  expect(await the('notices')).toMatchObject({
    state: 'answered',
    answers: [
      {
        words: '已送检，已补办合格证',
        photos: [expect.objectContaining({ file: expect.stringMatching(/^cloud:/) })],
      },
    ],
  })
})

test('the officer sees the answer, re-checks and closes', async () => {
  await officer.lookAgainAt(maker.phone.now())
  expect(officer.text).toContain('已送检，已补办合格证')
  await officer.tap('合格')
  await officer.tap('已全部改正')
  await officer.tap('复查合格，办结')
  expect(officer.text).toContain('复查合格，已办结')
  expect(await the('notices')).toMatchObject({
    state: 'closed',
    open: false,
    reviews: [{ passed: true, remark: '已全部改正' }],
  })
})

test("the head's unit page shows one check and one closed notice", async () => {
  await head.start({ now: officer.phone.now() })
  await head.tap({ role: 'button', label: '本县全部数字' })
  expect(head.phone.route).toBe('city/unit/index')
  for (const label of ['现场检查 1次', '发现问题 2项', '责令改正 1份', '已办结 1份'])
    expect(head.phone.screen.has({ role: 'button', label })).toBe(true)
  for (const label of ['在册企业 2家', '整改中 0份', '已超期 0份'])
    expect(head.phone.screen.has({ role: 'button', label })).toBe(true)
})

test.each([
  ['现场检查 1次', 'officer/record/index', '2项不符合'],
  ['发现问题 2项', 'officer/record/index', '检定证书已过有效期'],
  ['责令改正 1份', 'officer/notice/index', '已加盖公章'],
  ['已办结 1份', 'officer/notice/index', '复查合格，已办结'],
])('the figure %s opens its record', async (label, route, words) => {
  await head.tap({ role: 'button', label })
  expect(head.phone.route).toBe('city/records/index')
  expect(head.text).toContain('共 1 条')
  await head.tap({ role: 'button', label: new RegExp(`^${producer}，`) })
  expect(head.phone.route).toBe(route)
  expect(head.text).toContain(producer)
  expect(head.text).toContain(words)
  await head.phone.back()
  await head.phone.back()
  expect(head.phone.route).toBe('city/unit/index')
})

test.each([
  ['在册企业 2家', '共 2 条'],
  ['整改中 0份', '没有记录'],
  ['已超期 0份', '没有记录'],
])('the figure %s opens its list', async (label, words) => {
  await head.tap({ role: 'button', label })
  expect(head.text).toContain(words)
  await head.phone.back()
})

describe('in another unit', () => {
  let there: Bureau
  let hand: Hand
  beforeAll(async () => {
    there = await openBureau(cloud, foreign)
    hand = new Hand(cloud, there.officer.openid)
  })
  afterEach(() => hand.kill())
  const checks = async (enterprise: string) =>
    (await stored('checks')).filter(check => check.enterprise === enterprise)

  test('a check whose answer is lost on the way is there once, and the phone learns of it', async () => {
    await hand.start()
    await openCheck(hand, await nameOf(cloud, there.producer))
    await showAndTell(hand)
    await hand.tap('其余都符合')
    await hand.tap('无人在场')
    await hand.tap('大门紧闭，无人应答')
    await hand.phone.setNetwork('answers lost')
    await hand.tap('提交检查记录')
    await hand.phone.advance(10_000)
    expect(hand.phone.toast).toBe('已存在手机上，联网后自动发送')
    expect(await checks(there.producer)).toHaveLength(1)
    await hand.phone.setNetwork('wifi')
    await hand.phone.advance(60_000)
    await hand.phone.tab('我的')
    expect(hand.text).toContain('全部已送达')
    const tried = hand.sent('inspection.submit')
    expect(tried.length).toBeGreaterThan(1)
    expect((await checks(there.producer)).map(check => check._id)).toEqual([...new Set(tried)])
    expect((await accepted('inspection.submit')).filter(entry => entry.unit === foreign)).toHaveLength(1)
  })

  test('pictures whose answers are lost on the way are sent to the same place again', async () => {
    await hand.start()
    await checkSeller(hand, await nameOf(cloud, there.seller))
    await hand.phone.setNetwork('answers lost')
    await hand.tap('提交检查记录')
    await hand.phone.advance(10_000)
    expect(await checks(there.seller)).toEqual([])
    await hand.phone.setNetwork('wifi')
    await hand.phone.advance(60_000)
    const [check, ...more] = await checks(there.seller)
    expect(more).toEqual([])
    expect(check.signature.how).toBe('signed')
    expect(check.answers.flatMap((answer: Stored) => answer.photos ?? [])).toHaveLength(4)
    const places = hand.phone.calls.filter(call => call.name === 'cloud.uploadFile')
    expect(places.length).toBeGreaterThan(5)
    expect(new Set(places.map(call => call.options?.cloudPath)).size).toBe(5)
  })
})

test('the shortest paths stay short', async () => {
  const spent = await efforts(cloud, await openBureau(cloud, '360724'))
  expect(spent['check.producer'].taps).toBeLessThanOrEqual(30)
  expect(spent['check.producer'].typed).toBeLessThanOrEqual(40)
  expect(spent['check.seller'].taps).toBeLessThanOrEqual(18)
  expect(spent['check.seller'].typed).toBe(0)
  expect(spent.notice.taps).toBeLessThanOrEqual(4)
  expect(spent.notice.typed).toBe(0)
  expect(spent.approve.taps).toBeLessThanOrEqual(3)
  expect(spent.approve.typed).toBe(0)
})
