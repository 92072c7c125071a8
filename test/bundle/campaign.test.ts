import { type Bureau, type Caller, chiefOf, freshCloud, openBureau, wholeCheck } from '../functions/bureau'
import { issuedTo } from '../functions/campaigns'
import { Hand } from './hand'

// A head without a signal confirms a campaign, the confirmation leaves when the network returns, and is there once; an
// officer copies a finished check into another system and notes the number it got there.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let chief: Caller
let campaign: string
let head: Hand
let officer: Hand

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  chief = await chiefOf(cloud)
  campaign = await issuedTo(cloud, [bureau.unit])
  head = await new Hand(cloud, bureau.head.openid).start()
  officer = await new Hand(cloud, bureau.officer.openid).start()
}, 60_000)
afterAll(async () => {
  for (const hand of [head, officer]) hand.kill()
  await cloud.close()
})

const page = () => `/campaign/page/index?campaign=${campaign}`
const standing = async () => (await chief.read('campaign.read', { campaign })).responses[0]

test('the big button confirms receipt; without a signal it waits on the phone and arrives once', async () => {
  await head.phone.open(page())
  expect(head.text).toContain('待确认')
  expect(head.text).toMatch(/生产、销售单位排查[\s\S]*标准宣贯和技术帮扶/)
  await head.phone.goOffline()
  await head.tap({ role: 'button', label: '确认收到' })
  expect(head.phone.toast).toBe('已存在手机上，联网后自动发送')
  expect((await standing())?.received).toBeUndefined()
  await head.phone.goOnline()
  await head.phone.advance(5_000)
  expect((await standing())?.received).toMatchObject({ name: '局长甲' })
  expect(new Set(head.sent('campaign.receive')).size).toBe(1)
})

test('then the plan is what is asked for; what is missing is said before anything is sent', async () => {
  await head.phone.open(page())
  await head.tap('填写本单位方案')
  expect(head.phone.route).toBe('campaign/plan/index')
  await head.tap('报送方案')
  expect(head.phone.toast).toBe('请填写目标')
  expect(head.sent('campaign.submitPlan')).toEqual([])
  await head.type('本单位要达到什么', '全面排查，问题全部整改。')
  for (const at of [1, 2, 3]) await head.type(`责任人${at}`, '质量监督股')
  await head.type('姓名1', '局长甲')
  await head.type('姓名2', '股长甲')
  await head.tap('报送方案')
  expect(await standing()).toMatchObject({ planState: 'submitted' })
})

test('a finished check is copied line by line, and its number there is noted', async () => {
  await bureau.officer.write('inspection.submit', await wholeCheck(bureau))
  await officer.phone.open('/outside/list/index')
  expect(officer.text).toMatch(/工品查/)
  const [waiting] = (await cloud.documents('outsides')).filter(({ kind }) => kind === 'check')
  await officer.phone.open(`/outside/sheet/index?outside=${waiting?._id}`)
  await officer.tap({ role: 'button', label: /^复制统一社会信用代码/ })
  expect(officer.text).toContain('✓ 已复制')
  await officer.type('登记号', 'GPC-2026-0007')
  await officer.tap('已在该系统登记')
  expect(officer.text).toContain('✓ 已登记')
  expect((await cloud.documents('outsides')).find(({ _id }) => _id === waiting?._id)).toMatchObject({
    open: false,
    number: 'GPC-2026-0007',
  })
})
