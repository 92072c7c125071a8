import { addDays, dayOf } from '../../domain/calendar'
import type { Person, PostHolder } from '../../domain/people'
import type { Team } from '../../domain/team'
import {
  admitChief,
  type Bureau,
  Caller,
  foreign,
  freshCloud,
  home,
  newId,
  openBureau,
  wholeCheck,
} from './bureau'
import { broken, type Entry, type Kept } from './chain'

// Posts outlive their holders: who comes, who goes, who stands in, which team. Looked at past the procedures.
let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let serial = 0

const today = () => dayOf(Date.now())

beforeAll(async () => {
  cloud = await freshCloud({ pool: 4 })
  bureau = await openBureau(cloud)
  await openBureau(cloud, foreign)
}, 60_000)
afterAll(() => cloud.close())

const stored = async <T>(collection: string, id: string) =>
  (await cloud.documents(collection)).find(({ _id }) => _id === id) as unknown as T
const postOf = (id: string) => stored<PostHolder>('posts', id)
const carriedBy = async (who: Caller) =>
  ((await stored<Person | undefined>('people', who.openid))?.posts ?? []).map(({ id, team, standIn }) => ({
    id,
    ...(team ? { team } : {}),
    ...(standIn ? { for: standIn.name } : {}),
  }))

/** Somebody new who asks for a post. */
async function asks(role: 'officer' | 'leader' | 'deputy' | 'head' | 'legal', more: object = {}) {
  const who = new Caller(cloud, `new-${++serial}`)
  const { application } = await who.write('office.requestPost', {
    name: `新人${serial}`,
    phone: '13900000000',
    role,
    org: home,
    ...(role === 'officer' ? { certificate: `赣N${serial}`, certificateUntil: '2099-12-31' } : {}),
    ...more,
  })
  return { who, application, name: `新人${serial}` }
}
async function joins(role: Parameters<typeof asks>[0], more: object = {}) {
  const { who, application, name } = await asks(role, more)
  return { who, name, post: (await bureau.head.write('office.admit', { application })).post }
}
const release = (post: string, more: object = {}) =>
  bureau.head.write('office.release', { post, on: today(), reason: '调离', ...more })
const refused = async (who: Caller, where: string, content: object) => {
  const answer = await who.ask(where, { id: newId(), content })
  if (answer.ok) throw new Error(`${where} was not refused`)
  return answer.problem
}
const setUp = async (name: string, towns: string[] = []) =>
  (await bureau.head.write('office.setUpTeam', { unit: home, name, kind: 'station', towns })).team

describe('coming', () => {
  test('a leader is let in with his team; the team knows his post, his page names it', async () => {
    const team = await setUp('嘉定所', ['嘉定镇'])
    expect(await bureau.stranger.read('office.teams', { unit: home })).toEqual([
      { id: team, name: '嘉定所', kind: 'station', kindName: '市场监管所', towns: ['嘉定镇'] },
    ])
    const { who, post, name } = await joins('leader', { team })
    expect(await postOf(post)).toMatchObject({
      team,
      openid: who.openid,
      holders: [{ name, from: today() }],
    })
    expect((await stored<Team>('teams', team)).posts).toEqual([post])
    expect((await who.read('office.me', {})).posts).toEqual([
      expect.objectContaining({ role: 'leader', team, teamName: '嘉定所' }),
    ])
  })

  test('an application that is turned down says why, changes nothing, and may be made again', async () => {
    const { who, application } = await asks('deputy')
    await bureau.head.write('office.decline', { application, reason: '不是本局人员' })
    expect(await who.read('office.myApplications', {})).toEqual([
      expect.objectContaining({
        state: 'declined',
        stateName: '不予确认',
        reason: '不是本局人员',
        by: '局长甲',
      }),
    ])
    expect(await carriedBy(who)).toEqual([])
    expect((await refused(bureau.head, 'office.admit', { application })).code).toBe('state.wrong')
    const again = { name: `新人${serial}`, phone: '13900000000', role: 'deputy' as const, org: home }
    await who.write('office.requestPost', again)
    await bureau.head.write('office.admit', { application })
    expect(await carriedBy(who)).toHaveLength(1)
  })

  test('an application is taken back by who made it, and by nobody after it was decided', async () => {
    const { who, application } = await asks('legal')
    await who.write('office.withdraw', { role: 'legal' })
    expect((await refused(bureau.head, 'office.admit', { application })).code).toBe('state.wrong')
    expect((await refused(who, 'office.withdraw', { role: 'legal' })).code).toBe('state.wrong')
  })

  test('a certificate that ended yesterday does not apply; one that ends today does', async () => {
    const content = { name: '新人', phone: '13900000000', role: 'officer', org: home, certificate: '赣B7' }
    const who = new Caller(cloud, 'late')
    const yesterday = addDays(today(), -1)
    expect(
      await refused(who, 'office.requestPost', { ...content, certificateUntil: yesterday }),
    ).toMatchObject({
      code: 'input.invalid',
      field: 'certificateUntil',
    })
    await who.write('office.requestPost', { ...content, role: 'officer', certificateUntil: today() })
  })

  test('the same post is not given twice to one person; two different ones are', async () => {
    const { who, name } = await joins('leader')
    const content = { name, phone: '13900000000', org: home }
    const again = await who.write('office.requestPost', { ...content, role: 'leader' })
    expect((await refused(bureau.head, 'office.admit', again)).code).toBe('record.exists')
    const other = await who.write('office.requestPost', { ...content, role: 'legal' })
    await bureau.head.write('office.admit', other)
    expect(await carriedBy(who)).toHaveLength(2)
  })
})

describe('going', () => {
  test('a successor takes the post with its id, so that a term stays with its owner and shows for him', async () => {
    const leaver = await joins('officer')
    const heir = await joins('officer')
    const { check } = await bureau.officer.write('inspection.submit', {
      ...(await wholeCheck(bureau)),
      colleague: leaver.post,
    })
    const before = await stored('terms', `${check}.confirm`)
    expect(before).toMatchObject({ owner: leaver.post, open: true })
    await release(leaver.post, { successor: heir.post })

    expect(await stored('terms', `${check}.confirm`)).toEqual(before)
    expect((await carriedBy(heir.who)).map(({ id }) => id)).toEqual([heir.post, leaver.post])
    expect(await carriedBy(leaver.who)).toEqual([])
    expect(await postOf(leaver.post)).toMatchObject({
      name: heir.name,
      openid: heir.who.openid,
      holders: [
        { name: leaver.name, from: today(), to: today() },
        { name: heir.name, from: today() },
      ],
    })
    expect(await leaver.who.refusal('inspection.read', { check })).toBe('post.none')
    expect(await heir.who.read('inspection.read', { check })).toMatchObject({ mayConfirm: true })
    const told = (await cloud.documents('messages')).filter(({ to }) => to === leaver.post)
    expect(told.map(({ title }) => title)).toContain('接任：检查员')
  })

  test('without a successor the post stands vacant in the head’s list until somebody takes it over', async () => {
    const leaver = await joins('leader')
    await release(leaver.post)
    const vacant = (await bureau.head.read('office.people', { unit: home })).posts.filter(one => one.vacant)
    expect(vacant).toEqual([expect.objectContaining({ post: leaver.post, was: leaver.name, left: today() })])
    const { who, post } = await joins('legal')
    await bureau.head.write('office.takeOver', { post: leaver.post, by: post })
    expect((await carriedBy(who)).map(({ id }) => id)).toEqual([post, leaver.post])
    expect((await refused(bureau.head, 'office.takeOver', { post: leaver.post, by: post })).code).toBe(
      'post.taken',
    )
  })

  test('two people let into one vacant post at the same moment: one is, the other is told who has it', async () => {
    const leaver = await joins('officer')
    await release(leaver.post)
    const both = [await asks('officer'), await asks('officer')]
    const admin = await headToo()
    const answers = await Promise.all(
      both.map(({ application }, i) =>
        [bureau.head, admin][i]?.ask('office.admit', {
          id: newId(),
          content: { application, post: leaver.post },
        }),
      ),
    )
    expect(answers.map(answer => (answer?.ok ? 'ok' : answer?.problem.code)).sort()).toEqual([
      'ok',
      'post.taken',
    ])
    const holding = await Promise.all(both.map(({ who }) => carriedBy(who)))
    expect(holding.flat()).toEqual([{ id: leaver.post }])
    expect((await postOf(leaver.post)).holders).toHaveLength(2)
  })

  test('a vacant post goes to nobody who asked for another kind of work', async () => {
    const leaver = await joins('leader')
    await release(leaver.post)
    const { application } = await asks('officer')
    expect(await refused(bureau.head, 'office.admit', { application, post: leaver.post })).toMatchObject({
      code: 'input.invalid',
      field: 'post',
    })
  })

  test('the last head leaves only with a successor, or through the city', async () => {
    const there = await openBureau(cloud, '360724')
    const leaving = { post: there.headPost, on: today(), reason: '调离' }
    expect(await refused(there.head, 'office.release', leaving)).toMatchObject({ code: 'post.last' })
    await there.head.write('office.release', { ...leaving, successor: there.deputyPost })
    expect((await there.deputy.read('office.me', {})).posts).toHaveLength(2)
    expect(await refused(there.deputy, 'office.release', leaving)).toMatchObject({ code: 'post.last' })
    await there.admin.write('office.release', leaving)
    expect(await postOf(there.headPost)).toMatchObject({ person: '' })
  })

  test('of two heads that leave at the same moment one stays', async () => {
    const admin = new Caller(cloud, 'admin')
    const comes = async (openid: string) => {
      const who = new Caller(cloud, openid)
      const content = { name: openid, phone: '13900000000', role: 'head' as const, org: '360725' }
      const { application } = await who.write('office.requestPost', content)
      return { who, post: (await admin.write('office.admit', { application })).post }
    }
    let stays = await comes('head-0')
    for (let round = 1; round <= 8; round++) {
      const other = await comes(`head-${round}`)
      const answers = await Promise.all(
        [stays, other].map(({ who, post }) =>
          who.ask('office.release', { id: newId(), content: { post, on: today(), reason: '调离' } }),
        ),
      )
      expect(answers.map(answer => (answer.ok ? 'ok' : answer.problem.code)).sort()).toEqual([
        'ok',
        'post.last',
      ])
      stays = answers[0]?.ok ? other : stays
    }
  }, 30_000)

  test('leaving tomorrow, before one came, twice, or another county’s officer: a sentence, nothing written', async () => {
    const { post } = await joins('officer')
    const journal = (await cloud.documents('journal')).length
    const neighbour = new Caller(cloud, `head-${foreign}`)
    const leaving = { post, on: today(), reason: '调离' }
    expect((await refused(neighbour, 'office.release', leaving)).code).toBe('record.missing')
    for (const on of [addDays(today(), 1), addDays(today(), -1)])
      expect(await refused(bureau.head, 'office.release', { ...leaving, on })).toMatchObject({ field: 'on' })
    const abroad = (await cloud.documents('posts')).find(
      ({ org, role }) => org === foreign && role === 'officer',
    )
    expect(
      await refused(bureau.head, 'office.release', { ...leaving, successor: abroad?._id }),
    ).toMatchObject({
      field: 'successor',
      message: '接任人应是本单位的同事',
    })
    expect((await cloud.documents('journal')).length).toBe(journal)
    await release(post)
    expect((await refused(bureau.head, 'office.release', leaving)).code).toBe('state.wrong')
  })

  test('the same leaving sent twice is done once', async () => {
    const { post } = await joins('officer')
    const input = { id: newId(), content: { post, on: today(), reason: '退休' } }
    const first = await bureau.head.ask('office.release', input)
    expect(await bureau.head.ask('office.release', input)).toMatchObject({
      ok: true,
      data: { ...(first as { data: object }).data, replayed: true },
    })
    expect((await postOf(post)).holders).toHaveLength(1)
  })
})

describe('away', () => {
  const absence = (post: string, standIn: string, from = 0, to = 2) => ({
    post,
    standIn,
    from: addDays(today(), from),
    to: addDays(today(), to),
    kinds: [],
    reason: '出差',
  })

  test('the deputy carries the head’s post on its days, is told, and nothing is left when it ends', async () => {
    await bureau.head.write('office.setAway', absence(bureau.headPost, bureau.deputyPost))
    expect(await carriedBy(bureau.deputy)).toEqual([
      { id: bureau.deputyPost },
      { id: bureau.headPost, for: '局长甲' },
    ])
    expect((await bureau.deputy.read('office.me', {})).posts).toHaveLength(2)
    const later = new Caller(cloud, bureau.deputy.openid, Date.now() + 3 * 86_400_000)
    expect((await later.read('office.me', {})).posts).toHaveLength(1)
    // In his name he approves and works his tasks; he lets nobody in.
    const { application } = await asks('officer')
    expect((await refused(bureau.deputy, 'office.admit', { application })).code).toBe('verb.denied')
    await bureau.head.write('office.endAway', { post: bureau.headPost })
    expect(await carriedBy(bureau.deputy)).toEqual([{ id: bureau.deputyPost }])
    expect(await postOf(bureau.headPost)).not.toHaveProperty('away')
    const told = (await cloud.documents('messages')).filter(({ to }) => to === bureau.deputyPost)
    expect(told.map(({ title }) => title)).toEqual(['局长甲外出，由您代理', '局长甲的外出授权已结束'])
  })

  test('a deputy of a deputy, a second absence, an officer for the head, a foreigner and oneself are refused', async () => {
    await bureau.head.write('office.setAway', absence(bureau.headPost, bureau.deputyPost))
    const tries: [Caller, ReturnType<typeof absence>, RegExp][] = [
      [bureau.deputy, absence(bureau.deputyPost, bureau.leaderPost), /不能再转给别人/],
      [bureau.deputy, absence(bureau.headPost, bureau.leaderPost), /您只是代理局长甲/],
      [bureau.head, absence(bureau.headPost, bureau.legalPost, 1, 5), /已设过/],
      [bureau.legal, absence(bureau.legalPost, bureau.headPost), /自己外出/],
      [bureau.legal, absence(bureau.legalPost, bureau.officerPost), /应能办理审批/],
      [bureau.legal, absence(bureau.legalPost, bureau.legalPost), /另一位同事/],
      [bureau.legal, absence(bureau.leaderPost, bureau.deputyPost), /只能设自己的/],
      [bureau.legal, absence(bureau.legalPost, bureau.deputyPost, 2, 1), /早于开始日期/],
      [bureau.legal, absence(bureau.legalPost, bureau.deputyPost, 0, 90), /最多90天/],
      [bureau.legal, absence(bureau.legalPost, bureau.deputyPost, -1, 1), /不能补以前的日子/],
    ]
    const journal = (await cloud.documents('journal')).length
    for (const [who, content, why] of tries)
      expect((await refused(who, 'office.setAway', content)).message).toMatch(why)
    expect((await cloud.documents('journal')).length).toBe(journal)
    await bureau.head.write('office.endAway', { post: bureau.headPost })
  })

  test('the head sets it for somebody who is ill; an officer works a leader’s tasks and approves nothing', async () => {
    await bureau.head.write('office.setAway', absence(bureau.leaderPost, bureau.officerPost))
    const held = (await stored<Person>('people', bureau.officer.openid)).posts.find(({ standIn }) => standIn)
    expect(held).toMatchObject({
      id: bureau.leaderPost,
      standIn: { tasksOnly: true, by: bureau.officerPost },
    })
    await bureau.leader.write('office.endAway', { post: bureau.leaderPost })
  })

  test('who leaves no longer stands in, and the one who is away hears of it', async () => {
    const standIn = await joins('leader')
    const away = await joins('leader')
    await bureau.head.write('office.setAway', absence(away.post, standIn.post))
    await release(standIn.post)
    expect(await carriedBy(standIn.who)).toEqual([])
    expect(await postOf(away.post)).not.toHaveProperty('away')
    const told = (await cloud.documents('messages')).filter(({ to }) => to === away.post)
    expect(told.map(({ title }) => title)).toEqual(['外出授权已结束'])
  })

  test('who is away and leaves takes his post out of the stand-in’s hands; the stand-in may take it over', async () => {
    const away = await joins('leader')
    const standIn = await joins('leader')
    await bureau.head.write('office.setAway', absence(away.post, standIn.post))
    await release(away.post, { successor: standIn.post })
    expect(await carriedBy(standIn.who)).toEqual([{ id: standIn.post }, { id: away.post }])
  })
})

describe('teams', () => {
  test('a merged team’s posts and towns move, with their holders, stand-ins and those nobody holds', async () => {
    const [team, into] = [await setUp('西牛所', ['西牛镇']), await setUp('大塘埠所', ['大塘埠镇'])]
    const [leader, officer, gone] = [
      await joins('leader', { team }),
      await joins('officer', { team }),
      await joins('officer', { team }),
    ]
    await release(gone.post)
    const day = { from: today(), to: today(), kinds: [], reason: '培训' }
    await bureau.head.write('office.setAway', { post: leader.post, standIn: officer.post, ...day })
    await bureau.head.write('office.mergeTeam', { team, into })

    for (const { post } of [leader, officer, gone]) expect((await postOf(post)).team).toBe(into)
    expect(await carriedBy(leader.who)).toEqual([{ id: leader.post, team: into }])
    expect(await carriedBy(officer.who)).toEqual([
      { id: officer.post, team: into },
      { id: leader.post, team: into, for: leader.name },
    ])
    expect(await stored<Team>('teams', team)).toMatchObject({ open: false, posts: [], merged: { into } })
    expect((await stored<Team>('teams', into)).towns).toEqual(['大塘埠镇', '西牛镇'])
    expect((await bureau.head.read('office.teams', { unit: home })).map(({ name }) => name)).not.toContain(
      '西牛所',
    )
    const { application } = await asks('officer', { team })
    expect(await refused(bureau.head, 'office.admit', { application })).toMatchObject({ field: 'team' })
    expect((await refused(bureau.head, 'office.mergeTeam', { team, into })).code).toBe('state.wrong')
  })

  test('a post moves to another team and out of it; not to another county’s', async () => {
    const team = await setUp('古陂所')
    const { who, post } = await joins('officer')
    await bureau.head.write('office.movePost', { post, team })
    expect(await carriedBy(who)).toEqual([{ id: post, team }])
    await bureau.head.write('office.movePost', { post })
    expect(await carriedBy(who)).toEqual([{ id: post }])
    expect((await stored<Team>('teams', team)).posts).toEqual([])
    expect(
      await refused(bureau.head, 'office.movePost', { post, team: `${foreign}.abcdefgh` }),
    ).toMatchObject({
      message: '只能调到本局的所队',
    })
  })

  test('two teams of one name, and a town with two stations, are refused', async () => {
    await setUp('铁石口所', ['铁石口镇'])
    const content = { unit: home, name: '铁石口所', kind: 'brigade', towns: [] }
    expect(await refused(bureau.head, 'office.setUpTeam', content)).toMatchObject({ field: 'name' })
    const second = { unit: home, name: '二所', kind: 'station', towns: ['铁石口镇'] }
    expect(await refused(bureau.head, 'office.setUpTeam', second)).toMatchObject({ field: 'towns' })
  })
})

describe('certificates', () => {
  test('on its last day an officer still checks, the day after neither he nor with him; renewed, he does', async () => {
    const ends = today()
    const { who, post, name } = await joins('officer', { certificateUntil: ends })
    expect(await who.read('office.me', {})).toMatchObject({
      certificateWarning: '执法证今天到期，请尽快换证',
    })
    const form = { ...(await wholeCheck(bureau)), colleague: post }
    await bureau.officer.write('inspection.submit', form)
    const now = Date.now() + 86_400_000
    const tomorrow = (caller: Caller) => new Caller(cloud, caller.openid, now)
    const at = { startedAt: now - 1000, shownAt: now - 1000, toldAt: now - 1000, finishedAt: now }
    expect(await refused(tomorrow(bureau.officer), 'inspection.submit', { ...form, ...at })).toMatchObject({
      code: 'certificate.expired',
      field: 'colleague',
      message: expect.stringContaining(`${name}的执法证已于`),
    })
    expect(
      await refused(tomorrow(who), 'inspection.submit', { ...form, ...at, colleague: bureau.officerPost }),
    ).toMatchObject({ code: 'certificate.expired' })
    const { producer: enterprise } = bureau
    expect(await tomorrow(who).refusal('inspection.prepare', { enterprise })).toBe('certificate.expired')
    const offered = await tomorrow(bureau.officer).read('inspection.prepare', { enterprise })
    expect(offered.colleagues.map(one => one.post)).not.toContain(post)
    // A record of today that arrives tomorrow counts for today.
    await tomorrow(bureau.officer).write('inspection.submit', form)

    await bureau.head.write('office.renewCertificate', { post, certificate: '赣B新', until: '2099-01-01' })
    await tomorrow(bureau.officer).write('inspection.submit', { ...form, ...at })
    expect((await tomorrow(who).read('office.me', {})).certificate).toBe('赣B新')
  })

  test('a vacant post is no second officer', async () => {
    const { post } = await joins('officer')
    await release(post)
    const form = { ...(await wholeCheck(bureau)), colleague: post }
    expect(await refused(bureau.officer, 'inspection.submit', form)).toMatchObject({ field: 'colleague' })
  })
})

describe('the second officer confirms', () => {
  const submitted = async () =>
    (await bureau.officer.write('inspection.submit', await wholeCheck(bureau))).check

  test('from his own account, once; the term ends and the record says so, not to the enterprise', async () => {
    const check = await submitted()
    expect(await bureau.head.read('inspection.read', { check })).toMatchObject({
      confirmation: null,
      mayConfirm: false,
    })
    expect((await refused(bureau.officer, 'inspection.confirm', { check, agreed: true })).code).toBe(
      'verb.denied',
    )
    await bureau.second.write('inspection.confirm', { check, agreed: true })
    expect(await stored('terms', `${check}.confirm`)).toMatchObject({ open: false, state: 'ended' })
    expect(await bureau.officer.read('inspection.read', { check })).toMatchObject({
      confirmation: { agreed: true, name: '检查员乙', present: true },
    })
    expect(await bureau.maker.read('inspection.read', { check })).not.toHaveProperty('confirmation')
    expect((await refused(bureau.second, 'inspection.confirm', { check, agreed: true })).code).toBe(
      'state.wrong',
    )
  })

  test('he has 24 hours from its arrival, and hears of it', async () => {
    const check = await submitted()
    const term = await stored<{ from: number; dueAt: number; owner: string }>('terms', `${check}.confirm`)
    expect(term.owner).toBe(bureau.colleague)
    expect(term.dueAt - term.from).toBe(24 * 3_600_000)
    const told = await stored<{ page: string }>('messages', `${check}.${bureau.colleague}`)
    expect(told.page).toBe(`/bureau/confirm/index?check=${check}`)
  })

  test('who does not agree says why, and the head and the first officer hear of it', async () => {
    const check = await submitted()
    expect(await refused(bureau.second, 'inspection.confirm', { check, agreed: false })).toMatchObject({
      field: 'words',
    })
    await bureau.second.write('inspection.confirm', { check, agreed: false, words: 'P-13当时没有看' })
    const told = (await cloud.documents('messages')).filter(({ title }) =>
      String(title).startsWith('协办不同意'),
    )
    expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining([bureau.headPost, bureau.officerPost]))
  })

  test('who took the post over and was not there cannot agree, and says what he knows', async () => {
    const leaver = await joins('officer')
    const heir = await joins('officer')
    const form = { ...(await wholeCheck(bureau)), colleague: leaver.post }
    const { check } = await bureau.officer.write('inspection.submit', form)
    await release(leaver.post, { successor: heir.post })
    expect((await refused(heir.who, 'inspection.confirm', { check, agreed: true })).message).toContain(
      '您当时不在场',
    )
    await heir.who.write('inspection.confirm', { check, agreed: false, words: '原协办已调离' })
    expect((await stored<{ confirmation: object }>('checks', check)).confirmation).toMatchObject({
      agreed: false,
      present: false,
    })
  })
})

test('the city sees a bureau’s posts and hands its chief’s post on; a head does not reach the city', async () => {
  const chief = await admitChief(cloud, undefined, 'chief-one')
  const [post] = (await chief.read('office.me', {})).posts
  expect((await chief.read('office.people', { unit: home })).may).toEqual({ manage: false })
  const leaving = { post: post?.id as string, on: today(), reason: '退休' }
  expect((await refused(bureau.head, 'office.release', leaving)).code).toBe('record.missing')
  await bureau.admin.write('office.release', leaving)
  expect(await chief.refusal('office.people', { unit: home })).toBe('post.none')
})

test('every post, team and application is a whole chain of entries', async () => {
  const entries = (await cloud.documents('journal')) as unknown as Entry[]
  for (const name of ['posts', 'teams', 'applications', 'checks'])
    for (const record of (await cloud.documents(name)) as unknown as Kept[])
      expect(broken(record, entries)).toBeUndefined()
})

let twin: Caller | undefined
/** A second head of the unit, let in by the city. */
async function headToo(): Promise<Caller> {
  if (twin) return twin
  const { who, application } = await asks('head')
  await bureau.admin.write('office.admit', { application })
  twin = who
  return who
}
