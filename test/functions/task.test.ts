import { addDays, dayOf, startOf } from '../../domain/calendar'
import { admitChief, type Bureau, type Caller, foreign, freshCloud, home, newId, openBureau } from './bureau'

// The journey of a task: the city issues, the unit signs, the leader gets it, an officer, it comes back as wrong, the unit
// disputes it, the city decides. Everything is checked on what the store holds.

// A Monday morning with ordinary weeks behind it.
const NOW = startOf('2026-11-02') + 9 * 3_600_000
const TODAY = dayOf(NOW)
const DUE = addDays(TODAY, 30)

let cloud: Awaited<ReturnType<typeof freshCloud>>
let chief: Caller
let ours: Bureau
let theirs: Bureau

beforeAll(async () => {
  cloud = await freshCloud({ pool: 4 })
  ours = await openBureau(cloud, home, NOW)
  theirs = await openBureau(cloud, foreign, NOW)
  chief = await admitChief(cloud, NOW)
}, 60_000)
afterAll(() => cloud.close())

// biome-ignore lint/suspicious/noExplicitAny: documents as the store holds them
type Stored = any

const stored = async (collection: string, id: string): Promise<Stored> =>
  (await cloud.documents(collection)).find(({ _id }) => _id === id)
const task = (id: string) => stored('tasks', id)
/** The clocks that run on a task: key, owner, last day. */
const running = async (id: string) =>
  (await cloud.documents('terms'))
    .filter((term: Stored) => term.record === `tasks/${id}` && term.open)
    .map((term: Stored) => [String(term._id).split('.')[1], term.owner, term.due, term.unit])
    .sort()
const told = async (post: string): Promise<string[]> =>
  (await cloud.documents('messages'))
    .filter((message: Stored) => message.to === post)
    .map((message: Stored) => `${message.title}：${message.words}`)

const form = (more: object = {}) => ({
  title: '排查嘉定镇建材市场',
  ask: '逐家核对电线电缆进货查验记录',
  kind: 'survey' as const,
  due: DUE,
  to: [{ unit: home }] as { unit: string; team?: string; post?: string }[],
  secret: false,
  ...more,
})
const issue = async (more: object = {}, by = chief): Promise<string> =>
  (await by.write('task.issue', form(more))).tasks[0] as string
const seen = async (id: string) => (await task(id)).log.length as number
const assign = async (by: Caller, id: string, post: string, unit = home) =>
  by.write('task.assign', { tasks: [{ task: id, seen: await seen(id) }], to: { unit, post } })

describe('from the city to the officer and back to the city', () => {
  let id: string

  test('the city issues: it lies with the unit, its head is told, two clocks run', async () => {
    id = await issue({ target: { count: 30, of: '家' } })
    expect(await task(id)).toMatchObject({
      state: 'issued',
      unit: home,
      units: [home],
      holder: { unit: home },
      inCharge: { post: ours.headPost, name: '局长甲' },
      issuer: { unit: '360700', name: '科长甲' },
    })
    expect(await running(id)).toEqual([
      ['due', ours.headPost, DUE, home],
      ['sign', ours.headPost, '2026-11-04', home], // two working days
    ])
    expect(await told(ours.headPost)).toEqual([
      '新任务：赣州市 · 科长甲下发：排查嘉定镇建材市场，12月2日前完成。请签收。',
    ])
  })

  test('the unit signs: who signs answers, the clock of signing ends', async () => {
    await ours.deputy.write('task.sign', { task: id })
    expect(await task(id)).toMatchObject({ state: 'signed', inCharge: { post: ours.deputyPost } })
    expect(await running(id)).toEqual([['due', ours.deputyPost, DUE, home]])
    expect(await stored('terms', `${id}.sign`)).toMatchObject({ state: 'ended', open: false })
  })

  test('the deputy hands it to the leader, the leader to an officer', async () => {
    await assign(ours.deputy, id, ours.leaderPost)
    expect(await running(id)).toEqual([['due', ours.leaderPost, DUE, home]])
    await assign(ours.leader, id, ours.officerPost)
    expect(await task(id)).toMatchObject({
      state: 'assigned',
      holder: { post: ours.officerPost, name: '检查员甲' },
    })
    expect((await ours.officer.read('task.list', { list: 'mine' })).rows).toMatchObject([
      { id, state: 'assigned', target: { count: 30, of: '家', reported: 0 } },
    ])
    expect((await told(ours.leaderPost)).join()).toContain(
      '已改由信丰县 · 检查员甲办理'.replace('信丰县 · ', ''),
    )
  })

  test('the officer gives it back as wrong: to the leader by name, with the reason', async () => {
    const { to } = await ours.officer.write('task.return', { task: id, reason: '市场已划归邻县' })
    expect(to).toBe('所长甲')
    expect(await task(id)).toMatchObject({ state: 'signed', holder: { post: ours.leaderPost } })
    expect(await running(id)).toEqual([['due', ours.leaderPost, DUE, home]])
    expect(await told(ours.leaderPost)).toContain(
      '任务被退回：检查员甲退回“排查嘉定镇建材市场”：市场已划归邻县',
    )
  })

  test('the unit disputes it and names whose it thinks it is: it lies with the city, seven working days run', async () => {
    const { until } = await ours.head.write('task.dispute', {
      task: id,
      thinks: foreign,
      reason: '市场已划归邻县',
    })
    expect(until).toBe('2026-11-11')
    const { issuer } = await task(id)
    expect(await task(id)).toMatchObject({
      state: 'disputed',
      unit: home,
      holder: { unit: '360700', post: issuer.post },
      dispute: { thinks: foreign, until },
    })
    expect(await running(id)).toEqual([
      ['dispute', issuer.post, until, home],
      ['due', issuer.post, DUE, home],
    ])
    expect((await chief.read('task.list', { list: 'desk' })).rows).toMatchObject([
      { id, state: 'disputed', reason: '市场已划归邻县' },
    ])
    expect(await ours.head.refusal('task.sign', { id: newId(), content: { task: id } })).toBe('state.wrong')
  })

  test('the city decides: another unit leads, the first one helps; clocks begin anew there', async () => {
    await chief.write('task.decide', {
      task: id,
      lead: foreign,
      helpers: [home],
      words: '以登记地为准，由你局牵头',
    })
    expect(await task(id)).toMatchObject({
      state: 'issued',
      unit: foreign,
      units: [foreign, home],
      holder: { unit: foreign },
      inCharge: { post: theirs.headPost },
      dispute: { decided: { lead: foreign, words: '以登记地为准，由你局牵头' } },
    })
    expect(await running(id)).toEqual([
      ['due2', theirs.headPost, DUE, foreign],
      ['sign2', theirs.headPost, '2026-11-04', foreign],
    ])
    for (const post of [ours.headPost, theirs.headPost])
      expect((await told(post)).join()).toContain('由大余县牵头，信丰县配合：以登记地为准')
  })

  test('both units report into one record, and it ends with a result', async () => {
    await assign(theirs.head, id, theirs.officerPost, foreign)
    await theirs.officer.write('task.report', { task: id, words: '查了12家', count: 12 })
    await ours.officer.write('task.report', { task: id, words: '协助查了18家', count: 18 })
    expect(await task(id)).toMatchObject({ state: 'working', reported: 30 })
    expect(
      await ours.officer.refusal('task.complete', { id: newId(), content: { task: id, words: '完' } }),
    ).toBe('state.wrong')
    await theirs.officer.write('task.complete', { task: id, words: '30家已查完，发现问题2家' })
    expect(await task(id)).toMatchObject({
      state: 'done',
      stage: 'ended',
      result: { words: '30家已查完，发现问题2家' },
    })
    expect(await running(id)).toEqual([])
    for (const who of [ours.head, theirs.officer])
      expect((await who.read('task.list', { list: 'ended' })).rows.map(row => row.id)).toContain(id)
  })

  test('every hand-over is in the log, each from where the one before went', async () => {
    const { log } = await task(id)
    expect(log.map((line: Stored) => line.step)).toEqual([
      'issue',
      'sign',
      'assign',
      'assign',
      'return',
      'dispute',
      'redirect',
      'assign',
      'report',
      'assist',
      'complete',
    ])
    log.forEach((line: Stored, i: number) => {
      if (i) expect(line.from).toEqual(log[i - 1].to)
      expect(line.by).toMatchObject({ post: expect.any(String), name: expect.stringMatching(/./) })
    })
  })
})

describe('bad input is a sentence, and nothing is written', () => {
  const count = async () => (await cloud.documents('tasks')).length
  const refused = async (by: Caller, path: string, content: object) => {
    const before = [await count(), (await cloud.documents('journal')).length]
    const answer = await by.ask(path, { id: newId(), content })
    expect([await count(), (await cloud.documents('journal')).length]).toEqual(before)
    return answer.ok ? 'taken' : `${answer.problem.code} ${answer.problem.message}`
  }

  test.each([
    [
      'a day that has passed',
      { due: addDays(TODAY, -1) },
      'input.invalid 完成期限已经过去，请选今天或以后的日子',
    ],
    ['two years', { due: addDays(TODAY, 700) }, 'input.invalid 完成期限最长一年，请检查'],
    [
      'the same unit twice',
      { to: [{ unit: home }, { unit: home }] },
      'input.invalid 信丰县选了两次，请去掉一个',
    ],
    ['a unit that leads and helps', { helpers: [home] }, 'input.invalid 信丰县不能既牵头又配合'],
    [
      'helpers of two',
      { to: [{ unit: home }, { unit: foreign }], helpers: ['360724'] },
      /^input.invalid .*只能有一个/,
    ],
    [
      'twenty-one',
      { to: Array.from({ length: 21 }, () => ({ unit: home })) },
      'input.invalid 一次最多下发20件',
    ],
    ['nobody', { to: [] }, 'input.invalid 请选择交给谁'],
    [
      'a person of a unit',
      { to: [{ unit: home, post: 'a'.repeat(32) }] },
      'input.invalid 市局下发到各单位，由各单位分派到人',
    ],
    [
      'an enterprise of elsewhere',
      () => ({ enterprise: theirs.producer }),
      /^record.missing 这家企业不在承办单位的辖区/,
    ],
    [
      'a bureau without a head',
      { to: [{ unit: '360735' }] },
      'record.missing 石城县还没有局负责人，暂时不能交给它',
    ],
    ['one good and one without a head', { to: [{ unit: home }, { unit: '360735' }] }, /石城县还没有局负责人/],
  ] as [string, object | (() => object), string | RegExp][])('issuing: %s', async (_, more, sentence) => {
    const said = await refused(chief, 'task.issue', form(typeof more === 'function' ? more() : more))
    expect(said).toMatch(sentence instanceof RegExp ? sentence : new RegExp(`^${sentence}$`))
  })

  test('a unit addresses its own people, never another unit, a lawyer or an enterprise', async () => {
    const to = (post: string, unit = home) => form({ to: [{ unit, post }] })
    expect(await refused(ours.head, 'task.issue', to(theirs.officerPost, foreign))).toMatch(/^scope.foreign/)
    expect(await refused(ours.head, 'task.issue', to(theirs.officerPost))).toMatch(/没有找到这个岗位/)
    expect(await refused(ours.head, 'task.issue', to(ours.legalPost))).toMatch(/没有找到这个岗位/)
    const { posts } = await ours.maker.read('office.me', {})
    expect(await refused(ours.head, 'task.issue', to(posts[0]?.id as string))).toMatch(/没有找到这个岗位/)
    expect(await refused(ours.head, 'task.issue', form())).toMatch(/请选择本局的所（股、队）或者人员/)
  })

  test('completing needs a result; a check must be of the units and the enterprise', async () => {
    const id = await issue({ enterprise: ours.producer })
    await assign(ours.head, id, ours.officerPost)
    expect(await refused(ours.officer, 'task.complete', { task: id, words: ' ' })).toMatch(/请写明完成情况/)
    expect(await refused(ours.officer, 'task.complete', { task: id, words: '', check: newId() })).toMatch(
      /^record.missing 没有找到这份检查记录/,
    )
  })

  test('a return or a withdrawal without a reason', async () => {
    const id = await issue()
    expect(await refused(ours.head, 'task.return', { task: id, reason: '  ' })).toBe(
      'input.invalid 请填写退回原因',
    )
    expect(await refused(chief, 'task.cancel', { task: id, reason: '' })).toBe('input.invalid 请填写撤销原因')
    expect(await refused(ours.head, 'task.dispute', { task: id, thinks: home, reason: '不归我管' })).toMatch(
      /另一个单位/,
    )
    expect(await refused(ours.head, 'task.cancel', { task: id, reason: '重复' })).toMatch(/请联系下发人撤销/)
    await chief.write('task.cancel', { task: id, reason: '重复下发' })
    expect(await refused(ours.head, 'task.sign', { task: id })).toMatch(/已撤销，现在不能签收/)
  })

  test('what the city upheld is not disputed again, and what came back is issued to another unit', async () => {
    const id = await issue()
    await ours.head.write('task.dispute', { task: id, thinks: foreign, reason: '不在本县' })
    await chief.write('task.decide', { task: id, lead: home, words: '由你局办理' })
    expect(await task(id)).toMatchObject({ state: 'signed', unit: home, inCharge: { post: ours.headPost } })
    expect(
      await refused(ours.head, 'task.dispute', { task: id, thinks: foreign, reason: '还是不在' }),
    ).toMatch(/市局已经裁定由本局办理/)
    await ours.head.write('task.return', { task: id, reason: '企业已迁走' })
    expect((await chief.read('task.list', { list: 'desk' })).rows.find(row => row.id === id)).toMatchObject({
      state: 'returned',
      reason: '企业已迁走',
    })
    expect(
      await ours.head.refusal('task.return', { id: newId(), content: { task: id, reason: '再退' } }),
    ).toBe('state.wrong')
    await chief.write('task.reissue', { task: id, to: { unit: foreign } })
    expect(await task(id)).toMatchObject({ state: 'issued', unit: foreign, units: [foreign] })
    expect(await ours.head.refusal('task.read', { task: id })).toBe('record.missing')
  })
})

describe('many at once', () => {
  const many = async (n: number) => {
    const tasks: { task: string; seen: number }[] = []
    for (let i = 0; i < n; i++) tasks.push({ task: await issue({ title: `排查第${i + 1}片` }), seen: 1 })
    return tasks
  }

  test('the city issues to two units in one write: a record, clocks and a message for each', async () => {
    const { tasks } = await chief.write('task.issue', form({ to: [{ unit: home }, { unit: foreign }] }))
    expect(tasks).toHaveLength(2)
    expect((await task(tasks[1] as string)).inCharge.post).toBe(theirs.headPost)
    for (const id of tasks) expect(await running(id)).toHaveLength(2)
    const entry = await stored('journal', tasks[0] as string)
    expect(entry.others).toMatchObject([{ record: `tasks/${tasks[1]}` }])
  })

  test('ten go to one officer in one write, with one message', async () => {
    const tasks = await many(10)
    const { assigned } = await ours.head.write('task.assign', {
      tasks,
      to: { unit: home, post: ours.colleague },
    })
    expect(assigned).toBe(10)
    for (const { task: id } of tasks) {
      expect(await task(id)).toMatchObject({ state: 'assigned', holder: { post: ours.colleague } })
      expect(await running(id)).toEqual([['due', ours.colleague, DUE, home]])
    }
    const words = (await told(ours.colleague)).filter(one => one.includes('10件'))
    expect(words).toEqual(['给您分派了10件任务：局长甲分派：排查第1片等10件，最早12月2日前完成。'])
  })

  test('one that is not ours, one moved meanwhile, or twenty-one: none is assigned, and the one is named', async () => {
    const tasks = await many(2)
    const alien = await issue({ to: [{ unit: foreign }] })
    const say = async (more: { task: string; seen: number }[]) => {
      const answer = await ours.head.ask('task.assign', {
        id: newId(),
        content: { tasks: [...tasks, ...more], to: { unit: home, post: ours.officerPost } },
      })
      for (const { task: id } of tasks) expect((await task(id)).state).toBe('issued')
      return answer.ok ? 'taken' : answer.problem.message
    }
    expect(await say([{ task: alien, seen: 1 }])).toBe(
      '第3件任务没有找到，或者不归本局办理，其余也没有分派，请刷新后重选',
    )
    const moved = await issue({ title: '核查会昌线缆厂' })
    await assign(ours.deputy, moved, ours.colleague)
    expect(await say([{ task: moved, seen: 1 }])).toBe(
      '“核查会昌线缆厂”刚由分管局长甲办理过，现在在检查员乙，其余也没有分派，请刷新后再看',
    )
    const done = await issue({ title: '查已办的' })
    await assign(ours.head, done, ours.officerPost)
    await ours.officer.write('task.complete', { task: done, words: '已办' })
    expect(await say([{ task: done, seen: 3 }])).toBe(
      '“查已办的”已完成，现在不能分派，请刷新后再看，其余也没有分派',
    )
    expect(await say(Array.from({ length: 19 }, () => ({ task: newId(), seen: 1 })))).toBe(
      '一次最多分派20件，请分两次',
    )
    expect(await say(tasks)).toBe('有任务选了两次，请重新选择')
  }, 30_000)

  test('two people assign the same task at the same moment: one does, the other is told', async () => {
    const id = await issue()
    const content = (post: string) => ({ tasks: [{ task: id, seen: 1 }], to: { unit: home, post } })
    const answers = await Promise.all([
      ours.head.ask('task.assign', { id: newId(), content: content(ours.officerPost) }),
      ours.deputy.ask('task.assign', { id: newId(), content: content(ours.colleague) }),
    ])
    expect(answers.map(answer => (answer.ok ? 'ok' : answer.problem.code)).sort()).toEqual([
      'ok',
      'state.wrong',
    ])
    expect((await task(id)).log).toHaveLength(2)
  })

  test('the same write again is one task, one clock, one message', async () => {
    const id = newId()
    const first = await chief.write('task.issue', form({ title: '只此一件' }), id)
    expect(await chief.write('task.issue', form({ title: '只此一件' }), id)).toEqual(first)
    expect((await cloud.documents('tasks')).filter((one: Stored) => one.title === '只此一件')).toHaveLength(1)
    expect((await told(ours.headPost)).filter(words => words.includes('只此一件'))).toHaveLength(1)
  })
})

describe('a surprise (突击)', () => {
  test('is seen by its issuer, the head and the one who has it; by nobody else until it is done, not even in the clocks', async () => {
    const id = await issue({ secret: true, title: '夜查某厂', enterprise: ours.producer })
    await assign(ours.head, id, ours.officerPost)
    for (const who of [ours.second, ours.leader, ours.legal, ours.deputy]) {
      expect(await who.refusal('task.read', { task: id })).toBe('record.missing')
      expect((await who.read('task.list', { list: 'out' })).rows.map(row => row.id)).not.toContain(id)
    }
    const steal = { tasks: [{ task: id, seen: 2 }], to: { unit: home, post: ours.colleague } }
    expect(await ours.leader.refusal('task.assign', { id: newId(), content: steal })).toBe('record.missing')
    for (const who of [ours.officer, ours.head, chief])
      expect(await who.read('task.read', { task: id })).toMatchObject({ title: '夜查某厂' })
    expect(await ours.maker.refusal('task.read', { task: id })).toBe('verb.denied')
    const terms = (await cloud.documents('terms')).filter((term: Stored) => term.record === `tasks/${id}`)
    expect(terms.length).toBeGreaterThan(0)
    for (const term of terms) expect(JSON.stringify(term)).not.toContain('夜查')
    await ours.officer.write('task.complete', { task: id, words: '未发现异常' })
    expect(await ours.second.read('task.read', { task: id })).toMatchObject({ state: 'done' })
    expect(await ours.maker.refusal('task.read', { task: id })).toBe('verb.denied')
  })
})

describe('lists', () => {
  test('go on by cursor, soonest due first, each task once', async () => {
    const bureau = await openBureau(cloud, '360726', NOW)
    const ids: string[] = []
    for (let i = 0; i < 23; i++)
      ids.push(await issue({ to: [{ unit: '360726' }], due: addDays(TODAY, 40 - i), title: `第${i}件` }))
    const first = await bureau.head.read('task.list', { list: 'desk' })
    expect(first.rows).toHaveLength(20)
    expect(first.choices?.people.map(({ name }) => name)).toContain('检查员甲')
    const second = await bureau.head.read('task.list', { list: 'desk', after: first.next as string })
    expect(second.next).toBeUndefined()
    expect([...first.rows, ...second.rows].map(row => row.id)).toEqual([...ids].reverse())
    // The deputy and a leader without a team have the same desk; an officer has none.
    for (const who of [bureau.deputy, bureau.leader])
      expect((await who.read('task.list', { list: 'desk' })).rows).toHaveLength(20)
    expect((await bureau.officer.read('task.list', { list: 'desk' })).rows).toEqual([])
  }, 60_000)

  test('what lies with a post nobody holds is on the head’s desk, and he gives it to another', async () => {
    const id = await issue({ title: '无人办理' })
    await assign(ours.head, id, ours.colleague)
    await ours.head.write('office.release', { post: ours.colleague, on: TODAY, reason: '调离' })
    const { rows } = await ours.head.read('task.list', { list: 'desk' })
    expect(rows.find(row => row.id === id)).toMatchObject({ state: 'assigned', vacant: true })
    expect(await ours.head.read('task.read', { task: id })).toMatchObject({ vacant: true })
    expect(await running(id)).toEqual([['due', ours.colleague, DUE, home]])
    const back = { tasks: [{ task: id, seen: 2 }], to: { unit: home, post: ours.colleague } }
    expect(await ours.head.refusal('task.assign', { id: newId(), content: back })).toBe('input.invalid')
    await assign(ours.head, id, ours.officerPost)
    expect(await running(id)).toEqual([['due', ours.officerPost, DUE, home]])
  })

  test('a task for a team lies with its leader; without one with the head; one that was merged gets none', async () => {
    const bureau = await openBureau(cloud, '360730', NOW)
    const { team } = await bureau.head.write('office.setUpTeam', {
      unit: '360730',
      name: '城关所',
      kind: 'station',
      towns: ['城关镇'],
    })
    const to = [{ unit: '360730', team }]
    const early = await issue({ to }, bureau.head)
    expect(await task(early)).toMatchObject({
      state: 'issued',
      holder: { team, teamName: '城关所' },
      inCharge: { post: bureau.headPost },
    })
    await bureau.head.write('office.movePost', { post: bureau.leaderPost, team })
    const later = await issue({ to }, bureau.head)
    expect(await task(later)).toMatchObject({ inCharge: { post: bureau.leaderPost } })
    expect((await bureau.leader.read('task.list', { list: 'desk' })).rows.map(row => row.id)).toEqual([later])
    expect((await bureau.head.read('task.people', {})).teams).toEqual([
      { team, unit: '360730', name: '城关所' },
    ])

    const { team: into } = await bureau.head.write('office.setUpTeam', {
      unit: '360730',
      name: '大桥所',
      kind: 'station',
      towns: ['大桥镇'],
    })
    await bureau.head.write('office.mergeTeam', { team, into })
    // The team is gone; the leader who answers for its task still has it.
    await bureau.leader.write('task.sign', { task: later })
    expect(await running(later)).toEqual([['due', bureau.leaderPost, DUE, '360730']])
    const answer = await bureau.head.ask('task.issue', { id: newId(), content: form({ to }) })
    expect(answer).toMatchObject({ ok: false, problem: { message: '城关所已经撤并，请重新选择' } })
  })
})
