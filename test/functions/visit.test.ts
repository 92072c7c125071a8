import { addDays, dayOf, startOf } from '../../domain/calendar'
import { checklists } from '../../domain/checklist'
import {
  type Bureau,
  type Caller,
  chiefOf,
  foreign,
  freshCloud,
  home,
  newId,
  openBureau,
  wholeCheck,
} from './bureau'

// A visit: a task that names an enterprise. A head sends an officer there, the officer checks it and completes the task
// with the record.

const NOW = startOf('2026-11-02') + 9 * 3_600_000
const DUE = addDays(dayOf(NOW), 7)

let cloud: Awaited<ReturnType<typeof freshCloud>>
let ours: Bureau
let theirs: Bureau
let chief: Caller

beforeAll(async () => {
  cloud = await freshCloud({ pool: 4 })
  ours = await openBureau(cloud, home, NOW)
  theirs = await openBureau(cloud, foreign, NOW)
  chief = await chiefOf(cloud, NOW)
}, 60_000)
afterAll(() => cloud.close())

// biome-ignore lint/suspicious/noExplicitAny: documents as the store holds them
type Stored = any
const stored = async (collection: string, id: string): Promise<Stored> =>
  (await cloud.documents(collection)).find(({ _id }) => _id === id)

const visit = (more: object = {}) => ({
  title: '查某厂',
  ask: '去年抽查不合格',
  kind: 'verify' as const,
  due: DUE,
  to: [{ unit: home, post: ours.officerPost }] as { unit: string; team?: string; post?: string }[],
  secret: false,
  enterprise: ours.producer,
  ...more,
})
const send = async (more: object = {}, by = ours.head): Promise<string> =>
  (await by.write('task.issue', visit(more))).tasks[0] as string
const mine = async (who: Caller, id: string) =>
  (await who.read('task.list', { list: 'mine' })).rows.find(row => row.id === id)

describe('the row of a visit', () => {
  test('says where, whether it makes or sells, and why, on one line', async () => {
    const { name } = await stored('enterprises', ours.producer)
    const ask = `去年抽查不合格\n${'导体电阻超标，'.repeat(20)}`
    const row = await mine(ours.officer, await send({ ask }))
    expect(row?.enterprise).toEqual({ id: ours.producer, name, kind: '生产' })
    expect(row?.ask).toMatch(/^去年抽查不合格 导体电阻超标.*…$/)
    expect([...(row?.ask ?? '')]).toHaveLength(60)
    const shop = await mine(ours.officer, await send({ enterprise: ours.seller, ask: '' }))
    expect(shop?.enterprise?.kind).toBe('销售')
    expect(shop).not.toHaveProperty('ask')
  })

  test('of a task that names none has neither', async () => {
    const row = await mine(ours.officer, await send({ enterprise: undefined }))
    expect(row).toMatchObject({ title: '查某厂' })
    expect(row).not.toHaveProperty('enterprise')
    expect(row).not.toHaveProperty('ask')
  })
})

/** Phone and server some minutes after NOW: a check made then was made after what was issued at NOW. */
const later = (minutes: number) => NOW + minutes * 60_000
async function check(minutes: number, more: object = {}, by = ours): Promise<string> {
  const { officer } = by
  officer.now = later(minutes)
  const at = later(minutes) - 60_000
  const content = { ...(await wholeCheck(by)), startedAt: at, shownAt: at, toldAt: at, finishedAt: at }
  const made = await officer.write('inspection.submit', { ...content, ...more })
  officer.now = NOW
  return made.check
}
const ofSeller = () => ({
  enterprise: ours.seller,
  kind: 'seller' as const,
  answers: checklists.seller.map(({ id }) => ({ item: id, result: '符合' as const })),
})
const refused = async (by: Caller, path: string, content: object): Promise<string> => {
  const before = (await cloud.documents('journal')).length
  const answer = await by.ask(path, { id: newId(), content })
  expect((await cloud.documents('journal')).length).toBe(before)
  return answer.ok ? 'taken' : `${answer.problem.code} ${answer.problem.message}`
}
const complete = (task: string, of: string, words = '') => ({ task, words, check: of })

describe('a visit is made', () => {
  test('by the officer: his checks since it was given stand ready, the newest first, three at most', async () => {
    const early = await check(-30)
    const id = await send()
    expect((await ours.officer.read('task.read', { task: id })).checks).toEqual([])
    await check(40, ofSeller())
    const made = [await check(50), await check(60), await check(70), await check(80)]
    const read = await ours.officer.read('task.read', { task: id })
    expect(read.may).toMatchObject({ check: true, complete: true })
    expect(read.checks?.map(one => one.id)).toEqual([made[3], made[2], made[1]])
    expect(read.checks?.[0]).toMatchObject({ outcome: '未发现问题', found: false })
    expect(await refused(ours.officer, 'task.complete', complete(id, early))).toMatch(
      /^input.invalid 这份检查记录是下发任务以前的/,
    )
  })

  test('and completed with the record alone; the issuer is told what came of it', async () => {
    const id = await send({ title: '去看一家' })
    const made = await check(90)
    await ours.officer.write('task.complete', complete(id, made))
    expect(await stored('tasks', id)).toMatchObject({
      state: 'done',
      result: { words: '', check: made, outcome: '未发现问题' },
    })
    const told = (await cloud.documents('messages')).filter((one: Stored) => one.to === ours.headPost)
    expect(told.map((one: Stored) => one.words)).toContain('“去看一家”已由检查员甲办完。检查结果：未发现问题')
    const read = await ours.head.read('task.read', { task: id })
    expect(read).not.toHaveProperty('checks')
    expect(read.may).toMatchObject({ check: false })
  })

  test('with the record of another enterprise or of another unit it is refused', async () => {
    const id = await send()
    expect(await refused(ours.officer, 'task.complete', complete(id, await check(100, ofSeller())))).toBe(
      'input.invalid 这份检查记录不是这家企业的，请重新选择',
    )
    expect(await refused(ours.officer, 'task.complete', complete(id, await check(100, {}, theirs)))).toMatch(
      /^record.missing 没有找到这份检查记录/,
    )
    expect(await refused(ours.officer, 'task.complete', complete(id, newId()))).toMatch(/^record.missing/)
    expect(await stored('tasks', id)).toMatchObject({ state: 'assigned' })
  })

  test('by whoever checks: a leader who has it himself cannot begin, and reads what he may complete it with', async () => {
    const id = await send({ to: [{ unit: home, post: ours.leaderPost }] })
    const made = await check(110)
    const read = await ours.leader.read('task.read', { task: id })
    expect(read.may).toMatchObject({ check: false, complete: true })
    expect(read.checks?.[0]?.id).toBe(made)
    expect(await ours.officer.read('task.read', { task: id })).not.toHaveProperty('checks')
  })

  test('a task that names no enterprise asks for no checks', async () => {
    const id = await send({ enterprise: undefined })
    const read = await ours.officer.read('task.read', { task: id })
    expect(read).not.toHaveProperty('checks')
    expect(read.may.check).toBe(false)
  })
})

describe('a visit is given', () => {
  test('to one party, to an enterprise of its own unit', async () => {
    const both = [
      { unit: home, post: ours.officerPost },
      { unit: home, post: ours.colleague },
    ]
    expect(await refused(ours.head, 'task.issue', visit({ to: both }))).toBe(
      'input.invalid 针对一家企业的任务一次只能交给一方',
    )
    const elsewhere = visit({ enterprise: theirs.producer })
    for (const by of [ours.head, ours.deputy, ours.leader])
      expect(await refused(by, 'task.issue', elsewhere)).toBe(
        'record.missing 这家企业不在承办单位的辖区，请重新选择',
      )
    expect(await refused(ours.head, 'task.issue', visit({ enterprise: newId() }))).toMatch(/^record.missing/)
    expect(await refused(chief, 'task.issue', visit({ to: [{ unit: foreign }] }))).toMatch(/^record.missing/)
    expect(await refused(ours.officer, 'task.issue', visit())).toMatch(/^verb.denied/)
  })

  test('as a surprise it is known to whom it concerns: nobody else reads the enterprise, in a row, a page, a clock or a message', async () => {
    const { name } = await stored('enterprises', ours.seller)
    const id = await send({ secret: true, title: '突击查一家', ask: '群众举报', enterprise: ours.seller })
    for (const who of [ours.second, ours.leader, ours.legal, ours.deputy]) {
      expect(await who.refusal('task.read', { task: id })).toBe('record.missing')
      for (const list of ['mine', 'desk', 'out'] as const)
        expect((await who.read('task.list', { list })).rows.map(row => row.id)).not.toContain(id)
    }
    expect(await mine(ours.officer, id)).toMatchObject({
      secret: true,
      ask: '群众举报',
      enterprise: { id: ours.seller, name, kind: '销售' },
    })
    const terms = (await cloud.documents('terms')).filter((one: Stored) => one.record === `tasks/${id}`)
    expect(terms.length).toBeGreaterThan(0)
    for (const term of terms) expect(JSON.stringify(term)).not.toContain(name)
    const about = (await cloud.documents('messages')).filter((one: Stored) => one.page?.includes(id))
    expect(about.map((one: Stored) => one.to)).toEqual([ours.officerPost])
  })
})
