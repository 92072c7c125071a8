import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isDay } from '../calendar'
import { deadlines } from '../clocks'
import { confidences } from '../confidence'
import { ruleGroups } from '.'
import { rulesDocument } from './document'

const groups = ruleGroups('2026-11-23')
const rules = groups.flatMap(group => group.rules)

test('docs/rules.md is what the tables say; npm run rules writes it anew', () => {
  expect(readFileSync(path.join(__dirname, '../../docs/rules.md'), 'utf8')).toBe(rulesDocument())
})

test('each rule has words, a source, a confidence and the day it was last checked', () => {
  expect(rules.length).toBeGreaterThan(200)
  for (const rule of rules) {
    const { words, source, confidence, checkedOn } = rule
    expect({
      words: words.length > 3,
      source: source.length > 3,
      known: confidence in confidences,
      day: checkedOn === undefined ? confidence !== 'high' : isDay(checkedOn),
    }).toEqual({
      words: true,
      source: true,
      known: true,
      day: true,
    })
    expect(JSON.stringify(rule)).not.toMatch(/undefined|NaN|null|\[object/)
  }
})

test('every statutory period, every section of the resistance table and every material stands among them', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id } of deadlines) expect(ids).toContain(id)
  for (const mm2 of ['0.5', '2.5', '95', '630', '1000']) expect(ids).toContain(`R-${mm2}`)
  for (const code of ['PVC/C', 'XLPE', 'ST2', 'IE4']) expect(ids).toContain(`M-${code}`)
})

test('the numbers are those of the tables: 2.5 mm² copper 7.41, coated 7.56, flexible 7.98', () => {
  expect(rules.find(({ id }) => id === 'R-2.5')?.words).toBe(
    '2.5 mm²：第1种铜 7.41，镀金属铜 7.56，第2种铜 7.41，镀金属铜 7.56，第5种铜 7.98，镀金属铜 8.21',
  )
})

test('what was seen on one page, or recalled, is medium: 800 and 1000 mm², the printed factors for aluminium', () => {
  const level = (id: string) => rules.find(rule => rule.id === id)?.confidence
  expect(['R-630', 'R-800', 'R-1000'].map(level)).toEqual(['high', 'medium', 'medium'])
  expect(['R-temperature-copper', 'R-temperature-aluminium'].map(level)).toEqual(['high', 'medium'])
  expect(['T-XLPE', 'T-PVC/A', 'T-rule-insulation', 'T-rule-mean'].map(level)).toEqual([
    'high',
    'medium',
    'high',
    'medium',
  ])
  const note = groups.find(({ title }) => title === '导体电阻')?.note
  expect(note).toContain('到630mm²与多家制造商的印刷表逐值核对')
  expect(rules.find(({ id }) => id === 'M-ST1')?.remark).toContain('未逐字核对')
})

test('what was recalled and contradicted elsewhere is not called checked: the ageing of PVC/E', () => {
  expect(rules.find(({ id }) => id === 'M-PVC/E')).toMatchObject({ confidence: 'low' })
})
