import forms from '../data/documents.json'
import { draftForm, paperForm, paperKinds, paperTemplates, templateOf } from '.'
import { filledPaper } from './filled.sample'
import type { Part } from './template'

const kinds = paperTemplates.map(one => [one.code, one] as const)
const coversOf = (part: Part) => ('covers' in part ? part.covers : undefined)

/** What a part prints: the ids of fields it names. */
const namedBy = (part: Part): string[] => {
  switch (part.part) {
    case 'text':
      return [...part.text.matchAll(/\{(\w+)\}/g)].map(found => found[1] as string)
    case 'rows':
      return [...part.fields]
    case 'section':
    case 'to':
      return [part.field]
    default:
      return []
  }
}

const issuesOf = (kind: string, fields: object, form = paperForm) =>
  form(kind)
    .safeParse(fields)
    .error?.issues.map(issue => issue.message)

test('the 26 kinds of domain/12, in their order, each with a template', () => {
  expect(paperKinds.map(one => one.code)).toEqual(forms.rows.map(row => row.code))
  expect(paperTemplates).toHaveLength(26)
  for (const one of paperTemplates) expect(one.title).toBeTruthy()
  const words = paperKinds.flatMap(one => one.word ?? [])
  expect(new Set(words).size).toBe(words.length)
})

describe.each(kinds)('%s', (code, template) => {
  const ids = template.fields.map(field => field.id)

  test('has something for every field of its form, and claims none the form has not', () => {
    const wanted = forms.rows.find(row => row.code === code)?.fields as string[]
    const covered = [
      ...template.fields.map(field => field.covers),
      ...template.parts.map(coversOf),
      ...(template.everySheet ?? []),
    ].filter(one => one !== undefined)
    expect([...new Set(covered)].sort()).toEqual([...wanted].sort())
  })

  test('prints every field it asks for, and asks for every field it prints', () => {
    const printed = template.parts.flatMap(namedBy).filter(id => !['organ', 'number', 'day'].includes(id))
    expect([...new Set([...printed, ...(template.titles ? [template.titles.field] : [])])].sort()).toEqual(
      [...ids].sort(),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('conditions, titles and orders speak of what its fields can hold', () => {
    for (const part of template.parts) {
      if (!('when' in part) || !part.when) continue
      const field = template.fields.find(one => one.id === part.when?.field)
      expect(field).toMatchObject({ type: 'choice', options: expect.arrayContaining([...part.when.is]) })
    }
    const { titles } = template
    if (titles)
      expect(template.fields.find(one => one.id === titles.field)).toMatchObject({
        options: Object.keys(titles.by),
      })
    for (const id of (template.order ?? []).flat()) expect(ids).toContain(id)
  })

  test('every fixed text rests on an article or is marked as our own', () => {
    for (const part of template.parts) if (part.part === 'text') expect(part.law ?? part.own).toBeTruthy()
  })

  test('a sealed paper has its box, and only a sealed one', () => {
    expect(template.parts.some(part => part.part === 'seal')).toBe(template.sealed)
  })

  test('takes what is filled in, and asks in Chinese for what is not', () => {
    expect(issuesOf(code, filledPaper(code))).toBeUndefined()
    const asked = issuesOf(code, {}) as string[]
    expect(asked).toHaveLength(template.fields.filter(field => !field.optional).length)
    for (const sentence of asked) expect(sentence).toMatch(/^(请填写|请选择|缺少)[^a-z]+$/)
    expect(issuesOf(code, {}, draftForm)).toBeUndefined()
    expect(issuesOf(code, { ...filledPaper(code), unheardOf: 1 })).toHaveLength(1)
  })
})

describe('what a form refuses', () => {
  const record = filledPaper('DOC-01')

  test('one officer, or the same twice (程序规定 22)', () => {
    const one = { name: '钱一', certificate: '赣B0001' }
    expect(issuesOf('DOC-01', { ...record, officers: [one] })).toEqual(['执法人员至少2人'])
    expect(issuesOf('DOC-01', { ...record, officers: [one, one] })).toEqual(['执法人员填了两次同一个人'])
    expect(issuesOf('DOC-01', { ...record, officers: [{ name: '钱一' }, one] })).toEqual([
      '请填写执法人员证件号',
    ])
  })

  test('an end before its beginning', () => {
    const fields = { ...record, finishedAt: (record.startedAt as number) - 1 }
    expect(issuesOf('DOC-01', fields)).toContain('检查结束时间早于检查开始时间，请检查')
  })

  test('a text longer than its field, a number that is none, a choice that is not offered', () => {
    expect(issuesOf('DOC-01', { ...record, place: '长'.repeat(121) })).toEqual(['检查地点最多120个字'])
    const sheet = filledPaper('DOC-02')
    expect(issuesOf('DOC-02', { ...sheet, base: { value: '很多', unit: '米' } })).toEqual([
      '抽样基数应是数字，如 120 或 8.62',
    ])
    expect(issuesOf('DOC-02', { ...sheet, base: { value: '5', unit: '斤' } })).toEqual([
      '请选择抽样基数的单位：米、盘',
    ])
    expect(issuesOf('DOC-02', { ...sheet, place: '仓库外' })).toEqual(['请选择抽样地点'])
  })

  test('a draft may be unfinished, not unsound', () => {
    expect(issuesOf('DOC-06', { deadline: '2026-02-30' }, draftForm)).toEqual([
      '改正期限不是有效日期，应如2026-07-28',
    ])
  })

  test('a kind that does not exist', () => {
    expect(templateOf('DOC-27')).toBeUndefined()
    expect(() => paperForm('DOC-27')).toThrow('DOC-27')
  })
})
