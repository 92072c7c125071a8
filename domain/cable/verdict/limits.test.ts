import Big from 'big.js'
import materials from '../../data/materials.json'
import thickness from '../../data/thickness.json'
import type { Cable } from '../cable'
import { type IndicatorId, indicatorsFor, judge } from '.'
import { bv, bvr, bvv, jklyj, kvv, mediumVoltage, power, rv, rvb, rvv, yc, yjv, yjv22 } from './cables.sample'
import { sections } from './conductor'
import { isTrouble } from './limit'
import { materialLimit, type Property, thicknessLimit } from './limits'

const state = (
  cable: Cable,
  indicator: IndicatorId,
  value: string,
  comparison: 'rounded' | 'full' = 'full',
) => judge(cable, [{ indicator, value, before: value }], { comparison }).findings[0]?.state

// Nominal values written out by hand from the standards' tables, apart from the ladders of the data file.
const facts: [table: string, make: (mm2: number) => Cable, rows: string][] = [
  [
    'BV',
    bv,
    '1.5 0.7 2.5 0.8 4 0.8 6 0.8 10 1.0 16 1.0 25 1.2 35 1.2 50 1.4 70 1.4 95 1.6 120 1.6 150 1.8 185 2.0 240 2.2 300 2.4 400 2.6',
  ],
  [
    'RV',
    rv,
    '1.5 0.7 2.5 0.8 4 0.8 6 0.8 10 1.0 16 1.0 25 1.2 35 1.2 50 1.4 70 1.4 95 1.6 120 1.6 150 1.8 185 2.0 240 2.2',
  ],
  ['BVR', bvr, '2.5 0.8 4 0.8 6 0.8 10 1.0 16 1.0 25 1.2 35 1.2 50 1.4 70 1.4'],
  ['BVV', bvv, '1.5 0.7 2.5 0.8 4 0.8 6 0.8 10 1.0 16 1.0 25 1.2 35 1.2'],
  ['RVB', rvb, '0.5 0.8 0.75 0.8'],
  [
    'XLPE',
    yjv,
    '1.5 0.7 2.5 0.7 4 0.7 6 0.7 10 0.7 16 0.7 25 0.9 35 0.9 50 1.0 70 1.1 95 1.1 120 1.2 150 1.4 185 1.6 240 1.7 300 1.8 400 2.0 500 2.2 630 2.4 800 2.6 1000 2.8',
  ],
  [
    'PVC/A',
    mm2 => power('PVC/A', mm2),
    '1.5 0.8 2.5 0.8 4 1.0 6 1.0 10 1.0 16 1.0 25 1.2 35 1.2 50 1.4 70 1.4 95 1.6 120 1.6 150 1.8 185 2.0 240 2.2 300 2.4 400 2.6 500 2.8 630 2.8 800 2.8 1000 3.0',
  ],
  [
    'EPR',
    mm2 => power('EPR', mm2),
    '1.5 1.0 2.5 1.0 4 1.0 6 1.0 10 1.0 16 1.0 25 1.2 35 1.2 50 1.4 70 1.4 95 1.6 120 1.6 150 1.8 185 2.0 240 2.2 300 2.4 400 2.6 500 2.8 630 2.8 800 2.8 1000 3.0',
  ],
  ['HEPR', mm2 => power('HEPR', mm2), '1.5 0.7 25 0.9 1000 2.8'],
  ['KVV', kvv, '0.75 0.6 1 0.6 1.5 0.7 2.5 0.8 4 0.8 6 0.8 10 1.0'],
  ['JKLYJ 1 kV', jklyj, '10 1.0 16 1.2 25 1.2 35 1.4 50 1.4 70 1.4 95 1.6 120 1.6 150 1.8 185 2.0 240 2.2'],
]
const rows = facts.flatMap(([table, make, text]) => {
  const cells = text.split(' ')
  return cells
    .filter((_, i) => i % 2 === 0)
    .map((mm2, i) => ({ table, make, mm2: Number(mm2), nominal: cells[2 * i + 1] as string }))
})

test.each(rows)('$table $mm2 mm²: insulation of $nominal mm, mean and thinnest point 0.9t − 0.1', row => {
  const cable = row.make(row.mm2)
  const least = new Big(row.nominal).times('0.9').minus('0.1').toFixed(2)
  expect(thicknessLimit(cable, 'insulation', true, row.mm2)).toMatchObject({
    bound: { text: least, side: 'min' },
  })
  expect(state(cable, 'insulationThinnest', new Big(least).minus('0.01').toFixed(2))).toBe('fail')
  expect(state(cable, 'insulationThinnest', least)).toBe('pass')
  expect(state(cable, 'insulationThinnest', new Big(least).plus('0.01').toFixed(2))).toBe('pass')
  if (cable.productClass === 'power') return
  expect(state(cable, 'insulationMean', new Big(row.nominal).minus('0.01').toFixed(2))).toBe('fail')
  expect(state(cable, 'insulationMean', row.nominal)).toBe('pass')
  // IEC 60227-2 1.9.2: the mean is rounded to 0.1 mm, five upwards.
  expect(state(cable, 'insulationMean', new Big(row.nominal).minus('0.05').toFixed(2), 'rounded')).toBe(
    'pass',
  )
  expect(state(cable, 'insulationMean', new Big(row.nominal).minus('0.06').toFixed(2), 'rounded')).toBe(
    'fail',
  )
})

test('a section outside its table has no limit', () => {
  for (const [, make, text] of facts.filter(([table]) => table !== 'HEPR')) {
    const listed = text
      .split(' ')
      .filter((_, i) => i % 2 === 0)
      .map(Number)
    for (const mm2 of [...sections, 3, 7.5, 2000].filter(one => !listed.includes(one)))
      expect(thicknessLimit(make(mm2), 'insulation', true, mm2)).toMatchObject({ code: 'limit.section' })
  }
})

// Cores × section: insulation, sheath (60227 IEC 53, 300/500 V; IEC 52, 300/300 V).
const cords =
  '2×0.75 0.6 0.8;2×1 0.6 0.8;2×1.5 0.7 0.8;2×2.5 0.8 1.0;3×0.75 0.6 0.8;3×1 0.6 0.8;3×1.5 0.7 0.9;3×2.5 0.8 1.1;4×0.75 0.6 0.8;4×1 0.6 0.9;4×1.5 0.7 1.0;4×2.5 0.8 1.1;5×0.75 0.6 0.9;5×1 0.6 0.9;5×1.5 0.7 1.1;5×2.5 0.8 1.2'
const light = '2×0.5 0.5 0.6;2×0.75 0.5 0.6;3×0.5 0.5 0.6;3×0.75 0.5 0.6'
test.each([
  ...cords.split(';').map(row => [row, 500] as const),
  ...light.split(';').map(row => [row, 300] as const),
])('RVV %s at 300/%i V: insulation, sheath mean and 0.85t − 0.1', (row, u) => {
  const [size = '', insulation = '', sheath = ''] = row.split(' ')
  const [count, mm2] = size.split('×').map(Number) as [number, number]
  const cable = rvv(count, mm2, u)
  expect(thicknessLimit(cable, 'insulation', false, mm2)).toMatchObject({ bound: { text: insulation } })
  const least = new Big(sheath).times('0.85').minus('0.1')
  expect(state(cable, 'sheathMean', sheath)).toBe('pass')
  expect(state(cable, 'sheathMean', new Big(sheath).minus('0.01').toFixed())).toBe('fail')
  expect(state(cable, 'sheathThinnest', least.toFixed())).toBe('pass')
  expect(state(cable, 'sheathThinnest', least.minus('0.001').toFixed())).toBe('fail')
})

test('an RVV whose voltage is not read gets the more generous row, and a note', () => {
  const { iec: _, voltage: __, ...rest } = rvv(3, 0.75)
  const limit = thicknessLimit(rest, 'insulation', false, 0.75)
  expect(limit).toMatchObject({ bound: { text: '0.5' } })
  expect(isTrouble(limit) ? '' : limit.notes.join()).toContain('300/300V')
  expect(thicknessLimit(rvv(7, 1.5), 'sheath', true, 1.5)).toMatchObject({ code: 'limit.section' })
})

test.each([
  [3600, 6000, undefined],
  [6000, 6000, '2.96'],
  [6000, 10000, '2.96'],
  [8700, 10000, '3.95'],
  [8700, 15000, '3.95'],
  [12000, 20000, '4.85'],
  [18000, 30000, '7.10'],
  [26000, 35000, '9.35'],
  [21000, 35000, undefined],
])('medium voltage %i/%i V: thinnest point %s mm', (u0, u, least) => {
  const limit = thicknessLimit(mediumVoltage(u0, u), 'insulation', true, 95)
  expect(limit).toMatchObject(
    least
      ? {
          bound: { text: least },
          standard: u > 30000 ? 'GB/T 12706.3-2020' : 'GB/T 12706.2-2020',
          confidence: 'medium',
        }
      : { code: 'limit.table' },
  )
})

test('overhead cables: 3.4 mm at 10 kV, thin 2.5 mm; nothing without the voltage or for copper', () => {
  const ten = jklyj(120, 10000)
  expect(thicknessLimit(ten, 'insulation', false, 120)).toMatchObject({ bound: { text: '3.4' } })
  expect(thicknessLimit({ ...ten, type: 'JKLYJ/Q' }, 'insulation', false, 120)).toMatchObject({
    bound: { text: '2.5' },
  })
  const { voltage: _, ...unknown } = ten
  expect(thicknessLimit(unknown, 'insulation', false, 120)).toMatchObject({ code: 'limit.voltage' })
  expect(thicknessLimit({ ...jklyj(), metal: 'copper' }, 'insulation', false, 35)).toMatchObject({
    code: 'limit.table',
  })
})

test.each([
  ['BVV, sheath', bvv(), 'sheath', 'limit.table'],
  ['KVV, sheath', kvv(), 'sheath', 'limit.table'],
  ['BV, sheath', bv(), 'sheath', 'limit.none'],
  ['YC, insulation', yc(), 'insulation', 'limit.table'],
  ['60227 IEC 05 (BV 300/500 V)', { ...bv(1.5), iec: '60227 IEC 05' }, 'insulation', 'limit.table'],
  ['BLV', { ...bv(), type: 'BLV', metal: 'aluminium' }, 'insulation', 'limit.table'],
  ['1.8/3 kV', { ...yjv(), voltage: { u0: 1800, u: 3000 } }, 'insulation', 'limit.table'],
  ['KYJV', { ...kvv(), type: 'KYJV', insulation: 'XLPE' }, 'insulation', 'limit.table'],
] as [string, Cable, 'insulation' | 'sheath', string][])(
  '%s is not in the tables: said, not guessed',
  (_, cable, part, code) => {
    expect(thicknessLimit(cable, part, true, cable.cores[0]?.mm2 as number)).toMatchObject({ code })
  },
)

test('GB/T 12706: the mean of the insulation is shown but decides nothing', () => {
  const verdict = judge(yjv(95), [
    { indicator: 'insulationMean', value: '1.0' },
    { indicator: 'insulationThinnest', value: '0.90' },
  ])
  expect(verdict.findings[0]).toMatchObject({
    state: 'unjudged',
    trouble: { code: 'limit.informative' },
    limit: { value: '1.1' },
  })
  expect(verdict.state).toBe('pass')
  expect(indicatorsFor(yjv(95))).not.toContain('insulationMean')
})

test('IEC 60502-1 14.3, 16.5.3: a power cable’s sheath under the least possible value fails, above it nobody knows', () => {
  // 0.80 × 1.8 − 0.2 = 1.24 over armour; 0.85 × 1.4 − 0.1 = 1.09 for one smooth core.
  expect(state(yjv22, 'sheathThinnest', '1.23')).toBe('fail')
  expect(judge(yjv22, [{ indicator: 'sheathThinnest', value: '1.24' }]).findings[0]).toMatchObject({
    state: 'unjudged',
    trouble: { code: 'limit.sheathNominal' },
  })
  expect(state(yjv(), 'sheathThinnest', '1.08')).toBe('fail')
  expect(state(yjv(), 'sheathThinnest', '1.09')).toBe('unjudged')
})

// Insulation or sheath, as the code is used; each value of each row, just below, at and just above.
const properties = [
  'Tensile',
  'Elongation',
  'TensileAged',
  'ElongationAged',
  'variation',
  'massLoss',
  'hotSetLoad',
  'hotSetPermanent',
] as const
const isSheath = (code: string) => /ST\d|SE\d/.test(code)
const withMaterial = (code: string): Cable => ({
  ...(code === 'XLPE' ? yjv() : bvv()),
  ...(isSheath(code) ? { sheath: code } : { insulation: code }),
})
const idOf = (code: string, property: Property): IndicatorId | undefined => {
  const part = isSheath(code) ? 'sheath' : 'insulation'
  if (property === 'massLoss') return isSheath(code) ? 'massLossSheath' : 'massLossInsulation'
  if (/^hot/.test(property)) return isSheath(code) ? undefined : (property as IndicatorId)
  return property === 'variation' ? undefined : (`${part}${property}` as IndicatorId)
}
const cells = Object.entries(materials.rows).flatMap(([code, row]) =>
  properties.flatMap((property, i) => {
    const limit = (row[0] as string).split(' ')[i] as string
    const id = idOf(code, property)
    return limit === '-' || !id ? [] : [{ code, property, id, limit }]
  }),
)
test.each(cells)('$code $property: just below, at and just above $limit', ({ code, property, id, limit }) => {
  const least = /Tensile|Elongation/.test(property)
  const last = limit.includes('.') ? '0.1' : '1'
  const cable = withMaterial(code)
  expect(state(cable, id, new Big(limit).minus(last).toFixed())).toBe(least ? 'fail' : 'pass')
  expect(state(cable, id, limit)).toBe('pass')
  expect(state(cable, id, new Big(limit).plus(last).toFixed())).toBe(least ? 'pass' : 'fail')
})

test.each(Object.entries(materials.rows).filter(([, row]) => (row[0] as string).split(' ')[4] !== '-'))(
  '%s: the variation after ageing is kept at its limit both ways, and not beyond',
  (code, row) => {
    const limit = Number((row[0] as string).split(' ')[4])
    const id = `${isSheath(code) ? 'sheath' : 'insulation'}ElongationAged` as IndicatorId
    const aged = (value: number) =>
      judge(withMaterial(code), [{ indicator: id, value: String(value), before: '400' }]).state
    expect(aged(400 - 4 * limit)).toBe('pass')
    expect(aged(400 + 4 * limit)).toBe('pass')
    expect(aged(400 - 4 * limit - 4)).toBe('fail')
    expect(aged(400 + 4 * limit + 4)).toBe('fail')
  },
)

// Written out by hand for the commonest materials: GB/T 5023.1 tables 1 and 2, GB/T 12706.1.
test.each([
  [bv(), 'insulation', 'Tensile', '12.5', 'GB/T 5023.1-2008', '表1', 'high'],
  [rv(), 'insulation', 'Elongation', '150', 'GB/T 5023.1-2008', '表1', 'high'],
  [rvv(), 'sheath', 'massLoss', '2.0', 'GB/T 5023.1-2008', '表2', 'medium'],
  [yjv(), 'insulation', 'hotSetLoad', '175', 'GB/T 12706.1-2020', '', 'high'],
  [yjv(), 'sheath', 'massLoss', '1.5', 'GB/T 12706.1-2020', '', 'high'],
  [mediumVoltage(8700, 15000), 'insulation', 'hotSetPermanent', '15', 'GB/T 12706.2-2020', '', 'medium'],
  [mediumVoltage(8700, 15000), 'sheath', 'massLoss', '1.5', 'GB/T 12706.2-2020', '', 'medium'],
  [mediumVoltage(600, 1000), 'sheath', 'massLoss', '1.5', 'GB/T 12706.1-2020', '', 'high'],
  [mediumVoltage(1800, 3000), 'sheath', 'massLoss', '1.5', 'GB/T 12706.1-2020', '', 'medium'],
  [kvv(), 'sheath', 'Tensile', '12.5', 'GB/T 12706.1-2020', '', 'medium'],
  [kvv(), 'insulation', 'Tensile', '12.5', 'GB/T 12706.1-2020', '', 'medium'],
  [jklyj(), 'insulation', 'Tensile', '12.5', 'GB/T 12527-2008', '', 'medium'],
  [jklyj(120, 10000), 'insulation', 'variation', '25', 'GB/T 14049-2008', '', 'medium'],
  [yc(), 'insulation', 'hotSetPermanent', '25', 'GB/T 5013.1-2008', '表1', 'medium'],
] as [Cable, 'insulation' | 'sheath', Property, string, string, string, string][])(
  '%#: %s %s',
  (cable, part, property, value, standard, clause, confidence) => {
    expect(materialLimit(cable, part, property)).toMatchObject({
      bound: { text: value },
      standard,
      clause,
      confidence,
    })
  },
)

test('what is doubtful in the facts stays low: PVC/E after ageing and its loss of mass', () => {
  const hot = { ...bv(), insulation: 'PVC/E' }
  expect(materialLimit(hot, 'insulation', 'Tensile')).toMatchObject({ confidence: 'high' })
  for (const property of ['TensileAged', 'variation', 'massLoss'] as const)
    expect(materialLimit(hot, 'insulation', property)).toMatchObject({ confidence: 'low' })
})

test('cross-linked building wire (BYJ) is not judged by the power cable’s XLPE', () => {
  const byj: Cable = { ...bv(), type: 'BYJ', insulation: 'XLPE' }
  expect(materialLimit(byj, 'insulation', 'Tensile')).toMatchObject({ code: 'limit.material' })
})

test('PVC/A is the compound up to 1.8/3 kV: above it nothing is judged by it', () => {
  const vv = (u0: number, u: number) =>
    materialLimit({ ...mediumVoltage(u0, u), insulation: 'PVC/A' }, 'insulation', 'Elongation')
  expect(vv(6000, 6000)).toMatchObject({ code: 'limit.material' })
  expect(vv(1800, 3000)).toMatchObject({ bound: { text: '150' } })
})

test('IEC 60502-1 16.5.3: over a screen without armour the sheath is rough too', () => {
  const { armour: _, ...bare } = yjv22
  // 0.80 × 1.8 − 0.2 = 1.24 over metal, 0.85 × 1.8 − 0.1 = 1.43 where it is smooth.
  expect(state({ ...bare, screen: '铜带屏蔽' }, 'sheathThinnest', '1.24')).toBe('unjudged')
  expect(state({ ...bare, screen: '铜带屏蔽' }, 'sheathThinnest', '1.23')).toBe('fail')
  expect(state(bare, 'sheathThinnest', '1.42')).toBe('fail')
  expect(state(bare, 'sheathThinnest', '1.43')).toBe('unjudged')
})

test('the sheath of a medium-voltage cable has no limit here', () => {
  expect(thicknessLimit(mediumVoltage(8700, 15000), 'sheath', true, 95)).toMatchObject({
    code: 'limit.table',
  })
  expect(state(mediumVoltage(8700, 15000), 'sheathThinnest', '0.5')).toBe('unjudged')
})

test('a conclusion that only the rounding makes is no surer than the rounding rule', () => {
  const of = (value: string) => judge(bv(), [{ indicator: 'insulationMean', value }])
  expect(of('0.75')).toMatchObject({ state: 'pass', confidence: 'medium' })
  expect(of('0.80')).toMatchObject({ state: 'pass', confidence: 'high' })
  expect(of('0.74')).toMatchObject({ state: 'fail', confidence: 'high' })
})

test('every ladder stands on sections of the conductor table, and never falls', () => {
  for (const ladder of Object.values(thickness.ladders)) {
    const steps = ladder.split(' ').map(step => step.split(':').map(Number) as [number, number])
    for (const [from] of steps) expect(sections).toContain(from)
    expect(steps).toEqual([...steps].sort((a, b) => a[1] - b[1]))
  }
})
