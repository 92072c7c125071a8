import fc from 'fast-check'
import type { Cable, Flame } from './cable'
import { readDesignation } from './designation'
import { sampleLength } from './sampling'
import { bv, jklyj, kvv, mediumVoltage, yc, yjv, yjv22 } from './verdict/cables.sample'

const flame = (category: 'A' | 'B' | 'C' | 'D'): Flame => ({
  category,
  halogenFree: false,
  lowSmoke: false,
  lowToxicity: false,
})

// 2020 and 2023/2024 editions of the 实施细则.
test.each([
  ['2020', 'BV', bv(), '30', '20', '50'],
  ['2020', 'YC', yc(), '30', '20', '50'],
  ['2020', 'YJV', yjv(), '30', '20', '50'],
  ['2023', 'BV', bv(), '30', '20', '50'],
  ['2023', 'KVV', kvv(), '20', '20', '40'],
  ['2023', 'YJV', yjv(), '20', '20', '40'],
  ['2023', 'YJV 8.7/15 kV', mediumVoltage(8700, 15000), '15', '15', '30'],
  ['2023', 'JKLYJ', jklyj(), '20', '20', '40'],
] as const)('%s edition, %s: test, reserve and total', (edition, _, cable, testing, reserve, total) => {
  const length = sampleLength(cable, edition)
  expect(length).toMatchObject({ ok: true, test: testing, reserve, total, confidence: 'high' })
  expect(length.ok && length.words).toBe(`取样共${total}米：检验用样${testing}米，备用样${reserve}米`)
})

test('what an edition does not name is not guessed', () => {
  expect(sampleLength(yc(), '2023')).toMatchObject({ ok: false, trouble: { code: 'sampling.product' } })
  const { productClass: _, ...unknown } = bv()
  expect(sampleLength(unknown, '2023')).toMatchObject({ ok: false, trouble: { code: 'sampling.product' } })
  expect(sampleLength(unknown, '2020')).toMatchObject({ ok: true, total: '50' })
})

describe('what is not printed is not taken for granted', () => {
  const read = (text: string): Cable => {
    const found = readDesignation(text)
    if (!found.ok) throw new Error(text)
    return found.cable
  }

  test.each(['ZR-YJV22 0.6/1kV 3×95', 'Z-YJV22 0.6/1kV 3×95', '阻燃 BV 2.5'])(
    '%s: flame retardance without category may need 4X more',
    text => {
      const length = sampleLength(read(text), '2023')
      expect(length).toMatchObject({ ok: true, confidence: 'low' })
      expect(length.ok && length.words).toMatch(/请先查明是不是成束阻燃A、B、C、D类，是的须另加4X/)
    },
  )

  test('ZR(C) has its category', () => {
    expect(sampleLength(read('ZR(C)-YJV 0.6/1kV 3×95'), '2023')).toMatchObject({
      ok: false,
      trouble: { code: 'sampling.diameter' },
    })
  })

  test('without a section s is not zero', () => {
    const cable = read('ZC-YJV 0.6/1kV')
    expect(sampleLength(cable, '2023', { diameter: '26' })).toMatchObject({
      ok: false,
      trouble: { code: 'sampling.cores' },
    })
    expect(sampleLength(cable, '2023', { diameter: '26', metal: '285' })).toMatchObject({ ok: true })
  })

  test('without a voltage a power cable is said to be taken for a low-voltage one', () => {
    const length = sampleLength(read('YJV22 3×95'), '2023')
    expect(length).toMatchObject({ total: '40', confidence: 'medium' })
    expect(length.ok && length.words).toContain('没有读出额定电压，按低压')
    expect(sampleLength(read('YJV22 0.6/1kV 3×95'), '2023')).toMatchObject({ confidence: 'high' })
    // The edition of 2020 asks the same of all.
    expect(sampleLength(read('YJV22 3×95'), '2020')).toMatchObject({ confidence: 'high' })
  })

  test('a sample is as sure as the type', () => {
    expect(sampleLength(read('VV29 0.6/1kV 3×95'), '2023')).toMatchObject({ confidence: 'low' })
  })
})

describe('bunched flame retardance: X = int[V/(3.14·D²/4 − s)]·3.5 m', () => {
  // By hand, ZB-YJV 1×95, D = 16.0 mm: 3.14 · 256 / 4 − 95 = 105.96; 3500 / 105.96 = 33.03 → 33; X = 115.5 m.
  // Test 20 + 1.5·115.5 = 193.25; reserve 20 + 2.5·115.5 = 308.75; together 40 + 462 = 502.
  test('ZB-YJV 1×95 of 16.0 mm', () => {
    expect(sampleLength({ ...yjv(), flame: flame('B') }, '2023', { diameter: '16.0' })).toMatchObject({
      x: '115.5',
      test: '193.25',
      reserve: '308.75',
      total: '502',
      confidence: 'medium',
    })
  })

  // ZC-BV 2.5, D = 3.4 mm: 3.14 · 11.56 / 4 − 2.5 = 6.5746; 1500 / 6.5746 = 228.15 → 228; X = 798 m.
  test('ZC-BV 2.5 of 3.4 mm, and that the next whole number would differ', () => {
    const length = sampleLength({ ...bv(), flame: flame('C') }, '2020', { diameter: '3.4mm' })
    expect(length).toMatchObject({ x: '798', test: '1227', reserve: '2015', total: '3242' })
    expect(length.ok && length.words).toContain('228.15根按四舍五入取228根，若进一取229根则共3256米')
  })

  // D = 26.0 mm, s = 335: 3.14 · 676 / 4 − 335 = 195.66; 500 / 195.66 = 2.555 → 3, truncated 2.
  test('rounded up, the lower number is told', () => {
    const length = sampleLength({ ...yjv22, flame: flame('D') }, '2023', { diameter: '26.0' })
    expect(length).toMatchObject({ x: '10.5' })
    expect(length.ok && length.words).toContain('若舍去取2根')
    expect(length.ok && length.words).toContain('未算铠装')
  })

  test('a thick cable still takes one piece', () => {
    expect(sampleLength({ ...yjv(), flame: flame('D') }, '2023', { diameter: '80' })).toMatchObject({
      x: '3.5',
    })
  })

  test('the metal’s own cross-section is used where it was measured', () => {
    const cable: Cable = { ...yjv(), flame: flame('B') }
    expect(sampleLength(cable, '2023', { diameter: '16.0', metal: '95' })).toEqual(
      sampleLength(cable, '2023', { diameter: '16.0' }),
    )
    expect(sampleLength(cable, '2023', { diameter: '16.0', metal: '90' })).not.toEqual(
      sampleLength(cable, '2023', { diameter: '16.0' }),
    )
  })

  test.each([
    [{}, 'sampling.diameter'],
    [{ diameter: ' ' }, 'sampling.diameter'],
    [{ diameter: '10' }, 'sampling.metal'],
    [{ diameter: '0' }, 'sampling.metal'],
    [{ diameter: '11.01' }, 'sampling.diameter'],
    [{ diameter: '16-17' }, 'quantity.range'],
    [{ diameter: '约16' }, 'quantity.about'],
    [{ diameter: '16', metal: '95mm' }, 'quantity.unit'],
  ])('%j: %s', (measured, code) => {
    expect(sampleLength({ ...yjv(), flame: flame('B') }, '2023', measured)).toMatchObject({
      ok: false,
      trouble: { code },
    })
  })

  test('test and reserve always make the total', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A', 'B', 'C', 'D'),
        fc.integer({ min: 1, max: 120_000 }),
        (category, thousandths) => {
          const diameter = (thousandths / 1000).toFixed(3)
          const length = sampleLength({ ...yjv(), flame: flame(category as 'A') }, '2023', { diameter })
          if (length.ok)
            expect(Number(length.test) + Number(length.reserve)).toBeCloseTo(Number(length.total), 9)
          else expect(length.trouble.code).toMatch(/^sampling\./)
        },
      ),
    )
  })
})
