import Big from 'big.js'
import fc from 'fast-check'
import type { Cable } from '../cable'
import {
  type IndicatorId,
  indicators,
  indicatorsFor,
  judge,
  type Measurement,
  type Verdict,
  wordsOf,
} from '.'
import { bv, bvv, jklyj, kvv, mediumVoltage, rv, rvv, yc, yjlv, yjv, yjv22 } from './cables.sample'
import { boundOf, comparable, keeps } from './rounding'
import { worked } from './worked-verdicts.sample'

const cables: readonly Cable[] = [
  bv(),
  { ...bv(), flame: { category: 'B', halogenFree: false, lowSmoke: false, lowToxicity: false } },
  rv(),
  bvv(),
  rvv(),
  yjv(),
  yjlv(),
  yjv22,
  kvv(),
  jklyj(),
  jklyj(120, 10000),
  mediumVoltage(8700, 15000),
  yc(),
]
const codeOf = (verdict: Verdict, at = 0) => verdict.findings[at]?.trouble?.code

describe('worked by hand', () => {
  test.each(worked)('$title', ({ cable, measured, options, state, findings, words, note }) => {
    const verdict = judge(cable, measured, options)
    expect(verdict).toMatchObject({ state, findings })
    if (words) expect(verdict.words).toBe(words)
    if (note) expect(verdict.findings[0]?.notes).toContain(note)
  })

  test('no sentence says two things at once', () => {
    for (const { cable, measured, options } of worked)
      for (const finding of judge(cable, measured, options).findings)
        expect(wordsOf(finding).match(/不?合格/g)).toEqual([finding.state === 'pass' ? '合格' : '不合格'])
  })
})

describe('whatever is measured', () => {
  const cable = fc.constantFrom(...cables)
  const thousandths = fc.integer({ min: 1, max: 400_000 })
  const numeric = (id: IndicatorId) => id !== 'ozone'

  test('a worse value never passes where a better one failed', () => {
    fc.assert(
      fc.property(cable, fc.nat(), thousandths, thousandths, fc.boolean(), (one, pick, a, b, full) => {
        const ids = indicatorsFor(one).filter(numeric)
        const indicator = ids[pick % ids.length] as IndicatorId
        const options = full ? ({ comparison: 'full' } as const) : {}
        const of = (value: number) =>
          judge(one, [{ indicator, value: String(value / 1000), before: '12.5', second: '400' }], options)
            .findings[0]
        const [low, high] = [of(Math.min(a, b)), of(Math.max(a, b))]
        // After ageing the variation has an optimum in the middle: only the least value is monotonous.
        if (/Aged$/.test(indicator)) return
        const side = (low?.limit ?? high?.limit)?.side
        if (side === 'max') expect([low?.state, high?.state]).not.toEqual(['fail', 'pass'])
        else expect([low?.state, high?.state]).not.toEqual(['pass', 'fail'])
      }),
      { numRuns: 2000 },
    )
  })

  test('the unit never changes a verdict', () => {
    const units = (thousandth: number, unit: string): string[] => {
      const plain = new Big(thousandth).div(1000)
      if (unit === 'Ω/km')
        return [`${plain} Ω/km`, `${plain}mΩ/m`, `${thousandth}mΩ/km`, `${plain.div(1000).toFixed()}Ω/m`]
      if (unit === 'mm')
        return [
          `${plain}mm`,
          `${thousandth}μm`,
          `${plain.times(100).toFixed()}丝`,
          `${plain.div(10).toFixed()}cm`,
        ]
      return unit === 'N/mm²' ? [`${plain}MPa`, `${thousandth}kPa`] : [`${plain}${unit}`]
    }
    fc.assert(
      fc.property(cable, fc.nat(), thousandths, (one, pick, value) => {
        const ids = indicatorsFor(one).filter(numeric)
        const indicator = ids[pick % ids.length] as IndicatorId
        const { unit } = indicators[indicator]
        const of = (text: string) => {
          const { state, margin, compared } =
            judge(one, [{ indicator, value: text, before: '13', second: '400' }]).findings[0] ?? {}
          return { state, margin, compared }
        }
        const plain = of(new Big(value).div(1000).toFixed())
        for (const text of units(value, unit)) expect(of(text)).toEqual(plain)
      }),
      { numRuns: 500 },
    )
  })

  test('total ohms with a length say the same as ohms per kilometre', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4000, max: 9000 }),
        fc.constantFrom('1', '10', '100', '250'),
        (value, length) => {
          const perKm = judge(bv(), [
            { indicator: 'resistance', value: String(value / 1000), temperature: '23' },
          ])
          const ohms = new Big(value).div(1000).times(length).div(1000).toFixed()
          const total = judge(bv(), [{ indicator: 'resistance', value: ohms, length, temperature: '23' }])
          expect(total.state).toBe(perKm.state)
          expect(total.findings[0]?.margin).toBe(perKm.findings[0]?.margin)
        },
      ),
    )
  })

  test('the order of measurements never changes a verdict', () => {
    const measurement: fc.Arbitrary<Measurement> = fc.record({
      indicator: fc.constantFrom(...(Object.keys(indicators) as IndicatorId[])),
      value: fc.oneof(
        thousandths.map(n => String(n / 1000)),
        fc.constantFrom('', '<1', '无裂纹', '有裂纹', '7,41'),
      ),
    })
    const once = fc.uniqueArray(measurement, { selector: one => one.indicator, maxLength: 8 })
    fc.assert(
      fc.property(cable, once, (one, list) => {
        const there = judge(one, list)
        const back = judge(one, [...list].reverse())
        expect(back.state).toBe(there.state)
        expect([...back.findings].reverse()).toEqual(there.findings)
      }),
      { numRuns: 500 },
    )
  })

  test('no answer is NaN, throws, or passes without a limit', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      thousandths.map(n => String(n / 1000)),
    )
    const broken = fc.record(
      {
        indicator: fc.constantFrom(...(Object.keys(indicators) as IndicatorId[]), 'nothing' as IndicatorId),
        value: text,
        temperature: text,
        length: text,
        cores: fc.integer({ min: -1, max: 3 }),
        class: fc.constantFrom(1, 2, 5, 6) as fc.Arbitrary<1 | 2 | 5 | 6>,
        declared: text,
        before: text,
        second: text,
      },
      { requiredKeys: ['indicator', 'value'] },
    )
    const odd = fc.constantFrom<Cable>(
      ...cables,
      { ...bv(), cores: [] },
      { ...bv(), classes: [] },
      { ...bv(Number.NaN) },
      { ...bv(-2.5), metal: 'aluminium alloy' },
    )
    fc.assert(
      fc.property(odd, fc.array(broken, { maxLength: 4 }), (one, list) => {
        const verdict = judge(one, list as Measurement[])
        expect(JSON.stringify(verdict)).not.toMatch(/NaN|undefined|Infinity/)
        for (const finding of verdict.findings) {
          if (finding.state === 'unjudged')
            expect(finding.trouble?.code).toMatch(/^(quantity|limit|verdict)\.[a-zA-Z0-9]+$/)
          else expect(finding.trouble).toBeUndefined()
          if (finding.state === 'pass' && finding.indicator !== 'ozone') {
            const { limit, compared = '' } = finding
            const bound = boundOf(limit?.value as string, limit?.side as 'max')
            expect(keeps(new Big(compared), bound)).toBe(true)
            expect(finding.standard).not.toBe('')
          }
        }
      }),
      { numRuns: 2000 },
    )
  })
})

test('any fail fails, all pass passes, else it cannot be judged; nothing measured is not a pass', () => {
  const good: Measurement = { indicator: 'resistance', value: '7.2' }
  const bad: Measurement = { indicator: 'insulationThinnest', value: '0.5' }
  const unclear: Measurement = { indicator: 'insulationMean', value: '约0.8' }
  expect(judge(bv(), [good]).state).toBe('pass')
  expect(judge(bv(), [good, unclear]).state).toBe('unjudged')
  expect(judge(bv(), [good, unclear, bad]).state).toBe('fail')
  expect(judge(bv(), [])).toMatchObject({ state: 'unjudged', words: '还没有填写实测值', confidence: 'low' })
  expect(judge(bv(), [good, unclear, bad]).words).toBe(
    '共3项，1项合格，1项不合格，1项不能判定：绝缘最薄处厚度 0.50 mm，比限值 0.62 mm 低 19.4%，不合格',
  )
})

test.each([
  ['7,41', {}, 'quantity.comma'],
  ['7.3-7.5', {}, 'quantity.range'],
  ['<0.01', {}, 'quantity.bound'],
  ['7.41Ω', {}, 'verdict.length'],
  ['-7.41', {}, 'quantity.negative'],
  ['1e9', {}, 'quantity.exponent'],
  ['😀', {}, 'quantity.number'],
  ['', {}, 'quantity.empty'],
  ['0', {}, 'verdict.zero'],
  ['0.7', { length: '0' }, 'verdict.zero'],
  ['0.7', { length: '十米' }, 'quantity.number'],
  ['0.00741', {}, 'verdict.tooGood'],
  ['3.7', {}, 'verdict.tooGood'],
  ['3.71', {}, undefined],
  ['7410', {}, 'verdict.tooBad'],
  ['7.41', { temperature: '4' }, 'verdict.temperature'],
  ['7.41', { temperature: '41' }, 'verdict.temperature'],
  ['7.41', { temperature: '-3' }, 'verdict.temperature'],
  ['7.41', { temperature: '20-25' }, 'quantity.range'],
  ['7.41', { declared: '7.2-7.3' }, 'verdict.declared'],
  ['7.41', { declared: '0' }, 'verdict.declared'],
  ['7.41', { cores: 1 }, 'verdict.cores'],
  ['7.41', { class: 6 as const, cores: 0 }, undefined],
])('resistance “%s” %j cannot be judged: %s', (value, more, code) => {
  const verdict = judge(bv(), [{ indicator: 'resistance', value, ...more }])
  expect(codeOf(verdict)).toBe(code)
  expect(verdict.state).toBe(code ? 'unjudged' : 'pass')
})

test('a section no table has, no section, no class', () => {
  const one: Measurement = { indicator: 'resistance', value: '7.41' }
  expect(codeOf(judge(bv(3), [one]))).toBe('limit.section')
  expect(codeOf(judge({ ...bv(), cores: [] }, [one]))).toBe('verdict.cores')
  expect(codeOf(judge({ ...bv(), classes: [] }, [one]))).toBe('limit.class')
})

test('ohms per kilometre typed beside a length are taken as they are, and said', () => {
  const [finding] = judge(bv(), [
    { indicator: 'resistance', value: '7.35Ω/km', length: '100', temperature: '20' },
  ]).findings
  expect(finding).toMatchObject({ state: 'pass', compared: '7.35' })
  expect(finding?.notes).toContain('填的已是每千米电阻，长度未用')
})

test('the neutral of 3×95+1×50 is judged by its own section', () => {
  const of = (cores?: number) =>
    judge(yjv22, [{ indicator: 'resistance', value: '0.3', ...(cores === undefined ? {} : { cores }) }])
      .findings[0]
  expect(of()).toMatchObject({ state: 'fail', limit: { value: '0.193' } })
  expect(of()?.notes).toContain('按95mm²的线芯判定')
  expect(of(1)).toMatchObject({ state: 'pass', limit: { value: '0.387' } })
})

describe('a declared value', () => {
  const at = (value: string, declared: string, indicator: IndicatorId = 'resistance', cable = bv()) =>
    judge(cable, [{ indicator, value, declared }]).findings[0]

  test('a YJV whose class is not printed passes only what every allowed class passes, and fails only what none does', () => {
    const cable = { ...yjv(95), classes: [2, 1, 5] as const }
    const of = (value: string, more: object = {}) =>
      judge(cable, [{ indicator: 'resistance', value, ...more }])
    expect(of('0.193')).toMatchObject({ state: 'pass', findings: [{ limit: { value: '0.193' } }] })
    expect(codeOf(of('0.194'))).toBe('verdict.class')
    expect(codeOf(of('0.206'))).toBe('verdict.class')
    expect(of('0.206').words).toContain('导体种类不同，结论不同')
    expect(of('0.207')).toMatchObject({ state: 'fail', findings: [{ limit: { value: '0.206' } }] })
    expect(of('0.200', { class: 2 }).state).toBe('fail')
    expect(of('0.200', { class: 5 }).state).toBe('pass')
  })

  test('decides where it is stricter', () => {
    expect(at('7.3', '7.2')).toMatchObject({ state: 'fail', limit: { value: '7.20', declared: true } })
    expect(at('7.2', '7.2')).toMatchObject({ state: 'pass', limit: { value: '7.20', declared: true } })
    expect(at('0.85', '0.9', 'insulationMean')).toMatchObject({ state: 'pass', limit: { value: '0.9' } })
    expect(at('0.84', '0.9', 'insulationMean')).toMatchObject({ state: 'fail' })
  })

  test('does not where it is worse: the standard holds, and a note says so', () => {
    const finding = at('7.5', '8.0')
    expect(finding).toMatchObject({ state: 'fail', limit: { value: '7.41' } })
    expect(finding?.limit?.declared).toBeUndefined()
    expect(finding?.notes.join()).toContain('比标准宽')
  })

  test('is rounded no more coarsely than the standard, so it never lets pass what the standard fails', () => {
    expect(at('7.44', '7.4')).toMatchObject({ state: 'fail' })
  })

  test('where the tables have no limit the side is the indicator’s: greatest for hot set, least for strength', () => {
    const byj: Cable = { ...bv(), type: 'BYJ', insulation: 'XLPE' }
    expect(at('100', '175', 'hotSetLoad', byj)).toMatchObject({
      state: 'unjudged',
      limit: { value: '175', side: 'max' },
      trouble: { code: 'limit.material' },
    })
    expect(at('180', '175', 'hotSetLoad', byj)).toMatchObject({ state: 'fail' })
    expect(at('2.1', '2.0', 'massLossInsulation', byj)).toMatchObject({ state: 'fail' })
    expect(at('11.0', '12.5', 'insulationTensile', byj)).toMatchObject({ state: 'fail' })
  })

  test('of a value after ageing is kept too where the standard has only a variation', () => {
    const of = (indicator: IndicatorId, value: string, before: string, declared: string) =>
      judge(yjv(), [{ indicator, value, before, declared }])
    expect(of('insulationTensileAged', '11.0', '13.0', '12.5')).toMatchObject({
      state: 'fail',
      findings: [{ unit: 'N/mm²', limit: { value: '12.5', side: 'min', declared: true } }],
    })
    expect(of('insulationElongationAged', '190', '200', '200').state).toBe('fail')
    const kept = of('insulationTensileAged', '12.5', '13.0', '12.5')
    expect(kept).toMatchObject({ state: 'pass', findings: [{ unit: '%', limit: { value: '25' } }] })
    expect(kept.findings[0]?.notes).toContain('老化后的值符合明示值12.5')
    expect(of('insulationTensileAged', '9.0', '13.0', '8.0').state).toBe('fail')
    expect(codeOf(of('insulationTensileAged', '12.5', '13.0', '约12'))).toBe('verdict.declared')
    expect(codeOf(of('insulationTensileAged', '9.0', '13.0', '约12'))).toBe('verdict.declared')
  })

  test('says nothing about ozone, where there is no figure', () => {
    const verdict = judge(bv(), [{ indicator: 'ozone', value: '无裂纹', declared: 'x' }])
    expect(verdict).toMatchObject({ state: 'unjudged', findings: [{ trouble: { code: 'limit.none' } }] })
  })

  test('where the tables have no limit, only failing it is sure', () => {
    expect(at('1.0', '1.2', 'sheathMean', bvv())).toMatchObject({ state: 'fail', standard: '企业明示值' })
    expect(at('1.2', '1.2', 'sheathMean', bvv())).toMatchObject({
      state: 'unjudged',
      trouble: { code: 'limit.table' },
    })
  })
})

test('GB/T 3956: the printed factor can be asked for, and the flip is flagged from both sides', () => {
  const one: Measurement = { indicator: 'resistance', value: '7.12', temperature: '10' }
  expect(judge(bv(), [one]).findings[0]).toMatchObject({
    state: 'pass',
    factor: { from: 'formula', flips: true },
  })
  expect(judge(bv(), [one], { factor: 'table' }).findings[0]).toMatchObject({
    state: 'fail',
    compared: '7.42',
    factor: { value: '1.042', from: 'table', flips: true },
  })
  expect(judge(bv(), [{ ...one, value: '7.00' }]).findings[0]?.factor?.flips).toBe(false)
})

test('where the other factor leaves the class open the note says so, not 不合格', () => {
  // 0.18585 · 254.5/244.5 = 0.19345 → 0.193 passes; 0.18585 · 1.042 = 0.193656 → 0.194, between 0.193 and 0.206.
  const cable = { ...yjv(95), classes: [2, 1, 5] as const }
  const { state, notes } =
    judge(cable, [{ indicator: 'resistance', value: '0.18585', temperature: '10' }]).findings[0] ?? {}
  expect(state).toBe('pass')
  expect(notes?.join()).toMatch(/0\.193656Ω\/km，不能判定：/)
})

describe('tinned or not', () => {
  const of = (value: string, cable: Cable = rv(1), more: object = {}) =>
    judge(cable, [{ indicator: 'resistance', value, ...more }])

  test('GB/T 3956 table 3: between 19.5 and 20.0 a flexible wire is no sure fail, until somebody looks', () => {
    expect(of('19.5').state).toBe('pass')
    expect(codeOf(of('19.6'))).toBe('verdict.coated')
    expect(of('20.0')).toMatchObject({
      state: 'unjudged',
      words: expect.stringContaining('限值为20.0Ω/km，合格'),
    })
    expect(of('20.1').state).toBe('fail')
    expect(of('19.6', rv(1), { coated: false }).state).toBe('fail')
    expect(of('20.0', rv(1), { coated: true })).toMatchObject({
      state: 'pass',
      findings: [{ limit: { value: '20.0' } }],
    })
    expect(of('19.6', { ...rv(1), coated: true }).state).toBe('pass')
    expect(of('19.6', { ...rv(1), coated: true }, { coated: false }).state).toBe('fail')
  })

  test('rubber cords too; fixed wires are plain unless somebody says they are tinned', () => {
    expect(codeOf(of('3.35', yc(6)))).toBe('verdict.coated')
    expect(of('7.5').state).toBe('unjudged')
    expect(of('7.5', bv()).state).toBe('fail')
    expect(of('7.5', bv(), { coated: true }).state).toBe('pass')
  })

  test('a declared value decides for both', () => {
    expect(of('19.6', rv(1), { declared: '19.5' }).state).toBe('fail')
  })

  test('aluminium is never tinned', () => {
    expect(of('0.4', yjlv(95), { coated: true })).toMatchObject({ findings: [{ limit: { value: '0.320' } }] })
    expect(of('0.4', yjlv(4), { coated: true }).words).toContain('没有4mm²铝导体')
  })
})

test('no name of JavaScript’s own is an indicator', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'nothing'])
    expect(judge(bv(), [{ indicator: name as IndicatorId, value: '1' }])).toMatchObject({
      state: 'unjudged',
      words: '不能判定：没有这个检验项目',
      findings: [{ name: '', unit: '', trouble: { code: 'verdict.indicator' } }],
    })
})

test.each([
  ['0', undefined],
  ['-5', undefined],
  ['-20', undefined],
  ['-20.6', 'verdict.tooGood'],
  ['-99', 'verdict.tooGood'],
  ['-100', 'verdict.impossible'],
  ['-500', 'verdict.impossible'],
])('a specimen that is %s % longer after the oven: %s', (value, code) => {
  const verdict = judge(yjv(), [{ indicator: 'hotSetPermanent', value }])
  expect(codeOf(verdict)).toBe(code)
  expect(verdict.state).toBe(code ? 'unjudged' : 'pass')
})

test('only the permanent elongation takes a minus', () => {
  for (const indicator of ['hotSetLoad', 'insulationTensile', 'insulationThinnest'] as const)
    expect(codeOf(judge(yjv(), [{ indicator, value: '-5' }]))).toBe('quantity.negative')
})

test('the sentence says when a value was rounded, and not when it was not', () => {
  const words = (value: string) => judge(bv(), [{ indicator: 'insulationThinnest', value }]).words
  expect(words('0.885')).toBe('绝缘最薄处厚度 0.885，修约为 0.88 mm，比限值 0.62 mm 高 41.9%，合格')
  expect(words('0.880')).toBe('绝缘最薄处厚度 0.88 mm，比限值 0.62 mm 高 41.9%，合格')
})

test('the temperature coefficient of an alloy is the maker’s to tell', () => {
  const alloy: Cable = { ...yjlv(), metal: 'aluminium alloy', classes: [2] }
  const of = (temperature: string) => judge(alloy, [{ indicator: 'resistance', value: '0.31', temperature }])
  expect(codeOf(of('25'))).toBe('verdict.alloy')
  expect(of('20').state).toBe('pass')
})

test('a day before GB/T 3956-2008 came into force is told', () => {
  const one: Measurement = { indicator: 'resistance', value: '7.2' }
  expect(judge(bv(), [one], { on: '2009-09-30' }).findings[0]?.notes.join()).toContain('2009-10-01')
  expect(judge(bv(), [one], { on: '2009-10-01' }).findings[0]?.notes.join()).not.toContain('2009-10-01')
})

describe('after ageing', () => {
  const at = (cable: Cable, ...list: Measurement[]) => judge(cable, list)

  test('the value before ageing is taken from the same list', () => {
    const verdict = at(
      bv(),
      { indicator: 'insulationTensileAged', value: '13.0' },
      { indicator: 'insulationTensile', value: '17.0' },
    )
    // (13.0 − 17.0) / 17.0 = −23.5 %
    expect(verdict.findings[0]).toMatchObject({ state: 'fail', measured: '-23.5', compared: '24' })
  })

  test('without it a value that keeps the least cannot be judged, one that does not fails', () => {
    expect(codeOf(at(bv(), { indicator: 'insulationTensileAged', value: '13.0' }))).toBe('verdict.before')
    expect(at(bv(), { indicator: 'insulationTensileAged', value: '12.0' }).state).toBe('fail')
    expect(codeOf(at(bv(), { indicator: 'insulationTensileAged', value: '13.0', before: '约13' }))).toBe(
      'verdict.before',
    )
    expect(codeOf(at(bv(), { indicator: 'insulationTensileAged', value: '13.0', before: '0' }))).toBe(
      'verdict.before',
    )
  })

  test('a value that cannot be right passes by no variation, after ageing or before', () => {
    const of = (cable: Cable, value: string, before: string) =>
      codeOf(at(cable, { indicator: 'insulationTensileAged', value, before }))
    expect(of(bv(), '1300', '1300')).toBe('verdict.tooGood')
    expect(of(yjv(), '1300', '1300')).toBe('verdict.tooGood')
    expect(of(yjv(), '13.0', '1300')).toBe('verdict.before')
    expect(of(bv(), '13.0', '1300')).toBe('verdict.before')
  })

  test('XLPE has only a variation, ±25 %', () => {
    const of = (value: string) => at(yjv(), { indicator: 'insulationElongationAged', value, before: '400' })
    expect(of('300').findings[0]).toMatchObject({
      state: 'pass',
      limit: { value: '25', side: 'max' },
      unit: '%',
    })
    expect(of('296').state).toBe('fail')
    expect(of('504').state).toBe('fail')
  })

  test('a gain counts like a loss', () => {
    const of = (value: string) => at(bv(), { indicator: 'insulationElongationAged', value, before: '200' })
    expect([of('240').state, of('242').state, of('160').state, of('158').state]).toEqual([
      'pass',
      'fail',
      'pass',
      'fail',
    ])
  })
})

describe('fire and ozone', () => {
  test.each([
    ['51', '540', 'pass', undefined],
    ['50', '540', 'fail', undefined],
    ['51', '541', 'fail', undefined],
    ['51', '', 'unjudged', 'verdict.second'],
    ['50', '', 'fail', undefined],
    ['300', '475', 'pass', undefined],
    ['51', '<540', 'unjudged', 'quantity.bound'],
    ['400', '30', 'unjudged', 'verdict.swapped'],
    ['400', '399.9', 'unjudged', 'verdict.swapped'],
    ['400', '400', 'pass', undefined],
    ['40', '30', 'unjudged', 'verdict.swapped'],
    ['600', '', 'unjudged', 'verdict.second'],
    ['601', '', 'unjudged', 'verdict.impossible'],
    ['5000', '500', 'unjudged', 'verdict.impossible'],
    ['51', '600', 'fail', undefined],
    ['51', '601', 'unjudged', 'verdict.impossible'],
    ['51', '60000', 'unjudged', 'verdict.impossible'],
  ])('GB/T 18380.12: char from %s to %s mm below the support: %s', (value, second, state, code) => {
    const verdict = judge(bv(), [{ indicator: 'flameSingle', value, second }])
    expect(verdict.state).toBe(state)
    expect(codeOf(verdict)).toBe(code)
  })

  test('GB/T 18380.12: at 50 mm itself the sentence says what was asked for', () => {
    const verdict = judge(bv(), [{ indicator: 'flameSingle', value: '50', second: '540' }])
    expect(verdict.words).toBe('单根垂直燃烧起始点距离 50 mm，应大于 50 mm，不合格')
    expect(verdict.findings[0]?.limit).toEqual({ value: '50', side: 'min', beyond: true })
  })

  test('GB/T 18380.33 to .36: charred to 2.5 m passes, beyond fails, without a category there is no test', () => {
    const bunched = cables[1] as Cable
    const of = (value: string, cable = bunched) => judge(cable, [{ indicator: 'flameBunched', value }])
    expect([of('2.4').state, of('2.5').state, of('2.6').state, of('250cm').state]).toEqual([
      'pass',
      'pass',
      'fail',
      'pass',
    ])
    expect(of('2.4').findings[0]?.standard).toBe('GB/T 18380.34-2022')
    expect(codeOf(of('2.4', bv()))).toBe('limit.none')
  })

  test.each([
    ['无裂纹', 'pass'],
    ['未见裂纹', 'pass'],
    ['合格', 'pass'],
    ['有裂纹', 'fail'],
    ['开裂', 'fail'],
    ['不合格', 'fail'],
    ['', 'unjudged'],
    ['0', 'unjudged'],
    ['不知道', 'unjudged'],
    ['无法判断', 'unjudged'],
    ['不开裂', 'pass'],
    ['未做', 'unjudged'],
  ])('ozone: “%s” is %s', (value, state) => {
    expect(judge(yc(), [{ indicator: 'ozone', value }]).state).toBe(state)
  })
})

test('a conclusion is as sure as the reading of the type', () => {
  const one: Measurement = { indicator: 'resistance', value: '7.2' }
  expect(judge(bv(), [one]).confidence).toBe('high')
  expect(judge({ ...bv(), confidence: 'low' }, [one]).confidence).toBe('low')
})

test('the indicators of a cable begin with the resistance and have a limit each', () => {
  for (const cable of cables) {
    const ids = indicatorsFor(cable)
    expect(ids[0]).toBe('resistance')
    expect(new Set(ids).size).toBe(ids.length)
  }
  expect(indicatorsFor(yjv())).toEqual([
    'resistance',
    'insulationThinnest',
    'sheathThinnest',
    'insulationTensile',
    'insulationElongation',
    'insulationTensileAged',
    'insulationElongationAged',
    'sheathTensile',
    'sheathElongation',
    'sheathTensileAged',
    'sheathElongationAged',
    'hotSetLoad',
    'hotSetPermanent',
    'massLossSheath',
    'flameSingle',
  ])
  expect(indicatorsFor(yc())).toContain('ozone')
  expect(indicatorsFor({ ...bv(), cores: [] })).not.toContain('resistance')
})

test('the comparison of a bound is the one the verdict uses', () => {
  const bound = boundOf('0.62', 'min')
  expect(comparable(new Big('0.615'), bound).toFixed(2)).toBe('0.62')
  expect(judge(bv(), [{ indicator: 'insulationThinnest', value: '0.615' }]).state).toBe('pass')
})
