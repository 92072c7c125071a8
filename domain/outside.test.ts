import type { Check } from './check'
import { checklists } from './checklist'
import type { Enterprise } from './enterprise'
import { demandFor, type Notice } from './notice'
import {
  allSystems,
  copySheet,
  makers,
  OUTSIDE_CONFIDENCE,
  type OutsideRecord,
  outsideKinds,
  registerForm,
  sheetOf,
  systemsOnRequest,
  systemsWaitingFor,
  tableOf,
} from './outside'

const officers = [
  { post: 'a', name: '检查员甲', certificate: '赣B01' },
  { post: 'b', name: '检查员乙', certificate: '赣B02' },
] as Check['officers']
const enterprise = {
  name: '信丰一厂（演示）',
  code: '91360722000000295Y',
  kind: 'producer',
  address: '工业园1号',
  contact: { name: '厂长甲', phone: '13900001234' },
} as Enterprise
const check = {
  enterpriseName: enterprise.name,
  officers,
  finishedAt: Date.parse('2026-07-01T18:30:00Z'),
  answers: checklists.producer.map(({ id }) =>
    id === 'P-13'
      ? { item: id, result: '不符合' as const, note: '检定证书已过有效期' }
      : { item: id, result: '符合' as const },
  ),
} as Check
const demand = demandFor('P-13', '检定证书已过有效期')
const notice = {
  enterpriseName: enterprise.name,
  demands: [demand],
  deadline: '2026-07-16',
  servedOn: '2026-07-02',
  closedOn: '2026-07-14',
  paper: { number: '信市监责改〔2026〕1号' },
  reviews: [{ passed: true, remark: '已改正', officers }],
} as unknown as Notice
const records: Record<string, OutsideRecord> = {
  enterprise: { unit: '360722', enterprise },
  check: { unit: '360722', enterprise, check },
  notice: { unit: '360722', enterprise, notice, checkNumber: 'GPC-7' },
}
const every = allSystems().flatMap(system => system.sheets.map(sheet => ({ system, sheet })))

test('every column is found in its record, made by a function there is, or written by hand with a hint', () => {
  for (const { system, sheet } of every) {
    const lines = copySheet(sheet, records[sheet.kind] as OutsideRecord)
    sheet.columns.forEach(({ title, from, by }, i) => {
      const where = `${system.id} ${sheet.name} ${title}`
      expect([where, from !== undefined && by !== undefined]).toEqual([where, false])
      if (by) expect([where, typeof makers[by]]).toEqual([where, 'function'])
      const { value, hint } = lines[i] as (typeof lines)[number]
      if (from || (by && by !== 'pictures')) expect([where, value !== '']).toEqual([where, true])
      if (!value) expect([where, hint]).toEqual([where, expect.stringMatching(/./)])
    })
  }
})

test('every function is used by a column', () => {
  const used = new Set(every.flatMap(({ sheet }) => sheet.columns.map(({ by }) => by)))
  expect(Object.keys(makers).filter(name => !used.has(name))).toEqual([])
})

test('a check in the order of 工品查, its day by Chinese time, its findings in words', () => {
  const sheet = sheetOf('gongpincha', 'check')
  if (!sheet) throw new Error('no sheet')
  const lines = Object.fromEntries(
    copySheet(sheet, records.check as OutsideRecord).map(line => [line.title, line.value]),
  )
  expect(Object.keys(lines).slice(0, 3)).toEqual(['企业名称', '统一社会信用代码', '检查编号'])
  expect(lines).toMatchObject({
    检查日期: '2026-07-02',
    '检查人员（≥2）': '检查员甲（赣B01）、检查员乙（赣B02）',
    是否发现问题: '是',
    检查编号: '',
  })
  expect(lines.问题描述).toMatch(/^P-13 .+：检定证书已过有效期$/)
  expect(lines.检查项目逐项结果?.split('\n')).toHaveLength(22)
})

test('a telephone number stays masked', () => {
  for (const { sheet } of every) {
    const said = JSON.stringify(copySheet(sheet, records[sheet.kind] as OutsideRecord))
    expect(said).not.toContain('13900001234')
  }
  const base = sheetOf('gongpincha', 'enterprise')
  expect(base && copySheet(base, records.enterprise as OutsideRecord).map(({ value }) => value)).toContain(
    '139****1234',
  )
})

test('a table has one row per record and one cell per column', () => {
  for (const { sheet } of every) {
    const record = records[sheet.kind] as OutsideRecord
    const { columns, rows } = tableOf(sheet, [record, record])
    expect(rows.map(row => row.length)).toEqual([columns.length, columns.length])
    expect(rows[0]).toEqual(copySheet(sheet, record).map(({ value }) => value))
  }
})

test('every kind waits for 工品查 and nothing else; the rest is asked for; nothing counts as verified', () => {
  for (const kind of outsideKinds) expect(systemsWaitingFor(kind)).toEqual(['gongpincha'])
  expect(systemsOnRequest('check')).toEqual(['publicity', 'random'])
  expect(systemsOnRequest('enterprise')).toEqual([])
  expect(OUTSIDE_CONFIDENCE).toBe('low')
})

test.each<[string, object, string]>([
  ['without a number', { number: '' }, '请填写登记号；该系统不给编号的，请勾选“没有编号”'],
  ['with both', { none: true }, '已勾选“没有编号”，请删去登记号'],
  ['with spaces inside', { number: 'A 7' }, '登记号里不能有空格'],
  ['of a system there is not', { outside: `${'a'.repeat(32)}.weibo` }, '编号不对，请返回上一页重新打开'],
  ['on a day there is not', { enteredOn: '2026-02-30' }, '登记日期不是有效日期，应如2026-07-28'],
])('an entry %s is refused with a sentence', (_what, change, sentence) => {
  const form = { outside: `${'a'.repeat(32)}.gongpincha`, number: 'A7', none: false, enteredOn: '2026-07-02' }
  expect(registerForm.safeParse(form).success).toBe(true)
  const checked = registerForm.safeParse({ ...form, ...change })
  expect(checked.error?.issues.map(({ message }) => message)).toContain(sentence)
})
