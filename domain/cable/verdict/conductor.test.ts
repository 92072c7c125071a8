import Big from 'big.js'
import data from '../../data/conductor-resistance.json'
import type { Cable, ConductorClass, Metal } from '../cable'
import { judge } from '.'
import { bv, jklyj, yjlv, yjv } from './cables.sample'
import { at20, equivalentSection, limitOfClass, resistanceLimit, sections } from './conductor'
import { isTrouble } from './limit'

const columns: [kind: ConductorClass, metal: Metal, coated: boolean, column: number][] = [
  [1, 'copper', false, 1],
  [1, 'copper', true, 2],
  [1, 'aluminium', false, 3],
  [2, 'copper', false, 4],
  [2, 'copper', true, 5],
  [2, 'aluminium', false, 6],
  [5, 'copper', false, 7],
  [5, 'copper', true, 8],
  [6, 'copper', false, 7],
  [6, 'copper', true, 8],
]
const cableOf = (kind: ConductorClass, metal: Metal, coated: boolean, mm2: number): Cable => ({
  ...yjv(mm2),
  metal,
  coated,
  classes: [kind],
})
const rows = columns.flatMap(([kind, metal, coated, column]) =>
  data.rows
    .map(row => row.split(' '))
    .map(cells => ({ kind, metal, coated, mm2: Number(cells[0]), limit: cells[column] as string })),
)
const printed = rows.filter(row => row.limit !== '-' && !(row.kind === 6 && row.mm2 > 300))
const state = (cable: Cable, value: string, comparison?: 'full') =>
  judge(
    cable,
    [{ indicator: 'resistance', value, temperature: '20', coated: cable.coated }],
    comparison ? { comparison } : {},
  ).state

test.each(printed)(
  'GB/T 3956 class $kind $metal (coated: $coated) $mm2 mm²: just below and at $limit passes, just above fails',
  ({ kind, metal, coated, mm2, limit }) => {
    const cable = cableOf(kind, metal, coated, mm2)
    const last = new Big(10).pow(-(limit.split('.')[1] as string).length)
    expect(state(cable, new Big(limit).minus(last).toFixed())).toBe('pass')
    expect(state(cable, limit)).toBe('pass')
    expect(state(cable, new Big(limit).plus(last).toFixed())).toBe('fail')
    // A tenth of the last digit: rounded away, or not.
    const above = new Big(limit).plus(last.div(10)).toFixed()
    expect(state(cable, above)).toBe('pass')
    expect(state(cable, above, 'full')).toBe('fail')
  },
)

test('every place the tables leave empty cannot be judged', () => {
  const empty = rows.filter(row => row.limit === '-' || (row.kind === 6 && row.mm2 > 300))
  expect(empty.length).toBeGreaterThan(30)
  for (const { kind, metal, coated, mm2 } of empty) {
    const { findings } = judge(cableOf(kind, metal, coated, mm2), [{ indicator: 'resistance', value: '0.1' }])
    expect(findings[0]).toMatchObject({ state: 'unjudged', trouble: { code: 'limit.section' } })
  }
})

test('within one class, metal and finish a larger section has a lower limit', () => {
  for (const [kind, metal, coated] of columns) {
    const values = printed
      .filter(row => row.kind === kind && row.metal === metal && row.coated === coated)
      .map(row => Number(row.limit))
    expect(values.length).toBeGreaterThan(8)
    expect(values).toEqual([...new Set(values)].sort((a, b) => b - a))
  }
})

// Read off the printed tables once more, apart from the data file: IEC 60228:2004 tables 1 to 3.
test.each([
  [1, 'copper', false, 2.5, '7.41'],
  [1, 'copper', false, 300, '0.0620'],
  [1, 'copper', true, 16, '1.16'],
  [1, 'aluminium', false, 240, '0.125'],
  [2, 'copper', false, 185, '0.0991'],
  [2, 'copper', false, 400, '0.0470'],
  [2, 'copper', true, 25, '0.734'],
  [2, 'copper', false, 1000, '0.0176'],
  [2, 'aluminium', false, 35, '0.868'],
  [5, 'copper', false, 50, '0.386'],
  [5, 'copper', true, 95, '0.210'],
  [6, 'copper', false, 300, '0.0641'],
] as const)('class %i %s (coated: %s) %f mm² has %s Ω/km', (kind, metal, coated, mm2, value) => {
  expect(limitOfClass(cableOf(kind, metal, coated, mm2), mm2, kind)).toMatchObject({ bound: { text: value } })
})

test('a solid aluminium-alloy conductor has 1.162 times the limit of aluminium, in the table’s digits', () => {
  const alloy = cableOf(1, 'aluminium alloy', false, 10)
  // 3.08 × 1.162 = 3.57896
  expect(limitOfClass(alloy, 10, 1)).toMatchObject({ bound: { text: '3.58' }, confidence: 'medium' })
  expect(limitOfClass({ ...alloy, classes: [2] }, 10, 2)).toMatchObject({ bound: { text: '3.08' } })
})

test('hard-drawn copper and alloys of overhead cables have limits of their own, which are not in the tables', () => {
  for (const metal of ['copper', 'aluminium alloy'] as const)
    expect(resistanceLimit({ ...jklyj(), metal }, 35)).toMatchObject({ code: 'limit.overhead' })
  expect(resistanceLimit(jklyj(), 35)).toMatchObject({ bound: { text: '0.868' }, confidence: 'medium' })
})

test('where the class is not known and the limits differ, the strictest stands beside the most generous, and a note says so', () => {
  const flexibleToo: Cable = { ...yjv(2.5), classes: [2, 1, 5] }
  const limit = resistanceLimit(flexibleToo, 2.5)
  expect(limit).toMatchObject({
    bound: { text: '7.98' },
    clause: '表3',
    stricter: { bound: { text: '7.41' } },
  })
  expect(isTrouble(limit) ? '' : limit.notes.join()).toContain('第2种7.41')
  expect(resistanceLimit(flexibleToo, 2.5, 2)).toMatchObject({ bound: { text: '7.41' }, notes: [] })
  // Classes 1 and 2 have the same limit up to 150 mm².
  expect(resistanceLimit(bv(2.5), 2.5)).toMatchObject({ bound: { text: '7.41' }, clause: '表1', notes: [] })
})

test('GB/T 3956 table 1, note: solid copper from 25 mm² counts only when it is said', () => {
  expect(resistanceLimit(yjv(185), 185)).toMatchObject({ bound: { text: '0.0991' }, notes: [] })
  expect(resistanceLimit(yjv(185), 185, 1)).toMatchObject({ bound: { text: '0.101' } })
  expect(resistanceLimit(yjlv(185), 185)).toMatchObject({ bound: { text: '0.164' }, notes: [] })
})

test('no class, no limit', () => {
  expect(resistanceLimit({ ...bv(), classes: [] }, 2.5)).toMatchObject({ code: 'limit.class' })
})

// The column of factors as printed, 5 to 35 °C (GB/T 3956-2008, annex; quoted by two pages) and 40 °C (uecables.com).
const PRINTED =
  '1.064 1.059 1.055 1.050 1.046 1.042 1.037 1.033 1.029 1.025 1.020 1.016 1.012 1.008 1.004 1.000 0.996 0.992 0.988 0.984 0.980 0.977 0.973 0.969 0.965 0.962 0.958 0.954 0.951 0.947 0.943'
test('the printed factors are those of the annex, for copper and aluminium', () => {
  const one = new Big(1)
  PRINTED.split(' ').forEach((printed, i) => {
    const t = new Big(i + 5)
    for (const metal of ['copper', 'aluminium'] as const)
      expect(at20(one, t, metal, 'table')[0]?.factor).toEqual({ value: printed, from: 'table' })
  })
  expect(at20(one, new Big(40), 'copper', 'table')[0]?.factor.value).toBe('0.926')
})

test('the formula is 254.5/(234.5+t) for copper and 248/(228+t) for aluminium', () => {
  for (let t = 5; t <= 40; t += 0.5) {
    const [copper] = at20(new Big(1), new Big(t), 'copper', 'formula')
    const [aluminium] = at20(new Big(1), new Big(t), 'aluminium', 'formula')
    expect(Number(copper?.value)).toBeCloseTo(254.5 / (234.5 + t), 12)
    expect(Number(aluminium?.value)).toBeCloseTo(248 / (228 + t), 12)
  }
})

test('between whole degrees the annex prints nothing, so the formula is used and a note says so', () => {
  expect(at20(new Big(1), new Big('22.5'), 'copper', 'table')).toHaveLength(1)
  const { findings } = judge(bv(), [{ indicator: 'resistance', value: '7.4', temperature: '22.5' }], {
    factor: 'table',
  })
  expect(findings[0]).toMatchObject({ factor: { from: 'formula', flips: false } })
  expect(findings[0]?.notes.join()).toContain('换算系数用公式')
})

test('the printed factor is sure for copper only: that the annex means aluminium too is own knowledge', () => {
  const of = (cable: Cable, factor: 'table' | 'formula') =>
    judge(cable, [{ indicator: 'resistance', value: '0.3', temperature: '25' }], { factor }).confidence
  expect([of(yjlv(95), 'formula'), of(yjlv(95), 'table')]).toEqual(['high', 'medium'])
  expect(of(yjv(50), 'table')).toBe('high')
})

test('800 and 1000 mm² were seen on one page only', () => {
  const sure = (mm2: number) => resistanceLimit(yjv(mm2), mm2)
  expect(sure(630)).toMatchObject({ confidence: 'high' })
  expect(sure(800)).toMatchObject({ bound: { text: '0.0221' }, confidence: 'medium' })
  expect(sure(1000)).toMatchObject({ confidence: 'medium' })
})

test('the section a resistance corresponds to: 2.5 × 7.41 / 8.62 = 2.149', () => {
  expect(equivalentSection(2.5, new Big('7.41'), new Big('8.62'))).toBe('2.15')
})

test('the table knows 24 sections from 0.5 to 1000 mm²', () => {
  expect([sections.length, sections[0], sections[23]]).toEqual([24, 0.5, 1000])
})
