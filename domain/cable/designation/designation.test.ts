import fc from 'fast-check'
import type { Cable } from '../cable'
import { type Designation, formatDesignation, readDesignation } from '.'
import sample from './designations.sample.json'
import { everyType } from './types'

type Expected = {
  text: string
  source: string
  type?: string
  cores?: string
  volts?: string
  flame?: string
  fire?: string
  iec?: string
  class?: number
  standard?: string
  productClass?: string
  warn?: string
  unread?: string
}
type TypeFacts = Partial<
  Record<'metal' | 'productClass' | 'insulation' | 'sheath' | 'screen' | 'armour', string>
> & {
  class?: number
}
const types = sample.types as Record<string, TypeFacts>
const rows = sample.rows as Expected[]

function read(text: string): Extract<Designation, { ok: true }> {
  const found = readDesignation(text)
  if (!found.ok) throw new Error(`${text}: ${found.trouble.code}`)
  return found
}
const cores = (cable: Cable) =>
  cable.cores.map(({ count, mm2 }) => `${count}×${mm2 === 1 ? '1.0' : mm2}`).join('+')
const volts = (cable: Cable) => cable.voltage && `${cable.voltage.u0}/${cable.voltage.u}`
const flame = ({ flame }: Cable) =>
  flame &&
  `${flame.halogenFree ? 'W' : ''}${flame.lowSmoke ? 'D' : ''}${flame.lowToxicity ? 'U' : ''}Z${flame.category ?? ''}`

describe('designations as they stand on cables, in spot-check results, lists and catalogues', () => {
  test('there are at least 200 different ones, each with its source', () => {
    expect(new Set(rows.map(row => row.text)).size).toBeGreaterThanOrEqual(200)
    for (const row of rows) expect(Object.keys(sample.sources)).toContain(row.source)
  })

  test.each(rows.filter(row => row.type).map(row => [row.text, row] as const))('%s', (text, row) => {
    const { cable, warnings, unread } = read(text)
    const facts = types[row.type as string] as TypeFacts
    expect({
      type: cable.type,
      metal: cable.metal,
      class: cable.classes[0],
      productClass: cable.productClass,
      insulation: cable.insulation,
      sheath: cable.sheath,
      screen: cable.screen,
      armour: cable.armour,
      iec: cable.iec,
      cores: cores(cable),
      volts: volts(cable),
      flame: flame(cable),
      fire: cable.fire,
    }).toEqual({
      type: row.type?.replace('WDZ ', ''),
      metal: facts.metal,
      class: row.class ?? facts.class,
      productClass: row.productClass === '' ? undefined : facts.productClass,
      insulation: facts.insulation,
      sheath: facts.sheath,
      screen: facts.screen,
      armour: facts.armour,
      iec: row.iec,
      cores: row.cores ?? '',
      volts: row.volts,
      flame: row.flame,
      fire: row.fire,
    })
    if (row.standard) expect(cable.standard).toBe(row.standard)
    expect(warnings.join()).toContain(row.warn ?? '')
    expect(unread).toEqual(row.unread ? row.unread.split(',') : [])
  })

  test.each(rows.filter(row => !row.type).map(row => row.text))(
    '%s names no type, and that is said',
    text => {
      expect(readDesignation(text)).toMatchObject({ ok: false, trouble: { code: 'designation.type' } })
    },
  )
})

// The examples of issue 3, item 4, and the writings of the brief.
test.each([
  ['BV 2.5', 'BV 1×2.5'],
  ['60227 IEC 01(BV) 450/750V 1×2.5', '60227 IEC 01(BV) 450/750V 1×2.5'],
  ['60227 IEC 53 (RVV) 300/500V 3x1.5', '60227 IEC 53(RVV) 300/500V 3×1.5'],
  ['60245 IEC 66 (YCW) 3×16+1×6', '60245 IEC 66(YCW) 3×16+1×6'],
  ['ZC-YJV22-0.6/1 3×95+1×50', 'ZC-YJV22-0.6/1kV 3×95+1×50'],
  ['ZR-YJV22 0.6/1kV 3*95+1*50', 'Z-YJV22-0.6/1kV 3×95+1×50'],
  ['NH-BVR', 'N-BVR'],
  ['KVVP2 10*1.5', 'KVVP2 10×1.5'],
  ['KVVP222 10*1.5', 'KVVP2-22 10×1.5'],
  ['JKLYJ-10 1x120', 'JKLYJ-10 1×120'],
  ['JKLYJ-1 4x35', 'JKLYJ-1 4×35'],
  ['WDZB-BYJ', 'WDZB-BYJ'],
  ['WDZBYJ 4', 'WDZ-BYJ 1×4'],
  ['BYJ(F) 2.5', 'BYJF 1×2.5'],
  ['WDUZA-YJY 3×4', 'WDUZA-YJY 3×4'],
  ['ZB-NH-KVV 4×1.5', 'ZBN-KVV 4×1.5'],
  ['ZR-C-YJV 3×4', 'ZC-YJV 3×4'],
  ['WDZ-ZRC-YJY 3×4', 'WDZC-YJY 3×4'],
  ['RVV 双芯 0.75', 'RVV 2×0.75'],
  ['BV 单芯 4', 'BV 1×4'],
  ['ZAN-RVS 2×1.5', 'ZAN-RVS 2×1.5'],
  ['NJ-KVV 4×1.5', 'NJ-KVV 4×1.5'],
  ['WDZA-B1-(d0,t0,a1)-YJY 3×4', 'WDZA-YJY 3×4'],
  ['WDZB1-YJY(d0，t0，a1) 3×4', 'WDZ-YJY 3×4'],
  ['YJV-4*25+16', 'YJV 4×25+1×16'],
  ['YJV 2(3×150+1×70)', 'YJV 3×150+1×70'],
  ['BV-500 2.5', 'BV 300/500V 1×2.5'],
  ['BV-90 2.5', 'BV-90 1×2.5'],
  ['BVVB 2×2.5+1×1.5', 'BVVB 2×2.5+1×1.5'],
  ['RVV 三芯 2.5平方', 'RVV 3×2.5'],
  ['RVV 3芯2.5mm²', 'RVV 3×2.5'],
  ['DJYVP 4×(2×1.0)', 'DJYVP 8×1.0'],
  ['阻燃C类 BV 2.5', 'ZC-BV 1×2.5'],
  ['MYJV22 3×95', 'MYJV22 3×95'],
])('%s is %s', (text, formal) => expect(formatDesignation(read(text).cable)).toBe(formal))

test('every part of the text is told, in order, with a Chinese meaning or as not read', () => {
  const { parts, unread } = read('ZC-YJV22-0.6/1 3×95+1×50 远东 100m')
  expect(parts.map(part => part.text)).toEqual(['ZC', 'YJ', 'V', '22', '0.6/1', '3×95+1×50', '远东', '100m'])
  expect(parts.map(part => part.meaning)).toEqual([
    '成束阻燃C类',
    '交联聚乙烯绝缘',
    '聚氯乙烯护套',
    '钢带铠装，聚氯乙烯护套',
    '额定电压0.6/1kV',
    '3芯95mm²，1芯50mm²',
    undefined,
    '长度',
  ])
  expect(unread).toEqual(['远东'])
})

describe('what does not fit is said', () => {
  test.each([
    ['BV', '没有印截面'],
    ['BV 300/500V 2.5', '300/500V的BV没有2.5mm²'],
    ['BVR 300/500V 2.5', '印的是300/500V'],
    ['BVR 1.5', '1.5mm²不在BVR的标准截面2.5～70mm²内'],
    ['BV 2.3mm²', '2.3mm²不是标准截面'],
    ['BV 1×99999', '99999mm²不是标准截面'],
    ['YJV 3×25+1×35', '“+”后面的截面35mm²比前面的大'],
    ['YJV 3×25+1', '只印了芯数，没有印截面'],
    ['KVV 99×1.5', '芯数99过多'],
    ['YJV 95', '没有印芯数'],
    ['YJV 3×95', '没有印额定电压'],
    ['YJV 450/750V 3×95', '从0.6/1kV起'],
    ['YJV 450/750kV 3×95', '单位印得不对'],
    ['RVS 2×48/0.2', '根数和直径（约1.51mm²）'],
    ['BV 2.5 GB/T5023.3-1997', '已被GB/T 5023.3-2008代替'],
    ['YJV 3×4 GB/T 12706.1-2008', '已被GB/T 12706.1-2020代替（2020-10-01起实施）'],
    ['BV 2.5 GB/T 12706.1-2020', '不是BV的产品标准'],
    ['BV 2.5 铝芯', '与型号BV的导体不一致'],
    ['铝芯聚氯乙烯绝缘电线 BV 2.5', '与型号BV的导体不一致'],
    ['KVVP24×1.5', '也可能是KVVP2 4芯'],
    ['60227 IEC 53 (BV) 2.5', '两者不一致'],
    ['WDZ-YJV 3×4', '两者矛盾'],
    ['BV 2,5', '小数请用点'],
  ])('%s: %s', (text, words) => expect(read(text).warnings.join('；')).toContain(words))

  test.each([
    ['BV 1e9', '1e9'],
    ['BV 2,5', '2,5'],
    ['BV 2.5 上上', '上上'],
    ['60227 IEC 99 BV 2.5', '60227 IEC 99'],
    ['BV 2.5 😀', '😀'],
  ])('%s: “%s” is not read', (text, unread) => expect(read(text).unread).toContain(unread))

  test('a section that is not read is not guessed', () => {
    for (const text of ['BV 1e9', 'BV 2,5', 'BV 0', 'BV 123456', 'BV <2.5>e3'])
      expect(read(text).cable.cores.every(core => Number.isFinite(core.mm2) && core.mm2 > 0)).toBe(true)
    expect(read('BV 1e9').cable.cores).toEqual([])
    // The dash is the usual writing BV-2.5, not a sign.
    expect(read('BV -2.5').cable.cores).toEqual([{ count: 1, mm2: 2.5 }])
  })
})

// Each of these was once read as something else, without a word.
describe('what cannot be read surely is left unread, and lowers the confidence', () => {
  test.each([
    ['BV 1/1.78', 2.5],
    ['BV 1/2.25', 4],
    ['BV-1/2.76mm', 6],
    ['BV 7/0.85', 4],
    ['BV 7/1.33', 10],
    ['BV 19/1.53', 35],
    ['BV 7/2.5', 35],
  ])('%s: wires and their diameter are no section; it may be %d mm²', (text, mm2) => {
    const { cable, warnings } = read(text)
    expect(cable.cores).toEqual([])
    expect(warnings.join()).toContain(`没有印标称截面，可能是${mm2}mm²`)
  })

  test('a section printed beside the wires is the section', () => {
    expect(read('BV 1/1.78 2.5mm²')).toMatchObject({
      cable: { cores: [{ count: 1, mm2: 2.5 }] },
      warnings: [],
    })
  })

  test('a smaller section behind is a neutral or the steel, a larger one is not read', () => {
    expect(cores(read('YJV 0.6/1kV 3×25/16').cable)).toBe('3×25')
    expect(cores(read('JL/G1A-16/3').cable)).toBe('1×16')
    expect(read('BV 2.5/4')).toMatchObject({ cable: { cores: [] }, unread: ['2.5/4'] })
  })

  test.each([
    ['VV20 3×25', 'VV', '3×25', '20'],
    ['VLV20 4×50', 'VLV', '4×50', '20'],
    ['YJV20 3×95', 'YJV', '3×95', '20'],
    ['YJV20/3×95', 'YJV', '3×95', '20'],
    ['VV29 0.6/1kV 3×95', 'VV', '3×95', '29'],
    ['VV30 0.6/1kV 3×95', 'VV', '3×95', '30'],
    ['VV50 0.6/1kV', 'VV', '', '50'],
    ['VV-59 3×95', 'VV', '3×95', '59'],
    ['KVV20 4×1.5', 'KVV', '4×1.5', '20'],
    ['YJV1 4×25', 'YJV', '4×25', '1'],
    ['JKLYJ10 1×120', 'JKLYJ', '1×120', '10'],
    ['KVV-500 10×1.5', 'KVV', '10×1.5', '500'],
    ['BV500 2.5', 'BV', '1×2.5', '500'],
    ['BV-X 2.5', 'BV', '1×2.5', 'X'],
    ['ZX-YJV 3×95', 'YJV', '3×95', 'ZX'],
  ])('%s is %s %s, and “%s” beside the type is not read', (text, type, size, strange) => {
    const { cable, unread, warnings } = read(text)
    expect({ type: cable.type, size: cores(cable), unread }).toEqual({ type, size, unread: [strange] })
    expect(warnings.join()).toContain(`紧挨型号的“${strange}”没有读懂`)
    expect(cable.confidence).toBe('low')
    if (!/0\.6/.test(text)) expect(cable.voltage).toBeUndefined()
  })

  test('a word away from the type says nothing about it', () => {
    for (const text of ['远东 YJV22 0.6/1kV 3×95', 'FAR EAST YJV22 0.6/1kV 3×95', 'YJV22 0.6/1kV 3×95 X'])
      expect(read(text).cable.confidence).toBe('high')
    expect(read('1、BV 2.5').cable).toMatchObject({ cores: [{ count: 1, mm2: 2.5 }], confidence: 'high' })
  })

  test('kilovolts without a unit need a dash or a space, and PVC is not made for 20 kV', () => {
    expect(read('YJV-20 3×95').cable).toMatchObject({ voltage: { u: 20000 }, confidence: 'high' })
    const { cable, warnings } = read('VV-20 3×25')
    expect(cable.confidence).toBe('low')
    expect(warnings.join()).toContain('旧铠装代号')
  })

  test.each([
    ['KVVP1 4×1.5', 'KVVP1', '铜丝缠绕屏蔽', '4×1.5'],
    ['YJVP1 4×25', 'YJVP1', '铜丝缠绕屏蔽', '4×25'],
    ['KVVP12×1.5', 'KVVP', '铜丝编织屏蔽', '12×1.5'],
    ['DJYVP300/500V 2×2×1.0', 'DJYVP', '铜丝编织屏蔽', '4×1.0'],
    ['YJV220.6/1kV 3×95', 'YJV22', undefined, '3×95'],
  ])('%s is %s', (text, type, screen, size) => {
    const { cable, unread } = read(text)
    expect({ type: cable.type, screen: cable.screen, size: cores(cable), unread }).toEqual({
      type,
      screen,
      size,
      unread: [],
    })
  })

  test('KVVP12×1.5 may be KVVP1 as well', () => {
    expect(read('KVVP12×1.5').warnings.join()).toContain('也可能是KVVP1 2芯')
    expect(read('KVVP10×1.5').warnings).toEqual([])
  })

  test.each([
    ['BV 2.5 铜包铝', '铜包铝'],
    ['BV 2.5铜包铝芯', '铜包铝芯'],
    ['铜包铝电线 BV 2.5', '铜包铝'],
    ['优质铜包铝线 BV 2.5', '优质铜包铝线'],
    ['BV 2.5 优质铜包铝', '优质铜包铝'],
    ['BV 2.5 铜包钢', '铜包钢'],
    ['BV-CCA 2.5', 'CCA'],
    ['BV 2.5 CCS', 'CCS'],
    ['BV 2.5 铝', '铝'],
    ['BV 2.5 Al', 'AL'],
    ['铝线 BV 2.5', '铝线'],
    ['BLV 2.5 纯铜', '纯铜'],
    ['60227 IEC 53 (BV) 2.5', 'BV'],
  ])('%s: “%s” is not the conductor of the type', (text, word) => {
    const { cable, warnings } = read(text)
    expect(cable.confidence).toBe('low')
    expect(warnings.join()).toMatch(new RegExp(`${word}.*(不一致|可能与型号不同)`))
  })

  test.each([
    'BV 2.5 铜芯',
    'BV 2.5 CU',
    'VV22 0.6/1kV 3×95 钢带铠装',
    '铜芯铝塑复合带护套电缆 YJV 3×4',
    '铝芯铜带屏蔽电缆 YJLV 0.6/1kV 3×95',
    '铜陵电缆 YJLV 0.6/1kV 3×95',
  ])('%s says nothing against the type', text => {
    expect(read(text).cable.confidence).toBe('high')
    expect(read(text).warnings.join()).not.toMatch(/不一致|不同/)
  })

  test.each([['EV-RVVP 3×2.5'], ['EV-SS 5×6'], ['ZC-EV-RSS 5×6']])(
    '%s is for charging stations, none of the five classes',
    text => {
      expect(readDesignation(text)).toMatchObject({ ok: false, trouble: { code: 'designation.scope' } })
    },
  )

  test('EV with a voltage is rubber insulated', () => {
    expect(read('EV-0.6/1kV 3×95').cable).toMatchObject({ type: 'EV', insulation: 'EPR' })
  })

  test.each([
    ['ZRVV 3×2.5', 'VV', 'RVV'],
    ['ZBVV 3×2.5', 'VV', 'BVV'],
    ['ZRVVP 2×1.5', 'VVP', 'RVVP'],
  ])('%s may be %s or %s', (text, type, other) => {
    const { cable, warnings } = read(text)
    expect(cable).toMatchObject({ type, confidence: 'low' })
    expect(warnings).toContain(`连写的字母也可能是${other}，请看实物`)
  })

  test.each([
    'ZR-VV 3×2.5',
    'ZRVV 0.6/1kV 3×2.5',
    'Z-RVV 3×2.5',
    'ZRYJV 0.6/1kV 3×4',
    'ZRVV22 3×4',
    'NHRVV 3×1.5',
    'ZAVV 3×4',
  ])('%s is not ambiguous', text => expect(read(text).cable.confidence).toBe('high'))
})

describe('tinned conductors', () => {
  test.each([
    ['BV 2.5 镀锡', 'BV 1×2.5 镀锡铜芯'],
    ['BVR 镀锡铜 4', 'BVR 1×4 镀锡铜芯'],
    ['BV TXR 2.5', 'BV 1×2.5 镀锡铜芯'],
    ['镀锡铜芯聚氯乙烯绝缘电线 BV 2.5', 'BV 1×2.5 镀锡铜芯'],
    ['RVVP 4×0.5 镀锡铜芯', 'RVVP 4×0.5 镀锡铜芯'],
  ])('%s is %s, and again when read again', (text, formal) => {
    const { cable, unread } = read(text)
    expect(cable.coated).toBe(true)
    expect(unread).toEqual([])
    expect(formatDesignation(cable)).toBe(formal)
    expect(read(formal).cable).toEqual(cable)
  })

  test.each([
    ['RVVP 4×0.5 镀锡', '可能只说屏蔽'],
    ['BLV 2.5 镀锡', '不一致'],
  ])('%s: %s', (text, words) => {
    const { cable, warnings } = read(text)
    expect(cable).toMatchObject({ coated: false, confidence: 'low' })
    expect(warnings.join()).toContain(words)
  })

  test('the wires of a screen are not the conductor', () => {
    expect(read('RVVP 镀锡铜丝编织 4×0.5').cable.coated).toBe(false)
    expect(read('BV 2.5').cable.coated).toBe(false)
  })
})

test.each([
  ['KVV-0.45/0.75 4×1.5', '450/750'],
  ['RVV 0.3/0.5 3×1.5', '300/500'],
  ['RVV 0.3/0.3 3×0.5', '300/300'],
])('%s: kilovolts without a unit are %s V', (text, expected) => {
  const { cable, warnings, unread } = read(text)
  expect(volts(cable)).toBe(expected)
  expect({ warnings, unread }).toEqual({ warnings: [], unread: [] })
})

describe('standard and class', () => {
  test.each([
    ['RVV 3×0.5', 'GB/T 5023.5'],
    ['RVV 4×0.5', 'JB/T 8734.3'],
    ['RVV 300/300V 4×0.75', 'JB/T 8734.3'],
    ['RVV 5×0.75', 'GB/T 5023.5'],
    ['RVB 2×0.5', 'GB/T 5023.5'],
    ['RVB 3×0.5', 'JB/T 8734.3'],
  ])('GB/T 5023.5: 60227 IEC 52 has two or three cores, IEC 42 two: %s is of %s', (text, standard) =>
    expect(read(text).cable.standard).toBe(standard),
  )

  test('more cores than the number printed allows are said', () => {
    expect(read('60227 IEC 52(RVV) 4×0.5').warnings.join()).toContain('没有4芯')
    expect(read('60227 IEC 53(RVV) 4×1.0').warnings).toEqual([])
    expect(read('60227 IEC 71c(TVV) 24×1.0').warnings).toEqual([])
  })

  test.each(['KGG 4×1.5', 'KFF 4×1.5', 'KGV22 4×1.5'])('%s is not of GB/T 9330', text => {
    const { cable } = read(text)
    expect(cable.confidence).toBe('low')
    for (const member of ['productClass', 'standard', 'scheme']) expect(cable).not.toHaveProperty(member)
  })

  test.each(['BV 0.6/1kV 2.5', 'BV 0.6/1kV 2.5 GB/T 5023.3-2008', 'YC 0.6/1kV 3×6', 'YH 0.6/1kV 1×50'])(
    '%s: a voltage above 450/750 V is no wire’s, and no standard is told',
    text => {
      const { cable, warnings } = read(text)
      expect(cable.confidence).toBe('low')
      expect(cable).not.toHaveProperty('standard')
      expect(warnings.join()).toContain('产品标准不能确定')
    },
  )
})

describe('flame retardance', () => {
  test.each([
    ['Z-YJV 3×4', 'Z', '单根阻燃'],
    ['ZR-YJV 3×4', 'ZR', '阻燃（旧写法，没有印类别）'],
    ['ZC-YJV 3×4', 'ZC', '成束阻燃C类'],
    ['ZR-C-YJV 3×4', 'ZR-C', '成束阻燃C类'],
    ['ZR(C)-YJV 3×4', 'ZR(C)', '成束阻燃C类'],
    ['ZR（C）-YJV 3×4', 'ZR（C）', '成束阻燃C类'],
    ['C类阻燃 YJV 3×4', 'C类阻燃', '阻燃C类'],
  ])('%s: %s means %s', (text, prefix, meaning) => {
    const { parts, cable, unread } = read(text)
    expect(parts[0]).toEqual({ text: prefix, meaning })
    expect(unread).toEqual([])
    expect(cable.flame?.category).toBe(/C/.test(prefix) ? 'C' : undefined)
  })
})

test.each([
  ['https://id.gs1.org/01/06901234567892/10/BV', 'designation.link'],
  ['', 'designation.empty'],
  ['　 ', 'designation.empty'],
  ['😀', 'designation.type'],
  ['电线', 'designation.type'],
  ['QQ 2.5', 'designation.type'],
  ['A'.repeat(10_000), 'designation.long'],
  ['SYV-75-5', 'designation.scope'],
])('%j is answered by trouble %s', (text, code) => {
  const found = readDesignation(text)
  expect(found).toMatchObject({ ok: false, trouble: { code, message: expect.stringMatching(/[一-龥]/) } })
})

test('a rated voltage is never filled in', () => {
  expect(read('BVR 2.5').cable).not.toHaveProperty('voltage')
  expect(read('KVV 4×1.5').cable).not.toHaveProperty('voltage')
})

test('the standard printed decides where a type is made to two', () => {
  expect(read('RVV 3×1.5').cable.standard).toBe('GB/T 5023.5')
  expect(read('RVV 3×1.5 JB/T 8734.3-2016').cable.standard).toBe('JB/T 8734.3')
  expect(read('RVV 2×6').cable.standard).toBe('JB/T 8734.3')
})

describe('properties', () => {
  const all = everyType()
  const type = fc.constantFrom(...all)
  const category = fc.constantFrom('', 'A', 'B', 'C', 'D')
  const prefix = fc
    .tuple(
      fc.constantFrom('', 'Z', 'DZ', 'WDZ', 'WDUZ', 'UZ', 'WZ'),
      category,
      fc.constantFrom('', 'N', 'NJ', 'NS'),
    )
    .map(([head, letter, fire]) => (head ? head + letter : '') + fire)
  const voltage = fc.constantFrom(
    '',
    '300/300V',
    '300/500V',
    '450/750V',
    '0.6/1kV',
    '1.8/3kV',
    '6/6kV',
    '6/10kV',
    '8.7/15kV',
    '10kV',
    '26/35kV',
    '250/250V',
  )
  const section = fc.constantFrom('0.5', '0.75', '1.0', '1.5', '2.5', '4', '10', '16', '95', '300', '2.3')
  const one = fc.tuple(fc.integer({ min: 1, max: 61 }), section).map(([count, mm2]) => `${count}×${mm2}`)
  const many = fc.array(one, { maxLength: 3 }).map(list => list.join('+'))
  const iec = fc.constantFrom(
    '60227 IEC 01(BV)',
    '60227 IEC 07(BV-90)',
    '60227 IEC 53(RVV)',
    '60227 IEC 71f(TVVB)',
    '60245 IEC 66(YCW)',
    '60245 IEC 81(YH)',
  )
  const pieces = fc.tuple(
    prefix,
    fc.oneof({ weight: 9, arbitrary: type }, { weight: 1, arbitrary: iec }),
    voltage,
    many,
  )
  const write = ([prefix, type, voltage, many]: string[]) =>
    [prefix ? `${prefix}-${type}` : type, voltage, many].filter(Boolean).join(' ')

  test('every type of the letter systems is read as itself', () => {
    const other = all.filter(one => {
      const found = readDesignation(one)
      return !found.ok || found.cable.type !== one
    })
    expect(other).toEqual([])
  })

  test('what was written is what is read, and reading what was formatted gives the same cable', () => {
    fc.assert(
      fc.property(pieces, all => {
        const { cable, unread } = read(write(all))
        const [prefix, type, , many] = all
        expect(cable.iec ? `${cable.iec}(${cable.type})` : cable.type).toBe(type)
        expect((flame(cable) ?? '') + (cable.fire ?? '')).toBe(prefix)
        expect(cores(cable)).toBe(many)
        expect(unread).toEqual([])
        expect(read(formatDesignation(cable)).cable).toEqual(cable)
      }),
      { numRuns: 3000 },
    )
  })

  test('spaces, case, full width and signs for × change nothing', () => {
    const noise = fc.infiniteStream(fc.nat(9))
    fc.assert(
      fc.property(pieces, noise, (all, noise) => {
        const text = write(all)
        const next = () => noise.next().value as number
        let noisy = ''
        for (const character of text) {
          if (character === '×') noisy += ['×', 'x', 'X', '*', '·', ' × ', ' x', '* ', 'Χ', '＊'][next()]
          else if (/[+ ]/.test(character))
            noisy += [character, ` ${character}`, `${character} `, ` ${character} `][next() % 4]
          else if (/[A-Z]/.test(character) && next() > 5) noisy += character.toLowerCase()
          else if (/[A-Z0-9.]/.test(character) && next() > 7)
            noisy += String.fromCharCode(character.charCodeAt(0) + 0xfee0)
          else noisy += character
        }
        expect(read(`  ${noisy} `).cable).toEqual(read(text).cable)
      }),
      { numRuns: 2000 },
    )
  })

  test('whatever is typed, nothing is thrown, no figure is broken, and every part stands in the text', () => {
    const scraps = fc.constantFrom(
      'BV',
      'YJV22',
      'ZR-',
      'KVVP2',
      '2.5',
      '×',
      '*',
      '3x',
      '+',
      '/',
      '-',
      '(',
      ')',
      '0.6/1',
      'kV',
      '芯',
      '平方',
      ' ',
      '60227 IEC 01',
      'GB/T 5023',
      '-2008',
      'B1',
      'd0',
      '1e9',
      '0',
      '😀',
      '％',
      '阻燃',
      'JKLYJ-10',
      '..',
      '999999',
      '²',
      'M',
    )
    const text = fc.oneof(
      fc.array(scraps, { maxLength: 14 }).map(list => list.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    fc.assert(
      fc.property(text, text => {
        const found = readDesignation(text)
        let at = 0
        for (const part of found.parts) {
          expect(part.text).not.toBe('')
          at += part.text.length
        }
        expect(at).toBeLessThanOrEqual(text.length)
        if (!found.ok) return expect(found.trouble.message).toMatch(/[一-龥]/)
        for (const { count, mm2 } of found.cable.cores) {
          expect(Number.isInteger(count) && count > 0).toBe(true)
          expect(Number.isFinite(mm2) && mm2 > 0).toBe(true)
        }
        expect(JSON.stringify(found)).not.toMatch(/NaN|undefined|null/)
        // What was doubtful about this text is not written again.
        const firm = ({ confidence: _, scheme: __, ...rest }: Cable) => rest
        return expect(firm(read(formatDesignation(found.cable)).cable)).toEqual(firm(found.cable))
      }),
      { numRuns: 5000 },
    )
  })
})
