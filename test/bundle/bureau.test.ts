import { type Bureau, Caller, freshCloud, openBureau, wholeCheck } from '../functions/bureau'
import { Hand } from './hand'

// A bureau's posts on three phones over the real functions: the head lets a leader in, names who stands in for him, and
// hands an officer's post on; whoever left finds his phone empty, except for what he never sent.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let head: Hand
let leaver: Hand

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  head = new Hand(cloud, bureau.head.openid)
  leaver = new Hand(cloud, bureau.second.openid)
})
afterAll(async () => {
  for (const hand of [head, leaver]) hand.kill()
  await cloud.close()
})

// biome-ignore lint/suspicious/noExplicitAny: a document as the store holds it
const stored = async (collection: string, id: string): Promise<any> =>
  (await cloud.documents(collection)).find(({ _id }) => _id === id)

test('the head sets up a team and lets its leader in', async () => {
  await head.start()
  await head.phone.tab('我的')
  await head.tap('岗位和人员')
  await head.tap({ role: 'button', label: '所队' })
  await head.tap('设立所队')
  await head.type('名称', '嘉定市场监管所')
  await head.type('辖区', '嘉定镇、大塘埠镇')
  await head.tap('设立所队')
  expect(head.phone.toast).toBe('已设立')
  const [team] = await cloud.documents('teams')
  const someone = new Caller(cloud, 'new-leader')
  const { application } = await someone.write('office.requestPost', {
    name: '所长乙',
    phone: '13900001111',
    role: 'leader',
    org: bureau.unit,
    team: String(team?._id),
  })
  await head.phone.back()
  await head.phone.back()
  await head.tap({ role: 'button', label: /^待确认的申请/ })
  expect(head.text).toContain('嘉定市场监管所')
  await head.tap('确认')
  expect(head.phone.dialog?.title).toBe('确认所长乙？')
  await head.tap('确认')
  expect(head.phone.toast).toBe('所长乙可以开始工作了')
  expect((await stored('applications', application)).state).toBe('admitted')
  expect((await someone.read('office.me', {})).posts).toEqual([
    expect.objectContaining({ role: 'leader', teamName: '嘉定市场监管所' }),
  ])
})

test('he names his deputy in three taps, and ends it again', async () => {
  await head.phone.back()
  const { taps } = await head.spent(async () => {
    await head.tap('外出授权')
    await head.tap('分管局长甲（分管局长）')
    await head.tap('授权分管局长甲代理 3 天')
  })
  expect(taps).toBe(3)
  expect(await stored('posts', bureau.headPost)).toMatchObject({
    away: { post: bureau.deputyPost, kinds: [], reason: '出差' },
  })
  await head.tap('结束外出授权')
  await head.tap('结束')
  expect(await stored('posts', bureau.headPost)).not.toHaveProperty('away')
})

test('certain papers only are given when they are named, never by an empty list', async () => {
  await head.tap('分管局长甲（分管局长）')
  await head.tap('部分文书')
  await head.tap('授权分管局长甲代理 3 天')
  expect(head.text).toContain('请选择代批哪些文书')
  expect(await stored('posts', bureau.headPost)).not.toHaveProperty('away')
  await head.tap('责令改正通知书')
  await head.tap('授权分管局长甲代理 3 天')
  expect(await stored('posts', bureau.headPost)).toMatchObject({ away: { kinds: ['DOC-06'] } })
})

test('an officer leaves with something unsent on his phone; his colleague has the post and its term', async () => {
  const { check } = await bureau.officer.write('inspection.submit', await wholeCheck(bureau))
  await leaver.start()
  await leaver.phone.open(`/bureau/confirm/index?check=${check}`)
  await leaver.phone.goOffline()
  await leaver.tap('一致，确认')
  expect(leaver.phone.toast).toBe('已存在手机上，联网后自动发送')
  leaver.kill()

  await head.phone.open(`/bureau/post/index?post=${bureau.colleague}`)
  await head.tap('离任')
  await head.tap('调离')
  await head.tap('检查员甲（检查员）')
  await head.tap('离任，由检查员甲接任')
  expect(head.phone.dialog?.content).toContain('未办完的工作由检查员甲接着办')
  await head.tap('离任')
  expect(await stored('posts', bureau.colleague)).toMatchObject({ name: '检查员甲' })
  expect(await stored('terms', `${check}.confirm`)).toMatchObject({ owner: bureau.colleague, open: true })
})

test('whoever left finds nothing kept on his phone, but what he never sent, with the reason', async () => {
  const before = keys('kept/')
  expect(before.filter(key => key.includes('inspection.read'))).toHaveLength(1)
  await leaver.start()
  await leaver.phone.advance(6 * 60_000)
  await leaver.phone.toBackground()
  await leaver.phone.toForeground()
  await leaver.phone.tab('我的')
  expect(leaver.text).toContain('还没有岗位')
  expect(leaver.text).toMatch(/协办确认[\s\S]*岗位已收回，这份内容没有发送/)
  // What is kept now was asked for since, by somebody without a post.
  for (const key of keys('kept/').filter(key => before.includes(key)))
    expect(JSON.stringify(leaver.phone.storage[key])).not.toContain('信丰')
  expect(keys('inspection.read')).toEqual([])
  expect(keys('draft/')).toEqual([])
  await leaver.tap('不要了')
  expect(leaver.phone.dialog?.content).toContain('会从手机上删除，不能恢复')
  await leaver.tap('删除')
  expect(leaver.text).not.toContain('岗位已收回')
})

/** What the leaver's phone holds under a name. */
function keys(prefix: string): string[] {
  return Object.keys(leaver.phone.storage).filter(key => key.includes(prefix))
}
