import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AnswerOf, ContentOf, InputOf, OutputOf, Path, WritePath } from '../../client/src/cloud/call'
import { functionOf } from '../../client/src/cloud/function-of'
import { chanceFrom } from '../../demo/chance'
import { demoEnterprises } from '../../demo/enterprises'
import { cablePicture, signaturePicture, uploaded } from '../../demo/pictures'
import { addDays, dayOf } from '../../domain/calendar'
import type { Answer, CheckForm } from '../../domain/check'
import { checklists, EDITION } from '../../domain/checklist'
import type { Photo } from '../../domain/evidence'
import { type Demand, demandFor } from '../../domain/notice'
import { filledPaper } from '../../domain/papers/filled.sample'
import type { Problem } from '../../domain/problems'
import { type Cloud, type CloudOptions, startCloud } from '../../local/cloud'

export const newId = (): string => randomBytes(16).toString('hex')

/** The home unit of the tests and another, whose people must stay out. */
export const home = '360722'
export const foreign = '360723'

const root = path.resolve(__dirname, '../..')

/** A fresh laptop cloud over the built functions, in a folder of its own that goes with it. */
export async function freshCloud(options: Partial<CloudOptions> = {}): Promise<Cloud & { data: string }> {
  const data = options.data ?? mkdtempSync(path.join(tmpdir(), 'sanlian-test-'))
  const cloud = await startCloud({
    functions: path.join(root, 'dist/cloudfunctions'),
    database: path.join(root, 'cloudfunctions/database/collections.json'),
    env: { SANLIAN_ADMIN: 'admin', SANLIAN_DEMO: '1' },
    clock: true,
    timers: false,
    strictIndexes: true,
    ...options,
    data,
  })
  const close = cloud.close.bind(cloud)
  return Object.assign(cloud, {
    data,
    close: async () => {
      await close()
      if (!options.data) rmSync(data, { recursive: true, force: true })
    },
  })
}

export type Refused = { ok: false; problem: Problem }

/** Someone who calls: with what WeChat would say of him, and nothing else. */
export class Caller {
  constructor(
    private readonly cloud: Pick<Cloud, 'call' | 'upload'>,
    readonly openid: string,
    public now?: number,
  ) {}

  /** The raw answer: data or a problem. */
  ask(where: string, input: unknown): Promise<{ ok: true; data: unknown } | Refused> {
    return this.cloud.call(
      functionOf(where),
      { path: where, input },
      { openid: this.openid, ...(this.now ? { now: this.now } : {}) },
    )
  }

  async read<P extends Path>(where: P, input: InputOf<P>): Promise<OutputOf<P>> {
    const answer = await this.ask(where, input)
    if (!answer.ok)
      throw new Error(
        `${where} as ${this.openid}: ${answer.problem.code} ${answer.problem.message} ${answer.problem.field ?? ''}`,
      )
    return answer.data as OutputOf<P>
  }

  async write<P extends WritePath>(where: P, content: ContentOf<P>, id = newId()): Promise<AnswerOf<P>> {
    return ((await this.read(where, { id, content } as unknown as InputOf<P>)) as { answer: AnswerOf<P> })
      .answer
  }

  /** The problem's code; a success is a failure here. */
  async refusal(where: string, input: unknown): Promise<string> {
    const answer = await this.ask(where, input)
    if (answer.ok)
      throw new Error(`${where} as ${this.openid} was not refused: ${JSON.stringify(answer.data)}`)
    return answer.problem.code
  }

  /** A picture in the caller's folder; with `size`, that many bytes of it. */
  async picture(kind: 'photo' | 'signature' = 'photo', size?: number): Promise<Photo> {
    const { folder } = await this.read('office.me', {})
    const chance = chanceFrom(Math.floor(Math.random() * 1e9))
    const drawn = kind === 'photo' ? cablePicture(chance) : signaturePicture(chance)
    const bytes = size ? Buffer.concat([drawn, Buffer.alloc(size - drawn.length)]) : drawn
    return uploaded(
      (openid, to, data) => this.cloud.upload(openid, to, data),
      { openid: this.openid, folder },
      bytes,
      (this.now ?? Date.now()) - 1000,
      chance,
    )
  }
}

/** A unit at work: its people hold their posts, one producer and one seller stand in the register. */
export type Bureau = Awaited<ReturnType<typeof openBureau>>

/** Lets a unit's people in and enters its two enterprises, all through the procedures. */
export async function openBureau(cloud: Pick<Cloud, 'call' | 'upload'>, unit = home, now?: number) {
  const person = (name: string) => new Caller(cloud, `${name}-${unit}`, now)
  const admin = new Caller(cloud, 'admin', now)
  const [head, officer, second, maker, stranger] = [
    person('head'),
    person('officer'),
    person('second'),
    person('maker'),
    person('stranger'),
  ]
  const [leader, legal, deputy] = [person('leader'), person('legal'), person('deputy')]
  const names = {
    head: '局长甲',
    deputy: '分管局长甲',
    legal: '法制甲',
    leader: '所长甲',
    officer: '检查员甲',
    enterprise: '厂长甲',
  }
  const join = async (who: Caller, role: keyof typeof names, by: Caller, more: object = {}) => {
    const content = {
      name: names[role],
      phone: '13900000000',
      role,
      org: unit,
      ...(role === 'officer' ? { certificateUntil: '2099-12-31' } : {}),
      ...more,
    }
    const { application } = await who.write('office.requestPost', content)
    return (await by.write('office.admit', { application })).post
  }
  const headPost = await join(head, 'head', admin)
  const deputyPost = await join(deputy, 'deputy', head)
  const legalPost = await join(legal, 'legal', head)
  const leaderPost = await join(leader, 'leader', head)
  const officerPost = await join(officer, 'officer', head, { certificate: `赣B${unit}01` })
  const colleague = await join(second, 'officer', head, { name: '检查员乙', certificate: `赣B${unit}02` })
  const [makes, sells] = demoEnterprises().filter(enterprise => enterprise.unit === unit)
  const enroll = async (enterprise: (typeof makes & {}) | undefined) => {
    const { person: _person, ...content } = enterprise as NonNullable<typeof enterprise>
    return (await officer.write('register.enroll', content)).enterprise
  }
  const producer = await enroll(makes)
  const seller = await enroll(sells)
  await join(maker, 'enterprise', officer, { code: makes?.code })
  return {
    unit,
    admin,
    head,
    headPost,
    deputy,
    deputyPost,
    legal,
    legalPost,
    leader,
    leaderPost,
    officer,
    officerPost,
    second,
    colleague,
    maker,
    stranger,
    producer,
    seller,
  }
}

/** The chief of the city's section, admitted by the first administrator. */
export async function admitChief(
  cloud: Pick<Cloud, 'call' | 'upload'>,
  now?: number,
  openid = 'chief',
): Promise<Caller> {
  const chief = new Caller(cloud, openid, now)
  const { application } = await chief.write('office.requestPost', {
    name: '科长甲',
    phone: '13900000000',
    role: 'chief',
    org: '360700',
  })
  await new Caller(cloud, 'admin', now).write('office.admit', { application })
  return chief
}

/** The city's chief, admitted unless he has been. */
export async function chiefOf(cloud: Pick<Cloud, 'call' | 'upload'>, now?: number): Promise<Caller> {
  const chief = new Caller(cloud, 'chief', now)
  return (await chief.read('office.me', {})).posts.length ? chief : admitChief(cloud, now)
}

/** Tasks of a bureau, one for each way it can stand; issued by the city's chief. */
export async function tasksFor(cloud: Pick<Cloud, 'call' | 'upload'>, bureau: Bureau) {
  const { head, officer, unit } = bureau
  const chief = await chiefOf(cloud, officer.now)
  const due = addDays(dayOf(officer.now ?? Date.now()), 10)
  const issue = async () => {
    const content = {
      title: '排查建材市场',
      ask: '',
      kind: 'survey' as const,
      due,
      to: [{ unit }],
      secret: false,
    }
    return (await chief.write('task.issue', content)).tasks[0] as string
  }
  const [issued, signed, held, disputed, returned] = [
    await issue(),
    await issue(),
    await issue(),
    await issue(),
    await issue(),
  ]
  await head.write('task.sign', { task: signed })
  await head.write('task.assign', {
    tasks: [{ task: held, seen: 1 }],
    to: { unit, post: bureau.officerPost },
  })
  const thinks = unit === '360724' ? '360725' : '360724'
  await head.write('task.dispute', { task: disputed, thinks, reason: '不在本县' })
  await head.write('task.return', { task: returned, reason: '已经办过' })
  return { issued, signed, held, disputed, returned }
}

/** A check of the bureau's producer with nothing left open: all 符合 except what is given. */
export async function wholeCheck(
  bureau: Bureau,
  except: Record<string, Partial<Answer>> = {},
): Promise<CheckForm> {
  const at = (bureau.officer.now ?? Date.now()) - 60 * 60_000
  return {
    enterprise: bureau.producer,
    kind: 'producer',
    edition: EDITION,
    startedAt: at,
    shownAt: at,
    toldAt: at,
    finishedAt: at + 50 * 60_000,
    colleague: bureau.colleague,
    answers: checklists.producer.map(({ id }) => ({ item: id, result: '符合', ...except[id] })),
    present: { name: '厂长甲', duty: '厂长', phone: '13900001234' },
    signature: { how: 'refused', reason: '当事人拒绝签名' },
  }
}

/** A served correction of the bureau's producer, from a check with one finding. */
export async function servedNotice(bureau: Bureau, days = 15): Promise<{ check: string; notice: string }> {
  const { check, notice } = await draftedNotice(bureau, days)
  await bureau.officer.write('enforcement.seal', { notice })
  await bureau.officer.write('enforcement.serve', {
    notice,
    way: 'direct',
    colleague: bureau.colleague,
    receiver: '厂长甲',
    at: bureau.officer.now ?? Date.now(),
  })
  return { check, notice }
}

/** A numbered correction that has not been sealed. */
export async function draftedNotice(
  bureau: Bureau,
  days = 15,
): Promise<{ check: string; notice: string; number: string | undefined }> {
  const { officer } = bureau
  const { check } = await officer.write(
    'inspection.submit',
    await wholeCheck(bureau, { 'P-13': { result: '不符合', note: '检定证书已过有效期' } }),
  )
  const { notice, number } = await officer.write('enforcement.draft', orderFor(check, officer.now, days))
  return { check, notice, number }
}

/** A chain of one for a kind of paper: the bureau's head, or nobody. */
export const setChain = (bureau: Bureau, steps: string[] = [bureau.headPost], kind = 'DOC-06') =>
  bureau.head.write('approval.setChain', { unit: bureau.unit, kind, steps })

/** A correction that waits for the head, the only one who is asked for it; later ones ask nobody. */
export async function waitingNotice(bureau: Bureau): Promise<{ check: string; notice: string }> {
  await setChain(bureau)
  const { check, notice } = await draftedNotice(bureau)
  await setChain(bureau, [])
  return { check, notice }
}

export const orderFor = (check: string, now = Date.now(), days = 15) => ({
  check,
  demands: [demandFor('P-13', '检定证书已过有效期') as Demand],
  deadline: addDays(dayOf(now), days),
})

/** One figure of a unit as its page shows it. */
export async function figure(caller: Caller, unit: string, measure: string): Promise<number | undefined> {
  return (await caller.read('statistics.unit', { unit })).figures.find(shown => shown.measure === measure)
    ?.value
}

/** A paper of the file with every field filled in; with `submit`, sent for approval in the same write. */
export async function draftedPaper(
  bureau: Bureau,
  kind: string,
  {
    by = bureau.officer,
    submit = true,
    ...more
  }: { by?: Caller; submit?: boolean } & Partial<ContentOf<'paper.draft'>> = {},
) {
  return by.write('paper.draft', {
    unit: bureau.unit,
    kind,
    about: { enterprise: bureau.producer },
    fields: filledPaper(kind),
    colleague: by === bureau.second ? bureau.officerPost : bureau.colleague,
    submit,
    ...more,
  })
}

/** A paper of the file that was sent for approval: its id. */
export const sentPaper = async (
  bureau: Bureau,
  kind: string,
  more: Partial<ContentOf<'paper.draft'>> = {},
): Promise<string> => (await draftedPaper(bureau, kind, more)).paper
