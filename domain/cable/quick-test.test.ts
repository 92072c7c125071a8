import { quickTest } from './quick-test'

test('a core above its limit is suspicious, and the record says type, reading, limit and by how much', () => {
  expect(quickTest({ designation: ' BV 2.5 ', perKm: '8.62' })).toMatchObject({
    state: 'suspicious',
    words: 'BV 2.5 实测 8.62 Ω/km，限值 7.41 Ω/km，超 16.3%，疑似，需抽样',
    confidence: 'high',
  })
})

test('at the limit nothing is unusual; just above it is, after rounding as GB/T 8170 asks', () => {
  expect(quickTest({ designation: 'BV 2.5', perKm: '7.41 Ω/km' }).state).toBe('usual')
  expect(quickTest({ designation: 'BV 2.5', perKm: '7.414' }).state).toBe('usual')
  expect(quickTest({ designation: 'BV 2.5', perKm: '7.42' }).state).toBe('suspicious')
})

test('a warm wire is held against the limit at 20 ℃, and the record tells both values', () => {
  // 7.60 × 254.5 / (234.5 + 30) = 7.3127
  const { state, words } = quickTest({ designation: 'BV 2.5', perKm: '7.60', temperature: '30' })
  expect(state).toBe('usual')
  expect(words).toContain('折合20 ℃ 7.31')
})

test('what is not unusual is no verdict', () =>
  expect(quickTest({ designation: 'BV 2.5', perKm: '7.2' }).words).toBe(
    'BV 2.5 实测 7.2 Ω/km，限值 7.41 Ω/km，未见异常，不能代替检验',
  ))

test('the temperature decides: 7.60 Ω/km is too much at 20 ℃ and not at 30 ℃, 7.2 is not at 20 ℃ and is at 10 ℃', () => {
  const of = (perKm: string, temperature?: string) =>
    quickTest({ designation: 'BV 2.5', perKm, ...(temperature ? { temperature } : {}) }).state
  expect([of('7.60'), of('7.60', '30')]).toEqual(['suspicious', 'usual'])
  expect([of('7.2'), of('7.2', '10')]).toEqual(['usual', 'suspicious'])
})

test('where the two factors of GB/T 3956 disagree, nothing is said but to measure at 20 ℃', () => {
  // 7.12 at 10 ℃: 7.41 by the formula, 7.42 by the printed factor.
  const found = quickTest({ designation: 'BV 2.5', perKm: '7.12', temperature: '10' })
  expect(found).toMatchObject({ state: 'unknown', trouble: 'verdict.factor' })
  expect(found.words).toContain('请在20 ℃复测')
})

test('whether flexible wires are tinned is asked for where it decides', () => {
  const of = (coated?: boolean) =>
    quickTest({ designation: 'RV 1', perKm: '19.8', ...(coated === undefined ? {} : { coated }) })
  expect(of()).toMatchObject({ state: 'unknown', trouble: 'verdict.coated' })
  expect([of(true).state, of(false).state]).toEqual(['usual', 'suspicious'])
})

test('of a cable with two sections the record names the one that was measured', () => {
  const designation = 'YJV22-0.6/1kV 3×95+1×50'
  expect(quickTest({ designation, perKm: '0.385', cores: 1, class: 2 })).toMatchObject({
    state: 'usual',
    words: expect.stringContaining('（50 mm²线芯）'),
  })
  expect(quickTest({ designation, perKm: '0.385', cores: 0, class: 2 }).state).toBe('suspicious')
})

test('where the class decides it is asked for, and decides when told', () => {
  const designation = 'YJV 0.6/1kV 3×95'
  expect(quickTest({ designation, perKm: '0.200' })).toMatchObject({
    state: 'unknown',
    trouble: 'verdict.class',
  })
  expect(quickTest({ designation, perKm: '0.200', class: 2 }).state).toBe('suspicious')
  expect(quickTest({ designation, perKm: '0.200', class: 5 }).state).toBe('usual')
})

test.each([
  ['', '8.62', 'designation.empty'],
  ['🙂', '8.62', 'designation.type'],
  ['https://id.gs1.org/01/06901234567892/10/BV', '8.62', 'designation.link'],
  ['BV', '8.62', 'verdict.cores'],
  ['BV 2.7', '8.62', 'limit.section'],
  ['BV 2.5', '', 'quantity.empty'],
  ['BV 2.5', '7,41', 'quantity.comma'],
  ['BV 2.5', '7.3-7.5', 'quantity.range'],
  ['BV 2.5', '<0.01', 'quantity.bound'],
  ['BV 2.5', '-7', 'quantity.negative'],
  ['BV 2.5', '1e9', 'quantity.exponent'],
  ['BV 2.5', '0.00741', 'verdict.tooGood'],
])('“%s” with “%s” is neither suspicious nor usual (%s)', (designation, perKm, trouble) => {
  const found = quickTest({ designation, perKm })
  expect(found).toMatchObject({ state: 'unknown', trouble })
  expect(found.words).toMatch(/[\u4e00-\u9fff]{3}/)
  expect(found.words).not.toMatch(/NaN|undefined/)
})
