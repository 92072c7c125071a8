import { addDays, dayOf } from '../../domain/calendar'
import { admitChief, type Bureau, type Caller, freshCloud, newId, openBureau, wholeCheck } from './bureau'

// 今天 by role: what presses, from everywhere, in one call.
const DAY = 86_400_000
const now = Date.now()
const today = dayOf(now)

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let chief: Caller
beforeAll(async () => {
  cloud = await freshCloud({ pool: 4 })
  bureau = await openBureau(cloud, undefined, now)
  chief = await admitChief(cloud, now)
}, 60_000)
afterAll(() => cloud.close())

/** The page of one person, and how many database calls it took. */
async function pageOf<Role extends string>(who: Caller, role: Role) {
  const before = cloud.calls().length
  const page = await who.read('office.today', {})
  const calls = cloud.calls().slice(before)[0]?.actions.length ?? 0
  expect(page.role).toBe(role)
  expect(calls).toBeGreaterThan(0)
  expect(calls).toBeLessThanOrEqual(13)
  return page as Extract<typeof page, { role: Role }>
}

const errand = (more: object) => ({
  title: '查某厂',
  ask: '去年抽查不合格',
  kind: 'verify' as const,
  due: today,
  to: [{ unit: bureau.unit, post: bureau.officerPost }],
  secret: false,
  ...more,
})
const issue = async (more: object): Promise<string> =>
  (await bureau.head.write('task.issue', errand(more))).tasks[0] as string
const team = async () =>
  (
    await bureau.head.write('office.setUpTeam', {
      unit: bureau.unit,
      name: '嘉定市场监管所',
      kind: 'station',
      towns: ['嘉定镇'],
    })
  ).team

test('the inspector: whom to visit and why, by today; what is due later or names nobody is a task', async () => {
  const visit = await issue({ enterprise: bureau.producer, secret: true })
  const later = await issue({ enterprise: bureau.seller, due: addDays(today, 5) })
  const plain = await issue({ title: '报送台账' })
  const page = await pageOf(bureau.officer, 'officer')
  expect(page.visits).toEqual([
    expect.objectContaining({
      id: visit,
      ask: '去年抽查不合格',
      secret: true,
      enterprise: expect.objectContaining({ id: bureau.producer, kind: '生产' }),
    }),
  ])
  expect(page.tasks.rows.map(({ id }) => id).sort()).toEqual([later, plain].sort())
  // A colleague's day is his own.
  const other = await pageOf(bureau.second, 'officer')
  expect([other.visits, other.tasks.rows]).toEqual([[], []])
})

test('the second officer: a record that waits for him; gone once he has confirmed it', async () => {
  const { check } = await bureau.officer.write('inspection.submit', await wholeCheck(bureau))
  expect((await pageOf(bureau.second, 'officer')).confirm).toEqual([expect.objectContaining({ id: check })])
  expect((await pageOf(bureau.officer, 'officer')).confirm).toEqual([])
  await bureau.second.write('inspection.confirm', { check, agreed: true })
  expect((await pageOf(bureau.second, 'officer')).confirm).toEqual([])
})

test('the head: what ends and who is late, in which team, by how many days; pressed once a day, never by himself', async () => {
  const station = await team()
  await bureau.head.write('office.movePost', { post: bureau.officerPost, team: station })
  const ends = await issue({ title: '今天要报的台账' })
  const begun = now - 9 * DAY
  bureau.head.now = begun
  const late = await issue({ title: '早该报的台账', due: addDays(today, -3) })
  bureau.head.now = now
  const { pressing } = await pageOf(bureau.head, 'head')
  const row = (task: string) => pressing.rows.find(({ id }) => id === `${task}.due`)
  expect(row(ends)).toMatchObject({ late: false, left: 0 })
  expect(row(late)).toMatchObject({
    late: true,
    left: -3,
    ownerName: '检查员甲',
    teamName: '嘉定市场监管所',
    mine: false,
    urgeable: true,
  })
  // The longest over stands first.
  expect(pressing.rows[0]?.id).toBe(`${late}.due`)

  const term = `${late}.due`
  expect(await bureau.head.write('term.urge', { term })).toMatchObject({ name: '检查员甲' })
  expect((await bureau.officer.read('message.inbox', {})).rows[0]).toMatchObject({
    title: expect.stringContaining('催办'),
    words: '局长甲请您尽快办理，已超期3天。',
    urgent: true,
  })
  expect((await pageOf(bureau.head, 'head')).pressing.rows.find(({ id }) => id === term)?.urgeable).toBe(
    false,
  )
  const again = await bureau.deputy.ask('term.urge', { id: newId(), content: { term } })
  expect(again).toMatchObject({
    ok: false,
    problem: { code: 'state.wrong', message: '今天局长甲已经催过，明天再催' },
  })
  bureau.head.now = now + DAY
  await bureau.head.write('term.urge', { term })
  bureau.head.now = now
})

test('who leads a team sees his team; who reads the law sees what is his', async () => {
  const [found] = (await bureau.head.read('office.people', { unit: bureau.unit })).teams
  await bureau.head.write('office.movePost', { post: bureau.leaderPost, team: found?.id })
  const { pressing } = await pageOf(bureau.leader, 'head')
  expect(pressing.rows.map(({ title }) => title).join()).toContain('早该报的台账')
  expect(pressing.rows.every(({ urgeable }) => !urgeable)).toBe(true)
  expect((await pageOf(bureau.legal, 'head')).pressing.rows).toEqual([])
})

test('the head: how far the register has been looked at, beside the middle of all units', async () => {
  const { coverage, yesterday } = await pageOf(bureau.head, 'head')
  // One of two has been checked above; no other unit has anybody.
  expect(coverage).toEqual({ value: 50, median: 50, left: 1 })
  expect(yesterday.checks).toBe(0)
  bureau.head.now = now + DAY
  expect((await pageOf(bureau.head, 'head')).yesterday.checks).toBe(1)
  bureau.head.now = now
})

test('the city: a grave thing nobody has read, and what lies on its desk', async () => {
  const { urgent } = await bureau.officer.write('urgent.report', {
    kind: 'accident',
    what: '劣质电缆起火',
    where: '嘉定镇',
    when: now,
  })
  const page = await pageOf(chief, 'city')
  expect(page.urgents).toEqual([expect.objectContaining({ id: urgent, unitName: '信丰县' })])
  expect(page.units.find(({ id }) => id === bureau.unit)).toMatchObject({ coverage: 50, covered: 1 })
  expect(page.units.find(({ id }) => id !== bureau.unit)).toMatchObject({ coverage: null })
  await chief.write('urgent.receive', { urgent })
  expect((await pageOf(chief, 'city')).urgents).toEqual([])
})
