import { LEADER } from '../../domain/approval'
import {
  type Bureau,
  draftedNotice,
  freshCloud,
  openBureau,
  sentPaper,
  setChain,
  waitingNotice,
} from '../functions/bureau'
import { Hand } from './hand'
import { approvePaper, nameOf, orderCorrection } from './steps'

// A paper on three phones over the real functions: sent by the officer, sent back by the head, corrected, approved.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let producer: string
let officer: Hand
let leader: Hand
let head: Hand

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  producer = await nameOf(cloud, bureau.producer)
  officer = new Hand(cloud, bureau.officer.openid)
  leader = new Hand(cloud, bureau.leader.openid)
  head = new Hand(cloud, bureau.head.openid)
})
afterAll(async () => {
  for (const hand of [officer, leader, head]) hand.kill()
  await cloud.close()
})

// biome-ignore lint/suspicious/noExplicitAny: a document as the store holds it
type Stored = any
const latest = async (): Promise<Stored> => (await cloud.documents('notices')).at(-1)
const paperOf = (enterprise: string) => ({ role: 'button', label: `责令改正通知书 · ${enterprise}` })

test('the head sets who must agree, from a usual chain, in three touches on the page', async () => {
  await head.start()
  await head.phone.tab('我的')
  await head.tap({ role: 'button', label: '审批流程' })
  expect(head.text).toMatch(/依法须经负责人批准[\s\S]*立案审批表[\s\S]*还没有设置/)
  await head.tap({ role: 'button', label: '责令改正通知书' })
  expect(head.text).toContain('不需审批：送审时直接编号')
  await head.tap('所长 → 局长')
  await head.tap('保存审批流程')
  expect(head.phone.toast).toContain('审批流程已保存')
  expect(head.phone.route).toBe('approve/chains/index')
  expect(head.text).toContain('本所（股）负责人 → 局长甲')
  expect(await cloud.documents('chains')).toMatchObject([
    { kind: 'DOC-06', steps: [LEADER, bureau.headPost] },
  ])
})

test('a chain the law does not allow cannot be saved; the page says why', async () => {
  await head.tap({ role: 'button', label: '立案审批表' })
  expect(head.text).toContain('行政处罚程序规定第十八条')
  await head.tap('法制甲（法制人员）')
  expect(head.text).toContain('最后一步应为局负责人')
  await head.tap('保存审批流程')
  expect(await cloud.documents('chains')).toHaveLength(1)
  await head.tap('局长甲（局负责人）')
  expect(head.text).not.toContain('最后一步应为局负责人')
  await head.tap({ role: 'button', label: '局负责人 局长甲，往前一步' })
  expect(head.text).toContain('最后一步应为局负责人')
  await head.tap({ role: 'button', label: '法制人员 法制甲，去掉' })
  await head.tap('保存审批流程')
  expect(await cloud.documents('chains')).toHaveLength(2)
})

test('the officer sends a notice and reads for whom it waits', async () => {
  const { check } = await draftedCheck()
  await officer.start()
  await orderCorrection(officer, producer)
  expect(officer.phone.toast).toBe('已送审，等所长甲批准')
  expect(officer.phone.route).toBe('officer/notice/index')
  expect(officer.text).toMatch(
    /待审批[\s\S]*所长、股长 所长甲[\s\S]*等待审批[\s\S]*局负责人 局长甲[\s\S]*还没有轮到/,
  )
  expect(officer.text).not.toContain('登记盖章')
  expect(await latest()).toMatchObject({ check, paper: { state: 'pending' } })
})

/** A check with a finding, handed in by the officer. */
async function draftedCheck(): Promise<{ check: string }> {
  const { wholeCheck } = await import('../functions/bureau')
  return bureau.officer.write(
    'inspection.submit',
    await wholeCheck(bureau, { 'P-13': { result: '不符合', note: '检定证书已过有效期' } }),
  )
}

test('the leader opens it and agrees; without a signal the agreement waits on his phone and goes out by itself', async () => {
  await leader.start()
  await leader.phone.open('/approve/index')
  await leader.tap(paperOf(producer))
  expect(leader.text).toMatch(/责令改正通知书[\s\S]*经查，你单位存在下列行为/)
  expect(leader.text).toContain('（批准后编号）')
  await leader.phone.goOffline()
  await leader.tap('同意，转下一位')
  expect(leader.phone.toast).toBe('已存在手机上，联网后自动发送')
  expect((await latest()).paper.chain[0].agreed).toBeUndefined()
  await leader.phone.goOnline()
  await leader.phone.advance(5_000)
  expect((await latest()).paper.chain[0]).toMatchObject({ agreed: true, name: '所长甲' })
  expect(leader.text).toContain('没有等您审批的文书')
})

test('the head sends it back with a reason; the officer corrects it and sends it again', async () => {
  await head.phone.open('/approve/index')
  await head.tap(paperOf(producer))
  expect(head.text).toContain('所长、股长 所长甲')
  await head.tap('退回修改')
  await head.tap('期限不合适')
  await head.tap({ role: 'button', text: '退回修改' })
  expect(head.phone.toast).toBe('已退回检查员甲修改')

  await officer.lookAgainAt(head.phone.now() + 60_000)
  expect(officer.text).toMatch(/退回修改[\s\S]*局长甲：期限不合适/)
  await officer.tap('修改后重新送审')
  expect(officer.text).toContain('局长甲：期限不合适')
  await officer.tap('30天')
  await officer.tap('重新送审')
  expect(officer.phone.toast).toBe('已送审，等所长甲批准')
  const notice = await latest()
  expect(notice.paper).toMatchObject({ state: 'pending', chain: [{ name: '所长甲' }, { name: '局长甲' }] })
  expect((await cloud.documents('notices')).length).toBe(1)
})

test('leader and head agree: it has its number, and the officer may have it sealed', async () => {
  await leader.lookAgainAt(officer.phone.now() + 60_000)
  await leader.tap(paperOf(producer))
  await leader.tap('同意，转下一位')
  await head.lookAgainAt(leader.phone.now() + 60_000)
  const { taps, typed } = await head.spent(() => approvePaper(head, producer))
  expect(head.phone.toast).toMatch(/^已批准，信市监责改〔20\d\d〕1号$/)
  expect(head.phone.route).toBe('approve/index')
  expect({ taps, typed }).toEqual({ taps: 2, typed: 0 })
  await officer.lookAgainAt(head.phone.now() + 60_000)
  expect(officer.text).toContain('登记盖章')
})

test('a text that changed while it was being read is not approved; the page shows the new one', async () => {
  const { notice } = await waitingNotice(bureau)
  await head.phone.open(`/approve/paper/index?paper=${notice}`)
  await bureau.head.write('approval.sendBack', { paper: notice, reason: '期限太短' })
  const { demands } = (await cloud.documents('notices')).find(({ _id }) => _id === notice) as Stored
  await setChain(bureau)
  const deadline = new Date(head.phone.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  await bureau.officer.write('enforcement.resubmit', { notice, demands, deadline })
  await head.tap('同意并编号')
  expect(head.text).toContain('内容有改动')
  expect(head.text).toContain(`${Number(deadline.slice(5, 7))}月${Number(deadline.slice(8))}日前`)
  await head.tap('同意并编号')
  expect(head.phone.toast).toMatch(/^已批准/)
  await setChain(bureau, [])
})

test('转批: quiet, to somebody of the bureau, with a reason', async () => {
  const { notice } = await waitingNotice(bureau)
  await head.phone.open(`/approve/paper/index?paper=${notice}`)
  await head.tap('转给其他人审批')
  await head.tap('分管局长甲（分管局长）')
  await head.tap('属您分管')
  await head.tap('转给分管局长甲')
  expect(head.phone.toast).toBe('已转给分管局长甲')
  expect((await cloud.documents('approvals')).find(({ _id }) => _id === notice)).toMatchObject({
    approver: bureau.deputyPost,
  })
})

test('what burdens nobody is chosen and agreed to together', async () => {
  await setChain(bureau, [bureau.headPost], 'DOC-20')
  await draftedNotice(bureau)
  const light = [await sentPaper(bureau, 'DOC-20'), await sentPaper(bureau, 'DOC-20')]
  await head.phone.open('/approve/index')
  expect(head.text).toContain('可以一起同意 2 份')
  await head.tap({ role: 'button', label: '全选' })
  await head.tap('同意选中的 2 份')
  expect(head.phone.toast).toBe('已同意 2 份')
  const papers = (await cloud.documents('notices')).filter(({ _id }) => light.includes(_id)) as Stored[]
  expect(papers.map(one => one.paper.state)).toEqual(['numbered', 'numbered'])
  expect(head.text).toContain('没有等您审批的文书')
})
