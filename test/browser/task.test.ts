import { addDays, dayOf } from '../../domain/calendar'
import { type Bureau, type Caller, chiefOf, openBureau } from '../functions/bureau'
import { Hand, openLaptop } from './laptop'

// A task as people live it: the city's chief, a bureau's head and leader, an officer; the pictures are looked at by people.
let laptop: Awaited<ReturnType<typeof openLaptop>>
let bureau: Bureau
let caller: Caller
let chief: Hand
let head: Hand
let leader: Hand
let officer: Hand

beforeAll(async () => {
  laptop = await openLaptop()
  bureau = await openBureau(laptop.cloud)
  await openBureau(laptop.cloud, '360723')
  caller = await chiefOf(laptop.cloud)
  const person = async (openid: string) => {
    const hand = await Hand.of(laptop.browser, laptop.cloud, openid)
    // Pages scroll inside themselves: a tall phone shows them whole in the pictures.
    await hand.page.setViewportSize({ width: 375, height: 1100 })
    return hand
  }
  chief = await person(caller.openid)
  head = await person(bureau.head.openid)
  leader = await person(bureau.leader.openid)
  officer = await person(bureau.officer.openid)
}, 60_000)
afterAll(() => laptop?.close())

// biome-ignore lint/suspicious/noExplicitAny: documents as the store holds them
type Stored = any
const TITLE = '排查嘉定镇建材市场及周边门店在售电线电缆进货查验和合格证明情况'
const the = async (title: string): Promise<Stored> =>
  (await laptop.cloud.documents('tasks')).find(task => task.title === title)
const open = async (hand: Hand) => hand.open(`/task/task/index?task=${(await the(TITLE))._id}`)
const until = async (fits: () => Promise<boolean>) => {
  for (let i = 0; i < 100 && !(await fits()); i++) await officer.page.waitForTimeout(100)
  expect(await fits()).toBe(true)
}

test('the city issues', async () => {
  await chief.open('/task/list/index')
  await chief.sees('没有等着签收、分派的任务')
  await chief.picture('task-list-empty')
  await chief.tap('下发任务')
  await chief.sees('交给谁')
  await chief.type('任务名称', TITLE)
  await chief.tap('信丰县')
  await chief.tap('15天')
  await chief.type('任务要求', '逐家核对进货台账、合格证明和 CCC 证书；发现问题当场固定证据，每家留照片。')
  await chief.type('目标数量（可以不填）', '30')
  await chief.picture('task-issue')
  await chief.tap('下发任务')
  await until(async () => (await the(TITLE)) !== undefined)
}, 60_000)

test('the head signs and gives it to the leader, the leader to an officer', async () => {
  await open(head)
  await head.sees('签收')
  await head.picture('task-issued')
  await head.tap('签收')
  await head.sees('待分派')
  await head.tap('分派', { nth: 0 })
  await head.sees('分派给谁')
  await head.picture('task-assign')
  await head.tap(/^所长甲/)
  await head.tap('分派给所长甲')
  await until(async () => (await the(TITLE)).holder.post === bureau.leaderPost)
  await leader.open('/task/list/index')
  await leader.tap('待我办')
  await leader.tap(TITLE)
  await leader.sees('开始办理')
  await leader.tap('改派')
  await leader.tap(/^检查员甲/)
  await leader.tap('分派给检查员甲')
  await until(async () => (await the(TITLE)).holder.post === bureau.officerPost)
}, 60_000)

test('the officer gives it back without a signal; it goes out by itself', async () => {
  await officer.open()
  await officer.page.waitForTimeout(1_000)
  await open(officer)
  await officer.sees('开始办理')
  await officer.picture('task-officer')
  await officer.offline(true)
  await officer.tap('退回给所长甲')
  await officer.tap('不在本辖区')
  await officer.picture('task-return')
  await officer.tapLabel('退回给所长甲')
  await officer.sees(/退回任务已存在手机上/)
  await officer.picture('task-return-kept')
  await officer.offline(false)
  await officer.page.evaluate(() => dispatchEvent(new Event('online')))
  await until(async () => (await the(TITLE)).state === 'signed')
}, 60_000)

test('the unit says whose matter it is, the city decides', async () => {
  await open(leader)
  await leader.tap('不归本局管，提请市局裁定')
  await leader.tap('大余县')
  await leader.tap('企业在对方辖区')
  await leader.picture('task-dispute')
  await leader.tap('提请裁定由大余县负责')
  await until(async () => (await the(TITLE)).state === 'disputed')
  await chief.open('/task/list/index')
  await chief.sees('争议待裁定')
  await chief.picture('task-list-city')
  await chief.tap(TITLE)
  await chief.tap('裁定')
  await chief.sees('裁定由谁负责')
  await chief.tap('大余县', { nth: -1 })
  await chief.tap('以经营地为准')
  await chief.picture('task-decide')
  await chief.tap('裁定由大余县负责')
  await until(async () => (await the(TITLE)).unit === '360723')
  await open(chief)
  await chief.sees('办理经过')
  await chief.picture('task-log')
}, 60_000)

test('ten tasks go to one officer with six taps at most', async () => {
  for (let i = 1; i <= 10; i++)
    await caller.write('task.issue', {
      title: `排查第${i}片建材市场`,
      ask: '',
      kind: 'survey',
      due: addDays(dayOf(Date.now()), i - 2 < 0 ? 0 : i * 2),
      to: [{ unit: bureau.unit }],
      secret: i === 3,
    })
  const before = head.taps
  await head.open()
  await head.tap(/^任务 10 件/)
  await head.sees('10 件可以分派')
  await head.picture('task-desk')
  await head.tap('全选')
  await head.tap(/^检查员乙/)
  await head.picture('task-desk-all')
  await head.tap('分派 10 件给检查员乙')
  await until(
    async () =>
      (await laptop.cloud.documents('tasks')).filter((task: Stored) => task.state === 'assigned').length ===
      10,
  )
  process.stdout.write(`taps.assign10 ${head.taps - before}\n`)
  expect(head.taps - before).toBeLessThanOrEqual(6)
}, 60_000)

test('every page is sound for those who hear it, fits the phone in large type too, and threw nothing', async () => {
  const wrong: string[] = []
  const pages: [Hand, string][] = [
    [chief, '/task/list/index'],
    [chief, '/task/issue/index'],
    [chief, `/task/task/index?task=${(await the(TITLE))._id}`],
    [head, '/task/list/index'],
    [head, '/task/issue/index'],
    [officer, '/task/list/index'],
  ]
  for (const care of [false, true])
    for (const [hand, where] of pages) {
      await hand.page.evaluate(on => localStorage.setItem('sanlian/setting/care', JSON.stringify(on)), care)
      await hand.open(where)
      await hand.page.waitForTimeout(300)
      if (care) await hand.picture(`task-care-${pages.findIndex(one => one[1] === where && one[0] === hand)}`)
      expect(await hand.overflow()).toBeLessThanOrEqual(0)
      if (!care) for (const found of await hand.accessibility()) wrong.push(`${where}: ${found}`)
    }
  expect(wrong).toEqual([])
  for (const hand of [chief, head, leader, officer]) expect(hand.errors).toEqual([])
}, 120_000)
