import { addDays, dayOf, spokenDay } from '../../domain/calendar'
import { admitChief, type Bureau, type Caller, openBureau } from '../functions/bureau'
import { put, termFor } from '../functions/terms'
import { Hand, openLaptop } from './laptop'

// Clocks at work as people meet them: a warning in the inbox, more time asked for and granted, leave in the middle of a
// clock, a grave thing reported and read.
const DAY = 86_400_000

let laptop: Awaited<ReturnType<typeof openLaptop>>
let bureau: Bureau
let chief: Caller
let officer: Hand
let second: Hand
let deputy: Hand
let section: Hand
const now = Date.now()
const today = dayOf(now)

const tick = () => laptop.cloud.fire('clock', 'every-five-minutes')
const term = (days: number, more: Parameters<typeof termFor>[3] = {}) =>
  put(
    laptop.cloud,
    'terms',
    termFor(bureau.officerPost, bureau.unit, now - 8 * DAY, { due: addDays(today, days), ...more }),
  )

beforeAll(async () => {
  laptop = await openLaptop()
  bureau = await openBureau(laptop.cloud)
  chief = await admitChief(laptop.cloud)
  const person = (openid: string) => Hand.of(laptop.browser, laptop.cloud, openid)
  officer = await person(bureau.officer.openid)
  second = await person(bureau.second.openid)
  deputy = await person(bureau.deputy.openid)
  section = await person(chief.openid)
}, 60_000)
afterAll(() => laptop?.close())

test('nothing yet: the tab says so', async () => {
  await officer.open('/pages/messages/index')
  await officer.sees(/还没有消息/)
  await officer.picture('messages-empty')
  await officer.tap('期限')
  await officer.sees('没有压在您手上的期限')
}, 30_000)

test('a warning stands in the inbox, unread, and leads to its term', async () => {
  await term(2, { title: '报送“三无”电缆整治台账（第二季度，含建材市场和五金店的全部排查表）' })
  await term(-4, { title: '答复12345工单', provisional: true })
  await term(20, { title: '核查举报线索', row: 'R-VERIFY', why: '自收到举报之日起15个工作日' })
  await tick()
  await officer.open('/pages/messages/index')
  await officer.sees(/还剩2天/)
  await officer.picture('messages')
  expect(await officer.accessibility()).toEqual([])
  expect(await officer.overflow()).toBeLessThanOrEqual(0)
  await officer.tap(/还剩2天/)
  await officer.sees('已超期 4 天')
  await officer.tap('为什么是这天', { nth: 0 })
  await officer.picture('terms')
  expect(await officer.accessibility()).toEqual([])
  const read = async () =>
    (await laptop.cloud.documents('messages')).filter(({ read: readers }) => (readers as object[]).length > 0)
  for (let i = 0; i < 50 && (await read()).length === 0; i++) await officer.page.waitForTimeout(100)
  expect(await read()).toHaveLength(1)
}, 60_000)

test('more time: asked with a reason, granted by the deputy', async () => {
  await officer.tap('申请延期或中止')
  await officer.sees('延到哪一天')
  await officer.picture('term-ask')
  await officer.tap('中止计时')
  await officer.tap('等待检验结果')
  await officer.tapLabel('中止到哪一天')
  await officer.page.waitForTimeout(400)
  await officer.picture('term-ask-day')
  await officer.page.locator('.weui-picker__action').filter({ visible: true }).last().click()
  await officer.tap('送负责人批准')
  await officer.sees('已送负责人批准')
  await deputy.open('/pages/messages/index')
  await deputy.tap(/待批准：中止计时/)
  await deputy.sees('同意')
  await deputy.picture('term-grant')
  expect(await deputy.accessibility()).toEqual([])
  await deputy.tap('同意')
  await deputy.sees(/已中止计时，到/)
}, 60_000)

test('leave in the middle of a clock: who stands in has the post’s messages and its terms', async () => {
  await second.open('/pages/messages/index')
  await second.sees(/还没有消息/)
  const people = await laptop.cloud.documents('people')
  const away = people.find(({ _id }) => _id === bureau.second.openid) as never as {
    _id: string
    posts: object[]
  }
  const borrowed = {
    id: bureau.officerPost,
    role: 'officer',
    org: bureau.unit,
    write: [bureau.unit],
    see: [bureau.unit],
    search: [],
    standIn: { name: '检查员甲', from: today, to: addDays(today, 7), kinds: [] },
  }
  await put(laptop.cloud, 'people', { ...away, posts: [...away.posts, borrowed] } as never)
  await second.open('/pages/messages/index')
  await second.page.reload()
  await second.sees(/已超期4天/)
  await second.tap('期限')
  await second.sees('答复12345工单')
}, 40_000)

test('a grave thing: reported in three fields, at once on top of the section’s inbox, with reading times', async () => {
  await officer.open('/message/urgent/index')
  await officer.sees('还没有报告过重大情况')
  await officer.tap('报告重大情况')
  await officer.tap('质量安全事故')
  await officer.type('出了什么事', '工地电缆起火，一人轻伤，已断电')
  await officer.type('地点', '嘉定镇阳明路')
  await officer.picture('urgent-report')
  await officer.tap('立即报告')
  await officer.page.locator('.taro-modal__foot').getByText('立即报告').click()
  await officer.sees('送达和阅看')
  await officer.picture('urgent-sent')
  await section.open('/pages/messages/index')
  await section.picture('messages-urgent')
  await section.tap(/重大情况：质量安全事故/)
  await section.sees('工地电缆起火，一人轻伤，已断电')
  await section.type('批示', '立即封存同批次，今晚八点前报进展')
  await section.picture('urgent-answer')
  await section.tap('发出批示')
  await section.sees(/^科长甲 /)
  await officer.open('/pages/today/index')
  await officer.open('/message/urgent/index')
  await officer.tap('工地电缆起火，一人轻伤，已断电')
  await officer.sees('立即封存同批次，今晚八点前报进展')
  await officer.sees(/已阅 \d\d:\d\d/)
  await officer.picture('urgent-answered')
  expect(await officer.accessibility()).toEqual([])
}, 60_000)

test('the daily sheet, by person, to be copied', async () => {
  await deputy.open(`/message/sheet/index?unit=${bureau.unit}`)
  await deputy.sees(/已超期 4 天/)
  await deputy.picture('daily-sheet')
  expect(await deputy.accessibility()).toEqual([])
  expect(await deputy.text()).toContain(spokenDay(addDays(today, -4)))
}, 30_000)

test('in 关怀版 and without a signal', async () => {
  await officer.page.evaluate(() => localStorage.setItem('sanlian/setting/care', 'true'))
  await officer.open('/message/terms/index')
  await officer.page.reload()
  await officer.sees('已超期 4 天')
  await officer.picture('terms-care')
  expect(await officer.overflow()).toBeLessThanOrEqual(0)
  await officer.open('/pages/messages/index')
  await officer.sees(/还剩2天/)
  await officer.offline(true)
  await officer.page.evaluate(() => dispatchEvent(new Event('offline')))
  await officer.sees(/现在没有网络/)
  await officer.picture('messages-offline')
  expect(officer.errors).toEqual([])
  expect(section.errors).toEqual([])
  expect(deputy.errors).toEqual([])
}, 40_000)
