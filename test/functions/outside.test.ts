import { readSheet } from 'read-excel-file/node'
import { addDays, dayOf } from '../../domain/calendar'
import { type Bureau, foreign, freshCloud, home, newId, openBureau, servedNotice, wholeCheck } from './bureau'
import { leading } from './campaigns'

// 对外登记: what is finished waits by itself, is copied, entered with its number, and taken back where that was wrong.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let mine: Bureau
let theirs: Bureau
const today = dayOf(Date.now())

beforeAll(async () => {
  cloud = await freshCloud()
  mine = await openBureau(cloud, home)
  theirs = await openBureau(cloud, foreign)
}, 60_000)
afterAll(() => cloud.close())

const waiting = async (kind?: string) =>
  (await cloud.documents('outsides')).filter(
    one => one.unit === home && one.open && (!kind || one.kind === kind),
  )
const asked = { unit: home, system: 'gongpincha' }
const entry = (outside: string, number: string) => ({ outside, number, none: false, enteredOn: today })

let check: string

test('an enrolment, a check and a correction that is closed wait for 工品查; an open one does not', async () => {
  expect(await waiting()).toHaveLength(2) // the two enterprises
  const served = await servedNotice(mine)
  check = served.check
  expect(await waiting('notice')).toHaveLength(0)
  await mine.officer.write('enforcement.review', {
    notice: served.notice,
    colleague: mine.colleague,
    passed: true,
    remark: '已改正',
    at: Date.now(),
  })
  expect((await waiting()).map(({ kind, system, title }) => [kind, system, title])).toEqual(
    expect.arrayContaining([
      ['enterprise', 'gongpincha', expect.any(String)],
      ['check', 'gongpincha', expect.any(String)],
      ['notice', 'gongpincha', expect.any(String)],
    ]),
  )
  const list = await mine.officer.read('outside.list', asked)
  expect(list.systems.find(({ id }) => id === 'gongpincha')).toMatchObject({ waiting: 4, ready: true })
  expect(list.systems.find(({ id }) => id === 'ecqs')).toMatchObject({ waiting: 0, ready: false })
  expect(list.rows).toHaveLength(4)
})

test('the same check handed in twice waits once', async () => {
  const id = newId()
  const content = await wholeCheck(mine)
  await mine.officer.write('inspection.submit', content, id)
  await mine.officer.ask('inspection.submit', { id, content })
  expect((await waiting('check')).filter(({ record }) => record === `checks/${id}`)).toHaveLength(1)
})

test('the sheet holds that system’s fields in its order, the number masked, and says what is not known', async () => {
  const sheet = await mine.officer.read('outside.sheet', { outside: `${mine.producer}.gongpincha` })
  expect(sheet).toMatchObject({ confidence: 'low', open: true, sheet: '企业基本信息' })
  expect(sheet.lines[0]).toMatchObject({ title: '企业名称', value: sheet.title })
  expect(sheet.lines.find(({ title }) => title === '联系电话')?.value).toMatch(/\*{4}/)
  expect(sheet.lines.find(({ title }) => title === '登记机关')).toMatchObject({
    value: '',
    hint: expect.any(String),
  })
})

test('entered: the number, the day and who; it waits no more, and a second time is refused', async () => {
  const outside = `${check}.gongpincha`
  await mine.second.write('outside.register', entry(outside, 'GPC-2026-0007'))
  const sheet = await mine.officer.read('outside.sheet', { outside })
  expect(sheet).toMatchObject({
    open: false,
    number: 'GPC-2026-0007',
    enteredOn: today,
    by: { name: '检查员乙' },
  })
  expect(
    await mine.officer.ask('outside.register', { id: newId(), content: entry(outside, 'GPC-2026-0008') }),
  ).toMatchObject({ problem: { code: 'state.wrong', message: '这一条已经登记过了，请刷新后再看' } })
  const entered = await mine.officer.read('outside.list', { ...asked, entered: true })
  expect(entered.rows).toMatchObject([{ id: outside, number: 'GPC-2026-0007', by: '检查员乙' }])
  // the correction's sheet knows by which number its check is found there
  const [notice] = await waiting('notice')
  const lines = (await mine.officer.read('outside.sheet', { outside: notice?._id as string })).lines
  expect(lines.find(({ title }) => title === '检查编号')?.value).toBe('GPC-2026-0007')
})

test('a number stands for one record; taken back with its reason, it is free again', async () => {
  const [other] = (await waiting('check')) as { _id: string }[]
  const outside = other?._id as string
  expect(
    await mine.officer.ask('outside.register', { id: newId(), content: entry(outside, 'GPC-2026-0007') }),
  ).toMatchObject({
    problem: { code: 'record.exists', field: 'number', message: expect.stringContaining('已经用于') },
  })
  await mine.officer.write('outside.undo', { outside: `${check}.gongpincha`, reason: '登记到别的企业了' })
  await mine.officer.write('outside.register', entry(outside, 'GPC-2026-0007'))
  expect(await mine.officer.read('outside.sheet', { outside: `${check}.gongpincha` })).toMatchObject({
    open: true,
    undone: [{ number: 'GPC-2026-0007', by: '检查员乙', reason: '登记到别的企业了' }],
  })
  expect(
    await mine.officer.refusal('outside.undo', {
      id: newId(),
      content: { outside: `${check}.gongpincha`, reason: '再撤' },
    }),
  ).toBe('state.wrong')
})

test('two officers enter the same record at once: one does, the other is told', async () => {
  const [one] = (await waiting('check')) as { _id: string }[]
  const answers = await Promise.all(
    [mine.officer, mine.second].map((who, i) =>
      who.ask('outside.register', { id: newId(), content: entry(one?._id as string, `GPC-9${i}`) }),
    ),
  )
  expect(answers.map(answer => (answer.ok ? 'ok' : answer.problem.code)).sort()).toEqual([
    'ok',
    'state.wrong',
  ])
})

test('the correction may be found there under its check’s number', async () => {
  const [notice] = (await waiting('notice')) as { _id: string }[]
  await mine.officer.write('outside.register', entry(notice?._id as string, 'GPC-2026-0007'))
})

test.each<[string, object, string]>([
  ['tomorrow', { enteredOn: addDays(today, 1) }, 'time.future'],
  ['before it was finished', { enteredOn: addDays(today, -1) }, 'input.invalid'],
  ['without a number', { number: '' }, 'input.invalid'],
])('an entry %s is refused', async (_what, change, code) => {
  const content = { ...entry(`${mine.seller}.gongpincha`, 'Q1'), ...change }
  expect(await mine.officer.refusal('outside.register', { id: newId(), content })).toBe(code)
})

test('another unit’s work does not exist for one; who may not enter may look', async () => {
  const outside = `${mine.seller}.gongpincha`
  expect(await theirs.officer.refusal('outside.sheet', { outside })).toBe('record.missing')
  expect(
    await theirs.officer.refusal('outside.register', { id: newId(), content: entry(outside, 'Q1') }),
  ).toBe('record.missing')
  expect(await theirs.officer.refusal('outside.list', asked)).toBe('scope.foreign')
  const chief = await leading(cloud)
  expect((await chief.read('outside.sheet', { outside })).may).toEqual({
    register: false,
    undo: false,
    request: false,
  })
  expect(await mine.maker.refusal('outside.sheet', { outside })).toBe('verb.denied')
})

test('a check drawn by lot is entered in one more system when somebody asks, once', async () => {
  const content = { outside: `${check}.gongpincha`, system: 'random' }
  await mine.officer.write('outside.request', content)
  expect(await mine.officer.refusal('outside.request', { id: newId(), content })).toBe('record.exists')
  const { rows } = await mine.officer.read('outside.list', { unit: home, system: 'random' })
  expect(rows.map(({ id }) => id)).toEqual([`${check}.random`])
  const wrong = { outside: `${mine.producer}.gongpincha`, system: 'random' }
  expect(await mine.officer.refusal('outside.request', { id: newId(), content: wrong })).toBe('input.invalid')
})

test('a table has the columns of the sheet and a row for each that waits', async () => {
  const finding = { 'P-13': { result: '不符合' as const, note: '检定证书已过有效期' } }
  await mine.officer.write('inspection.submit', await wholeCheck(mine, finding))
  await mine.officer.write('inspection.submit', await wholeCheck(mine))
  const { columns, rows, more } = await mine.officer.read('outside.table', { ...asked, kind: 'check' })
  expect(columns[0]).toEqual({ title: '企业名称', format: 'text' })
  expect(rows).toHaveLength((await waiting('check')).filter(({ system }) => system === 'gongpincha').length)
  expect(rows.length).toBeGreaterThanOrEqual(2)
  expect(rows.every(row => row.length === columns.length)).toBe(true)
  expect(more).toBe(false)
  const none = { unit: home, system: 'ecqs', kind: 'check' as const }
  expect(await mine.officer.refusal('outside.table', none)).toBe('input.invalid')
})

test('the table as a file, read back by another library: headings, rows, and what must be known to use it', async () => {
  const { url, name, rows } = await mine.officer.read('print.outside', { ...asked, kind: 'check' })
  expect(name).toBe('信丰县企业检查情况.xlsx')
  const file = Buffer.from(await (await fetch(url)).arrayBuffer())
  const table = (await readSheet(file)) as string[][]
  const shown = await mine.officer.read('outside.table', { ...asked, kind: 'check' })
  expect(table[0]).toEqual(shown.columns.map(({ title }) => title))
  expect(table.slice(1)).toEqual(shown.rows.map(row => row.map(cell => cell || null)))
  expect(rows).toBe(shown.rows.length)
  expect(JSON.stringify(await readSheet(file, '说明'))).toContain('依据待核')
  const none = { unit: home, system: 'publicity', kind: 'check' as const }
  expect(await mine.officer.refusal('print.outside', none)).toBe('state.wrong')
})
