import { LEADER } from '../../domain/approval'
import {
  type Bureau,
  draftedNotice,
  openBureau,
  orderFor,
  sentPaper,
  setChain,
  waitingNotice,
  wholeCheck,
} from '../functions/bureau'
import { Hand, openLaptop } from './laptop'

// A head's morning: what waits for him, and the paper he approves, sends back, hands on. The pictures are looked at.
let laptop: Awaited<ReturnType<typeof openLaptop>>
let bureau: Bureau
let head: Hand
let officer: Hand

beforeAll(async () => {
  laptop = await openLaptop()
  bureau = await openBureau(laptop.cloud)
  head = await Hand.of(laptop.browser, laptop.cloud, bureau.head.openid)
  officer = await Hand.of(laptop.browser, laptop.cloud, bureau.officer.openid)
}, 60_000)
afterAll(() => laptop?.close())

const stored = async (collection: string, id: string) =>
  (await laptop.cloud.documents(collection)).find(({ _id }) => _id === id)

/** Waits until a paper has come to a state. */
async function until(notice: string, state: string): Promise<void> {
  const now = async () =>
    ((await stored('notices', notice)) as { paper: { state: string } } | undefined)?.paper.state
  for (let i = 0; i < 100 && (await now()) !== state; i++) await head.page.waitForTimeout(100)
  expect(await now()).toBe(state)
}

test('nothing waits: the list says so', async () => {
  await head.open('/approve/index')
  await head.sees('没有等您审批的文书')
  await head.picture('approve-empty')
}, 30_000)

test('a paper is approved three taps from the first page, with nothing typed', async () => {
  const { notice } = await waitingNotice(bureau)
  await head.open('/approve/index')
  await head.picture('approve-list-one')
  await head.open()
  await head.sees('待我批 1 份')
  const { taps, typed } = head
  await head.tap(/^责令改正通知书 · /)
  await head.sees('同意并编号')
  await head.picture('approve-paper')
  await head.tap('同意并编号')
  await head.sees('今天没有压着的事')
  const spent = head.taps - taps
  process.stdout.write(`taps.approve ${spent}, typed ${head.typed - typed}\n`)
  expect(spent).toBeLessThanOrEqual(3)
  expect(head.typed).toBe(typed)
  expect(await stored('notices', notice)).toMatchObject({ paper: { state: 'numbered' } })
}, 30_000)

let returned: string

test('it is sent back with a reason; the officer reads it, corrects and sends it again', async () => {
  await setChain(bureau, [LEADER, bureau.legalPost, bureau.headPost])
  returned = (await draftedNotice(bureau)).notice
  for (const who of [bureau.leader, bureau.legal]) {
    const { digest: read } = await who.read('approval.read', { paper: returned })
    await who.write('approval.agree', {
      paper: returned,
      read,
      words: '事实清楚，证据确凿，同意责令限期改正',
    })
  }
  await officer.open(`/officer/notice/index?notice=${returned}`)
  await officer.sees('等待审批')
  await officer.picture('approve-officer-waits')
  await head.open(`/approve/paper/index?paper=${returned}`)
  await head.tap('退回修改')
  await head.tap('期限不合适')
  await head.picture('approve-send-back')
  await head.tap('退回修改')
  await until(returned, 'draft')
  await officer.open(`/officer/notice/index?notice=${returned}`)
  await officer.sees(/局长甲：期限不合适/)
  await officer.picture('approve-officer-returned')
  await officer.tap('修改后重新送审')
  await officer.tap('30天')
  await officer.picture('approve-officer-corrects')
  await officer.tap('重新送审')
  await officer.sees('等待审批')
}, 60_000)

test('a full list: to open one by one, to agree to together, for somebody away, before an empty post, in an emergency', async () => {
  await setChain(bureau, [bureau.headPost], 'DOC-20')
  await setChain(bureau, [bureau.headPost], 'DOC-16')
  await sentPaper(bureau, 'DOC-20')
  await sentPaper(bureau, 'DOC-20')
  const urgent = await sentPaper(bureau, 'DOC-16', { urgentAfter: Date.now() - 3_600_000 })
  await waitingNotice(bureau)
  await head.open('/approve/index')
  await head.sees(/可以一起同意 2 份/)
  await head.tap('全选')
  await head.picture('approve-list')
  await head.tap('同意选中的 2 份')
  await head.sees(/逐份打开 2 份/)
  await head.open(`/approve/paper/index?paper=${urgent}`)
  await head.sees(/须在/)
  await head.picture('approve-urgent')
}, 60_000)

test('a stand-in reads for whom he signs', async () => {
  const { dayOf } = await import('../../domain/calendar')
  const today = dayOf(Date.now())
  const away = { post: bureau.headPost, standIn: bureau.deputyPost, from: today, to: today, kinds: [] }
  await bureau.head.write('office.setAway', { ...away, reason: '参加培训' })
  const deputy = await Hand.of(laptop.browser, laptop.cloud, bureau.deputy.openid)
  await deputy.open('/approve/index')
  await deputy.sees(/代局长甲/)
  await deputy.picture('approve-list-stand-in')
  await deputy.tap(/^责令改正通知书 · /)
  await deputy.sees('您代局长甲签')
  await deputy.picture('approve-paper-stand-in')
  await deputy.tap('转给其他人审批')
  await deputy.picture('approve-pass-on')
  expect(deputy.errors).toEqual([])
  await bureau.head.write('office.endAway', { post: bureau.headPost })
}, 30_000)

test('审批流程: every kind with its people, and one of them edited', async () => {
  await head.open('/approve/chains/index')
  await head.sees('依法须经负责人批准')
  await head.picture('approve-chains')
  await head.tap('立案审批表')
  await head.tap('所长 → 法制 → 分管局长 → 局长')
  await head.picture('approve-chain')
  await head.tap('保存审批流程')
  await head.sees(/本所（股）负责人 → 法制甲 → 分管局长甲 → 局长甲/)
}, 30_000)

test('without a network the page opened before is there, and 同意 waits on the phone', async () => {
  const { check } = await bureau.officer.write(
    'inspection.submit',
    await wholeCheck(bureau, { 'P-13': { result: '不符合', note: '检定证书已过有效期' } }),
  )
  await setChain(bureau)
  const { notice } = await bureau.officer.write('enforcement.draft', orderFor(check))
  await head.open(`/approve/paper/index?paper=${notice}`)
  await head.sees('同意并编号')
  await head.offline(true)
  await head.page.waitForTimeout(500)
  await head.picture('approve-offline')
  await head.tap('同意并编号')
  await head.page.waitForTimeout(500)
  await head.offline(false)
  await head.page.evaluate(() => dispatchEvent(new Event('online')))
  await until(notice, 'numbered')
}, 60_000)

test('关怀版 and the dark: nothing overlaps or runs out of the page', async () => {
  const { notice } = await waitingNotice(bureau)
  const dark = await Hand.of(laptop.browser, laptop.cloud, bureau.head.openid, { dark: true })
  await dark.open(`/approve/paper/index?paper=${notice}`)
  await dark.sees('同意并编号')
  await dark.picture('approve-dark')
  await dark.page.evaluate(() => localStorage.setItem('sanlian/setting/care', 'true'))
  for (const [where, name] of [
    [`/approve/paper/index?paper=${notice}`, 'care-approve-paper'],
    ['/approve/index', 'care-approve-list'],
    ['/approve/chain/index?kind=DOC-14', 'care-approve-chain'],
  ] as const) {
    await dark.open(where)
    await dark.page.waitForTimeout(500)
    await dark.picture(name)
    expect(await dark.overflow()).toBeLessThanOrEqual(0)
  }
  expect(dark.errors).toEqual([])
}, 60_000)

test('what cannot be opened is said', async () => {
  await head.open(`/approve/paper/index?paper=${'0'.repeat(32)}`)
  await head.sees('没有打开')
  await head.picture('approve-failed')
}, 30_000)

test('every page is sound for those who hear it or cannot tell colours apart (axe)', async () => {
  const wrong: string[] = []
  for (const where of [
    '/approve/index',
    `/approve/paper/index?paper=${returned}`,
    '/approve/chains/index',
    '/approve/chain/index?kind=DOC-06',
  ]) {
    await head.open(where)
    for (const found of await head.accessibility()) wrong.push(`${where}: ${found}`)
    expect(await head.overflow()).toBeLessThanOrEqual(0)
  }
  expect(wrong).toEqual([])
  expect(head.errors).toEqual([])
  expect(officer.errors).toEqual([])
}, 60_000)
