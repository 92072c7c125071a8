import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import data from '../data/units.json'
import { identityCheckDigit } from './check-digits'
import { creditCheckDigit, organisationCheckDigit } from './credit-code'
import { divisionWithName } from './divisions'
import { holdsIdentityNumber } from './identity'
import { buildDigitalLink, readCode } from './index'
import sample from './readings.sample.json'

const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codeCharacter = fc.constantFrom(...CHARSET)
const digit = fc.nat(9).map(String)
const numberOf = (length: number) =>
  fc.array(digit, { minLength: length, maxLength: length }).map(all => all.join(''))

/** A sound code as the market authority of any province gives it out. */
const creditCode = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '12', '51'),
    fc.constantFrom('360702', '360721', '110000', '440300', '100000'),
    fc.array(codeCharacter, { minLength: 8, maxLength: 8 }),
  )
  .map(([kind, division, body]) => {
    const first16 = `${kind}${division}${body.join('')}`
    const first17 = first16 + organisationCheckDigit(first16.slice(8))
    return first17 + creditCheckDigit(first17)
  })
const read = (typed: string) => {
  const { kind, state, code } = readCode(typed, '2026-11-23')
  return { kind, state, code }
}

test.each(sample.rows)('%s is read', (typed, kind, state, code) => {
  expect(read(typed as string)).toEqual({ kind: kind ?? undefined, state, code })
})

describe('every answer', () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.stringMatching(/^[0-9A-Za-zА-я０-９Ａ-Ｚ /?#%&=:().XK-]{0,40}$/),
    fc.string().map(text => `https://a/01/${text}`),
    fc.string().map(text => `（赣）XK06-001-${text}`),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'https://a/constructor/01/__proto__/10',
      'https://a/01/06901234567892?__proto__=1',
    ),
  )

  test('is one for whatever is typed, with a sentence, and with a trouble unless sound', () => {
    fc.assert(
      fc.property(strange, typed => {
        const { state, words, name, trouble, wrong, parts } = readCode(typed)
        expect(words.length).toBeGreaterThan(0)
        expect(name).not.toBe('')
        expect(trouble).toEqual(
          state === 'sound' ? undefined : { code: expect.stringMatching(/^\w+\.\w+$/), message: words },
        )
        for (const part of parts) expect(part.value).not.toMatch(/NaN|undefined|null/)
        for (const { at, is } of wrong) expect([at > 0, is.length > 0]).toEqual([true, true])
      }),
      { numRuns: 2000 },
    )
  })

  test('is never sound without a right check digit, where there is one', () => {
    // Written anew from the standards, not with what the reading uses.
    const gs1 = (code: string) =>
      [...code].reverse().reduce((sum, c, i) => sum + Number(c) * (i % 2 ? 3 : 1), 0) % 10 === 0
    const credit = (code: string) =>
      [...code.slice(0, 17)].reduce(
        (sum, c, i) => sum + CHARSET.indexOf(c) * 3 ** i,
        CHARSET.indexOf(code.slice(17)),
      ) %
        31 ===
      0
    const codes = fc.oneof(
      fc.constantFrom(8, 12, 13, 14, 18).chain(numberOf),
      fc
        .tuple(
          fc.constantFrom('91360702', '9l36O702', '１2110000'),
          fc.array(codeCharacter, { minLength: 10, maxLength: 10 }),
        )
        .map(([start, rest]) => start + rest.join('')),
      numberOf(14).map(gtin => `https://a/01/${gtin}/10/A`),
    )
    fc.assert(
      fc.property(codes, typed => {
        const { kind, state, code, parts } = readCode(typed)
        if (state !== 'sound') return
        if (kind === 'gtin') expect(gs1(code)).toBe(true)
        if (kind === 'digitalLink') expect(gs1(parts[0]?.value as string)).toBe(true)
        if (kind === 'credit') expect(credit(code)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  test('is the same when what it wrote is read again', () => {
    fc.assert(
      fc.property(strange, typed => {
        const once = readCode(typed)
        if (once.state === 'sound') expect(readCode(once.code)).toEqual({ ...once, readAs: undefined })
      }),
      { numRuns: 2000 },
    )
  })

  test.each(['甲'.repeat(10_000), '9'.repeat(10_000), 'https://a/'.repeat(1000)])(
    'refuses a page pasted by mistake',
    page =>
      expect(readCode(page)).toMatchObject({ state: 'broken', code: '', trouble: { code: 'code.length' } }),
  )

  test('comes without zod, in code that a mini-program can run', () => {
    for (const file of ['index', 'digital-link', 'application-identifiers', 'link-reading', 'look-alikes']) {
      const source = readFileSync(join(__dirname, `${file}.ts`), 'utf8')
      expect(source).not.toMatch(/zod|new URL|URLSearchParams|TextEncoder|TextDecoder|BigInt/)
    }
  })
})

describe('unified credit code, GB 32100-2015 with GB 11714', () => {
  test('tells its parts, with the county by today’s or by an old division code', () => {
    const parts = (typed: string) => readCode(typed).parts.map(part => part.value)
    expect(parts('91360702MA35XY5R2R')).toEqual([
      '9（市场监管）',
      '1（企业）',
      '360702（章贡区）',
      'MA35XY5R2',
      'R',
    ])
    expect(parts('91360721MA35XY5R2R')[2]).toBe('360721（赣县（旧））')
  })

  test('the county names are those of the units’ table', () => {
    for (const unit of data.units)
      if (unit.id === unit.district) expect(divisionWithName(unit.id)).toBe(`${unit.id}（${unit.name}）`)
    expect(divisionWithName(data.city.id)).toBe('360700（赣州市）')
    expect(divisionWithName('360771')).toBe('360771')
  })

  test('every wrong character and every exchange of two neighbours is noticed', () => {
    fc.assert(
      fc.property(creditCode, fc.nat(17), codeCharacter, (code, at, other) => {
        const changed = code.slice(0, at) + other + code.slice(at + 1)
        // A letter in the division code, where only digits stand, is read as the digit it looks like, and said.
        if (changed !== code && !readCode(changed).readAs) expect(readCode(changed).state).not.toBe('sound')
        const exchanged = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2)
        if (exchanged !== code) expect(readCode(exchanged).state).not.toBe('sound')
      }),
      { numRuns: 3000 },
    )
  })

  test('an exchange of two neighbours in the organisation code is offered put right', () => {
    fc.assert(
      fc.property(creditCode, fc.integer({ min: 8, max: 15 }), (code, at) => {
        fc.pre(code[at] !== code[at + 1])
        const reading = readCode(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2))
        // Where GB 11714 happens not to notice the exchange, the right check digit is offered before it.
        expect(reading.suggestions).toContain(code)
      }),
    )
  })

  test('where a single character cannot be read, what it should be is told and not put in', () => {
    fc.assert(
      fc.property(creditCode, fc.nat(17), fc.constantFrom('V', '*', '？', '😀', 'Ж'), (code, at, strange) => {
        const typed = code.slice(0, at) + strange + code.slice(at + 1)
        const reading = readCode(typed)
        expect(reading).toMatchObject({
          kind: 'credit',
          state: 'broken',
          trouble: { code: 'credit.character' },
        })
        expect(reading.wrong).toEqual([
          { at: at + 1, is: strange === '？' ? '?' : strange, should: code[at] },
        ])
      }),
    )
  })

  test('look-alikes, full-width forms, small letters, spaces and dashes are read back to the same code', () => {
    const noise: Record<string, string[]> = {
      0: ['O', 'o', 'О', '０', '〇'],
      1: ['I', 'l', '１', '|'],
      2: ['Z', 'z', '２'],
      5: ['S', 's', '５'],
      A: ['a', 'А', 'Α', 'Ａ'],
      H: ['Н', 'h'],
      X: ['х', 'Χ', 'ｘ'],
      M: ['М', 'm'],
      T: ['Т', 't'],
    }
    fc.assert(
      fc.property(creditCode, fc.array(fc.nat(20), { minLength: 18, maxLength: 18 }), (code, picks) => {
        const typed = Array.from(code, (c, i) => {
          const pick = picks[i] as number
          return `${noise[c]?.[pick] ?? c}${['', '', ' ', '-', '\u200b', '—'][pick] ?? ''}`
        }).join('')
        const reading = readCode(typed)
        expect({ code: reading.code, state: reading.state }).toEqual({ code, state: 'sound' })
        expect(reading.readAs === undefined).toBe(!/[OoОIl|ZzSsАΑНхΧМТ〇０-９Ａ-Ｚａ-ｚ]/.test(typed))
      }),
      { numRuns: 2000 },
    )
  })

  test('what was taken for what is said', () =>
    expect(readCode('9l36O7O2MA35XY5R2R').readAs).toBe('“l”读作“1”，“O”读作“0”。'))

  test('a real code that fails its check digit passes with the digit that would fit', () => {
    const reading = readCode('91350211M0000XUF46')
    expect(reading).toMatchObject({ state: 'doubtful', wrong: [{ at: 18, is: '6', should: 'R' }] })
    expect(reading.words).toContain('原件如此')
  })

  test('GB 11714: a wrong seventeenth character under a right eighteenth is told', () => {
    const first17 = '91360702MA35XY5R3'
    expect(readCode(first17 + creditCheckDigit(first17))).toMatchObject({
      state: 'doubtful',
      wrong: [{ at: 17, is: '3', should: '2' }],
      trouble: { code: 'credit.organisation' },
    })
  })

  test('a code of seventeen characters is said to be short', () =>
    expect(readCode('91360702MA35XY5R2').words).toBe('应为18位，现在是17位，请核对。'))
})

describe('identity number, GB 11643', () => {
  const identity = fc
    .tuple(
      fc.constantFrom('360702', '110105'),
      fc.constantFrom('19491231', '20000229', '19880101'),
      numberOf(3),
    )
    .map(all => all.join(''))
    .map(first17 => first17 + identityCheckDigit(first17))

  test('is neither read nor repeated, however it is typed', () => {
    fc.assert(
      fc.property(
        identity,
        fc.constantFrom('', '身份证：', '张三', 'No.'),
        fc.boolean(),
        (number, label, wide) => {
          const typed = wide
            ? number.replace(/\d/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
            : number
          const reading = readCode(label + typed)
          fc.pre(reading.kind !== 'credit' || reading.state !== 'sound')
          expect(reading).toMatchObject({
            state: 'broken',
            trouble: { code: 'code.identity' },
            wrong: [],
            parts: [],
          })
          expect(JSON.stringify(reading)).not.toContain(number.slice(6, 14))
        },
      ),
    )
  })

  test('is seen inside a longer text by its check digit; without one it is some other number', () => {
    expect(holdsIdentityNumber('A11010519491231002X')).toBe(true)
    expect(holdsIdentityNumber('11010519491231002XA')).toBe(true)
    expect(holdsIdentityNumber('A110105194912310021')).toBe(false)
    expect(holdsIdentityNumber('110105194912310021A')).toBe(false)
  })

  test('is not repeated when its check digit is mistyped', () =>
    expect(readCode('110105194912310021').trouble?.code).toBe('code.identity'))

  test('a credit code of digits only, sound by both its check digits, is a credit code', () => {
    fc.assert(
      fc.property(numberOf(8), body => {
        const first17 = `11360702${body}${organisationCheckDigit(body)}`
        const code = first17 + creditCheckDigit(first17)
        expect(read(code)).toEqual({ kind: 'credit', state: 'sound', code })
      }),
    )
  })
})

describe('registration number, GS 15-2006', () => {
  test('is taken with any check digit, and the usual one is told', () => {
    fc.assert(
      fc.property(numberOf(15), number => {
        const reading = readCode(number)
        expect(reading).toMatchObject({ kind: 'registration', code: number })
        const right = reading.wrong[0]?.should ?? (number[14] as string)
        expect(readCode(number.slice(0, 14) + right).state).toBe('sound')
      }),
    )
  })
})

describe('trade item number, GB 12904', () => {
  const gtin = fc
    .constantFrom(11, 12, 13)
    .chain(numberOf)
    .filter(inner => /[1-9]/.test(inner) && !/^86|^0/.test(inner))
    .map(inner => inner + (readCode(`${inner}0`).wrong[0]?.should ?? '0'))

  test('every single wrong digit is noticed', () => {
    fc.assert(
      fc.property(gtin, fc.nat(13), digit, (number, at, other) => {
        expect(read(number)).toEqual({ kind: 'gtin', state: 'sound', code: number })
        fc.pre(at < number.length && number[at] !== other)
        const changed = number.slice(0, at) + other + number.slice(at + 1)
        fc.pre(!/^86/.test(changed))
        expect(readCode(changed).state === 'sound' && readCode(changed).kind === 'gtin').toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('who gave out the prefix is told: 690 to 699 is China', () => {
    const prefix = (typed: string) => readCode(typed).parts.find(part => part.label === '前缀')?.value
    expect(prefix('6901234567892')).toBe('690（中国注册，不表示产地）')
    expect(prefix('16901234567899')).toBe('690（中国注册，不表示产地）')
    expect(prefix('036000291452')).toBe('003（不在中国注册）')
    expect(prefix('2012345678900')).toBe('201（商店自编）')
  })

  test('an eight-digit number that is no GTIN-8 is a telephone number that says so', () =>
    expect(readCode('69012342')).toMatchObject({
      kind: 'landline',
      words: expect.stringContaining('商品条码'),
    }))
})

describe('certificate and licence', () => {
  test('the product class of a CCC number is a hint of low confidence', () => {
    expect(JSON.stringify(readCode('2021010105123456').parts)).toContain('可能是聚氯乙烯绝缘，依据待核')
    expect(JSON.stringify(readCode('2021010104123456').parts)).toContain('可能是橡皮绝缘，依据待核')
  })

  test('a certificate of a year to come is doubtful where the day is known', () => {
    expect(readCode('2031010105123456').state).toBe('sound')
    expect(readCode('2031010105123456', '2026-11-23').trouble?.code).toBe('ccc.year')
  })

  test('another product’s licence is said to be none for wire and cable', () =>
    expect(readCode('XK06-002-00123').words).toBe('不是电线电缆（XK06-001）的编号，请与原件核对。'))

  test('where brackets, dashes and look-alikes stand does not matter', () => {
    const typed = fc
      .tuple(
        fc.constantFrom('（赣）', '(赣)', '赣', '【赣】', '〔赣〕', '(赣', '编号：（赣）'),
        fc.constantFrom('XK', 'xk', 'ＸＫ', 'ХК', ' X K '),
        fc.constantFrom('06', 'O6', '０６'),
        fc.constantFrom('-', '', ' ', '—', '－', '–', '−'),
        fc.constantFrom('001', 'OO1', '00l', '0 0 1'),
        fc.constantFrom('-', '', ' — '),
        fc.constantFrom('00123', 'OO123', '00I23', '00 123'),
      )
      .map(all => all.join(''))
    fc.assert(
      fc.property(typed, text => {
        expect(read(text)).toEqual({ kind: 'licence', state: 'sound', code: '(赣)XK06-001-00123' })
      }),
    )
  })
})

test('what is built for a product can be scanned and read', () => {
  const built = buildDigitalLink({
    path: [
      ['01', '6901234567892'],
      ['10', 'A/1'],
    ],
    query: [['11', '260415']],
  })
  expect(built).toEqual({ ok: true, uri: 'https://id.gs1.org/01/06901234567892/10/A%2F1?11=260415' })
  expect(readCode(built.ok ? built.uri : '').parts.slice(0, 3)).toEqual([
    { label: 'GTIN', value: '06901234567892' },
    { label: '批号', value: 'A/1' },
    { label: '生产日期', value: '2026-04-15' },
  ])
})
