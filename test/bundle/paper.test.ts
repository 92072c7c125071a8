import { type Bureau, freshCloud, openBureau } from '../functions/bureau'
import { Hand } from './hand'

// Papers on a phone: a block of numbers is reserved where there is network, a paper is written and numbered where there
// is none, the phone is killed, and what arrives carries the number that was handed over.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let officer: Hand

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  officer = new Hand(cloud, bureau.officer.openid)
})
afterAll(async () => {
  officer.kill()
  await cloud.close()
})

// biome-ignore lint/suspicious/noExplicitAny: a document as the store holds it
const papers = async (): Promise<any[]> => cloud.documents('papers')

test('a block is reserved, and its numbers are on the phone', async () => {
  await officer.start()
  await officer.phone.open('/paper/numbers/index')
  expect(officer.text).toContain('没有预留的号')
  await officer.phone.screen.pick({ tag: 'picker' }, '职务违法犯罪线索移送函')
  await officer.tap('3 个')
  await officer.tap('预留')
  await officer.phone.advance(2_000)
  expect(officer.text).toContain('剩 3 / 3')
  expect(officer.text).toMatch(/信市监线移〔20\d\d〕1号 至 3号/)
})

test('without a signal the form opens, takes the first number, and waits on the phone', async () => {
  await officer.phone.goOffline()
  await officer.phone.open('/paper/draft/index?kind=DOC-26')
  await officer.type('受移送机关', '信丰县纪委监委')
  await officer.type('线索来源', '监督检查中发现')
  await officer.type('涉及人员', '某所工作人员张某')
  await officer.tap('送审')
  expect(officer.phone.toast).toMatch(/^请填写/)
  for (const [label, words] of [
    ['涉及的事实', '检查前一日企业已知检查时间。'],
    ['材料清单', '检查记录\n通话记录说明'],
  ])
    await officer.type(label as string, words as string)
  await officer.tap({ role: 'checkbox', label: /1号$/ })
  await officer.tap('送审')
  await officer.phone.advance(10_000)
  expect(officer.phone.toast).toBe('已存在手机上，联网后自动发送')
  expect(await papers()).toEqual([])
})

test('the number on the waiting paper is not offered for the next one', async () => {
  await officer.phone.open('/paper/draft/index?kind=DOC-26')
  expect(officer.phone.screen.has({ role: 'checkbox', label: /〕1号$/ })).toBe(false)
  expect(officer.phone.screen.has({ role: 'checkbox', label: /〕2号$/ })).toBe(true)
})

test('killed and started again, it arrives once, with its number and in whole', async () => {
  officer.kill()
  await officer.start({ online: false })
  await officer.phone.goOnline()
  await officer.phone.advance(60_000)
  const [paper, ...more] = await papers()
  expect(more).toEqual([])
  expect(paper).toMatchObject({
    unit: bureau.unit,
    title: '职务违法犯罪线索移送函',
    paper: { state: 'numbered', number: expect.stringMatching(/〕1号$/) },
    fields: { receiver: '信丰县纪委监委', materials: ['检查记录', '通话记录说明'] },
  })
  const [block] = await cloud.documents('blocks')
  expect(block).toMatchObject({ used: [{ serial: 1, record: `papers/${paper._id}` }], open: true })
})

test('its page shows the sheet; the stamped paper is photographed, and what is to be served is asked for', async () => {
  const [paper] = await papers()
  await officer.phone.open(`/paper/paper/index?paper=${paper._id}`)
  expect(officer.text).toContain('此处加盖公章')
  expect(officer.text).toMatch(/一、检查记录/)
  await officer.tap('＋ 拍照')
  await officer.tap('登记盖章')
  await officer.phone.advance(3_000)
  expect((await papers())[0]).toMatchObject({
    paper: { state: 'sealed' },
    done: false,
    sealed: { scan: [{}] },
  })
  expect(officer.text).toContain('已加盖公章')
  await officer.tap('登记送达')
  expect(officer.phone.route).toBe('paper/serve/index')
  await officer.type('签收人', '县纪委监委办公室')
  await officer.tap('登记送达')
  await officer.phone.advance(3_000)
  expect((await papers())[0]).toMatchObject({
    done: true,
    paper: { state: 'served' },
    service: { way: 'direct', receiver: '县纪委监委办公室' },
  })
})
