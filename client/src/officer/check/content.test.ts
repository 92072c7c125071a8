import { checkForm } from '@domain/check'
import { checklists } from '@domain/checklist'
import type { Draft } from '@/cloud'
import { canBeOrdered, contentOf, filledFrom, missingIn, type Prepared } from './content'
import { emptySheet, type Filled, Sheet } from './sheet'

const hex = (letter: string) => letter.repeat(32)
const prepared = {
  enterprise: { id: hex('a'), name: '金鑫线缆', unit: '360722', kind: 'producer' },
  me: { post: hex('b'), name: '甲', certificate: '1' },
  colleagues: [{ post: hex('c'), name: '乙', certificate: '2' }],
} as unknown as Prepared
const at = 1_780_000_000_000
const picture = { file: 'local:x.png', sha256: '0'.repeat(64), bytes: 9, takenAt: at, album: false }

function sheetOf(filled: Partial<Filled> = {}) {
  let value: Filled = { ...emptySheet(), startedAt: at, ...filled }
  const draft = {
    get value() {
      return value
    },
    patch(members: Partial<Filled>) {
      value = { ...value, ...members }
    },
  } as Draft<Filled>
  return new Sheet('producer', draft)
}

const ready: Partial<Filled> = {
  colleague: hex('c'),
  shownAt: at + 1,
  toldAt: at + 2,
  present: { name: '张三', duty: '厂长', phone: '' },
  picture,
}

describe('a sheet', () => {
  test('answers the rest with one tap and takes back only what that tap answered', () => {
    const sheet = sheetOf()
    sheet.give('P-06', { result: '不符合', tapped: ['无合格证'] })
    expect(sheet.sweep(sheet.items)).toBe(21)
    expect(sheet.open()).toEqual([])
    sheet.give('P-01', { result: '不适用' })
    sheet.unsweep()
    expect(sheet.given('P-06').result).toBe('不符合')
    expect(sheet.given('P-01').result).toBe('不适用')
    expect(sheet.open()).toHaveLength(20)
  })

  test('never answers 符合 where a quick test was suspicious: the officer decides', () => {
    const sheet = sheetOf(ready)
    const tested = [
      { words: 'BV 2.5 实测 8.62 Ω/km，限值 7.41 Ω/km，超 16.3%，疑似，需抽样', suspicious: true },
    ]
    sheet.give('P-18', { tested })
    expect(sheet.sweep(sheet.items)).toBe(21)
    expect(sheet.open().map(row => row.id)).toEqual(['P-18'])
    sheet.give('P-18', { result: '不符合' })
    const content = contentOf(sheet, prepared, at + 10)
    expect(content.answers.find(one => one.item === 'P-18')?.note).toBe(tested[0]?.words)
  })

  test('keeps the pictures of an item whose sweep is taken back', () => {
    const sheet = sheetOf()
    sheet.give('P-01', { photos: [picture] })
    sheet.sweep(sheet.items)
    sheet.unsweep()
    expect(sheet.given('P-01')).toEqual({ photos: [picture] })
  })
})

describe('what is handed in', () => {
  test('passes the domain’s form when nothing is missing', () => {
    const sheet = sheetOf(ready)
    sheet.give('P-06', { result: '不符合', tapped: ['无合格证', '印字缺少厂名'], words: ' 三盘 ' })
    sheet.sweep(sheet.items)
    expect(missingIn(sheet, prepared)).toEqual([])
    const content = contentOf(sheet, prepared, at + 10)
    expect(checkForm.safeParse(content).success).toBe(true)
    expect(content.answers.find(one => one.item === 'P-06')?.note).toBe('无合格证；印字缺少厂名；三盘')
  })

  test('says which item’s words are too long before anything is sent', () => {
    const sheet = sheetOf(ready)
    const tested = [{ words: '测'.repeat(120), suspicious: false }]
    sheet.give('P-18', { result: '不符合', tested, words: '词'.repeat(400) })
    sheet.sweep(sheet.items)
    expect(missingIn(sheet, prepared)).toEqual([
      { words: '「偷工减料核查」的情况太长，请减到500字以内', spot: { at: 'item', item: 'P-18' } },
    ])
  })

  test('carries no finding that was tapped before the answer was changed', () => {
    const sheet = sheetOf(ready)
    sheet.give('P-06', { result: '不符合', tapped: ['无合格证'] })
    sheet.give('P-06', { result: '符合' })
    expect(contentOf(sheet, prepared, at).answers).toEqual([{ item: 'P-06', result: '符合' }])
  })

  test('comes back to the sheet as it was, when the server refused it', () => {
    const sheet = sheetOf({ ...ready, how: 'refused', reason: '对检查结果有异议', picture: undefined })
    sheet.give('P-06', { result: '不符合', words: '无合格证', photos: [picture] })
    sheet.sweep(sheet.items)
    const content = contentOf(sheet, prepared, at + 10)
    expect(contentOf(sheetOf(filledFrom(content)), prepared, at + 10)).toEqual(content)
  })
})

describe('what is missing', () => {
  const words = (sheet: Sheet) => missingIn(sheet, prepared).map(one => one.words)

  test('names the formalities, the open items, who was there and the signature, each once', () => {
    expect(words(sheetOf())).toEqual([
      '请选择协办人员',
      '请出示执法证件，点“已亮证”',
      '请告知权利和申请回避，点“已告知”',
      '还有22项没有填写',
      '请填写在场人的姓名和职务',
      '请企业人员签名，或注明拒签、无人在场',
    ])
  })

  test('leads to the item, by its name', () => {
    const sheet = sheetOf(ready)
    sheet.give('P-06', { result: '不符合' })
    sheet.sweep(sheet.items)
    expect(missingIn(sheet, prepared)).toEqual([
      { words: '「产品标识」不符合：请拍照或写明情况', spot: { at: 'item', item: 'P-06' } },
    ])
  })

  test('wants no one present when nobody was there, but how that was', () => {
    const sheet = sheetOf({ ...ready, how: 'absent', present: { name: '', duty: '', phone: '' } })
    sheet.sweep(sheet.items)
    expect(words(sheet)).toEqual(['请写明无人在场的情况'])
  })
})

test('a correction is offered exactly when one of the findings can be ordered', () => {
  const finding = (item: string) => [{ item, result: '不符合' as const }]
  const none = checklists.producer.filter(row => !row.order)
  for (const row of none) expect(canBeOrdered(finding(row.id))).toBe(false)
  expect(canBeOrdered(finding('P-06'))).toBe(true)
})
