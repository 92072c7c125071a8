import { addDays, dayOf, startOf } from '../../domain/calendar'
import type { Message } from '../../domain/message'
import type { Term } from '../../domain/term'
import { admitChief, type Bureau, type Caller, freshCloud, newId, openBureau, servedNotice } from './bureau'
import { put, termFor } from './terms'

// Clocks at work, through the function `clock` as the timer calls it: late, twice at once, not for a day.
const FIRST = Date.parse('2026-03-02T10:00:00+08:00')
const HOUR = 3_600_000
const DAY = 24 * HOUR

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let chief: Caller
beforeAll(async () => {
  // Figures of many days are folded at once here; that the clock complains of it is as it should be.
  cloud = await freshCloud({ pool: 4, log: () => {} })
  bureau = await openBureau(cloud, undefined, FIRST)
  chief = await admitChief(cloud, FIRST)
}, 60_000)
afterAll(() => cloud.close())

const tick = (now: number) => cloud.fire('clock', 'every-five-minutes', now)
const messages = async (term: string): Promise<Message[]> =>
  ((await cloud.documents('messages')) as unknown as Message[]).filter(({ _id }) =>
    _id.startsWith(`${term}.`),
  )
const termOf = async (id: string): Promise<Term> =>
  (await cloud.documents('terms')).find(({ _id }) => _id === id) as unknown as Term
const own = (more: Parameters<typeof termFor>[3] = {}) =>
  put(cloud, 'terms', termFor(bureau.officerPost, bureau.unit, FIRST, more))
const at = (day: number, hour = 9) => startOf('2026-03-02') + day * DAY + hour * HOUR
const everybody = (now: number) => {
  for (const who of [bureau.officer, bureau.second, bureau.head, bureau.deputy, bureau.leader, chief])
    who.now = now
}

test('ten days: half, 80 %, the last day to the owner, then leader, deputy, head, chief; each once', async () => {
  const term = await own()
  const told: [string, string][] = []
  const [chiefPost] = (await cloud.documents('posts')).filter(post => post.role === 'chief')
  for (let day = 0; day <= 26; day++) {
    await tick(at(day))
    await tick(at(day) + 5 * 60_000)
  }
  for (const message of (await messages(term)).sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1)))
    told.push([dayOf(message.at).slice(5), message.to])
  const { officerPost: o, leaderPost, deputyPost, headPost } = bureau
  const byDay = (day: string) =>
    told
      .filter(([on]) => on === day)
      .map(([, to]) => to)
      .sort()
  expect(byDay('03-07')).toEqual([o])
  expect(byDay('03-10')).toEqual([o])
  expect(byDay('03-12')).toEqual([o])
  expect(byDay('03-13')).toEqual([o, leaderPost].sort())
  expect(byDay('03-15')).toEqual([o, deputyPost].sort())
  expect(byDay('03-19')).toEqual([o, headPost].sort())
  expect(byDay('03-27')).toEqual([o, chiefPost?._id].sort())
  expect(told).toHaveLength(11)
  expect(await termOf(term)).not.toHaveProperty('nextAt')
  const [last] = (await messages(term)).filter(({ at: when }) => dayOf(when) === '2026-03-12')
  expect(last).toMatchObject({ title: '今天到期：报送整治台账', kind: 'due', page: '/message/terms/index' })
  expect(last?.words).toContain('3月12日')
  expect(last?.words).toContain('检查员甲')
}, 120_000)

test('ticks missing for days: one warning, the strongest, to everybody any of them was for', async () => {
  const term = await own()
  await tick(at(14, 3))
  const told = await messages(term)
  const { officerPost, leaderPost, deputyPost } = bureau
  expect(told.map(({ to }) => to).sort()).toEqual([officerPost, leaderPost, deputyPost].sort())
  expect(new Set(told.map(({ title }) => title))).toEqual(new Set(['已超期4天：报送整治台账']))
  expect((await termOf(term)).told).toEqual(['half', 'near', 'last', 'late', 'late3'])
})

test('four ticks at the same moment tell once', async () => {
  const terms = await Promise.all([own(), own(), own(), own()])
  await Promise.all([1, 2, 3, 4].map(() => tick(at(5))))
  for (const term of terms) expect(await messages(term)).toHaveLength(1)
})

test('a term that ended is told no more', async () => {
  const { notice } = await (async () => {
    everybody(FIRST)
    return servedNotice(bureau)
  })()
  const id = `${notice}.correct`
  expect(await termOf(id)).toMatchObject({
    owner: bureau.officerPost,
    due: addDays('2026-03-02', 15),
    open: true,
    record: `notices/${notice}`,
  })
  const review = (passed: boolean, now: number) => {
    everybody(now)
    return bureau.officer.write('enforcement.review', {
      notice,
      colleague: bureau.colleague,
      passed,
      remark: '看过',
      at: now,
    })
  }
  await review(false, at(3))
  expect(await termOf(id)).toMatchObject({ open: true })
  const no = { id: newId(), content: { term: id, kind: 'extend', reason: '再给几天', until: '2026-03-20' } }
  const answer = await bureau.officer.ask('term.ask', no)
  expect(answer).toMatchObject({
    ok: false,
    problem: { code: 'state.wrong', message: expect.stringContaining('通知书') },
  })
  await review(true, at(4))
  expect(await termOf(id)).toMatchObject({ open: false, state: 'ended' })
  await tick(at(40))
  expect(await messages(id)).toEqual([])
})

describe('the post changes hands, the term stays', () => {
  test('a vacant owner: the head is told as well, and whoever comes reads it all', async () => {
    const gone = newId()
    const post = {
      _id: gone,
      role: 'officer' as const,
      org: bureau.unit,
      person: '',
      name: '',
      certificate: '',
      head: { entry: '', hash: '' },
    }
    await put(cloud, 'posts', post)
    const term = await put(cloud, 'terms', termFor(gone, bureau.unit, FIRST))
    await tick(at(5))
    expect((await messages(term)).map(({ to }) => to).sort()).toEqual([gone, bureau.headPost].sort())
    expect((await messages(term))[0]?.words).toContain('岗位空缺')
  })

  test('a team that was merged away: its post is no more, the head is told', async () => {
    const term = await put(cloud, 'terms', termFor(newId(), bureau.unit, FIRST))
    await tick(at(5))
    expect((await messages(term)).map(({ to }) => to)).toContain(bureau.headPost)
  })

  describe('by the procedures of the organisation', () => {
    let other: Bureau
    const at8 = (now: number) => {
      for (const who of [other.officer, other.second, other.head]) who.now = now
    }
    const has = async (who: Caller, term: string) =>
      (await who.read('message.inbox', {})).rows.some(({ id }) => id.startsWith(`${term}.`))
    beforeAll(async () => {
      other = await openBureau(cloud, '360723', FIRST)
    })

    test('on leave: the clock goes on, and who stands in reads the post’s inbox and its terms, on those days', async () => {
      const term = await put(cloud, 'terms', termFor(other.officerPost, other.unit, FIRST))
      await other.officer.write('office.setAway', {
        post: other.officerPost,
        from: '2026-03-06',
        to: '2026-03-10',
        standIn: other.colleague,
        kinds: [],
        reason: '出差',
      })
      await tick(at(5))
      at8(at(5, 10))
      expect(await has(other.second, term)).toBe(true)
      const lists = await other.second.read('term.list', {})
      expect(lists.rows.map(({ id }) => id)).toContain(term)
      at8(at(9))
      expect(await has(other.second, term)).toBe(false)
    })

    test('left in the middle of a clock: the head is told as well; who takes the post over finds every warning', async () => {
      const term = await put(cloud, 'terms', termFor(other.officerPost, other.unit, FIRST))
      await tick(at(6))
      at8(at(7))
      await other.head.write('office.release', { post: other.officerPost, on: '2026-03-09', reason: '调离' })
      await tick(at(8, 10))
      const near = (await messages(term)).filter(({ _id }) => _id.includes('.near'))
      expect(near.map(({ to }) => to).sort()).toEqual([other.officerPost, other.headPost].sort())
      expect(await has(other.second, term)).toBe(false)
      at8(at(9))
      await other.head.write('office.takeOver', { post: other.officerPost, by: other.colleague })
      expect(await has(other.second, term)).toBe(true)
      const mine = (await other.second.read('message.inbox', {})).rows.filter(({ id }) =>
        id.startsWith(`${term}.`),
      )
      expect(mine.map(({ title }) => title.split('：')[0])).toEqual(['还剩2天', '还剩4天'])
      await tick(at(10, 10))
      expect((await termOf(term)).told).toEqual(['half', 'near', 'last'])
    })
  })
})

describe('pause and extension', () => {
  const ask = (who: Caller, term: string, kind: 'pause' | 'extend', until?: string) =>
    who.write('term.ask', { term, kind, reason: '等检验结果', ...(until ? { until } : {}) })

  test('asked by the owner, granted by the deputy, not by who asked; paused days are told of nothing', async () => {
    everybody(at(2))
    const term = await own()
    await ask(bureau.officer, term, 'pause', '2026-03-13')
    const inbox = await bureau.deputy.read('message.inbox', {})
    expect(inbox.rows.map(({ title }) => title)).toContain('待批准：中止计时 · 报送整治台账')
    const own2 = await bureau.officer.ask('term.grant', { id: newId(), content: { term, agreed: true } })
    expect(own2).toMatchObject({ ok: false, problem: { code: 'verb.denied' } })
    const { due } = await bureau.deputy.write('term.grant', { term, agreed: true })
    expect(due).toBe('2026-03-22')
    for (const day of [6, 9, 11]) await tick(at(day))
    expect(await messages(term)).toEqual([])
    await tick(at(12))
    const resumed = await messages(term)
    expect(resumed).toHaveLength(1)
    expect(resumed[0]?.title).toBe('恢复计时：报送整治台账')
    expect(await termOf(term)).toMatchObject({ state: 'running', due: '2026-03-22' })
    await Promise.all([tick(at(20)), tick(at(20))])
    expect((await messages(term)).filter(({ title }) => title.startsWith('今天到期'))).toHaveLength(1)
  })

  test('the head who asked for his officer leaves it to the deputy; a refusal has its reason and moves nothing', async () => {
    everybody(at(2))
    const term = await own()
    await ask(bureau.head, term, 'extend', '2026-03-20')
    const no = await bureau.head.ask('term.grant', { id: newId(), content: { term, agreed: true } })
    expect(no).toMatchObject({ ok: false, problem: { message: '自己申请的，请另一位负责人批准' } })
    const bare = await bureau.deputy.ask('term.grant', { id: newId(), content: { term, agreed: false } })
    expect(bare).toMatchObject({ ok: false, problem: { code: 'input.invalid', field: 'words' } })
    await bureau.deputy.write('term.grant', { term, agreed: false, words: '按原期限报送' })
    expect(await termOf(term)).toMatchObject({ due: '2026-03-12' })
    expect(await termOf(term)).not.toHaveProperty('ask')
  })

  test('a legal row gives its own length once, and no more', async () => {
    everybody(at(2))
    const term = await own({ row: 'R-VERIFY', due: '2026-03-23', why: '自收到举报之日起15个工作日' })
    await ask(bureau.officer, term, 'extend')
    expect((await bureau.deputy.write('term.grant', { term, agreed: true })).due).toBe('2026-04-14')
    const again = { id: newId(), content: { term, kind: 'extend', reason: '还不够' } }
    const answer = await bureau.officer.ask('term.ask', again)
    expect(answer).toMatchObject({ ok: false, problem: { message: expect.stringContaining('第18条') } })
    const lists = await bureau.officer.read('term.list', {})
    const row = lists.rows.find(({ id }) => id === term)
    expect(row?.may.extend).toEqual({ no: expect.stringContaining('只规定可以延长一次') })
    expect(row?.may.pause).toMatchObject({ basis: expect.stringContaining('不计入') })
  })

  test('two who decide at once: one decides', async () => {
    everybody(at(2))
    const term = await own()
    await ask(bureau.officer, term, 'extend', '2026-03-20')
    const answers = await Promise.all(
      [bureau.deputy, bureau.head].map(who =>
        who.ask('term.grant', { id: newId(), content: { term, agreed: true } }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await termOf(term)).extensions).toHaveLength(1)
  })
})

test('暂定: a day counted with an older calendar is counted anew, and its owner told', async () => {
  const term = await own({
    row: 'R-VERIFY',
    due: '2026-03-20',
    provisional: true,
    calendar: 2020,
    told: ['half', 'near', 'last'],
  })
  await tick(at(0, 12))
  expect(await termOf(term)).toMatchObject({ due: '2026-03-23', provisional: false })
  expect((await messages(term))[0]).toMatchObject({ title: '期限改为3月23日：报送整治台账' })
  await tick(at(0, 13))
  expect(await messages(term)).toHaveLength(1)
})

test('the daily sheet lists by person what is late, ends today or tomorrow', async () => {
  everybody(at(9))
  const sheet = await bureau.head.read('term.dailySheet', { unit: bureau.unit })
  const mine = sheet.people.find(({ name }) => name === '检查员甲')
  expect(mine?.duty).toBe('检查员')
  expect(mine?.lines.length).toBeGreaterThan(0)
  for (const line of mine?.lines ?? []) expect(line.left).toBeLessThanOrEqual(1)
  expect(sheet.people.some(({ name }) => name === '岗位空缺')).toBe(true)
})
