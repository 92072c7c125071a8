import { admitChief, type Bureau, type Caller, freshCloud, newId, openBureau } from './bureau'

// 重大情况随时报告: who was told, who read it when, and what happens when nobody does.
const FIRST = Date.parse('2026-03-02T10:00:00+08:00')
const MINUTE = 60_000

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let chief: Caller
beforeAll(async () => {
  cloud = await freshCloud({ log: () => {} })
  bureau = await openBureau(cloud, undefined, FIRST)
  chief = await admitChief(cloud, FIRST)
}, 60_000)
afterAll(() => cloud.close())

const tick = (now: number) => cloud.fire('clock', 'every-five-minutes', now)
const report = () =>
  bureau.officer.write('urgent.report', {
    kind: 'accident',
    what: '劣质电缆起火，一人受伤',
    where: '嘉定镇工业园',
    when: FIRST,
  })
const at = (now: number) => {
  for (const who of [bureau.officer, bureau.head, chief]) who.now = now
}

test('told at once to the section and the head; read with times; answered with words', async () => {
  at(FIRST)
  const { urgent, city, told } = await report()
  expect({ city, told }).toEqual({ city: 1, told: 2 })
  for (const who of [chief, bureau.head])
    expect((await who.read('message.inbox', {})).rows[0]).toMatchObject({
      title: '重大情况：质量安全事故（信丰县）',
      urgent: true,
      page: `/message/urgent/index?urgent=${urgent}`,
    })
  at(FIRST + 5 * MINUTE)
  await bureau.head.write('urgent.receive', { urgent })
  expect(await bureau.officer.read('urgent.read', { urgent })).toMatchObject({
    state: 'sent',
    seen: true,
    read: [{ name: '局长甲', duty: '局负责人' }],
    to: expect.arrayContaining([expect.objectContaining({ duty: '市局科长', city: true })]),
  })
  at(FIRST + 9 * MINUTE)
  await chief.write('urgent.receive', { urgent })
  await chief.write('urgent.receive', { urgent })
  const read = await bureau.officer.read('urgent.read', { urgent })
  expect(read.state).toBe('read')
  expect(read.read.map(({ name }) => name)).toEqual(['局长甲', '科长甲'])
  expect(Math.round(((read.read[1]?.at ?? 0) - FIRST) / MINUTE)).toBe(9)
  await chief.write('urgent.answer', { urgent, words: '立即封存，今晚报进展' })
  const inbox = await bureau.officer.read('message.inbox', {})
  expect(inbox.rows.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['市局批示：立即封存，今晚报进展', '市局已阅您报告的重大情况']),
  )
  await tick(FIRST + 5 * 60 * MINUTE)
  expect(
    (await cloud.documents('messages')).some(({ _id }) => String(_id).startsWith(`${urgent}.read.`)),
  ).toBe(false)
  expect((await chief.read('urgent.list', {})).rows[0]).toMatchObject({ id: urgent, state: 'answered' })
})

test('not read within two hours: it climbs in the unit, so that somebody telephones', async () => {
  at(FIRST)
  const { urgent } = await report()
  const told = async () =>
    (await cloud.documents('messages'))
      .filter(({ _id }) => String(_id).startsWith(`${urgent}.read.`))
      .map(({ to }) => to)
  await tick(FIRST + 61 * MINUTE)
  expect(await told()).toHaveLength(1)
  await tick(FIRST + 121 * MINUTE)
  expect(await told()).toContain(bureau.leaderPost)
  await tick(FIRST + 181 * MINUTE)
  expect(await told()).toContain(bureau.deputyPost)
  await tick(FIRST + 241 * MINUTE)
  expect(await told()).toContain(bureau.headPost)
})

test('another county’s report does not exist for an officer; what lies ahead is refused', async () => {
  const foreign = await openBureau(cloud, '360723', FIRST)
  const { urgent } = await report()
  expect(await foreign.officer.refusal('urgent.read', { urgent })).toBe('record.missing')
  expect((await foreign.head.read('urgent.list', {})).rows).toEqual([])
  const ahead = { kind: 'case', what: '窝点', where: '镇上', when: FIRST + 86_400_000 }
  expect(await bureau.officer.refusal('urgent.report', { id: newId(), content: ahead })).toBe('time.future')
})
