import { addDays, dayOf } from '../../domain/calendar'
import { type Bureau, freshCloud, home, openBureau } from '../functions/bureau'
import { Hand } from './hand'
import { fillSeller, nameOf } from './steps'

// A visit on the phones of a head and an officer. Each test goes on where the one before ended.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let head: Hand
let officer: Hand
let seller: string
let producer: string

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  seller = await nameOf(cloud, bureau.seller)
  producer = await nameOf(cloud, bureau.producer)
  head = await new Hand(cloud, bureau.head.openid).start()
  officer = await new Hand(cloud, bureau.officer.openid).start()
}, 60_000)
afterAll(async () => {
  head?.kill()
  officer?.kill()
  await cloud.close()
})

// biome-ignore lint/suspicious/noExplicitAny: documents as the store holds them
type Stored = any
const about = async (enterprise: string): Promise<Stored> =>
  (await cloud.documents('tasks')).find((task: Stored) => task.enterprise === enterprise)
const checkOf = async (enterprise: string): Promise<Stored> =>
  (await cloud.documents('checks')).find((check: Stored) => check.enterprise === enterprise)

test('the head sends an officer to an enterprise with five taps and no word typed', async () => {
  await head.phone.open('/task/issue/index')
  const effort = await head.spent(async () => {
    await head.tap({ text: /^检查员甲/, cls: 'chip' })
    await head.tap({ role: 'button', label: '＋ 针对一家企业' })
    await head.tap({ role: 'button', label: seller })
    await head.tap('去年抽查不合格')
    await head.tap('下发任务')
  })
  process.stdout.write(`taps.visit.issue ${effort.taps}\n`)
  expect(effort).toEqual({ taps: 5, typed: 0 })
  expect(head.phone.toast).toBe('已下发 1 件')
  expect(await about(bureau.seller)).toMatchObject({
    title: `检查${seller}`,
    ask: '去年抽查不合格',
    kind: 'verify',
    unit: home,
    state: 'assigned',
    enterpriseName: seller,
    enterpriseKind: 'seller',
    holder: { post: bureau.officerPost },
  })
})

test('the officer opens it, checks, and completes it with the record: four taps beside the check', async () => {
  await officer.phone.open('/task/list/index')
  expect(officer.text).toContain(`${seller}（销售）`)
  const effort = await officer.spent(async () => {
    await officer.tap(`检查${seller}`)
    expect(officer.text).toContain('去年抽查不合格')
    await officer.tap('开始检查')
  })
  expect(officer.phone.screen.has('提交检查记录')).toBe(true)
  await fillSeller(officer)
  await officer.tap('提交检查记录')
  const made = await checkOf(bureau.seller)
  expect(officer.text).toContain('再检查')
  const end = await officer.spent(async () => {
    await officer.tap('办结任务')
    expect(officer.text).toMatch(/\d+月\d+日 \d\d:\d\d 未发现问题/)
    await officer.tap('办结任务')
  })
  process.stdout.write(`taps.visit.make ${effort.taps + end.taps}\n`)
  expect(effort.taps + end.taps).toBe(4)
  expect(end.typed).toBe(0)
  expect(await about(bureau.seller)).toMatchObject({
    state: 'done',
    result: { words: '', check: made._id, outcome: '未发现问题' },
  })
  expect(officer.text).toContain('检查记录：未发现问题')
  await officer.tap({ role: 'button', label: '检查记录：未发现问题' })
  expect(officer.text).toContain(seller)
})

test('what the form holds can be undone: another enterprise, none, a reason, several parties', async () => {
  await head.phone.open('/task/issue/index')
  await head.type('任务名称', '看看现场')
  await head.tap({ role: 'button', label: '＋ 针对一家企业' })
  await head.type('找企业', producer.slice(2, 6))
  await head.phone.advance(400)
  await head.tap({ role: 'button', label: producer })
  for (const text of ['整改复查', '群众举报', '群众举报'])
    await head.tap({ text, cls: 'chip', within: { label: '去检查的原因' } })
  await head.tap({ text: /^检查员甲/, cls: 'chip' })
  await head.tap({ text: /^检查员乙/, cls: 'chip' })
  expect(head.text).toContain('针对一家企业的任务一次只能交给一方')
  await head.tap('下发 2 件')
  expect(head.phone.toast).toBe('针对一家企业的任务一次只能交给一方')
  expect(await about(bureau.producer)).toBeUndefined()
  await head.tap({ role: 'button', label: `去掉${producer}` })
  expect(head.text).not.toContain('一次只能交给一方')
  expect(head.text).not.toContain('去年抽查不合格')

  // Without a signal the list that was found last is on the phone.
  await head.phone.goOffline()
  await head.tap({ role: 'button', label: '＋ 针对一家企业' })
  await head.type('找企业', producer.slice(0, 5))
  await head.phone.advance(4_000)
  expect(head.text).toContain('现在没有网络，只在手机上存的企业中查找')
  await head.tap({ role: 'button', label: producer })
  await head.tap({ text: /^检查员乙/, cls: 'chip' })
  await head.tap('下发任务')
  expect(head.phone.toast).toBe('已存在手机上，联网后自动发送')
  await head.phone.goOnline()
  await head.phone.advance(5_000)
  expect(await about(bureau.producer)).toMatchObject({
    title: '看看现场',
    ask: '整改复查',
    kind: 'recheck',
    holder: { post: bureau.officerPost },
  })
})

test('without a signal, from the start of the check to the end of the task; both arrive, in order', async () => {
  bureau.head.now = officer.phone.now()
  await bureau.head.write('task.issue', {
    title: '再看一次',
    ask: '群众举报',
    kind: 'verify',
    due: addDays(dayOf(officer.phone.now()), 7),
    to: [{ unit: home, post: bureau.officerPost }],
    secret: true,
    enterprise: bureau.seller,
  })
  const again = async () => (await cloud.documents('tasks')).find(({ title }) => title === '再看一次')
  await officer.phone.open(`/task/task/index?task=${(await again())?._id}`)
  expect(officer.text).toContain('突击，请勿外传')
  await officer.phone.goOffline()
  await officer.tap('开始检查')
  await fillSeller(officer)
  await officer.tap('提交检查记录')
  expect(officer.phone.toast).toBe('已存在手机上，联网后自动发送')
  await officer.tap('办结任务')
  expect(officer.text).toContain('还在手机上')
  await officer.tap('办结任务')
  expect(officer.phone.toast).toBe('已存在手机上，联网后自动发送')
  await officer.phone.goOnline()
  await officer.phone.advance(5_000)
  const [, later] = (await cloud.documents('checks')).filter(
    (check: Stored) => check.enterprise === bureau.seller,
  )
  expect(later).toBeDefined()
  expect(await again()).toMatchObject({ state: 'done', result: { words: '', outcome: '未发现问题' } })
})

test('who takes the record away writes what came of it', async () => {
  await officer.phone.open(`/task/task/index?task=${(await about(bureau.producer))._id}`)
  await officer.tap('办结任务')
  await officer.tap('办结任务')
  expect(officer.phone.toast).toBe('请写明完成情况')
  await officer.type('完成情况', '企业已停产，大门上锁')
  await officer.tap('办结任务')
  expect(await about(bureau.producer)).toMatchObject({
    state: 'done',
    result: { words: '企业已停产，大门上锁' },
  })
})
