import type { ContentOf } from '../../client/src/cloud/call'
import { addDays, dayOf, startOf } from '../../domain/calendar'
import { filledPaper } from '../../domain/papers/filled.sample'
import { publicServiceDay } from '../../domain/service-day'
import {
  type Bureau,
  Caller,
  draftedNotice,
  draftedPaper,
  foreign,
  freshCloud,
  home,
  newId,
  openBureau,
  orderFor,
  setChain,
  wholeCheck,
} from './bureau'

// A paper's life: draft, approval, number, stamped scan, service; numbers reserved in blocks; papers entered late.
let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let other: Bureau

const HOUR = 3_600_000
const DAY = 24 * HOUR
// A workday morning, so that no test runs over the end of a year or a day.
const now = startOf('2026-03-10') + 9 * HOUR
const at = (days: number) => now + days * DAY

beforeAll(async () => {
  cloud = await freshCloud({ pool: 4 })
  bureau = await openBureau(cloud, home, now)
  other = await openBureau(cloud, foreign, now)
}, 60_000)
afterAll(() => cloud.close())

// biome-ignore lint/suspicious/noExplicitAny: a document as the store holds it
type Stored = any
const stored = async (id: string, collection = 'papers'): Promise<Stored> =>
  (await cloud.documents(collection)).find(({ _id }) => _id === id)
const later = (who: Caller, days: number) => new Caller(cloud, who.openid, at(days))

async function refused(who: Caller, path: string, content: unknown, id = newId()) {
  const answer = await who.ask(path, { id, content })
  if (answer.ok) throw new Error(`${path} was not refused`)
  return answer.problem
}

/** Everything that a write could have left. */
const counts = async () =>
  Promise.all(
    ['journal', 'papers', 'numbers', 'counters', 'blocks', 'terms', 'addresses'].map(
      async name => JSON.stringify(await cloud.documents(name)).length,
    ),
  )

const sealed = async (kind: string, by = bureau.officer) => {
  const { paper } = await draftedPaper(bureau, kind, { by })
  await by.write('paper.seal', { paper, scan: [await by.picture()] })
  return paper
}

const serving = (paper: string, more: Partial<ContentOf<'paper.serve'>> = {}): ContentOf<'paper.serve'> => ({
  paper,
  way: 'direct',
  colleague: bureau.colleague,
  receiver: '厂长甲',
  at: now,
  ...more,
})

const agree = async (by: Caller, paper: string) => {
  const { digest } = await by.read('approval.read', { paper })
  return by.write('approval.agree', { paper, read: digest })
}

describe.each([
  ['DOC-01', '现场笔录', false, '现笔'],
  ['DOC-14', '立案审批表', false, '立审'],
  ['DOC-16', '查封决定书', true, '强措'],
])('%s from its draft to its end', (kind, title, toServe, word) => {
  let paper: string

  beforeAll(() => setChain(bureau, [bureau.leaderPost, bureau.headPost], kind))
  afterAll(() => kind === 'DOC-01' && setChain(bureau, [], kind))

  test('a draft may lack things, what is sent may not', async () => {
    const { party, ...rest } = filledPaper(kind)
    const drafted = await draftedPaper(bureau, kind, { submit: false, fields: rest })
    paper = drafted.paper
    expect(drafted.state).toBe('draft')
    const lacking = await refused(bureau.officer, 'paper.submit', { paper })
    expect(lacking).toMatchObject({ code: 'input.invalid', field: 'fields.party' })
    expect(lacking.message).toMatch(/^请填写/)
    const whole = { ...rest, party }
    expect(await bureau.officer.write('paper.revise', { paper, fields: whole, submit: true })).toMatchObject({
      state: 'pending',
      waits: '所长甲',
    })
  })

  test('it waits for everyone in its chain, and takes its number with the last', async () => {
    expect(
      (await bureau.officer.read('paper.list', { unit: home, by: { what: 'pile', pile: 'pending' } })).rows,
    ).toMatchObject([{ id: paper, title, state: '待审批', number: '' }])
    await agree(bureau.leader, paper)
    const last = await agree(bureau.head, paper)
    expect(last.number).toMatch(new RegExp(`^信市监${word}〔2026〕\\d+号$`))
    expect(
      await stored(`${home}:${kind}:2026:${/(\d+)号$/.exec(last.number as string)?.[1]}`, 'numbers'),
    ).toMatchObject({
      record: `papers/${paper}`,
      living: true,
    })
  })

  test('issued, its fields do not change any more', async () => {
    const before = await counts()
    expect(
      await refused(bureau.officer, 'paper.revise', {
        paper,
        fields: { ...filledPaper(kind), party: '别的企业' },
      }),
    ).toMatchObject({ code: 'state.wrong', message: expect.stringContaining('不能再改') })
    expect(await counts()).toEqual(before)
    expect((await stored(paper)).fields.party).toBe(filledPaper(kind).party)
  })

  test('the stamped paper is scanned', async () => {
    expect(await refused(bureau.officer, 'paper.seal', { paper, scan: [] })).toMatchObject({
      message: '请拍下盖好章（签好字）的文书',
    })
    await bureau.officer.write('paper.seal', { paper, scan: [await bureau.officer.picture()] })
    const seen = await bureau.officer.read('paper.read', { paper })
    expect(seen).toMatchObject({ toServe, done: !toServe, may: { seal: false, serve: true } })
    expect(seen.stateName).toBe(toServe ? '已盖章' : '已签名归档')
    expect(Object.keys(seen.addresses)).toHaveLength(1)
    expect(seen.layout?.blocks.find(block => block.block === 'title')).toEqual({
      block: 'title',
      text: title,
    })
  })

  test('it is served by two officers on somebody, and is done', async () => {
    await bureau.officer.write('paper.serve', serving(paper, { relation: '厂长' }))
    expect(await stored(paper)).toMatchObject({
      done: true,
      servedOn: '2026-03-10',
      paper: { state: 'served', steps: expect.arrayContaining([expect.objectContaining({ step: 'serve' })]) },
      service: {
        way: 'direct',
        receiver: '厂长甲',
        relation: '厂长',
        officers: [{ name: '检查员甲' }, { name: '检查员乙' }],
      },
    })
    expect(await refused(bureau.officer, 'paper.serve', serving(paper))).toMatchObject({
      code: 'state.wrong',
    })
    expect(await refused(bureau.officer, 'paper.void', { paper, reason: '写错' })).toMatchObject({
      code: 'state.wrong',
    })
  })
})

test('a paper that names officers needs two of them (程序规定 22)', async () => {
  const content = { unit: home, kind: 'DOC-18', about: {}, fields: filledPaper('DOC-18'), submit: true }
  expect(await refused(bureau.officer, 'paper.draft', content)).toMatchObject({
    field: 'colleague',
    message: expect.stringContaining('两名以上执法人员'),
  })
})

test('the 责令改正通知书 is not written a second way', async () => {
  const content = { unit: home, kind: 'DOC-06', about: {}, fields: {} }
  expect(await refused(bureau.officer, 'paper.draft', content)).toMatchObject({
    message: expect.stringContaining('从检查记录里拟'),
  })
})

test('the same draft five times at once is one paper with one number', async () => {
  const id = newId()
  const content = {
    unit: home,
    kind: 'DOC-18',
    about: { enterprise: bureau.producer },
    fields: filledPaper('DOC-18'),
    colleague: bureau.colleague,
    submit: true,
  }
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() => bureau.officer.ask('paper.draft', { id, content })),
  )
  for (const answer of answers) expect(answer.ok || answer.problem.code === 'transaction.busy').toBe(true)
  expect(answers.filter(answer => answer.ok && !(answer.data as Stored).replayed)).toHaveLength(1)
  expect((await cloud.documents('numbers')).filter(({ record }) => record === `papers/${id}`)).toHaveLength(1)
})

describe('a form begins with what the file knows', () => {
  test('of an enterprise: name, code, address, but no telephone; of the officer: his certificate', async () => {
    const form = await bureau.officer.read('paper.begin', {
      unit: home,
      kind: 'DOC-18',
      enterprise: bureau.producer,
    })
    const enterprise = await stored(bureau.producer, 'enterprises')
    expect(form.values).toEqual({
      party: enterprise.name,
      partyCode: enterprise.code,
      partyAddress: enterprise.address,
      officers: [{ name: '检查员甲', certificate: `赣B${home}01` }],
    })
    expect(JSON.stringify(form)).not.toContain(enterprise.contact.phone)
    expect(form.colleagues).toMatchObject([{ name: '检查员乙' }])
    const asked = form.groups.flatMap(group => [...group.fields, ...group.more])
    expect(asked.sort()).toEqual(form.fields.map(field => field.id).sort())
    expect(form.groups[0]).toMatchObject({ title: '当事人', fields: ['party'] })
  })

  test('the telephone goes onto the paper all the same', async () => {
    const { paper } = await draftedPaper(bureau, 'DOC-18', { submit: false, fields: { party: '甲厂' } })
    const enterprise = await stored(bureau.producer, 'enterprises')
    expect((await stored(paper)).fields).toEqual({ party: '甲厂', partyPhone: enterprise.contact.phone })
  })

  test('of a paper: its receipt of service (DOC-09)', async () => {
    const paper = await sealed('DOC-18')
    const { number } = (await stored(paper)).paper
    const form = await bureau.officer.read('paper.begin', {
      unit: home,
      kind: 'DOC-09',
      record: `papers/${paper}`,
    })
    expect(form.values).toMatchObject({ served: '限期提供材料通知书', servedNumber: number })
    expect(form.about.record).toBe(`papers/${paper}`)
  })

  test('another unit’s record is not there', async () => {
    const paper = await sealed('DOC-18')
    expect(
      await other.officer.refusal('paper.begin', {
        unit: foreign,
        kind: 'DOC-09',
        record: `papers/${paper}`,
      }),
    ).toBe('record.missing')
    const draft = { unit: foreign, kind: 'DOC-09', about: { record: `papers/${paper}` }, fields: {} }
    expect(await refused(other.officer, 'paper.draft', draft)).toMatchObject({ code: 'record.missing' })
    const mine = { unit: home, kind: 'DOC-18', about: {}, fields: {} }
    expect(await refused(other.officer, 'paper.draft', mine)).toMatchObject({ code: 'scope.foreign' })
  })
})

describe('blocks of numbers', () => {
  const KIND = 'DOC-25'
  let block: string
  let from: number

  const used = (serial: number, more: object = {}) =>
    draftedPaper(bureau, KIND, { number: { block, serial, on: '2026-03-10' }, ...more })
  const refusedUse = async (by: Caller, number: object, days = 0) => {
    const before = await counts()
    const content = {
      unit: home,
      kind: KIND,
      about: {},
      fields: filledPaper(KIND),
      number: { block, serial: from + 1, on: '2026-03-10', ...number },
      submit: true,
    }
    const problem = await refused(later(by, days), 'paper.draft', content)
    expect(await counts()).toEqual(before)
    return problem
  }

  test('an officer reserves ten, no more', async () => {
    expect(
      await refused(bureau.officer, 'paper.reserveBlock', { unit: home, kind: KIND, count: 11 }),
    ).toMatchObject({
      message: '一次最多预留10个号',
    })
    await draftedPaper(bureau, KIND)
    const reserved = await bureau.officer.write('paper.reserveBlock', { unit: home, kind: KIND, count: 10 })
    block = reserved.block
    from = 2
    expect(reserved.numbers).toEqual(['信市监质通〔2026〕2号', '信市监质通〔2026〕11号'])
    // Who comes next gets the next after the block.
    expect((await draftedPaper(bureau, KIND)).number).toBe('信市监质通〔2026〕12号')
  })

  test('a paper sent later carries the number it was written with', async () => {
    expect(await used(from)).toMatchObject({ state: 'numbered', number: '信市监质通〔2026〕2号' })
    const mine = await bureau.officer.read('paper.numbers', { unit: home })
    expect(mine.blocks[0]).toMatchObject({ id: block, size: 10 })
    expect(mine.blocks[0]?.left).toHaveLength(9)
    expect(mine.blocks[0]?.left[0]).toEqual({ serial: 3, number: '信市监质通〔2026〕3号' })
  })

  test('a number goes on one paper only', async () => {
    expect(await refusedUse(bureau.officer, { serial: from })).toMatchObject({
      code: 'number.refused',
      message: expect.stringContaining('信市监质通〔2026〕2号：2号已经用在另一份文书上'),
    })
  })

  test('two devices send the same number at the same moment: one paper carries it', async () => {
    const content = {
      unit: home,
      kind: KIND,
      about: {},
      fields: filledPaper(KIND),
      number: { block, serial: from + 2, on: '2026-03-10' },
      submit: true,
    }
    const send = () => bureau.officer.ask('paper.draft', { id: newId(), content })
    let answers: Awaited<ReturnType<typeof send>>[] = await Promise.all([send(), send()])
    if (answers.some(answer => !answer.ok && answer.problem.code === 'transaction.busy'))
      answers = [...answers.filter(answer => answer.ok), await send()]
    expect(answers.map(answer => (answer.ok ? 'ok' : answer.problem.code)).sort()).toEqual([
      'number.refused',
      'ok',
    ])
    const carrying = (await cloud.documents('papers')).filter(
      ({ paper }) => (paper as Stored).number === `信市监质通〔2026〕${from + 2}号`,
    )
    expect(carrying).toHaveLength(1)
  })

  test('another officer’s block, another kind, another year, a day before it was reserved', async () => {
    expect(await refusedUse(bureau.second, {})).toMatchObject({
      message: expect.stringContaining('为检查员甲预留'),
    })
    expect(await refusedUse(bureau.officer, { on: '2027-01-04' }, 300)).toMatchObject({
      message: expect.stringContaining('2026年的号段只能用于2026年的文书'),
    })
    expect(await refusedUse(bureau.officer, { on: '2026-03-09' })).toMatchObject({
      message: expect.stringContaining('早于预留号段的日期'),
    })
    expect(await refusedUse(bureau.officer, { on: '2026-03-12' })).toMatchObject({
      message: expect.stringContaining('文书日期在将来'),
    })
    expect(await refusedUse(bureau.officer, { block: newId() })).toMatchObject({
      message: expect.stringContaining('没有找到这个号段'),
    })
  })

  test('a block reserved in the old year is good for its own days when the signal comes back in the new one', async () => {
    const { number } = await draftedPaper(bureau, KIND, {
      by: later(bureau.officer, 298),
      number: { block, serial: from + 3, on: '2026-12-31' },
    })
    expect(number).toBe(`信市监质通〔2026〕${from + 3}号`)
    expect((await draftedPaper(bureau, KIND, { by: later(bureau.officer, 298) })).number).toBe(
      '信市监质通〔2027〕1号',
    )
  })

  test('what is not used is handed back, by its holder or his head; every gap is told with its reason', async () => {
    const { paper } = await used(from + 4)
    await bureau.officer.write('paper.void', { paper, reason: '产品写错，重新拟稿' })
    expect(await refused(bureau.second, 'paper.returnBlock', { block })).toMatchObject({
      message: expect.stringContaining('请由他或者所长、局负责人退回'),
    })
    const before = await bureau.officer.read('paper.gaps', { unit: home, kind: KIND, year: '2026' })
    expect(before.gaps.filter(gap => gap.why === '预留').map(gap => gap.serial)).toEqual([3, 7, 8, 9, 10, 11])
    expect(before.gaps.find(gap => gap.serial === 7)?.words).toBe('预留给检查员甲，2026-03-10起')
    expect(await bureau.officer.write('paper.returnBlock', { block })).toMatchObject({ returned: 6 })
    expect(await refused(bureau.officer, 'paper.returnBlock', { block })).toMatchObject({
      code: 'state.wrong',
    })
    const { last, living, gaps } = await bureau.officer.read('paper.gaps', {
      unit: home,
      kind: KIND,
      year: '2026',
    })
    expect(gaps.map(gap => [gap.number, gap.why, gap.words])).toEqual([
      ['信市监质通〔2026〕3号', '预留退回', '检查员甲预留未用，2026-03-10退回，不再使用'],
      ['信市监质通〔2026〕6号', '作废', '产品写错，重新拟稿'],
      ...[7, 8, 9, 10, 11].map(serial => [
        `信市监质通〔2026〕${serial}号`,
        '预留退回',
        '检查员甲预留未用，2026-03-10退回，不再使用',
      ]),
    ])
    expect(living + gaps.length).toBe(last)
    expect(await refusedUse(bureau.officer, {})).toMatchObject({
      message: expect.stringContaining('已经退回'),
    })
  })

  test('a 责令改正通知书 bears a number of a block too, and a foreign unit’s blocks are not there', async () => {
    const { block: orders } = await bureau.officer.write('paper.reserveBlock', {
      unit: home,
      kind: 'DOC-06',
      count: 2,
    })
    const { check } = await bureau.officer.write(
      'inspection.submit',
      await wholeCheck(bureau, { 'P-13': { result: '不符合', note: '检定证书已过有效期' } }),
    )
    const { number } = await bureau.officer.write('enforcement.draft', {
      ...orderFor(check, now),
      number: { block: orders, serial: 1, on: '2026-03-10' },
    })
    expect(number).toBe('信市监责改〔2026〕1号')
    expect((await draftedNotice(bureau)).number).toBe('信市监责改〔2026〕3号')
    expect(await refused(other.officer, 'paper.returnBlock', { block: orders })).toMatchObject({
      code: 'record.missing',
    })
    expect((await other.officer.read('paper.numbers', { unit: foreign })).blocks).toEqual([])
    expect(await other.officer.refusal('paper.gaps', { unit: home, kind: 'DOC-06', year: '2026' })).toBe(
      'scope.foreign',
    )
  })
})

describe('service (程序规定 82–83)', () => {
  test('electronically only after a signed 送达地址确认书, to what was signed, with proof of arrival', async () => {
    const paper = await sealed('DOC-18')
    const { officer } = bureau
    const form = serving(paper, {
      way: 'electronic',
      account: '13900001234',
      evidence: [await officer.picture()],
    })
    const before = await counts()
    expect(await refused(officer, 'paper.serve', form)).toMatchObject({
      code: 'service.refused',
      message: expect.stringContaining('须先有受送达人签署的送达地址确认书'),
    })
    expect(await counts()).toEqual(before)
    const confirmation = {
      enterprise: bureau.producer,
      signed: [await officer.picture()],
      address: '工业园1号',
      phone: '13900001234',
      since: '2026-03-10',
    }
    expect(
      await refused(officer, 'paper.confirmAddress', {
        ...confirmation,
        ways: ['electronic'],
        phone: undefined,
      }),
    ).toMatchObject({ field: 'phone', message: expect.stringContaining('请写明手机号、邮箱或者账号') })
    expect(
      await refused(officer, 'paper.confirmAddress', { ...confirmation, ways: ['post'], signed: [] }),
    ).toMatchObject({
      message: '请拍下签过字的确认书',
    })
    await officer.write('paper.confirmAddress', { ...confirmation, ways: ['post'] })
    expect(await refused(officer, 'paper.serve', form)).toMatchObject({
      message: expect.stringContaining('没有同意电子送达'),
    })
    await officer.write('paper.confirmAddress', { ...confirmation, ways: ['post', 'electronic'] })
    expect(await officer.read('paper.serving', { unit: home, enterprise: bureau.producer })).toMatchObject({
      accounts: ['13900001234'],
      address: '工业园1号',
    })
    expect(await refused(officer, 'paper.serve', { ...form, evidence: [] })).toMatchObject({
      field: 'evidence',
      message: expect.stringContaining('截屏'),
    })
    expect(await refused(officer, 'paper.serve', { ...form, account: '13900005678' })).toMatchObject({
      message: expect.stringContaining('请送达到：13900001234'),
    })
    await officer.write('paper.withdrawAddress', {
      enterprise: bureau.producer,
      on: '2026-03-10',
      reason: '换号',
    })
    expect(await refused(officer, 'paper.serve', form)).toMatchObject({ code: 'service.refused' })
    await officer.write('paper.confirmAddress', { ...confirmation, ways: ['electronic'] })
    await officer.write('paper.serve', form)
    expect(await stored(paper)).toMatchObject({ servedOn: '2026-03-10', service: { account: '13900001234' } })
    expect(await other.officer.refusal('paper.address', { enterprise: bureau.producer })).toBe(
      'record.missing',
    )
  })

  test('公告 counts when its thirty days are over, and not before; a term runs meanwhile', async () => {
    const paper = await sealed('DOC-18')
    const told = {
      reason: '厂房已空，电话停机，邮件退回',
      posted: 'press' as const,
      published: '赣南日报2026年3月10日第4版',
    }
    const { receiver: _receiver, ...form } = serving(paper, { way: 'public', ...told })
    expect(await refused(bureau.officer, 'paper.serve', { ...form, posted: 'board' })).toMatchObject({
      field: 'evidence',
      message: expect.stringContaining('请拍下张贴过程'),
    })
    const { day } = publicServiceDay('2026-03-10')
    expect(day >= '2026-04-09').toBe(true)
    expect(await bureau.officer.write('paper.serve', form)).toEqual({ paper, counts: day })
    const seen = await bureau.officer.read('paper.read', { paper })
    expect(seen).toMatchObject({
      stateName: '公告送达中',
      paper: { state: 'sealed' },
      may: { serve: false, complete: false },
    })
    const term = (await cloud.documents('terms')).find(({ record }) => record === `papers/${paper}`)
    expect(term).toMatchObject({ open: true, due: addDays(day, 1), owner: bureau.officerPost })

    const onLast = new Caller(cloud, bureau.officer.openid, startOf(day) + 23 * HOUR)
    expect(await refused(onLast, 'paper.completeService', { paper })).toMatchObject({
      code: 'service.early',
      message: expect.stringContaining(day),
    })
    const after = new Caller(cloud, bureau.officer.openid, startOf(addDays(day, 1)) + 9 * HOUR)
    expect((await after.read('paper.read', { paper })).may.complete).toBe(true)
    expect(await after.write('paper.completeService', { paper })).toEqual({ paper, servedOn: day })
    expect(await stored(paper)).toMatchObject({
      servedOn: day,
      done: true,
      paper: { state: 'served' },
      service: told,
    })
    expect(await stored(paper)).not.toHaveProperty('announced')
    expect(await stored(String(term?._id), 'terms')).toMatchObject({ open: false })
  })

  test('who turns up while the 公告 runs is served directly, and the term ends', async () => {
    const paper = await sealed('DOC-18')
    const { receiver: _receiver, ...form } = serving(paper, {
      way: 'public',
      reason: '下落不明',
      posted: 'press',
      published: '赣南日报',
    })
    await bureau.officer.write('paper.serve', form)
    expect(await refused(bureau.officer, 'paper.serve', form)).toMatchObject({
      message: '已经在公告送达，请等公告期满',
    })
    await later(bureau.officer, 2).write('paper.serve', serving(paper, { at: at(2) }))
    expect(await stored(paper)).toMatchObject({ servedOn: '2026-03-12', service: { way: 'direct' } })
    const terms = (await cloud.documents('terms')).filter(({ record }) => record === `papers/${paper}`)
    expect(terms.map(({ open }) => open)).toEqual([false])
  })

  test('the day on the receipt of the post is the day of service; what another way asks is not kept', async () => {
    const paper = await sealed('DOC-18')
    await later(bureau.officer, 8).write(
      'paper.serve',
      serving(paper, { way: 'post', receipt: 'EMS1234567890CN', refusal: '不收', at: at(5) }),
    )
    const kept = await stored(paper)
    expect(kept).toMatchObject({
      servedOn: '2026-03-15',
      service: { way: 'post', receipt: 'EMS1234567890CN' },
    })
    expect(kept.service).not.toHaveProperty('refusal')
  })

  test('not before the paper was numbered, not in the future, not without a second officer', async () => {
    const paper = await sealed('DOC-18')
    expect(await refused(bureau.officer, 'paper.serve', serving(paper, { at: at(-1) }))).toMatchObject({
      message: expect.stringContaining('早于编号日期'),
    })
    expect(await refused(bureau.officer, 'paper.serve', serving(paper, { at: at(1) }))).toMatchObject({
      code: 'time.future',
    })
    const { colleague: _colleague, ...alone } = serving(paper)
    expect(await refused(bureau.officer, 'paper.serve', alone)).toMatchObject({ field: 'colleague' })
    expect(
      await refused(bureau.officer, 'paper.serve', serving(paper, { colleague: bureau.officerPost })),
    ).toMatchObject({
      field: 'colleague',
    })
  })

  test('what goes to another office is handed over by one', async () => {
    const paper = await sealed('DOC-25')
    const { colleague: _colleague, ...alone } = serving(paper, { receiver: '县住建局办公室' })
    await bureau.officer.write('paper.serve', alone)
    expect(await stored(paper)).toMatchObject({ done: true, service: { officers: [{ name: '检查员甲' }] } })
  })
})

describe('补录 of a paper made without the system', () => {
  const late = async (more: object = {}) => ({
    unit: home,
    kind: 'DOC-18',
    about: { enterprise: bureau.producer },
    on: '2025-11-03',
    number: '信市监限提字（2025）第7号',
    scan: [await bureau.officer.picture()],
    served: '2025-11-04',
    ...more,
  })

  test('keeps scan, day of the event, day of entry, and its old number as a text; it takes none of ours', async () => {
    const numbers = (await cloud.documents('numbers')).length
    const { paper } = await bureau.officer.write(
      'paper.enterLate',
      (await late()) as ContentOf<'paper.enterLate'>,
    )
    expect(await stored(paper)).toMatchObject({
      done: true,
      servedOn: '2025-11-04',
      late: { on: '2025-11-03', enteredOn: '2026-03-10', number: '信市监限提字（2025）第7号', scan: [{}] },
      paper: { state: 'served', steps: [] },
    })
    expect((await stored(paper)).paper).not.toHaveProperty('number')
    expect((await cloud.documents('numbers')).length).toBe(numbers)
    const seen = await bureau.officer.read('paper.read', { paper })
    expect(seen).toMatchObject({ stateName: '补录', may: { seal: false, serve: false, revise: false } })
    expect(seen.layout).toBeUndefined()
    const { rows } = await bureau.officer.read('paper.list', {
      unit: home,
      by: { what: 'enterprise', enterprise: bureau.producer },
    })
    expect(rows.find(row => row.id === paper)).toMatchObject({
      state: '补录',
      number: '信市监限提字（2025）第7号',
    })
  })

  test('not of tomorrow, not served before it was written, not without a scan', async () => {
    expect(
      await refused(bureau.officer, 'paper.enterLate', await late({ on: '2026-03-11', served: undefined })),
    ).toMatchObject({
      field: 'on',
    })
    expect(
      await refused(bureau.officer, 'paper.enterLate', await late({ served: '2025-11-02' })),
    ).toMatchObject({
      field: 'served',
    })
    expect(await refused(bureau.officer, 'paper.enterLate', await late({ scan: [] }))).toMatchObject({
      message: '请拍下或者上传这份文书',
    })
  })
})

describe('a scan', () => {
  test('of 30 MB gets a sentence, and nothing is written', async () => {
    const { paper } = await draftedPaper(bureau, 'DOC-18')
    const before = await counts()
    const page = { ...(await bureau.officer.picture()), bytes: 30_000_000 }
    expect(await refused(bureau.officer, 'paper.seal', { paper, scan: [page] })).toMatchObject({
      code: 'input.invalid',
      message: '扫描件每张不能超过10MB，请压缩后再传，或者直接拍照',
    })
    expect(await counts()).toEqual(before)
  })

  test('of 4 MB is fetched, compared and kept like any picture; one that is not what it says is refused', async () => {
    const { paper } = await draftedPaper(bureau, 'DOC-18')
    const large = await bureau.officer.picture('photo', 4_000_000)
    expect(
      await refused(bureau.officer, 'paper.seal', { paper, scan: [{ ...large, bytes: 3_999_999 }] }),
    ).toMatchObject({
      code: 'file.changed',
    })
    expect(
      await refused(bureau.officer, 'paper.seal', { paper, scan: [await bureau.second.picture()] }),
    ).toMatchObject({ code: 'file.foreign' })
    await bureau.officer.write('paper.seal', { paper, scan: [large] })
    expect((await stored(paper)).sealed.scan[0].file).toMatch(/kept\//)
  })
})

test('void, its number stays taken with the reason, and whoever should approve it need not any more', async () => {
  await setChain(bureau, [bureau.headPost], 'DOC-10')
  const { paper } = await draftedPaper(bureau, 'DOC-10')
  await bureau.officer.write('paper.void', { paper, reason: '改由县局直接移送' })
  expect(await stored(paper, 'approvals')).toMatchObject({ state: 'void', approver: '' })
  expect(await stored(paper)).toMatchObject({
    done: true,
    paper: { state: 'void' },
    voided: { reason: '改由县局直接移送' },
  })
  await setChain(bureau, [], 'DOC-10')
  const second = await draftedPaper(bureau, 'DOC-10')
  await bureau.officer.write('paper.void', { paper: second.paper, reason: '写错' })
  const { gaps } = await bureau.officer.read('paper.gaps', { unit: home, kind: 'DOC-10', year: '2026' })
  expect(gaps).toEqual([
    {
      serial: 1,
      number: '信市监案移〔2026〕1号',
      why: '作废',
      words: '写错',
      record: `papers/${second.paper}`,
    },
  ])
})

test('lists: by pile, by kind, about an enterprise; twenty at a time; another unit sees none', async () => {
  for (let i = 0; i < 21; i++)
    await draftedPaper(bureau, 'DOC-20', { submit: false, by: later(bureau.officer, 1) })
  const first = await bureau.officer.read('paper.list', { unit: home, by: { what: 'kind', kind: 'DOC-20' } })
  expect(first.rows).toHaveLength(20)
  const rest = await bureau.officer.read('paper.list', {
    unit: home,
    by: { what: 'kind', kind: 'DOC-20' },
    after: first.next as string,
  })
  expect(rest.rows).toHaveLength(1)
  expect(rest.next).toBeUndefined()
  const drafts = await bureau.officer.read('paper.list', { unit: home, by: { what: 'pile', pile: 'draft' } })
  expect(new Set(drafts.rows.map(row => row.state))).toEqual(new Set(['拟稿']))
  for (const pile of ['pending', 'seal', 'serve', 'done'] as const)
    await bureau.officer.read('paper.list', { unit: home, by: { what: 'pile', pile } })
  await bureau.officer.read('paper.list', { unit: home, by: { what: 'record', record: `papers/${newId()}` } })
  await bureau.officer.read('paper.list', { unit: home })
  expect(await other.officer.refusal('paper.list', { unit: home })).toBe('scope.foreign')
  expect(await other.officer.refusal('paper.read', { paper: first.rows[0]?.id })).toBe('record.missing')
  expect(dayOf(now)).toBe('2026-03-10')
})
