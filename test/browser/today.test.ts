import { addDays, dayOf } from '../../domain/calendar'
import { admitChief, type Bureau, Caller, openBureau, waitingNotice, wholeCheck } from '../functions/bureau'
import { Hand, openLaptop } from './laptop'

// 今天 of an inspector, a head and the city's section when there is much to do. The pictures are looked at by people.
const DAY = 86_400_000
const now = Date.now()
const today = dayOf(now)

let laptop: Awaited<ReturnType<typeof openLaptop>>
let bureau: Bureau
let hands: Record<'officer' | 'head' | 'chief' | 'second', Hand>

beforeAll(async () => {
  laptop = await openLaptop({ clock: true })
  bureau = await openBureau(laptop.cloud)
  const chief = await admitChief(laptop.cloud)
  await work(bureau, chief)
  const person = async (openid: string) => {
    const hand = await Hand.of(laptop.browser, laptop.cloud, openid)
    // Pages scroll inside themselves: a tall phone shows them whole in the pictures.
    await hand.page.setViewportSize({ width: 375, height: 1700 })
    return hand
  }
  hands = {
    officer: await person(bureau.officer.openid),
    second: await person(bureau.second.openid),
    head: await person(bureau.head.openid),
    chief: await person(chief.openid),
  }
}, 60_000)
afterAll(() => laptop?.close())

/** A bureau with work in every pile, made as its people make it. */
async function work(
  { head, officer, unit, officerPost, leaderPost, producer, seller }: Bureau,
  chief: Caller,
) {
  const { team } = await head.write('office.setUpTeam', {
    unit,
    name: '嘉定市场监督管理所',
    kind: 'station',
    towns: ['嘉定镇'],
  })
  for (const post of [officerPost, leaderPost]) await head.write('office.movePost', { post, team })
  const errand = (title: string, more: object) => ({
    title,
    ask: '去年抽查导体电阻不合格，整改期已满，看是否还在生产同一型号',
    kind: 'verify' as const,
    due: today,
    to: [{ unit, post: officerPost }],
    secret: false,
    ...more,
  })
  const give = (title: string, more: object) => head.write('task.issue', errand(title, more))
  await give('复查线缆厂', { enterprise: producer, secret: true })
  await give('看望门市', { enterprise: seller, ask: '群众举报卖“三无”线' })
  await give('报送建材市场排查台账（含五金店、装修公司自购电线的全部明细）', { due: addDays(today, 2) })
  head.now = now - 12 * DAY
  await give('上报风险企业名单', { due: addDays(today, -4) })
  delete head.now
  for (let i = 1; i <= 4; i++)
    await chief.write('task.issue', {
      ...errand(`排查第${i}片建材市场`, { due: addDays(today, 9) }),
      to: [{ unit }],
    })
  await waitingNotice(bureau)
  await officer.write('inspection.submit', await wholeCheck(bureau))
  await officer.write('urgent.report', {
    kind: 'accident',
    what: '嘉定镇自建房火灾，起火点有一段没有标识的电缆',
    where: '嘉定镇',
    when: now,
  })
}

const looksRight = async (hand: Hand) => {
  expect(await hand.accessibility()).toEqual([])
  expect(await hand.overflow()).toBeLessThanOrEqual(0)
}

test('the inspector: whom to visit and why stands on top, and one tap begins the check', async () => {
  const { officer } = hands
  await officer.open()
  await officer.sees('今天 2 家')
  await officer.sees(/信丰县局·嘉定所/)
  await officer.sees(/因：去年抽查导体电阻不合格/)
  await officer.picture('today-officer')
  await looksRight(officer)
  const { taps } = officer
  await officer.tap('开始检查', { nth: 0 })
  await officer.sees('已亮证')
  expect(officer.taps - taps).toBe(1)
}, 60_000)

test('the second officer: a record waits for his word', async () => {
  await hands.second.open()
  await hands.second.sees(/待我确认 \d 份/)
  await hands.second.picture('today-second')
  await looksRight(hands.second)
}, 30_000)

test('the head: my word, what ends, who is late and where; one tap presses him', async () => {
  const { head } = hands
  await head.open()
  await head.sees('待我批 1 份')
  await head.sees('嘉定所 · 检查员甲')
  await head.sees('超 4 天')
  await head.picture('today-head')
  await looksRight(head)
  await head.page.getByLabel('催办').last().click()
  await head.page.getByText('已提醒检查员甲').waitFor()
  const read = new Caller(laptop.cloud, bureau.officer.openid)
  expect((await read.read('message.inbox', {})).rows[0]?.title).toBe('催办：完成“上报风险企业名单”')
}, 60_000)

test('the city: what came in, then the twenty units', async () => {
  const { chief } = hands
  await chief.open()
  await chief.sees('重大情况 1 件未阅')
  await chief.picture('today-city')
  await looksRight(chief)
}, 30_000)

test('in 关怀版 and without a signal nothing is lost', async () => {
  for (const who of ['officer', 'head', 'chief'] as const) {
    const hand = hands[who]
    await hand.open()
    await hand.page.evaluate(() => localStorage.setItem('sanlian/setting/care', 'true'))
    await hand.offline(true)
    await hand.page.evaluate(() => {
      location.hash = '#/pages/mine/index'
    })
    await hand.page.waitForTimeout(500)
    await hand.offline(false)
    await hand.page.reload()
    await hand.open()
    await hand.page.waitForTimeout(300)
    await hand.picture(`today-care-${who}`)
    await looksRight(hand)
  }
}, 90_000)
