import { addDays, dayOf } from '../../domain/calendar'
import { type Bureau, Caller, openBureau, wholeCheck } from '../functions/bureau'
import { Hand, openLaptop } from './laptop'

// A head and his bureau: who comes, who goes, who stands in, which teams. The pictures are looked at by people.
let laptop: Awaited<ReturnType<typeof openLaptop>>
let bureau: Bureau
let head: Hand

beforeAll(async () => {
  laptop = await openLaptop()
  bureau = await openBureau(laptop.cloud)
  head = await Hand.of(laptop.browser, laptop.cloud, bureau.head.openid)
  // Pages scroll inside themselves: a tall phone shows them whole in the pictures.
  await head.page.setViewportSize({ width: 375, height: 1300 })
}, 60_000)
afterAll(() => laptop?.close())

const stored = (collection: string) => laptop.cloud.documents(collection)
const postOf = async (id: string) => (await stored('posts')).find(({ _id }) => _id === id)
const asks = async (name: string, role: 'leader' | 'officer', more: object = {}) => {
  const who = new Caller(laptop.cloud, `asks-${name}`)
  const certificate = {
    certificate: `赣B${name.length}777`,
    certificateUntil: addDays(dayOf(Date.now()), 12),
  }
  await who.write('office.requestPost', {
    name,
    phone: '13900001111',
    role,
    org: bureau.unit,
    ...(role === 'officer' ? certificate : {}),
    ...more,
  })
  return who
}

test('the head sets up two teams', async () => {
  await head.open('/pages/mine/index')
  await head.tap('岗位和人员')
  await head.sees('局机关')
  await head.picture('bureau-people-begin')
  await head.tap('所队')
  await head.tap('设立所队')
  await head.type('名称', '嘉定市场监管所')
  await head.type('辖区', '嘉定镇、大塘埠镇')
  await head.picture('bureau-team-form')
  await head.tap('设立所队')
  await head.sees('辖区：嘉定镇、大塘埠镇')
  await head.tap('设立所队')
  await head.type('名称', '西牛市场监管所')
  await head.type('辖区', '嘉定镇')
  await head.tap('设立所队')
  await head.sees('嘉定镇已由嘉定市场监管所负责')
  await head.picture('bureau-team-refused')
  await head.type('辖区', '西牛镇、铁石口镇')
  await head.tap('设立所队')
  await head.sees('辖区：西牛镇、铁石口镇')
  await head.picture('bureau-teams')
  expect(await stored('teams')).toHaveLength(2)
}, 60_000)

test('somebody applies with his team; the head lets a leader in and turns a stranger down', async () => {
  const someone = await Hand.of(laptop.browser, laptop.cloud, 'new-leader')
  await someone.page.setViewportSize({ width: 375, height: 1300 })
  await someone.open('/post/index')
  await someone.tap('检查员')
  await someone.picture('bureau-apply-officer')
  await someone.close()
  const [team] = await stored('teams')
  await asks('所长乙', 'leader', { team: team?._id })
  const stranger = await asks('路人甲', 'officer')
  await head.open('/pages/mine/index')
  await head.sees('待确认的申请 2 人')
  await head.picture('bureau-mine-head')
  await head.tap('待确认的申请 2 人')
  await head.picture('bureau-applications')
  await head.tap('确认', { nth: 0 })
  await head.page.locator('.taro-model__confirm').click()
  // What is said in passing lies above all pages.
  await head.page.getByText('所长乙可以开始工作了').waitFor()
  await head.page.getByText('所长乙可以开始工作了').waitFor({ state: 'hidden' })
  await head.tap('不予确认')
  await head.tap('不是本单位人员')
  await head.picture('bureau-decline')
  await head.tap('不予确认', { nth: 1 })
  await head.sees('没有人在等待确认')
  await head.picture('bureau-applications-empty')
  const turnedDown = await Hand.of(laptop.browser, laptop.cloud, stranger.openid)
  await turnedDown.open('/pages/mine/index')
  await turnedDown.sees('局长甲：不是本单位人员。核对后可以重新申请。')
  await turnedDown.picture('bureau-declined')
  await turnedDown.close()
}, 60_000)

test('the head names his deputy for three days in three taps', async () => {
  await head.open('/pages/mine/index')
  const before = head.taps
  await head.tap('外出授权')
  await head.sees('由谁代理')
  await head.picture('bureau-away')
  await head.tap(/分管局长甲/)
  await head.tap('授权分管局长甲代理 3 天')
  expect(head.taps - before).toBe(3)
  await head.sees('由分管局长甲代理')
  await head.picture('bureau-away-running')
  expect(await postOf(bureau.headPost)).toMatchObject({ away: { post: bureau.deputyPost, reason: '出差' } })
  const deputy = await Hand.of(laptop.browser, laptop.cloud, bureau.deputy.openid)
  await deputy.open('/pages/mine/index')
  await deputy.sees(/代理局长甲/)
  await deputy.picture('bureau-mine-deputy')
  await deputy.close()
}, 60_000)

test('an officer leaves; his colleague takes the post and its unconfirmed check over', async () => {
  const { check } = await bureau.officer.write('inspection.submit', await wholeCheck(bureau))
  await head.open(`/bureau/people/index?unit=${bureau.unit}`)
  await head.sees('检查员乙')
  await head.picture('bureau-people')
  await head.tap('检查员乙')
  await head.sees('离任')
  await head.picture('bureau-post')
  await head.tap('离任')
  await head.tap('调离')
  await head.tap(/检查员甲/)
  await head.picture('bureau-release')
  await head.tap('离任，由检查员甲接任')
  await head.page.locator('.taro-model__confirm').click()
  await head.sees('历任')
  await head.picture('bureau-post-released')
  expect(await postOf(bureau.colleague)).toMatchObject({ name: '检查员甲', openid: bureau.officer.openid })
  expect((await stored('terms')).find(({ _id }) => _id === `${check}.confirm`)).toMatchObject({
    owner: bureau.colleague,
    open: true,
  })
}, 60_000)

test('whoever left finds his phone empty, and a post nobody holds stands on top of the head’s list', async () => {
  const leaver = await Hand.of(laptop.browser, laptop.cloud, bureau.leader.openid)
  await leaver.open()
  await leaver.sees('所长甲')
  const kept = () =>
    leaver.page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('/kept/')).length)
  expect(await kept()).toBeGreaterThan(1)
  await bureau.head.write('office.release', {
    post: bureau.leaderPost,
    on: dayOf(Date.now()),
    reason: '退休',
  })
  await leaver.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      const text = localStorage.getItem(key)
      if (key.includes('/kept/') && text?.includes('"folder"'))
        localStorage.setItem(key, JSON.stringify({ ...JSON.parse(text), at: 0 }))
    }
  })
  await leaver.page.reload()
  await leaver.sees('您还没有岗位')
  await leaver.open('/pages/mine/index')
  await leaver.sees('还没有岗位')
  expect(await leaver.text()).not.toContain('岗位和人员')
  await leaver.picture('bureau-left')
  await leaver.close()

  await head.open(`/bureau/people/index?unit=${bureau.unit}`)
  await head.sees('无人的岗位')
  await head.picture('bureau-people-vacant')
  await head.tap('所长、股长')
  await head.sees('由谁接任')
  await head.picture('bureau-post-vacant')
}, 60_000)

test('the second officer confirms a check, or says what is not so', async () => {
  const again = await openBureau(laptop.cloud, '360723')
  const first = (await again.officer.write('inspection.submit', await wholeCheck(again))).check
  const second = (await again.officer.write('inspection.submit', await wholeCheck(again))).check
  const colleague = await Hand.of(laptop.browser, laptop.cloud, again.second.openid)
  await colleague.page.setViewportSize({ width: 375, height: 1300 })
  await colleague.open(`/officer/record/index?check=${first}`)
  await colleague.sees('待协办本人确认')
  await colleague.picture('bureau-record-unconfirmed')
  await colleague.tap('协办确认')
  await colleague.sees('记录与您当时看到的一致吗')
  await colleague.picture('bureau-confirm')
  await colleague.tap('一致，确认')
  await colleague.sees('✓ 协办已确认')
  await colleague.open(`/bureau/confirm/index?check=${second}`)
  await colleague.tap('不一致')
  await colleague.tap('提交，不同意')
  await colleague.sees('请写明哪里与现场不符')
  await colleague.type('情况说明', 'P-13现场没有检查')
  await colleague.tap('提交，不同意')
  await colleague.sees('■ 协办不同意')
  await colleague.picture('bureau-confirm-disagreed')
  await colleague.tap('看完整记录')
  await colleague.sees('检查员乙不同意：P-13现场没有检查')
  expect(colleague.errors).toEqual([])
  await colleague.close()
}, 60_000)

test('without network and with nothing kept the page says what happened; in large type all fits', async () => {
  await head.open('/pages/mine/index')
  await head.offline(true)
  await head.page.evaluate(() => dispatchEvent(new Event('offline')))
  await head.tap('外出授权')
  await head.sees('现在没有网络')
  await head.sees('由分管局长甲代理')
  await head.picture('bureau-away-offline')
  await head.offline(false)
  await head.page.evaluate(() => dispatchEvent(new Event('online')))
  await head.open(`/bureau/post/index?post=${'0'.repeat(32)}`)
  await head.sees('没有打开')
  await head.picture('bureau-post-failed')
}, 60_000)

test('every page is sound for those who hear it, its buttons are high enough, and it fits, in large type too', async () => {
  const low = () =>
    head.page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.taro_page [role=button], .taro_page [role=radio], .taro_page [role=checkbox]',
        ),
      ]
        .map(node => ({ name: node.getAttribute('aria-label'), height: node.getBoundingClientRect().height }))
        .filter(({ height }) => height > 0 && height < 43.5),
    )
  const pages = [
    '/pages/mine/index',
    `/bureau/people/index?unit=${bureau.unit}`,
    `/bureau/post/index?post=${bureau.deputyPost}`,
    `/bureau/teams/index?unit=${bureau.unit}`,
    `/bureau/away/index?post=${bureau.legalPost}`,
    '/bureau/applications/index',
  ]
  await asks('新来的检查员同志名字比较长也要能看清楚', 'officer')
  const wrong: string[] = []
  for (const care of [false, true]) {
    await head.page.evaluate(on => localStorage.setItem('sanlian/setting/care', JSON.stringify(on)), care)
    for (const where of pages) {
      await head.open(where)
      await head.page.waitForTimeout(300)
      if (care) await head.picture(`bureau-care-${where.split('/')[2]}`)
      else for (const found of await head.accessibility()) wrong.push(`${where}: ${found}`)
      for (const small of await low()) wrong.push(`${where}: ${small.name} ${small.height}`)
      if ((await head.overflow()) > 0) wrong.push(`${where}: too wide`)
    }
  }
  expect(wrong).toEqual([])
  expect(head.errors).toEqual([])
}, 90_000)
