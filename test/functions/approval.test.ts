import { LEADER } from '../../domain/approval'
import { addDays, dayOf } from '../../domain/calendar'
import { addWorkdays } from '../../domain/calendar/working-days'
import type { Post } from '../../domain/posts'
import {
  type Bureau,
  type Caller,
  draftedNotice,
  foreign,
  freshCloud,
  newId,
  openBureau,
  orderFor,
  sentPaper,
  setChain,
  waitingNotice,
} from './bureau'
import { inProcess } from './in-process'

// What goes through a chain of approvals, and what must not.
let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau

beforeAll(async () => {
  cloud = await freshCloud({ pool: 3 })
  bureau = await openBureau(cloud)
}, 60_000)
afterAll(() => cloud.close())
afterEach(() => setChain(bureau, []))

// biome-ignore lint/suspicious/noExplicitAny: a document as the store holds it
type Stored = any
const stored = async (collection: string, id: string): Promise<Stored> =>
  (await cloud.documents(collection)).find(({ _id }) => _id === id)
/** What a post was told of approvals, the latest last. */
const messagesTo = async (post: string): Promise<Stored[]> =>
  ((await cloud.documents('messages')) as Stored[])
    .filter(({ to, title }) => to === post && /审批|批准|退回|作废/.test(title))
    .sort((a, b) => a.at - b.at)
const termsOf = async (notice: string): Promise<Stored[]> =>
  ((await cloud.documents('terms')) as Stored[]).filter(({ record }) => record.split('/')[1] === notice)
const openTerms = async (notice: string) => (await termsOf(notice)).filter(({ open }) => open)

const agree = async (who: Caller, paper: string, words?: string) => {
  const { digest: read } = await who.read('approval.read', { paper })
  return who.write('approval.agree', { paper, read, ...(words ? { words } : {}) })
}
const refusal = async (who: Caller, path: string, content: object) => {
  const answer = await who.ask(path, { id: newId(), content })
  if (answer.ok) throw new Error(`${path} was not refused`)
  return answer.problem
}
const waiting = async (who: Caller) => (await who.read('approval.list', {})).rows.map(row => row.id)

/** Changes documents past the procedures, as helpers of other contexts will through theirs. */
async function change(collection: string, id: string, members: object): Promise<void> {
  const line = await inProcess(cloud)
  const { database } = await import('../../cloudfunctions/kernel/cloud')
  await database.collection(collection).doc(id).update({ data: members })
  await line.close()
}

/** The head goes away (外出授权); answers what brings him back. */
async function headAway(standIn: string, kinds: string[] = [], days = 0) {
  const from = dayOf(Date.now())
  const content = { post: bureau.headPost, standIn, from, to: addDays(from, days), kinds, reason: '参加培训' }
  await bureau.head.write('office.setAway', content)
  return () => bureau.head.write('office.endAway', { post: bureau.headPost })
}

test('所长 then 局长: each is told, agrees to what he read, and with the last it is numbered', async () => {
  await setChain(bureau, [LEADER, bureau.headPost])
  const { notice, number } = await draftedNotice(bureau)
  expect(number).toBeUndefined()
  expect(await waiting(bureau.leader)).toContain(notice)
  expect(await waiting(bureau.head)).not.toContain(notice)
  expect((await messagesTo(bureau.leaderPost)).at(-1)).toMatchObject({
    title: expect.stringContaining('待您审批：责令改正通知书'),
    page: `/approve/paper/index?paper=${notice}`,
  })
  const today = dayOf(Date.now())
  expect(await openTerms(notice)).toMatchObject([
    { owner: bureau.leaderPost, due: addWorkdays(today, 2).day },
  ])

  const seen = await bureau.leader.read('approval.read', { paper: notice })
  expect(seen).toMatchObject({
    content: { form: 'notice', demands: [{ item: 'P-13' }] },
    authorName: '检查员甲',
    last: false,
    waits: '所长、股长所长甲',
    may: { agree: true, sendBack: true, passOn: true },
  })
  expect(await bureau.head.read('approval.read', { paper: notice })).toMatchObject({ may: { agree: false } })

  expect(await agree(bureau.leader, notice, '情况属实')).toMatchObject({ state: 'pending', waits: '局长甲' })
  expect(await waiting(bureau.leader)).not.toContain(notice)
  expect(await openTerms(notice)).toMatchObject([{ owner: bureau.headPost }])
  expect(await bureau.officer.read('enforcement.read', { notice })).toMatchObject({
    approval: {
      waits: '局负责人局长甲',
      chain: [{ name: '所长甲', agreed: true, words: '情况属实' }, { now: true }],
    },
    may: { seal: false, resubmit: false },
  })
  expect(await agree(bureau.head, notice)).toMatchObject({
    state: 'numbered',
    number: expect.stringMatching(/^信市监责改〔20\d\d〕\d+号$/),
  })
  expect(await openTerms(notice)).toEqual([])
  expect((await messagesTo(bureau.officerPost)).at(-1)).toMatchObject({
    title: expect.stringContaining('已批准'),
    page: `/officer/notice/index?notice=${notice}`,
  })
  const told = (await cloud.documents('messages')).filter(({ page }) => String(page).endsWith(`=${notice}`))
  expect(told.map(({ to }) => to).sort()).toEqual(
    [bureau.leaderPost, bureau.headPost, bureau.officerPost].sort(),
  )
  const kept = await stored('notices', notice)
  expect(kept.paper.chain.every((step: Stored) => /^[0-9a-f]{64}$/.test(step.read))).toBe(true)
  expect(await bureau.officer.read('enforcement.read', { notice })).toMatchObject({ may: { seal: true } })
})

test('退回修改: the author reads why, corrects the same paper, and the whole chain is asked anew', async () => {
  await setChain(bureau, [bureau.leaderPost, bureau.headPost])
  const { check, notice } = await draftedNotice(bureau)
  const { digest: old } = await bureau.leader.read('approval.read', { paper: notice })
  await agree(bureau.leader, notice)
  expect(await refusal(bureau.head, 'approval.sendBack', { paper: notice, reason: '' })).toMatchObject({
    code: 'input.invalid',
    message: '请填写退回原因',
  })
  await bureau.head.write('approval.sendBack', { paper: notice, reason: '期限太短' })
  expect(await openTerms(notice)).toMatchObject([{ owner: bureau.officerPost }])
  expect(await bureau.officer.read('enforcement.read', { notice })).toMatchObject({
    approval: { returned: { name: '局长甲', reason: '期限太短' } },
    may: { resubmit: true, void: true, seal: false },
  })
  const { check: _check, ...order } = orderFor(check)
  const wrong = (more: object) =>
    refusal(bureau.officer, 'enforcement.resubmit', { notice, ...order, ...more })
  expect(await wrong({ deadline: dayOf(Date.now()) })).toMatchObject({
    code: 'input.invalid',
    field: 'deadline',
  })
  expect(await wrong({ demands: [{ ...order.demands[0], item: 'P-01' }] })).toMatchObject({
    code: 'input.invalid',
    field: 'demands.0.item',
  })
  const deadline = addDays(dayOf(Date.now()), 30)
  expect(await bureau.officer.write('enforcement.resubmit', { notice, ...order, deadline })).toMatchObject({
    notice,
    waits: '所长甲',
  })
  expect(await wrong({})).toMatchObject({ code: 'state.wrong' })
  // What the leader had read is not what is before him now.
  expect(await refusal(bureau.leader, 'approval.agree', { paper: notice, read: old })).toMatchObject({
    code: 'paper.changed',
  })
  await agree(bureau.leader, notice)
  await agree(bureau.head, notice)
  const kept = await stored('notices', notice)
  expect(kept).toMatchObject({ deadline, due: `${deadline}#${notice}`, paper: { state: 'numbered' } })
  expect(kept.paper.steps.map((one: Stored) => one.step)).toEqual([
    'submit',
    'agree',
    'return',
    'submit',
    'agree',
    'agree',
    'approve',
    'number',
  ])
  expect(await openTerms(notice)).toEqual([])
})

test('a correction taken out while correcting may be ordered by another notice', async () => {
  const { notice, check } = await waitingNotice(bureau)
  await bureau.head.write('approval.sendBack', { paper: notice, reason: '写错' })
  expect(await refusal(bureau.officer, 'enforcement.draft', orderFor(check))).toMatchObject({
    code: 'record.exists',
  })
  await bureau.officer.write('enforcement.void', { notice, reason: '重新拟稿' })
  expect(await openTerms(notice)).toEqual([])
  expect(await bureau.officer.write('enforcement.draft', orderFor(check))).toMatchObject({
    notice: expect.any(String),
  })
})

test('a paper made void while it waits is nobody’s to approve, and the approver is told', async () => {
  const { notice } = await waitingNotice(bureau)
  const { digest: read } = await bureau.head.read('approval.read', { paper: notice })
  await bureau.officer.write('enforcement.void', { notice, reason: '事实有误' })
  expect(await waiting(bureau.head)).not.toContain(notice)
  expect(await openTerms(notice)).toEqual([])
  expect((await messagesTo(bureau.headPost)).map(one => one.title)).toContainEqual(
    expect.stringMatching(/^已作废/),
  )
  expect(await refusal(bureau.head, 'approval.agree', { paper: notice, read })).toMatchObject({
    code: 'state.wrong',
    message: expect.stringContaining('作废'),
  })
})

test('who has not opened the paper, or not this text, does not approve it', async () => {
  const { notice } = await waitingNotice(bureau)
  expect(await refusal(bureau.head, 'approval.agree', { paper: notice })).toMatchObject({
    code: 'input.invalid',
    message: '请先打开文书，看过内容再同意',
  })
  expect(await refusal(bureau.head, 'approval.agree', { paper: notice, read: '0'.repeat(64) })).toMatchObject(
    {
      code: 'paper.changed',
      message: expect.stringContaining('重新打开'),
    },
  )
  const row = (await bureau.head.read('approval.list', {})).rows.find(one => one.id === notice)
  expect(row).toMatchObject({ burdens: true })
  expect(row).not.toHaveProperty('read')
})

test('转批: the other is asked instead, with the reason; no circles, not the author, not outside', async () => {
  await setChain(bureau, [bureau.legalPost, bureau.headPost])
  const { notice } = await draftedNotice(bureau)
  const pass = (to: string) => refusal(bureau.legal, 'approval.passOn', { paper: notice, to, reason: '分管' })
  const other = await openBureau(cloud, foreign)
  expect((await pass(bureau.headPost)).code).toBe('chain.cycle')
  expect((await pass(bureau.officerPost)).code).toBe('chain.role')
  expect((await pass(other.headPost)).code).toBe('chain.foreign')
  expect((await pass(newId())).code).toBe('chain.foreign')
  const { others } = await bureau.legal.read('approval.read', { paper: notice })
  expect(others.map(one => one.name).sort()).toEqual(['分管局长甲', '所长甲'])
  await bureau.legal.write('approval.passOn', { paper: notice, to: bureau.deputyPost, reason: '属分管事项' })
  expect(await waiting(bureau.legal)).not.toContain(notice)
  expect(await openTerms(notice)).toMatchObject([{ owner: bureau.deputyPost }])
  expect((await messagesTo(bureau.deputyPost)).at(-1)).toMatchObject({ words: '法制甲：属分管事项' })
  expect(
    (await refusal(bureau.deputy, 'approval.passOn', { paper: notice, to: bureau.legalPost, reason: '退' }))
      .code,
  ).toBe('chain.cycle')
  await agree(bureau.deputy, notice)
  expect(await agree(bureau.head, notice)).toMatchObject({ state: 'numbered' })
}, 30_000)

test('外出授权: the stand-in signs, the paper shows for whom; after his last day he does not', async () => {
  const { notice } = await waitingNotice(bureau)
  const { digest: read } = await bureau.head.read('approval.read', { paper: notice })
  expect(await refusal(bureau.deputy, 'approval.agree', { paper: notice, read })).toMatchObject({
    code: 'state.wrong',
    message: '这份文书现在等局负责人局长甲审批，不由您办理',
  })
  const others = await headAway(bureau.deputyPost, ['DOC-20'])
  expect(await waiting(bureau.deputy)).not.toContain(notice)
  expect((await refusal(bureau.deputy, 'approval.agree', { paper: notice, read })).code).toBe('state.wrong')
  await others()
  const end = await headAway(bureau.deputyPost)
  bureau.deputy.now = Date.now() + 2 * 86_400_000
  expect(await waiting(bureau.deputy)).not.toContain(notice)
  expect((await refusal(bureau.deputy, 'approval.agree', { paper: notice, read })).code).toBe('state.wrong')
  bureau.deputy.now = undefined
  const row = (await bureau.deputy.read('approval.list', {})).rows.find(one => one.id === notice)
  expect(row).toMatchObject({ forName: '局长甲' })
  expect(await bureau.deputy.read('approval.read', { paper: notice })).toMatchObject({ forName: '局长甲' })
  await agree(bureau.deputy, notice)
  await end()
  expect((await bureau.officer.read('enforcement.read', { notice })).paper.chain).toMatchObject([
    { role: 'head', post: bureau.headPost, name: '分管局长甲', forName: '局长甲', agreed: true },
  ])
  // The journal says under which post it was done.
  const entry = (await cloud.documents('journal')).find(
    one => one.path === 'approval.agree' && one.record === `notices/${notice}`,
  )
  expect(entry).toMatchObject({ post: bureau.headPost })
  // The head himself comes later, with what he had read before he left.
  expect(await refusal(bureau.head, 'approval.agree', { paper: notice, read })).toMatchObject({
    code: 'state.wrong',
    message: expect.stringMatching(/^分管局长甲（代局长甲）已同意（\d+月\d+日 \d\d:\d\d）/),
  })
})

test('the author does not approve: not as a stand-in either, nor can a chain of himself be sent', async () => {
  const { notice } = await waitingNotice(bureau)
  const { digest: read } = await bureau.head.read('approval.read', { paper: notice })
  // 外出授权 does not let an officer stand in for a head; should he all the same, the paper is still his own.
  const { posts } = await stored('people', bureau.officer.openid)
  const today = dayOf(Date.now())
  const standIn = { name: '局长甲', from: today, to: today, kinds: [] }
  const [post] = (await stored('people', bureau.head.openid)).posts as Post[]
  await change('people', bureau.officer.openid, { posts: [...posts, { ...post, standIn }] })
  expect(await bureau.officer.read('approval.read', { paper: notice })).toMatchObject({
    mine: true,
    may: { agree: false, sendBack: false, passOn: false },
  })
  expect(await refusal(bureau.officer, 'approval.agree', { paper: notice, read })).toMatchObject({
    code: 'approval.author',
  })
  // Submitted while he stands in for the only one who would be asked.
  await setChain(bureau)
  await expect(draftedNotice(bureau)).rejects.toThrow(/approval\.author 审批流程里除了您自己没有别的审批人/)
  await setChain(bureau, [bureau.leaderPost, bureau.headPost])
  const { notice: other } = await draftedNotice(bureau)
  expect((await stored('notices', other)).paper.chain).toMatchObject([{ post: bureau.leaderPost }])
  await change('people', bureau.officer.openid, { posts })
})

test('the approver has left: the paper stands in the head’s list, and he hands it on, also to himself', async () => {
  await setChain(bureau, [bureau.legalPost])
  const { notice } = await draftedNotice(bureau)
  const { name, person } = await stored('posts', bureau.legalPost)
  expect(await waiting(bureau.head)).not.toContain(notice)
  expect(
    (await refusal(bureau.head, 'approval.passOn', { paper: notice, to: bureau.headPost, reason: '急' }))
      .code,
  ).toBe('state.wrong')
  await change('posts', bureau.legalPost, { name: '', person: '' })
  const row = (await bureau.head.read('approval.list', {})).rows.find(one => one.id === notice)
  expect(row).toMatchObject({ vacant: true })
  expect(await bureau.head.read('approval.read', { paper: notice })).toMatchObject({
    absent: 'vacant',
    may: { agree: false, passOn: true },
  })
  expect(
    (await refusal(bureau.deputy, 'approval.passOn', { paper: notice, to: bureau.headPost, reason: '急' }))
      .code,
  ).toBe('state.wrong')
  await bureau.head.write('approval.passOn', { paper: notice, to: bureau.headPost, reason: '审批人已离岗' })
  expect(await agree(bureau.head, notice)).toMatchObject({ state: 'numbered' })
  // A chain with him cannot be set any more.
  expect(
    await refusal(bureau.head, 'approval.setChain', {
      unit: bureau.unit,
      kind: 'DOC-06',
      steps: [bureau.legalPost],
    }),
  ).toMatchObject({ code: 'chain.vacant', field: 'steps.0' })
  await change('posts', bureau.legalPost, { name, person })
})

test('two at once: one approves, the other is told who did; the number is taken once', async () => {
  const { notice } = await waitingNotice(bureau)
  const end = await headAway(bureau.deputyPost)
  const { digest: read } = await bureau.head.read('approval.read', { paper: notice })
  const input = () => ({ id: newId(), content: { paper: notice, read } })
  const answers = await Promise.all([
    bureau.head.ask('approval.agree', input()),
    bureau.deputy.ask('approval.agree', input()),
  ])
  await end()
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  const late = answers.find(answer => !answer.ok) as Stored
  expect(late.problem).toMatchObject({
    code: 'state.wrong',
    message: expect.stringMatching(/局长甲.*已同意.*已批准/),
  })
  const kept = await stored('notices', notice)
  expect(kept.paper.steps.filter((one: Stored) => one.step === 'agree')).toHaveLength(1)
})

test('the same agreement twice is there once', async () => {
  const { notice } = await waitingNotice(bureau)
  const { digest: read } = await bureau.head.read('approval.read', { paper: notice })
  const input = { id: newId(), content: { paper: notice, read } }
  const first = await bureau.head.ask('approval.agree', input)
  expect(await bureau.head.ask('approval.agree', input)).toEqual({
    ok: true,
    data: { ...(first as Stored).data, replayed: true },
  })
  expect((await messagesTo(bureau.officerPost)).filter(one => one._id.startsWith(input.id))).toHaveLength(1)
})

test('another county’s papers do not exist here', async () => {
  const other = await openBureau(cloud, '360724')
  const { notice } = await waitingNotice(bureau)
  for (const who of [other.head, other.leader, other.officer])
    expect(await who.refusal('approval.read', { paper: notice })).toBe('record.missing')
  const content = { paper: notice, read: '0'.repeat(64) }
  expect((await refusal(other.head, 'approval.agree', content)).code).toBe('record.missing')
  expect(await other.head.refusal('approval.chains', { unit: bureau.unit })).toBe('scope.foreign')
  expect(
    (await refusal(other.head, 'approval.setChain', { unit: bureau.unit, kind: 'DOC-06', steps: [] })).code,
  ).toBe('scope.foreign')
}, 30_000)

test('a chain with a circle, a stranger or an officer, or none where the law wants the head: nothing written', async () => {
  const { headPost: head, legalPost: legal, officerPost, leaderPost } = bureau
  const before = (await cloud.documents('chains')).map(one => JSON.stringify(one)).sort()
  for (const [kind, steps, code] of [
    ['DOC-06', [legal, head, legal], 'chain.cycle'],
    ['DOC-06', [LEADER, LEADER], 'chain.cycle'],
    ['DOC-06', [officerPost], 'chain.role'],
    ['DOC-06', [newId()], 'chain.foreign'],
    ['DOC-06', [LEADER, legal, bureau.deputyPost, head, leaderPost, newId(), newId()], 'chain.long'],
    ['DOC-14', [], 'chain.empty'],
    ['DOC-16', [head, legal], 'chain.head'],
  ] as const) {
    const problem = await refusal(bureau.head, 'approval.setChain', { unit: bureau.unit, kind, steps })
    expect(problem).toMatchObject({ code, message: expect.stringMatching(/[\u4e00-\u9fa5]{6}/) })
  }
  expect((await cloud.documents('chains')).map(one => JSON.stringify(one)).sort()).toEqual(before)
  await setChain(bureau, [legal, head], 'DOC-14')
  const { kinds, candidates } = await bureau.head.read('approval.chains', { unit: bureau.unit })
  expect(kinds.find(one => one.kind === 'DOC-14')).toMatchObject({
    steps: [legal, head],
    law: '行政处罚程序规定第十八条',
  })
  expect(kinds).toHaveLength(26)
  expect(candidates.map(one => one.name).sort()).toEqual(['分管局长甲', '局长甲', '所长甲', '法制甲'])
})

test('a measure taken at once is approved within 24 hours (程序规定 33, 36); a paper of another kind is not urgent', async () => {
  await setChain(bureau, [bureau.deputyPost, bureau.headPost], 'DOC-16')
  await draftedNotice(bureau)
  const taken = Date.now() - 3_600_000
  const paper = await sentPaper(bureau, 'DOC-16', { urgentAfter: taken })
  const until = taken + 24 * 3_600_000
  expect(await openTerms(paper)).toMatchObject([
    { owner: bureau.deputyPost, dueAt: until, due: dayOf(until), row: 'P-EVID-24H', from: taken },
  ])
  expect((await messagesTo(bureau.deputyPost)).at(-1)).toMatchObject({ urgent: true })
  await agree(bureau.deputy, paper)
  // The day does not begin anew with the next one.
  expect(await openTerms(paper)).toMatchObject([{ owner: bureau.headPost, dueAt: until }])
  expect(await bureau.head.read('approval.read', { paper })).toMatchObject({
    urgent: { after: taken, until },
  })
  await expect(sentPaper(bureau, 'DOC-20', { urgentAfter: taken })).rejects.toThrow(/先行采取/)
  // Nobody has set who decides: the law says the head does.
  await expect(sentPaper(bureau, 'DOC-15')).rejects.toThrow(/须经负责人批准/)
})

test('what burdens nobody is agreed to together, with a number each and one message; one that burdens stops them all', async () => {
  await setChain(bureau, [bureau.headPost], 'DOC-20')
  await draftedNotice(bureau)
  const light = [await sentPaper(bureau, 'DOC-20'), await sentPaper(bureau, 'DOC-20')]
  const { notice } = await waitingNotice(bureau)
  const { rows } = await bureau.head.read('approval.list', {})
  const papers = light.map(paper => ({ paper, read: rows.find(row => row.id === paper)?.read as string }))
  const { digest } = await bureau.head.read('approval.read', { paper: notice })
  const numbers = async () =>
    Promise.all(light.map(async paper => (await stored('papers', paper)).paper.number as string | undefined))
  const before = (await cloud.documents('journal')).length
  expect(
    await refusal(bureau.head, 'approval.agreeAll', { papers: [...papers, { paper: notice, read: digest }] }),
  ).toMatchObject({ code: 'approval.burdens', message: expect.stringContaining('责令改正通知书') })
  expect(await numbers()).toEqual([undefined, undefined])
  expect((await cloud.documents('journal')).length).toBe(before)
  const told = (await messagesTo(bureau.officerPost)).length
  await bureau.head.write('approval.agreeAll', { papers })
  const [first, second] = await numbers()
  expect(first).toMatch(/号$/)
  expect(second).toMatch(/号$/)
  expect(first).not.toBe(second)
  expect((await messagesTo(bureau.officerPost)).length - told).toBe(1)
  expect(await waiting(bureau.head)).toContain(notice)
})

test('an enterprise reads its notice without what was said inside the office', async () => {
  const { notice } = await waitingNotice(bureau)
  await agree(bureau.head, notice, '这家屡教不改')
  await bureau.officer.write('enforcement.seal', { notice })
  await bureau.officer.write('enforcement.serve', {
    notice,
    way: 'direct',
    colleague: bureau.colleague,
    receiver: '厂长甲',
    at: Date.now(),
  })
  const seen = await bureau.maker.read('enforcement.read', { notice })
  expect(JSON.stringify(seen)).not.toContain('屡教不改')
  expect(seen.paper.number).toBeDefined()
  expect(await bureau.maker.refusal('approval.read', { paper: notice })).toBe('verb.denied')
})

test('a long list goes on where it stopped, the oldest first', async () => {
  await setChain(bureau, [bureau.deputyPost], 'DOC-20')
  for (let i = 0; i < 22; i++) await sentPaper(bureau, 'DOC-20')
  const first = await bureau.deputy.read('approval.list', {})
  expect(first.rows).toHaveLength(20)
  const rest = await bureau.deputy.read('approval.list', { after: first.next as string })
  const all = [...first.rows, ...rest.rows]
  expect(new Set(all.map(row => row.id)).size).toBe(all.length)
  expect(all.map(row => row.since)).toEqual(all.map(row => row.since).sort((a, b) => a - b))
  expect(all.length).toBeGreaterThanOrEqual(22)
}, 30_000)
