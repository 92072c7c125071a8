import { type Bureau, type Caller, chiefOf, freshCloud, home, openBureau } from '../functions/bureau'
import { Hand } from './hand'
import { assignAll, tasksAtDesk } from './task-steps'

// Tasks on the phones of the city's chief, a head, a leader and an officer. Each test goes on where the one before ended.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let chief: Caller
const hands: Record<string, Hand> = {}

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  await openBureau(cloud, '360723')
  chief = await chiefOf(cloud)
  for (const name of ['head', 'leader', 'officer', 'second'] as const)
    hands[name] = new Hand(cloud, bureau[name].openid)
  hands.chief = new Hand(cloud, chief.openid)
}, 60_000)
afterAll(async () => {
  for (const hand of Object.values(hands)) hand.kill()
  await cloud.close()
})

// biome-ignore lint/suspicious/noExplicitAny: documents as the store holds them
type Stored = any
const tasks = async (): Promise<Stored[]> => cloud.documents('tasks')
const the = async (title: string) => (await tasks()).find(task => task.title === title)
const hand = (name: string) => hands[name] as Hand

test('ten tasks go to one officer with six taps at most, in one write', async () => {
  await tasksAtDesk(cloud, bureau, 10)
  const head = await hand('head').start()
  const { taps, typed } = await head.spent(() => assignAll(head, 10, '检查员乙'))
  process.stdout.write(`taps.assign10 ${taps}\n`)
  expect(taps).toBeLessThanOrEqual(6)
  expect(typed).toBe(0)
  expect(head.phone.toast).toBe('已分派 10 件给检查员乙')
  expect(head.sent('task.assign')).toHaveLength(1)
  for (const task of await tasks())
    expect(task).toMatchObject({ state: 'assigned', holder: { post: bureau.colleague } })
  expect(head.text).toContain('没有等着签收、分派的任务')
  head.kill()
})

test('the city issues to all units at once by pressing 全选, or to one with others that help', async () => {
  const phone = await hand('chief').start()
  await phone.phone.open('/task/issue/index')
  await phone.type('任务名称', '清查无证电缆')
  await phone.tap('全选')
  expect(phone.text).toContain('下发 20 件')
  await phone.tap('下发 20 件')
  // Eighteen bureaus have no head yet: none of the twenty is issued, and one of them is named.
  expect(phone.text).toMatch(/还没有局负责人，暂时不能交给它/)
  expect(await the('清查无证电缆')).toBeUndefined()
  await phone.tap('全不选')
  await phone.tap('信丰县')
  await phone.tap('15天')
  await phone.tap('下发任务')
  expect(await the('清查无证电缆')).toMatchObject({ unit: home, state: 'issued', issuer: { name: '科长甲' } })
})

test('the head signs, gives it to the leader, the leader to an officer', async () => {
  const id = (await the('清查无证电缆'))._id
  const head = await hand('head').start()
  await head.phone.open(`/task/task/index?task=${id}`)
  await head.tap('签收')
  expect(await the('清查无证电缆')).toMatchObject({ state: 'signed', inCharge: { post: bureau.headPost } })
  await head.tap('分派')
  await head.tap({ text: /^所长甲/, cls: 'chip' })
  await head.tap('分派给所长甲')
  const leader = await hand('leader').start()
  await leader.phone.open('/task/list/index')
  await leader.tap('待我办')
  await leader.tap('清查无证电缆')
  await leader.tap({ role: 'button', label: '改派' })
  await leader.tap({ text: /^检查员甲/, cls: 'chip' })
  await leader.tap('分派给检查员甲')
  expect(await the('清查无证电缆')).toMatchObject({ state: 'assigned', holder: { post: bureau.officerPost } })
})

test('without a signal the officer gives it back; it goes out by itself, to the leader by name', async () => {
  const id = (await the('清查无证电缆'))._id
  const officer = await hand('officer').start()
  await officer.phone.open(`/task/task/index?task=${id}`)
  expect(officer.text).toContain('开始办理')
  await officer.tap({ role: 'button', label: '退回给所长甲' })
  await officer.phone.goOffline()
  await officer.tap('不在本辖区')
  await officer.tap('退回给所长甲')
  expect(officer.phone.toast).toBe('已存在手机上，联网后自动发送')
  expect(officer.text).toContain('退回任务已存在手机上')
  expect(officer.text).not.toContain('开始办理')
  expect((await the('清查无证电缆')).state).toBe('assigned')
  await officer.phone.goOnline()
  await officer.phone.advance(5_000)
  expect(await the('清查无证电缆')).toMatchObject({ state: 'signed', holder: { post: bureau.leaderPost } })
})

test('the leader says whose matter it is; the city decides', async () => {
  const id = (await the('清查无证电缆'))._id
  const leader = hand('leader')
  await leader.phone.open(`/task/task/index?task=${id}`)
  expect(leader.text).toMatch(/检查员甲退回：\s*不在本辖区/)
  await leader.tap({ role: 'button', label: '不归本局管，提请市局裁定' })
  await leader.tap('大余县')
  await leader.tap('企业在对方辖区')
  await leader.tap('提请裁定由大余县负责')
  expect(await the('清查无证电缆')).toMatchObject({ state: 'disputed', dispute: { thinks: '360723' } })

  const phone = hand('chief')
  await phone.phone.open('/task/list/index')
  await phone.tap('清查无证电缆')
  expect(phone.text).toMatch(/认为应由大余县负责：企业在对方辖区/)
  await phone.tap('裁定')
  await phone.tap({ text: '大余县', cls: 'chip' })
  await phone.tap('以经营地为准')
  await phone.tap('裁定由大余县负责')
  expect(await the('清查无证电缆')).toMatchObject({
    state: 'issued',
    unit: '360723',
    dispute: { decided: { lead: '360723', words: '以经营地为准' } },
  })
})

test('without a signal an officer completes what he has; the result arrives once', async () => {
  const second = await hand('second').start()
  await second.phone.open('/task/list/index')
  await second.tap('排查第3片建材市场')
  await second.tap('开始办理')
  await second.phone.goOffline()
  await second.tap('办结任务')
  await second.type('完成情况', '12家均有进货台账')
  await second.tap('办结任务')
  expect(second.phone.toast).toBe('已存在手机上，联网后自动发送')
  await second.phone.goOnline()
  await second.phone.advance(5_000)
  expect(await the('排查第3片建材市场')).toMatchObject({
    state: 'done',
    result: { words: '12家均有进货台账' },
  })
  expect(second.text).toContain('12家均有进货台账')
})

test('a list that cannot be fetched says what is the matter', async () => {
  const officer = hand('officer')
  await officer.phone.goOffline()
  await officer.phone.open('/task/list/index')
  await officer.tap('已完成')
  await officer.phone.advance(3_000)
  expect(officer.text).toMatch(/没有连上服务器|没有网络/)
  expect(officer.text).toContain('重试')
})
