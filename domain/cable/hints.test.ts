import fc from 'fast-check'
import { expected, suspect } from './hints'
import { bv, jklyj, yc, yjlv, yjv22 } from './verdict/cables.sample'

// By hand: 17.241 · 8.89 / 7.41 = 20.685 g/m; 100 m: 2.07 kg and 0.741 Ω.
test('100 m of BV 2.5 has at least 2.07 kg of copper and at most 0.741 Ω', () => {
  expect(expected(bv(), '100')).toMatchObject({
    ok: true,
    massPerMetre: '20.7',
    mass: '2.07',
    resistance: [{ mm2: 2.5, perKm: '7.41', ohm: '0.741' }],
  })
})

// 28.264 · 2.703 / 0.868 = 88.01 g/m.
test('aluminium has its own density and resistivity', () => {
  expect(expected(jklyj(), '1km')).toMatchObject({
    massPerMetre: '88',
    mass: '88',
    resistance: [{ ohm: '0.868' }],
  })
})

// 17.241 · 8.89 · (3/0.193 + 1/0.387) = 153.27 · (15.544 + 2.584) = 2778.5 g/m.
test('all cores weigh, each section has its own resistance', () => {
  expect(expected(yjv22, '10')).toMatchObject({
    massPerMetre: '2780',
    mass: '27.8',
    resistance: [
      { mm2: 95, ohm: '0.00193' },
      { mm2: 50, ohm: '0.00387' },
    ],
  })
})

test.each([
  [bv(), '', 'quantity.empty'],
  [bv(), '0', 'hint.length'],
  [bv(), '约100', 'quantity.about'],
  [bv(3), '100', 'limit.section'],
  [{ ...bv(), cores: [] }, '100', 'hint.cores'],
  [{ ...yjlv(), metal: 'aluminium alloy' as const }, '100', 'hint.metal'],
])('%#: without %s there is nothing to expect: %s', (cable, length, code) => {
  expect(expected(cable, length)).toMatchObject({ ok: false, trouble: { code } })
  expect(suspect(cable, { length, mass: '1' })).toMatchObject({ state: 'unknown', trouble: { code } })
})

test('a light coil with a high resistance is suspicious, and the section it corresponds to is told', () => {
  // 1.75 / 2.07 = −15.5 %; 0.862 Ω / 100 m = 8.62 Ω/km, +16.3 %, 2.5 · 7.41 / 8.62 = 2.15 mm².
  const found = suspect(bv(), { length: '100', mass: '1.75', resistance: '0.862', temperature: '20' })
  expect(found.state).toBe('suspicious')
  expect(found.words).toBe('疑似，需抽样：导体轻了15%；电阻大了16%，实测相当于2.15mm²')
  expect(found.lines).toEqual([
    { name: '导体重', measured: '1.75 kg', expected: '至少2.07 kg', difference: '-15.5%' },
    { name: '每千米电阻（20℃）', measured: '8.62 Ω', expected: '至多7.41 Ω', difference: '+16.3%' },
  ])
})

test('a low resistance hints at missing metres', () => {
  expect(suspect(bv(), { length: '100', resistance: '0.58', temperature: '20' }).words).toContain(
    '可能米数不足',
  )
})

test('within ten per cent nothing is said, and it is no verdict', () => {
  const found = suspect(bv(), { length: '100', mass: '2.0', resistance: '0.76' })
  expect(found).toMatchObject({ state: 'usual', words: '未见异常；粗查不能代替检验' })
})

test('a coil weighed with its insulation hides missing copper, so it says nothing', () => {
  const of = (mass: string) => suspect(bv(), { length: '100', mass })
  // 3.1 / 2.07 = +49.8 %; 2.58 / 2.07 = +24.6 %; 2.59 / 2.07 = +25.1 %.
  expect(of('3.1')).toMatchObject({ state: 'unknown', trouble: { code: 'hint.insulated' } })
  expect(of('3.1').words).toContain('去掉绝缘再称')
  expect([of('2.58').state, of('2.59').state]).toEqual(['usual', 'unknown'])
  expect(of('10').trouble?.code).toBe('hint.insulated')
  expect(of('11').trouble?.code).toBe('hint.slip')
})

test('more than ten per cent off is suspicious, less is not', () => {
  const mass = (kg: string) => suspect(bv(), { length: '100', mass: kg }).state
  const ohm = (resistance: string) => suspect(bv(), { length: '100', resistance }).state
  // 1.85 / 2.07 = −10.6 %, 1.87 / 2.07 = −9.7 %; 8.23 / 7.41 = +11.1 %, 8.15 / 7.41 = +9.99 %.
  expect([mass('1.85'), mass('1.87')]).toEqual(['suspicious', 'usual'])
  expect([ohm('0.823'), ohm('0.815')]).toEqual(['suspicious', 'usual'])
})

test('a resistance is said to be for 20 ℃ only where a temperature was typed', () => {
  const name = (more: object) => suspect(bv(), { length: '100', resistance: '0.741', ...more }).lines[0]?.name
  expect(name({})).toBe('每千米电阻（未换算温度）')
  expect(name({ temperature: ' ' })).toBe('每千米电阻（未换算温度）')
  expect(name({ temperature: '20' })).toBe('每千米电阻（20℃）')
})

test('warm copper is corrected before it is suspected', () => {
  // 0.85 Ω at 40 ℃ is 0.85 · 254.5 / 274.5 = 0.788 Ω: +6.4 %.
  expect(suspect(bv(), { length: '100', resistance: '0.85' }).state).toBe('suspicious')
  expect(suspect(bv(), { length: '100', resistance: '0.85', temperature: '40' }).state).toBe('usual')
})

test.each([
  [{ length: '100' }, 'hint.nothing'],
  [{ length: '100', mass: '很轻' }, 'quantity.number'],
  [{ length: '100', resistance: '7,41' }, 'quantity.comma'],
  [{ length: '100', resistance: '0.7', temperature: '50' }, 'verdict.temperature'],
  [{ length: '100', mass: '2070' }, 'hint.slip'],
  [{ length: '100', resistance: '0.01' }, 'hint.slip'],
  [{ length: '100', resistance: '741' }, 'hint.slip'],
  [{ length: '100', resistance: '0', mass: '2' }, 'verdict.zero'],
  [{ length: '100', resistance: '0.7', cores: 1 }, 'hint.cores'],
])('%j says nothing: %s', (seen, code) => {
  expect(suspect(bv(), seen)).toMatchObject({ state: 'unknown', trouble: { code } })
})

test('it never speaks of 合格', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 3000 }), (grams, milliohm) => {
      const found = suspect(yc(2.5), { length: '100', mass: `${grams}g`, resistance: `${milliohm}mΩ` })
      expect(JSON.stringify(found)).not.toMatch(/合格|NaN|undefined/)
    }),
  )
})
