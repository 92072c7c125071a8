import type { AnswerOf, ContentOf, InputOf, OutputOf, Path, WritePath } from '../client/src/cloud/call'
import { addDays, type Day, dayOf, startOf } from '../domain/calendar'
import type { Answer } from '../domain/check'
import { checklists, commonFindings, EDITION, type Result } from '../domain/checklist'
import { demandFor } from '../domain/notice'
import { city, type Unit, units } from '../domain/organisation'
import { type Chance, chanceFrom } from './chance'
import { type DemoEnterprise, demoEnterprises } from './enterprises'
import { administrator, chief, type DemoPerson, headOf, home, officersOf } from './people'
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
 * Ganzhou as it might be: 20 units, their people, forty enterprises, and four months of checks and corrections, all
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
  // The home unit first among equals: two at a time, as many as a laptop has patience for.
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
  await work({ actor, chance, unit, officers, known, now, first: addDays(dayOf(began), 1) })
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
  const agenda: { at: number; act: () => Promise<unknown> }[] = []
  const plan = (at: number, act: () => Promise<unknown>) => {
    if (at < now - 15 * MINUTE) agenda.push({ at, act })
  }
  const visits = unit.id === home ? 20 : chance.between(9, 14)
  for (let visit = 0; visit < visits; visit++) {
    const day = addDays(first, Math.floor((visit / visits) * (DAYS - 3)) + chance.between(0, 3))
    const at = startOf(day) + chance.between(9 * 60, 16 * 60) * MINUTE
    plan(at, () => inspect(work, plan, chance.one(known), colleagues[0]?.post as string, at))
  }
  while (agenda.length) {
    agenda.sort((a, b) => a.at - b.at)
    await agenda.shift()?.act()
  }
}

async function inspect(
  work: Work,
  plan: (at: number, act: () => Promise<unknown>) => void,
  site: Known,
  colleague: string,
  time: number,
): Promise<void> {
  const { actor, chance, officers } = work
  const officer = officers[0] as DemoPerson
  const items = checklists[site.enterprise.kind]
  const trouble = chance.happens(0.55) ? chance.between(1, 3) : 0
  const wrong = new Set(Array.from({ length: trouble }, () => chance.one(items).id))
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
      colleague,
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
  if (wrong.size)
    plan(finished + 30 * MINUTE, () => order(work, plan, site, check, answers, finished + 30 * MINUTE))
}

// From a finding to its end; some stop on the way, as they do.
async function order(
  work: Work,
  plan: (at: number, act: () => Promise<unknown>) => void,
  site: Known,
  check: string,
  answers: Answer[],
  time: number,
): Promise<void> {
  const { actor, chance, officers } = work
  const officer = officers[0] as DemoPerson
  const demands = answers
    .filter(({ result }) => result === '不符合')
    .map(({ item, note }) => demandFor(item, note))
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
        receiver: site.enterprise.contact.name,
        at: served - 5 * MINUTE,
      },
      served,
    ),
  )
  if (chance.happens(0.12)) return // the enterprise keeps silent
  plan(served + 20 * HOUR, () =>
    actor.write(site.person, 'enforcement.acknowledge', { notice }, served + 20 * HOUR),
  )
  if (chance.happens(0.1)) return
  await correct(
    work,
    plan,
    site,
    notice,
    served + chance.between(2, allowed + 4) * 24 * HOUR,
    chance.happens(0.2),
  )
}

async function correct(
  work: Work,
  plan: (at: number, act: () => Promise<unknown>) => void,
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
    const answer = await this.cloud.call('work', { path, input }, { openid: person.openid, now })
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
    const { name, role, org, certificate, code } = person
    if (role === 'admin') throw new Error('the first administrator comes from the environment')
    const content = {
      name,
      phone: '13900000000',
      role,
      org: role === 'chief' ? city.id : org,
      ...(certificate ? { certificate } : {}),
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
