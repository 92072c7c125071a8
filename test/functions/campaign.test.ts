import { addDays, dayOf } from '../../domain/calendar'
import { addWorkdays } from '../../domain/calendar/working-days'
import {
  type Bureau,
  Caller,
  chiefOf,
  foreign,
  freshCloud,
  home,
  newId,
  openBureau,
  wholeCheck,
} from './bureau'
import { campaignForm, issuedTo, planFor } from './campaigns'

// A campaign from its draft to its end: the city issues, two units confirm and plan, one plan is sent back, figures count
// within the dates only, and who is not addressed or holds no post of an office learns nothing of it.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let mine: Bureau
let theirs: Bureau
let chief: Caller
const now = Date.now()
const today = dayOf(now)

beforeAll(async () => {
  cloud = await freshCloud()
  mine = await openBureau(cloud, home)
  theirs = await openBureau(cloud, foreign)
  chief = await chiefOf(cloud)
}, 60_000)
afterAll(() => cloud.close())

// biome-ignore lint/suspicious/noExplicitAny: a document as the store holds it
type Stored = any
const stored = (name: string): Promise<Stored[]> => cloud.documents(name)
const terms = async (campaign: string) =>
  (await stored('terms')).filter(({ record, open }) => open && record.includes(campaign))
const toldOf = async (to: string) =>
  (await stored('messages')).filter(message => message.to === to).map(({ title }) => title)

let campaign: string

test('a draft is the city’s alone; issued, it is with every unit addressed, with a message and two clocks each', async () => {
  ;({ campaign } = await chief.write('campaign.draft', campaignForm([home, foreign])))
  expect(await mine.head.refusal('campaign.read', { campaign })).toBe('record.missing')
  expect(await mine.head.refusal('campaign.text', { campaign })).toBe('record.missing')
  expect((await mine.head.read('campaign.list', {})).rows).toEqual([])

  const { headless } = await chief.write('campaign.issue', { campaign })
  expect(headless).toEqual([])
  expect(await toldOf(mine.headPost)).toContain(
    '新的专项行动：赣州市电线电缆质量安全“联查联打联治”专项行动方案',
  )
  expect(await toldOf(mine.deputyPost)).toHaveLength(1)
  const running = await terms(campaign)
  expect(
    running.map(({ owner, due, record }) => [record.split('.')[1] ?? 'city', owner, due]).sort(),
  ).toEqual(
    [
      [home, mine.headPost, addWorkdays(today, 3).day],
      [home, mine.headPost, addWorkdays(today, 10).day],
      [foreign, theirs.headPost, addWorkdays(today, 3).day],
      [foreign, theirs.headPost, addWorkdays(today, 10).day],
      ['city', (await stored('posts')).find(({ role }) => role === 'chief')._id, addDays(today, 60)],
    ].sort(),
  )
  const again = await chief.refusal('campaign.issue', { id: newId(), content: { campaign } })
  expect(again).toBe('state.wrong')
})

test('receipt: who and when; twice is refused, the same submission twice is one', async () => {
  const id = newId()
  await mine.head.write('campaign.receive', { campaign, unit: home }, id)
  const replayed = await mine.head.ask('campaign.receive', { id, content: { campaign, unit: home } })
  expect(replayed).toMatchObject({ ok: true, data: { replayed: true } })
  expect(
    await mine.deputy.refusal('campaign.receive', { id: newId(), content: { campaign, unit: home } }),
  ).toBe('state.wrong')
  const { responses } = await chief.read('campaign.read', { campaign })
  expect(responses).toMatchObject([
    { unit: home, received: { name: '局长甲' }, receiptLate: false, planState: 'drafting' },
    { unit: foreign, receiptLate: false },
  ])
  expect(responses[1]?.received).toBeUndefined()
  expect((await terms(campaign)).filter(({ record }) => record.endsWith(home))).toHaveLength(1)
})

test('nobody answers for another unit, and a unit sees itself alone', async () => {
  const content = { campaign, unit: foreign }
  expect(await mine.head.refusal('campaign.receive', { id: newId(), content })).toBe('record.missing')
  expect(
    await mine.officer.refusal('campaign.receive', { id: newId(), content: { campaign, unit: home } }),
  ).toBe('verb.denied')
  expect(await mine.head.refusal('campaign.plan', content)).toBe('record.missing')
  const read = await mine.officer.read('campaign.read', { campaign })
  expect(read.responses.map(({ unit }) => unit)).toEqual([home])
  expect(read.may).toMatchObject({ receive: false, plan: false, change: false })
  const only = await issuedTo(cloud, [foreign])
  expect(await mine.head.refusal('campaign.read', { campaign: only })).toBe('record.missing')
  expect(await mine.head.ask('campaign.text', { campaign: only })).toMatchObject({ ok: true }) // it is 公开
})

test('reminding reaches those who have not, once a day', async () => {
  const { units } = await chief.write('campaign.remind', { campaign, what: 'receipt' })
  expect(units).toEqual([foreign])
  expect((await toldOf(theirs.headPost)).filter(title => title.startsWith('催办'))).toHaveLength(1)
  expect((await toldOf(mine.headPost)).filter(title => title.startsWith('催办'))).toHaveLength(0)
  expect(
    await chief.refusal('campaign.remind', { id: newId(), content: { campaign, what: 'receipt' } }),
  ).toBe('state.wrong')
})

test('a plan is handed in, sent back with its reason, handed in again and approved; each side’s clock runs in its turn', async () => {
  const plan = { campaign, unit: home, ...planFor(now) }
  await mine.head.write('campaign.submitPlan', plan)
  const titles = async () =>
    (await terms(campaign))
      .filter(({ record }) => record.endsWith(home))
      .map(({ title }) => title.split('：')[0])
  expect(await titles()).toEqual(['审阅方案'])

  const decide = { campaign, unit: home, approved: false, words: '' }
  expect(await chief.refusal('campaign.decidePlan', { id: newId(), content: decide })).toBe('input.invalid')
  await chief.write('campaign.decidePlan', { ...decide, words: '目标没有数字' })
  expect(await titles()).toEqual(['修改后重新报送方案'])
  expect((await mine.head.read('campaign.read', { campaign })).mine).toMatchObject({
    planState: 'returned',
    returned: '目标没有数字',
    planBy: addWorkdays(today, 5).day,
  })
  const twice = { campaign, unit: home, approved: true, words: '' }
  expect(await chief.refusal('campaign.decidePlan', { id: newId(), content: twice })).toBe('state.wrong')

  await mine.deputy.write('campaign.submitPlan', plan)
  await chief.write('campaign.decidePlan', { campaign, unit: home, approved: true, words: '同意' })
  expect(await titles()).toEqual([])
  expect(await mine.head.read('campaign.plan', { campaign, unit: home })).toMatchObject({
    planState: 'approved',
    steps: [
      { step: 'submit', name: '局长甲' },
      { step: 'return', words: '目标没有数字' },
      { step: 'submit', name: '分管局长甲' },
      { step: 'approve', words: '同意' },
    ],
  })
})

test('a plan that goes on after the campaign’s end, or carries a marking, is refused whole', async () => {
  const plan = planFor(now)
  const tasks = plan.tasks.map(task => ({ ...task, due: addDays(today, 61) }))
  const late = { campaign, unit: foreign, ...plan, tasks }
  expect(await theirs.head.ask('campaign.submitPlan', { id: newId(), content: late })).toMatchObject({
    problem: { code: 'input.invalid', field: 'tasks.0.due', message: '“排查建档”的完成期限晚于专项行动结束' },
  })
  const secret = { campaign, unit: foreign, ...plan, goals: '机密★10年' }
  expect(await theirs.head.refusal('campaign.submitPlan', { id: newId(), content: secret })).toBe(
    'input.invalid',
  )
  expect((await theirs.head.read('campaign.plan', { campaign, unit: foreign })).planState).toBe('drafting')
})

test('only what happened within the dates counts towards a target, on whatever day it came in', async () => {
  const at = (days: number) => now + days * 86_400_000
  // Made by other phones at other times: one before the first day and one within, which arrives with the present.
  const before = new Caller(cloud, mine.officer.openid, at(-20))
  const early = { ...mine, officer: before }
  const { check } = await before.write('inspection.submit', await wholeCheck(early))
  expect(check).toMatch(/^[0-9a-f]{32}$/)
  const covered = async () =>
    (await chief.read('campaign.read', { campaign })).targets.find(({ id }) => id === 't1')?.progress
  expect(await covered()).toMatchObject({ value: 0, wanted: 20, reachedBy: 0, of: 2 })
  await theirs.officer.write('inspection.submit', await wholeCheck(theirs))
  expect(await covered()).toMatchObject({ value: 1 })
  const own = (await theirs.head.read('campaign.read', { campaign })).targets[0]?.progress
  expect(own).toMatchObject({ value: 1, wanted: 10, reached: false, late: false })
  // folded or not, the figure is the same
  await cloud.fire('clock', 'every-five-minutes', at(1))
  expect(await covered()).toMatchObject({ value: 1 })
})

test('a progress report goes to the section, with the numbers a unit counts itself', async () => {
  const content = {
    campaign,
    unit: home,
    line: 'standards' as const,
    words: '宣贯一场，到会四十人',
    told: [
      { id: 't4', value: 1 },
      { id: 'p2', value: 2 },
    ],
  }
  await mine.head.write('campaign.report', content)
  const read = await chief.read('campaign.read', { campaign })
  expect(read.reports).toMatchObject([
    { unitName: '信丰县', line: '标准化', section: '标准化科', words: content.words },
  ])
  expect(read.targets.find(({ id }) => id === 't4')?.progress).toMatchObject({
    value: 1,
    wanted: 2,
    reachedBy: 1,
  })
  expect(
    (await mine.head.read('campaign.plan', { campaign, unit: home })).plan?.tasks[1]?.progress,
  ).toMatchObject({
    value: 2,
    reached: true,
  })
  const chiefPost = (await stored('posts')).find(({ role }) => role === 'chief')._id
  expect(await toldOf(chiefPost)).toContain('信丰县动态（标准化）')
  expect((await theirs.head.read('campaign.read', { campaign })).reports).toEqual([])
  const wrong = { ...content, told: [{ id: 't1', value: 99 }] } // counted by the figures, not told
  expect(await mine.head.refusal('campaign.report', { id: newId(), content: wrong })).toBe('input.invalid')
})

test('targets and contacts change while it runs; a target outside its dates does not', async () => {
  const { targets } = await chief.read('campaign.read', { campaign })
  const plain = targets.map(({ id, name, count, wanted, measure, owner, due }) => ({
    id,
    name,
    count,
    wanted,
    measure,
    owner,
    due,
  }))
  const people = [{ role: '联系人', name: '联系人乙', phone: '0797-8123457' }]
  const more = {
    id: 't9',
    name: '曝光',
    count: '家',
    wanted: 3,
    measure: 'told' as const,
    owner: '360700.supervision',
    due: addDays(today, 30),
  }
  await chief.write('campaign.change', {
    campaign,
    people,
    targets: [...plain, more],
    told: [{ id: 't9', value: 3 }],
  })
  const read = await chief.read('campaign.read', { campaign })
  expect(read.people).toEqual(people)
  // what is wanted of each unit is what was laid down, not the sum of twenty
  expect(read.targets.map(({ wanted }) => wanted)).toEqual([10, 5, 60, 1, 3])
  expect(read.targets.at(-1)).toMatchObject({
    ownerName: '质量监督科',
    progress: { value: 3, reached: true },
  })
  expect(await toldOf(mine.headPost)).toContain(`目标任务有调整：${read.title}`)
  const late = [{ ...more, due: addDays(today, 61) }]
  expect(
    await chief.refusal('campaign.change', {
      id: newId(),
      content: { campaign, people, targets: late, told: [] },
    }),
  ).toBe('input.invalid')
})

test('公开 is for everybody, 内部 for offices it is addressed to; an enterprise and a stranger see the text and no more', async () => {
  const inside = (await chief.write('campaign.draft', campaignForm([home], now, { openness: 'internal' })))
    .campaign
  await chief.write('campaign.issue', { campaign: inside })
  for (const outsider of [mine.maker, new Caller(cloud, 'passer-by')]) {
    const text = await outsider.read('campaign.text', { campaign })
    expect(text.text).toContain('取缔一批无照经营')
    expect(JSON.stringify(text)).not.toMatch(/0797-8123457|联系人乙|responses|targets/)
    const rows = (await outsider.read('campaign.published', {})).rows.map(({ id }) => id)
    expect(rows).toContain(campaign)
    expect(rows).not.toContain(inside)
    expect(await outsider.refusal('campaign.text', { campaign: inside })).toBe('record.missing')
    expect(['verb.denied', 'post.none']).toContain(await outsider.refusal('campaign.read', { campaign }))
    expect(['verb.denied', 'post.none']).toContain(await outsider.refusal('campaign.list', {}))
  }
  expect(await mine.officer.read('campaign.text', { campaign: inside })).toMatchObject({
    openness: 'internal',
  })
  expect(await theirs.head.refusal('campaign.text', { campaign: inside })).toBe('record.missing')
})

test.each<[string, object, string]>([
  ['is marked', { text: '密级：机密\n关于开展检查的通知' }, 'text'],
  ['is not said to be unclassified', { unclassified: false }, 'unclassified'],
  ['ends before it begins', { last: addDays(today, -9), planBy: today, targets: [] }, 'last'],
])('a campaign that %s is refused and nothing is kept', async (_what, change, field) => {
  const before = (await stored('campaigns')).length
  const content = { ...campaignForm([home]), ...change }
  expect(await chief.ask('campaign.draft', { id: newId(), content })).toMatchObject({
    ok: false,
    problem: { code: 'input.invalid', field },
  })
  expect(await stored('campaigns')).toHaveLength(before)
})

test('a campaign that is over already cannot be issued; its dates can be put right in the draft', async () => {
  const past = {
    first: addDays(today, -40),
    last: addDays(today, -1),
    issuedOn: addDays(today, -40),
    planBy: addDays(today, -30),
    targets: [],
  }
  const { campaign: draft } = await chief.write('campaign.draft', campaignForm([home], now, past))
  expect(await chief.ask('campaign.issue', { id: newId(), content: { campaign: draft } })).toMatchObject({
    problem: { message: '结束日期已经过去，请修改日期后再下发' },
  })
  await chief.write('campaign.draft', { ...campaignForm([home]), draft })
  expect((await chief.read('campaign.read', { campaign: draft })).last).toBe(addDays(today, 60))
  await chief.write('campaign.drop', { campaign: draft })
  expect(await chief.refusal('campaign.issue', { id: newId(), content: { campaign: draft } })).toBe(
    'state.wrong',
  )
})

test('all twenty units at once: one write, a bounded number of calls, and units without a head are named', async () => {
  const { campaign: all } = await chief.write('campaign.draft', campaignForm())
  const before = cloud.calls().length
  const { headless } = await chief.write('campaign.issue', { campaign: all })
  const [invocation] = cloud.calls().slice(before)
  expect(headless).toHaveLength(18)
  expect(invocation?.actions.length).toBeLessThanOrEqual(75)
  expect((await stored('responses')).filter(response => response.campaign === all)).toHaveLength(20)
  // nobody's clock is nobody's: where there is no head it is the chief's who issued it
  for (const term of await terms(all)) expect(term.owner).toMatch(/^[0-9a-f]{32}$/)
  const reads = cloud.calls().length
  await chief.read('campaign.read', { campaign: all })
  expect(cloud.calls().slice(reads)[0]?.actions.length).toBeLessThanOrEqual(6)
  const closing = cloud.calls().length
  await chief.write('campaign.close', { campaign: all, words: '演示' })
  expect(cloud.calls().slice(closing)[0]?.actions.length).toBeLessThanOrEqual(150)
  expect(await terms(all)).toEqual([])
})

test('a unit that is late shows as late, and may still answer; closed, it answers no more and no clock runs', async () => {
  const days = (count: number) => now + count * 86_400_000
  const later = (caller: Caller) => new Caller(cloud, caller.openid, days(20))
  const matrix = (await later(chief).read('campaign.read', { campaign })).responses
  expect(matrix).toMatchObject([
    { unit: home, receiptLate: false, planLate: false },
    { unit: foreign, receiptLate: true, planLate: true },
  ])
  await later(theirs.head).write('campaign.receive', { campaign, unit: foreign })
  expect((await later(chief).read('campaign.read', { campaign })).responses[1]).toMatchObject({
    received: { name: '局长甲' },
    receiptLate: true,
  })
  await later(chief).write('campaign.close', { campaign, words: '目标基本完成' })
  expect(await terms(campaign)).toEqual([])
  const content = { campaign, unit: foreign, ...planFor(now) }
  expect(await later(theirs.head).refusal('campaign.submitPlan', { id: newId(), content })).toBe(
    'state.wrong',
  )
  const read = await later(mine.head).read('campaign.read', { campaign })
  expect(read).toMatchObject({ state: 'closed', closed: { words: '目标基本完成' } })
  expect(read.may).toMatchObject({ receive: false, plan: false, report: false })
  expect((await mine.maker.read('campaign.published', {})).rows.map(({ id }) => id)).toContain(campaign)
})

test('two heads confirm at the same moment: both do, for each writes its own unit’s record', async () => {
  const both = await issuedTo(cloud, [home, foreign])
  const answers = await Promise.all(
    [mine, theirs].map(({ head, unit }) =>
      head.ask('campaign.receive', { id: newId(), content: { campaign: both, unit } }),
    ),
  )
  expect(answers.map(({ ok }) => ok)).toEqual([true, true])
})
