import { addDays, dayOf } from '../../domain/calendar'
import { type Bureau, freshCloud, openBureau } from '../functions/bureau'
import { put, termFor } from '../functions/terms'
import { Hand } from './hand'

// The compiled mini-program: a warning read on the phone, one WeChat message agreed to and sent, more time asked for
// without a signal and granted.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let officer: Hand
let deputy: Hand
const now = Date.now()
const today = dayOf(now)

beforeAll(async () => {
  cloud = await freshCloud({
    log: () => {},
    env: {
      SANLIAN_ADMIN: 'admin',
      SANLIAN_TEMPLATE_DUE: 'T-DUE thing1 time2 thing3',
      SANLIAN_TEMPLATE_RESULT: 'T-RESULT thing1 time2 thing3',
    },
    wechat: {
      templates: { 'T-DUE': ['thing1', 'time2', 'thing3'], 'T-RESULT': ['thing1', 'time2', 'thing3'] },
    },
  })
  bureau = await openBureau(cloud)
  officer = new Hand(cloud, bureau.officer.openid)
  deputy = new Hand(cloud, bureau.deputy.openid)
})
afterAll(async () => {
  for (const hand of [officer, deputy]) hand.kill()
  await cloud.close()
})

const tick = (at: number) => cloud.fire('clock', 'every-five-minutes', at)
const term = (title: string, days: number) =>
  put(
    cloud,
    'terms',
    termFor(bureau.officerPost, bureau.unit, now - 8 * 86_400_000, { due: addDays(today, days), title }),
  )

test('a warning is read on the tab 消息, and leaves a receipt', async () => {
  const id = await term('报送整治台账', 2)
  await tick(now)
  await officer.start()
  await officer.phone.tab('消息')
  expect(officer.text).toContain('还剩2天：报送整治台账')
  expect(officer.text).toContain('未读 1')
  await officer.tap({ role: 'button', label: '未读，还剩2天：报送整治台账' })
  expect(officer.phone.route).toBe('message/terms/index')
  expect(officer.text).toContain('由您承办')
  const [message] = (await cloud.documents('messages')).filter(({ _id }) => String(_id).startsWith(id))
  expect(message).toMatchObject({ fresh: false, read: [{ name: '检查员甲' }] })
})

test('agreed to in WeChat’s own window, the next warning comes by WeChat, once', async () => {
  await officer.phone.tab('消息')
  await officer.tap('有新消息时用微信通知我')
  expect(officer.phone.toast).toContain('会用微信通知您一次')
  expect(await cloud.documents('consents')).toEqual([
    expect.objectContaining({ kind: 'due', granted: 1, used: 0 }),
  ])
  cloud.wechat.accept(bureau.officer.openid, 'T-DUE')
  await term('答复工单', 1)
  await tick(now + 60_000)
  await tick(now + 6 * 60_000)
  expect(cloud.wechat.sent()).toEqual([
    expect.objectContaining({
      openid: bureau.officer.openid,
      page: 'message/terms/index',
      data: expect.objectContaining({ thing1: '还剩1天：答复工单' }),
    }),
  ])
})

test('more time is asked for without a signal, sent once when it is back, and granted', async () => {
  await officer.phone.open('/message/terms/index')
  await officer.phone.goOffline()
  await officer.tap({ text: '申请延期或中止', nth: 0 })
  await officer.phone.screen.pick({ label: '延到哪一天' }, addDays(today, 5))
  await officer.tap('等待上级答复')
  await officer.tap('送负责人批准')
  expect(officer.phone.toast).toContain('已存在手机上')
  await officer.phone.goOnline()
  await officer.phone.advance(60_000)
  const asked = (await cloud.documents('terms')).filter(({ ask }) => ask)
  expect(asked).toHaveLength(1)
  await deputy.start()
  await deputy.phone.open(`/message/terms/index?unit=${bureau.unit}`)
  expect(deputy.text).toContain('检查员甲申请延期到')
  await deputy.tap('同意')
  expect(deputy.phone.toast).toBe('已同意')
  const [moved] = (await cloud.documents('terms')).filter(({ _id }) => _id === asked[0]?._id)
  expect(moved).toMatchObject({ due: addDays(today, 5), state: 'running', turn: 1 })
})

test('a grave thing: two taps and three fields from the tab to the section', async () => {
  await officer.phone.tab('消息')
  const { taps } = await officer.spent(async () => {
    await officer.tap('重大情况')
    await officer.tap('报告重大情况')
    await officer.tap('质量安全事故')
    await officer.type('出了什么事', '工地电缆起火')
    await officer.type('地点', '阳明路')
    await officer.tap('立即报告')
    officer.phone.dialog?.press('立即报告')
    await officer.phone.advance(1_000)
  })
  expect(taps).toBeLessThanOrEqual(5)
  expect(officer.phone.route).toBe('message/urgent/index')
  expect(officer.text).toContain('工地电缆起火')
  expect(officer.text).toContain('局长甲（局负责人）')
  expect(officer.text).toContain('市局还没有可以接收的岗位，请立即电话报告')
})
