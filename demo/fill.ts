import type { AnswerOf, ContentOf, InputOf, OutputOf, Path, WritePath } from '../client/src/cloud/call'
import { functionOf } from '../client/src/cloud/function-of'
import { addDays, type Day, dayOf, startOf } from '../domain/calendar'
import type { Answer } from '../domain/check'
import { checklists, commonFindings, EDITION, type Result } from '../domain/checklist'
import { demandFor } from '../domain/notice'
import { city, type Unit, units } from '../domain/organisation'
import { type Chance, chanceFrom } from './chance'
import { type DemoEnterprise, demoEnterprises } from './enterprises'
import { administrator, chief, type DemoPerson, headOf, home, middleOf, officersOf } from './people'
import { cablePicture, signaturePicture, type Upload, uploaded } from './pictures'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAYS = 120

/** The cloud as its people reach it; only the clock is given. */
export type DemoCloud = {
  call(
    name: string,
    event: unknown,
    as: { openid: string; now: number },
  ): Promise<{ ok: boolean; data?: unknown; problem?: { code: string; message: string } }>
  upload: Upload
  fire(name: string, trigger: string, now?: number): Promise<unknown>
}

/**
 * Ganzhou as it might be: 20 units, their people, forty-six enterprises, and four months of checks and corrections, all
 * made by calling the procedures as those people would.
 *
 * @param now the present; everything lies before it
 * @param say told now and then how far it is
 */
export async function fillDemo(
  cloud: DemoCloud,
  now: number,
  say: (line: string) => void = () => {},
): Promise<void> {
  const began = startOf(addDays(dayOf(now), -DAYS))
  const setUp = new Actor(cloud, chanceFrom(1))
  await setUp.post(chief, administrator, began + 8 * HOUR)
  let done = 0
  const waiting = units.map((unit, i) => async () => {
    await fillUnit(cloud, unit, began + 9 * HOUR + i * MINUTE, now, chanceFrom(Number(unit.id)))
    say(`演示数据：${unit.name}（${++done}/${units.length}）`)
  })
  // Units do not wait for each other; three at a time keep a laptop's two cores busy.
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next()
  }
  await Promise.all([worker(), worker(), worker()])
  // One tick folds; each counts one more unit again from its records.
  for (const _unit of units) await cloud.fire('clock', 'every-five-minutes')
  say('演示数据：汇总与核对完成')
}

async function fillUnit(
  cloud: DemoCloud,
  unit: Unit,
  began: number,
  now: number,
  chance: Chance,
): Promise<void> {
  const actor = new Actor(cloud, chance)
  const head = headOf(unit)
  const officers = officersOf(unit)
  await actor.post(head, administrator, began)
  for (const person of Object.values(middleOf(unit))) await actor.post(person, head, began + HOUR / 2)
  for (const officer of officers) await actor.post(officer, head, began + HOUR)
  const known: Known[] = []
  for (const enterprise of demoEnterprises().filter(({ unit: id }) => id === unit.id)) {
    const { person: openid, ...enrolment } = enterprise
    const { enterprise: id } = await actor.write(officers[0], 'register.enroll', enrolment, began + 2 * HOUR)
    const person: DemoPerson = {
      openid,
      name: `${enterprise.contact.name}`,
      role: 'enterprise',
      org: unit.id,
      orgName: unit.name,
      code: enterprise.code,
    }
    await actor.post(person, officers[0], began + 3 * HOUR)
    known.push({ id, enterprise, person })
  }
  await work({ actor, chance, unit, officers, known, now, first: addDays(dayOf(began), 1), colleague: '' })
}

type Known = { id: string; enterprise: DemoEnterprise; person: DemoPerson }
type Work = {
  actor: Actor
  chance: Chance
  unit: Unit
  officers: readonly DemoPerson[]
  known: Known[]
  now: number
  first: Day
  /** Post of the officer who comes along; known once the first check is prepared. */
  colleague: string
}

// Everything that happens in a unit, in the order of time: what follows from a check lies later than the next check.
async function work(work: Work): Promise<void> {
  const { actor, chance, unit, known, now, first } = work
  const colleagues = (
    await actor.read(
      work.officers[0] as DemoPerson,
      'inspection.prepare',
      { enterprise: known[0]?.id },
      startOf(first) + 9 * HOUR,
    )
  ).colleagues as { post: string }[]
  work.colleague = colleagues[0]?.post as string
  const agenda: { at: number; act: () => Promise<unknown> }[] = []
  const plan = (at: number, act: () => Promise<unknown>) => {
    if (at < now - 15 * MINUTE) agenda.push({ at, act })
  }
  const visits = unit.id === home ? 20 : chance.between(9, 14)
  for (let visit = 0; visit < visits; visit++) {
    const day = addDays(first, Math.floor((visit / visits) * (DAYS - 3)) + chance.between(0, 3))
    const at = startOf(day) + chance.between(9 * 60, 16 * 60) * MINUTE
    plan(at, () => inspect(work, plan, chance.one(known), at))
  }
  stage(work, plan)
  while (agenda.length) {
    agenda.sort((a, b) => a.at - b.at)
    await agenda.shift()?.act()
  }
}

type Plan = (at: number, act: () => Promise<unknown>) => void

/** How one correction stands on the day of the demonstration. */
type Scene = {
  /** Which of the unit's enterprises; the first is the one whose person is introduced. */
  at: number
  wrong: readonly string[]
  /** Days before today on which it was found and served. */
  ago: number
  allowed: number
  until: 'drafted' | 'served' | 'acknowledged' | 'answered'
}

// What everyone's first page should show on any day: something calm, soon due, overdue, to be re-checked, to be served.
const atHome: readonly Scene[] = [
  { at: 0, wrong: ['P-12', 'P-13', 'P-06'], ago: 4, allowed: 15, until: 'served' },
  { at: 1, wrong: ['S-02', 'S-05'], ago: 9, allowed: 7, until: 'acknowledged' },
  { at: 2, wrong: ['S-07'], ago: 5, allowed: 7, until: 'acknowledged' },
  { at: 4, wrong: ['P-09'], ago: 12, allowed: 20, until: 'answered' },
  { at: 3, wrong: ['S-08'], ago: 1, allowed: 15, until: 'drafted' },
]

// Elsewhere: how many are overdue and how many are under way, so that the city's picture has something to tell.
const elsewhere: Record<string, { overdue: number; open: number }> = {
  '360733': { overdue: 3, open: 2 },
  '360730': { overdue: 2, open: 1 },
  '360724': { overdue: 1, open: 2 },
  '360783': { overdue: 1, open: 0 },
  '360702': { overdue: 0, open: 2 },
  '360703': { overdue: 0, open: 1 },
  '360735': { overdue: 0, open: 1 },
}

function scenesOf(unit: Unit): readonly Scene[] {
  if (unit.id === home) return atHome
  const { overdue, open } = elsewhere[unit.id] ?? { overdue: 0, open: 0 }
  const scene = (i: number, ago: number, allowed: number): Scene => ({
    at: i % 2,
    wrong: [i % 2 ? 'S-07' : 'P-12'],
    ago,
    allowed,
    until: 'acknowledged',
  })
  return [
    ...Array.from({ length: overdue }, (_, i) => scene(i, 9 + 2 * i, 7)),
    ...Array.from({ length: open }, (_, i) => scene(i + 1, 3 + i, 15)),
  ]
}

function stage(work: Work, plan: Plan): void {
  const { actor, known, unit, now } = work
  const morning = (ago: number) => startOf(addDays(dayOf(now), -ago)) + 9 * HOUR
  for (const scene of scenesOf(unit)) {
    const site = known[scene.at]
    const time = morning(scene.ago)
    if (site) plan(time, () => inspect(work, plan, site, time, scene))
  }
  if (unit.id !== home) return
  const asks = (at: number, openid: string, content: ContentOf<'office.requestPost'>) =>
    plan(at, () => actor.write({ openid } as DemoPerson, 'office.requestPost', content, at))
  asks(morning(1), 'demo-asks-officer', {
    name: `${unit.name.slice(0, 2)}检查员丁`,
    phone: '13900000001',
    role: 'officer',
    org: unit.id,
    certificate: `赣B${unit.id.slice(2)}0004`,
  })
  asks(morning(2), 'demo-asks-enterprise', {
    name: '门店值班负责人',
    phone: '13900000002',
    role: 'enterprise',
    org: unit.id,
    code: known[1]?.enterprise.code as string,
  })
}

// A scene's correction: as `order`, but it stops where the scene says.
async function play(
  work: Work,
  plan: Plan,
  site: Known,
  check: string,
  answers: Answer[],
  time: number,
  scene: Scene,
) {
  const { actor, chance, officers } = work
  const officer = officers[0] as DemoPerson
  const { notice } = await actor.write(
    officer,
    'enforcement.draft',
    { check, demands: demandsFrom(answers), deadline: addDays(dayOf(time), scene.allowed) },
    time,
  )
  const then = (at: number, reached: Scene['until'][], act: () => Promise<unknown>) => {
    if (reached.includes(scene.until)) plan(at, act)
  }
  plan(time + HOUR, () => actor.write(officer, 'enforcement.seal', { notice }, time + HOUR))
  const served = time + 2 * HOUR
  then(served, ['served', 'acknowledged', 'answered'], () =>
    actor.write(
      officer,
      'enforcement.serve',
      {
        notice,
        way: 'direct',
        colleague: work.colleague,
        receiver: site.enterprise.contact.name,
        at: served - 5 * MINUTE,
      },
      served,
    ),
  )
  then(served + HOUR, ['acknowledged', 'answered'], () =>
    actor.write(site.person, 'enforcement.acknowledge', { notice }, served + HOUR),
  )
  const answered = served + (scene.ago - 1) * 24 * HOUR
  then(answered, ['answered'], async () => {
    const photos = [await actor.picture(site.person, cablePicture(chance), answered)]
    const words = '进厂铜杆、绝缘料已逐批补做检验，记录装订成册，附照片。'
    await actor.write(site.person, 'enforcement.answer', { notice, words, photos }, answered)
  })
}

// Not everything that is wrong can be ordered put right: some of it is for the authority itself to follow up.
const demandsFrom = (answers: Answer[]) =>
  answers
    .filter(({ result }) => result === '不符合')
    .map(({ item, note }) => demandFor(item, note))
    .filter(demand => demand !== undefined)

async function inspect(work: Work, plan: Plan, site: Known, time: number, scene?: Scene): Promise<void> {
  const { actor, chance, officers } = work
  const officer = officers[0] as DemoPerson
  const items = checklists[site.enterprise.kind]
  const trouble = chance.happens(0.55) ? chance.between(1, 3) : 0
  const wrong = new Set(scene?.wrong ?? Array.from({ length: trouble }, () => chance.one(items).id))
  const answers: Answer[] = []
  for (const { id } of items) {
    const result: Result = wrong.has(id)
      ? '不符合'
      : chance.happens(0.07)
        ? '基本符合'
        : chance.happens(0.05)
          ? '不适用'
          : '符合'
    const photos = wrong.has(id) ? [await actor.picture(officer, cablePicture(chance), time)] : undefined
    answers.push({
      item: id,
      result,
      ...(wrong.has(id) ? { note: chance.one(commonFindings(id)) } : {}),
      ...(photos ? { photos } : {}),
    })
  }
  const refused = chance.happens(0.05)
  const finished = time + chance.between(40, 110) * MINUTE
  const { check } = await actor.write(
    officer,
    'inspection.submit',
    {
      enterprise: site.id,
      kind: site.enterprise.kind,
      edition: EDITION,
      startedAt: time,
      shownAt: time + MINUTE,
      toldAt: time + 2 * MINUTE,
      finishedAt: finished,
      colleague: work.colleague,
      answers,
      present: {
        name: site.enterprise.contact.name,
        duty: site.enterprise.kind === 'producer' ? '厂长' : '店主',
        phone: site.enterprise.contact.phone,
      },
      signature: refused
        ? { how: 'refused', reason: '当事人对检查结果有异议，拒绝签名，已全程录像' }
        : { how: 'signed', picture: await actor.picture(officer, signaturePicture(chance), finished) },
    },
    finished + 2 * MINUTE,
  )
  const ordered = finished + 30 * MINUTE
  if (scene) plan(ordered, () => play(work, plan, site, check, answers, ordered, scene))
  else if (wrong.size) plan(ordered, () => order(work, plan, site, check, answers, ordered))
}

// From a finding to its end; some stop on the way, as they do.
async function order(
  work: Work,
  plan: Plan,
  site: Known,
  check: string,
  answers: Answer[],
  time: number,
): Promise<void> {
  const { actor, chance, officers } = work
  const officer = officers[0] as DemoPerson
  const demands = demandsFrom(answers)
  if (demands.length === 0) return
  const allowed = chance.one([7, 15, 30])
  const { notice } = await actor.write(
    officer,
    'enforcement.draft',
    { check, demands, deadline: addDays(dayOf(time), allowed) },
    time,
  )
  if (chance.happens(0.06)) {
    return plan(time + HOUR, () =>
      actor.write(officer, 'enforcement.void', { notice, reason: '事实部分填写有误，重新拟稿' }, time + HOUR),
    )
  }
  if (chance.happens(0.05)) return // left lying: a paper without a seal
  plan(time + HOUR, () => actor.write(officer, 'enforcement.seal', { notice }, time + HOUR))
  if (chance.happens(0.05)) return // sealed and not yet served
  const served = time + 2 * HOUR
  plan(served, () =>
    actor.write(
      officer,
      'enforcement.serve',
      {
        notice,
        way: chance.one(['direct', 'direct', 'left', 'post'] as const),
        colleague: work.colleague,
        receiver: site.enterprise.contact.name,
        at: served - 5 * MINUTE,
      },
      served,
    ),
  )
  // Some keep silent until somebody calls them: what is overdue today is mostly recent.
  const silent = chance.happens(0.16)
  const days = silent ? allowed + chance.between(3, 14) : chance.between(2, allowed)
  if (!silent)
    plan(served + 20 * HOUR, () =>
      actor.write(site.person, 'enforcement.acknowledge', { notice }, served + 20 * HOUR),
    )
  await correct(work, plan, site, notice, served + days * 24 * HOUR, chance.happens(0.2))
}

async function correct(
  work: Work,
  plan: Plan,
  site: Known,
  notice: string,
  answered: number,
  fails: boolean,
): Promise<void> {
  const { actor, chance, officers } = work
  const officer = officers[0] as DemoPerson
  plan(answered, async () => {
    const photos = [await actor.picture(site.person, cablePicture(chance), answered)]
    await actor.write(
      site.person,
      'enforcement.answer',
      {
        notice,
        words: chance.one([
          '已按要求补齐资料并重新检验，附照片。',
          '问题批次已隔离停售，设备已送检定，附检定证书照片。',
          '已更换印字轮，重新印制标识，附样品照片。',
        ]),
        photos,
      },
      answered,
    )
  })
  const reviewed = answered + chance.between(1, 3) * 24 * HOUR
  const act = (passed: boolean) => () =>
    actor.write(
      officer,
      'enforcement.review',
      {
        notice,
        colleague: work.colleague,
        passed,
        remark: passed ? '现场复查，已改正。' : '检定证书仍未取得，继续整改。',
        at: reviewed - 10 * MINUTE,
      },
      reviewed,
    )
  plan(reviewed, act(!fails))
  if (fails)
    plan(reviewed + MINUTE, () =>
      correct(work, plan, site, notice, reviewed + chance.between(3, 8) * 24 * HOUR, false),
    )
}

// People at work: each call under its own name, each picture in its own folder.
class Actor {
  private readonly folders = new Map<string, string>()

  constructor(
    private readonly cloud: DemoCloud,
    private readonly chance: Chance,
  ) {}

  async read<P extends Path>(
    person: DemoPerson,
    path: P,
    input: InputOf<P>,
    now: number,
  ): Promise<OutputOf<P>> {
    const answer = await this.cloud.call(functionOf(path), { path, input }, { openid: person.openid, now })
    if (!answer.ok)
      throw new Error(`${path} as ${person.openid}: ${answer.problem?.code} ${answer.problem?.message}`)
    return answer.data as OutputOf<P>
  }

  async write<P extends WritePath>(
    person: DemoPerson,
    path: P,
    content: ContentOf<P>,
    now: number,
  ): Promise<AnswerOf<P>> {
    const input = { id: this.chance.hex(), content } as unknown as InputOf<P>
    return ((await this.read(person, path, input, now)) as { answer: AnswerOf<P> }).answer
  }

  /** A person asks for his post and is let in. */
  async post(person: DemoPerson, by: DemoPerson, now: number): Promise<void> {
    const { name, role, org, certificate, certificateUntil, code } = person
    if (role === 'admin') throw new Error('the first administrator comes from the environment')
    const content = {
      name,
      phone: '13900000000',
      role,
      org: role === 'chief' ? city.id : org,
      ...(certificate ? { certificate } : {}),
      ...(certificateUntil ? { certificateUntil } : {}),
      ...(code ? { code } : {}),
    }
    const { application } = await this.write(person, 'office.requestPost', content, now)
    await this.write(by, 'office.admit', { application }, now + 10 * MINUTE)
  }

  async picture(person: DemoPerson, bytes: Uint8Array, takenAt: number) {
    if (!this.folders.has(person.openid))
      this.folders.set(person.openid, (await this.read(person, 'office.me', {}, takenAt)).folder)
    return uploaded(
      this.cloud.upload,
      { openid: person.openid, folder: this.folders.get(person.openid) as string },
      bytes,
      takenAt,
      this.chance,
    )
  }
}
