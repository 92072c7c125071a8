import Big from 'big.js'
import { weakest } from '../../confidence'
import flameData from '../../data/indicators.json'
import materials from '../../data/materials.json'
import thickness from '../../data/thickness.json'
import type { Trouble } from '../../trouble'
import type { Cable } from '../cable'
import { sections } from './conductor'
import { type Limit, limitOf, refuse } from './limit'
import { boundOf } from './rounding'

type Table = [ladder: string, from: number, to: number, cited: string, confidence: string, sureTo?: number]
type Rule = [share: string, less: string, cited: string, confidence: string]
const tables = thickness.tables as unknown as Record<string, Table>
const ladders: Record<string, string> = thickness.ladders
const rules = thickness.rules as unknown as Record<keyof typeof thickness.rules, Rule>

/** Nominal thickness, its standard and confidence. */
type Nominal = [value: string, cited: string, confidence: string, note?: string]

/** The step of a ladder '1.5:0.7 2.5:0.8' that a section stands on. */
function step(ladder: string, mm2: number): string | undefined {
  const passed = ladder.split(' ').filter(one => mm2 >= Number.parseFloat(one))
  const last = passed[passed.length - 1]
  return last?.split(':')[1]
}

function fromTable(name: string, mm2: number, ladder?: string): Nominal | Trouble {
  const table = tables[name]
  if (!table) return missing(`${name}绝缘`)
  const [own, from, to, cited, confidence, sureTo = to] = table
  const value = step(ladders[ladder || own] || '', mm2)
  if (!value || mm2 < from || mm2 > to || sections.indexOf(mm2) < 0)
    return refuse('section', `${cited}的厚度表中没有${mm2}mm²`)
  return [value, cited, mm2 > sureTo ? 'medium' : confidence]
}

const missing = (what: string): Trouble => refuse('table', `${what}的标称厚度未收录，请查产品标准`)
const volts = ({ voltage }: Cable): number => (voltage ? voltage.u : 0)
const kilovolts = ({ voltage: v }: Cable): string => (v ? `${v.u0 / 1000}/${v.u / 1000}` : '')

/** 中压: 6 to 35 kV. */
export const isMediumVoltage = (cable: Cable): boolean => volts(cable) > 3000

function nominalInsulation(cable: Cable, mm2: number): Nominal | Trouble {
  const { type, productClass, voltage } = cable
  const insulation = cable.insulation || ''
  if (productClass === 'overhead') return nominalOverhead(cable, mm2)
  if (productClass === 'power') {
    if (isMediumVoltage(cable)) {
      const value = (thickness.kilovolts as Record<string, string>)[kilovolts(cable)]
      return value && insulation === 'XLPE'
        ? [value, powerStandard(cable), 'medium']
        : missing(`${kilovolts(cable)}kV ${insulation}绝缘`)
    }
    if (voltage && voltage.u !== 1000) return missing(`${kilovolts(cable)}kV绝缘`)
    const nominal = fromTable(insulation === 'HEPR' ? 'XLPE' : insulation, mm2)
    if (!voltage && Array.isArray(nominal)) nominal[3] = '没有读出额定电压，按0.6/1kV'
    return nominal
  }
  if (type === 'RVV') return nominalCord(cable, mm2)
  if (productClass === 'control') return /^KVV/.test(type) ? fromTable('KVV', mm2) : missing(type)
  // 60227 IEC 01, 02, 10 and 42, and BVR of JB/T 8734.2: their siblings (IEC 05 to 08, BLV) have tables of their own.
  const listed =
    /^(BVR?|RV|BVV|RVB)$/.test(type) &&
    cable.metal === 'copper' &&
    !/IEC (?!01|02|10|42)/.test(cable.iec || '')
  return listed ? fromTable(type, mm2) : missing(`${type}绝缘`)
}

function nominalOverhead({ metal, voltage, type }: Cable, mm2: number): Nominal | Trouble {
  if (!voltage) return refuse('voltage', '没有读出额定电压（1kV或10kV）')
  if (metal === 'aluminium' && voltage.u <= 1000) return fromTable('JKL', mm2)
  if (metal !== 'aluminium' || voltage.u !== 10000) return missing('这种架空绝缘电缆')
  const [ordinary, thin] = thickness.overhead10 as [string, string]
  const light = /\/Q/.test(type)
  return [
    light ? thin : ordinary,
    OVERHEAD_10,
    'medium',
    light ? '轻型薄绝缘' : `按普通绝缘；薄绝缘（/Q）为${thin}mm`,
  ]
}
const OVERHEAD_10 = 'GB/T 14049-2008'

// RVV is 60227 IEC 53 (300/500 V) or the light IEC 52 (300/300 V); the sheath goes by the number of cores.
function nominalCord({ iec, voltage, cores }: Cable, mm2: number, sheath?: boolean): Nominal | Trouble {
  const count = cores[0] ? cores[0].count : 0
  const [read] = /5[23]$/.exec(iec || '') || []
  const said = read || (voltage ? (voltage.u === 300 ? '52' : '53') : '')
  const light = said ? said === '52' : mm2 <= 0.75 && count <= 3
  if (cores.length > 1 || count < 2 || count > (light ? 3 : 5))
    return refuse('section', 'GB/T 5023.5的表中没有这个芯数和截面的RVV')
  const nominal = fromTable(light ? 'IEC52' : 'IEC53', mm2, sheath ? `sheath${light ? 0 : count}` : undefined)
  if (light && !said && Array.isArray(nominal))
    nominal[3] = '没有读出额定电压，按较宽的300/300V（60227 IEC 52）'
  return nominal
}

/** Least mean thickness or thinnest point, mm, of the insulation of a core of `mm2` or of the sheath. */
export function thicknessLimit(
  cable: Cable,
  part: 'insulation' | 'sheath',
  thinnest: boolean,
  mm2: number,
): Limit | Trouble {
  const { type, sheath, productClass } = cable
  const rule = rules[part]
  if (part === 'insulation') {
    const nominal = nominalInsulation(cable, mm2)
    if (!Array.isArray(nominal)) return nominal
    if (thinnest) return thinnestLimit(nominal, rule)
    const limit = meanLimit(nominal)
    if (productClass === 'power')
      limit.doubt = refuse(
        'informative',
        'GB/T 12706没有查到平均厚度的单独限值，以最薄处判定，平均值仅供参考',
      )
    return limit
  }
  if (type === 'RVV') {
    const nominal = nominalCord(cable, mm2, true)
    if (!Array.isArray(nominal)) return nominal
    return thinnest ? thinnestLimit(nominal, rule) : meanLimit(nominal)
  }
  if (!sheath) return refuse('none', `${type}没有读出护套`)
  if (productClass !== 'power' || isMediumVoltage(cable)) return missing(`${type}护套`)
  const doubt = refuse('sheathNominal', '护套标称厚度要按假想直径计算（0.035D+1.0），请查检验报告')
  if (!thinnest) return doubt
  // What the diameter asks for is unknown, but never under 1.4 mm (one core) or 1.8 mm (several).
  const single = cable.cores.every(core => core.count === 1) && cable.cores.length === 1
  const least = rules.powerSheath[single ? 0 : 1]
  const limit = thinnestLimit(
    [least, powerStandard(cable), 'medium', `按最小标称厚度${least}mm推算，实际限值不会更低`],
    rules[cable.armour || cable.screen ? 'rough' : 'smooth'],
  )
  limit.doubt = doubt
  return limit
}

const meanLimit = ([value, cited, confidence, note]: Nominal): Limit =>
  limitOf(boundOf(value, 'min', 'halfUp'), cited, confidence, note)

function thinnestLimit([value, cited, confidence, note]: Nominal, [share, less, where, sure]: Rule): Limit {
  const least = new Big(value).times(share).minus(less)
  const exact = least.toFixed()
  // Two decimals are measured; a third is kept where the rule gives one (0.85 × 0.9 − 0.1 = 0.665).
  const limit = limitOf(boundOf(exact.length > 4 ? exact : least.toFixed(2), 'min'), cited, confidence, note)
  limit.clause = limit.clause ? `${limit.clause}；${where}` : where
  limit.confidence = weakest(limit.confidence, sure as Limit['confidence'])
  return limit
}

const powerStandard = (cable: Cable): string =>
  `GB/T 12706.${volts(cable) >= 35000 ? 3 : isMediumVoltage(cable) ? 2 : 1}-2020`

export type Property =
  | 'Tensile'
  | 'Elongation'
  | 'TensileAged'
  | 'ElongationAged'
  | 'variation'
  | 'massLoss'
  | 'hotSetLoad'
  | 'hotSetPermanent'
  | 'ozone'
const PROPERTIES =
  'Tensile Elongation TensileAged ElongationAged variation massLoss hotSetLoad hotSetPermanent ozone'.split(
    ' ',
  )

type Row = [values: string, standard: number, confidence: string, ageing: string, hotSet?: string]
const materialRows = materials.rows as unknown as Record<string, Row>

/** Limit of a property of the material of the insulation or the sheath, data/materials.json. */
export function materialLimit(
  cable: Cable,
  part: 'insulation' | 'sheath',
  property: Property,
): Limit | Trouble {
  const code = cable[part]
  if (!code) return refuse('material', `没有读出${part === 'sheath' ? '护套' : '绝缘'}材料`)
  const row = materialRows[code]
  const power = cable.productClass === 'power'
  const overhead = cable.productClass === 'overhead'
  // Cross-linked insulation of building wires (BYJ) is another compound with other values.
  // PVC/A is the compound up to 1.8/3 kV; above it there is another, PVC/B (IEC 60502-2, own knowledge).
  const other = (code === 'XLPE' && !power && !overhead) || (code === 'PVC/A' && isMediumVoltage(cable))
  if (!row || other) return refuse('material', `${code}材料的限值未收录`)
  const [values, standard, confidence, ageing, hot] = row
  const value = values.split(' ')[PROPERTIES.indexOf(property)]
  if (!value || value === '-') return refuse('none', `${code}没有收录这一项的限值`)
  const cited =
    standard === 1
      ? overhead
        ? volts(cable) > 1000
          ? OVERHEAD_10
          : 'GB/T 12527-2008'
        : power
          ? powerStandard(cable)
          : 'GB/T 12706.1-2020'
      : ((materials.standards[standard] as string[])[part === 'sheath' ? 1 : 0] as string)
  const limit = limitOf(
    boundOf(value, PROPERTIES.indexOf(property) < 4 ? 'min' : 'max'),
    cited,
    // What was compared is GB/T 12706.1 at 0.6/1 kV: other cables borrow its values.
    standard === 1 && (!power || volts(cable) > 1000)
      ? weakest(confidence as Limit['confidence'], 'medium')
      : confidence,
  )
  if (/Aged|var/.test(property)) limit.notes.push(`老化条件${ageing}`)
  if (/^hot/.test(property)) limit.notes.push(`${hot}、0.20MPa、15min`)
  const doubted = /Aged|var|mass/.test(property) && (materials.doubts as Record<string, string>)[code]
  if (doubted) {
    limit.notes.push(doubted)
    limit.confidence = 'low'
  }
  return limit
}

const { single, bunched, parts } = flameData.flame

/** Single cable: char begins more than 50 mm below the upper support (`lower`: ends at most 540 mm below). Bunched: 2.5 m. */
export function flameLimit(
  { flame, sheath, insulation }: Cable,
  test: 'single' | 'lower' | 'bunched',
): Limit | Trouble {
  if (test === 'bunched') {
    const category = flame?.category
    if (!category) return refuse('none', '没有读出成束阻燃类别（A、B、C、D）')
    return limitOf(
      boundOf(bunched[0] as string, 'max'),
      `GB/T 18380.${parts[category]}-2022`,
      bunched[2] as string,
    )
  }
  if (!flame && !/PVC|^ST[128]$/.test(sheath || insulation || ''))
    return refuse('none', '没有收录这种电缆的单根燃烧要求')
  const [upper, lower, , confidence] = single as [string, string, string, string]
  const bound = test === 'single' ? boundOf(upper, 'min', 'beyond') : boundOf(lower, 'max')
  return limitOf(bound, 'GB/T 18380.12-2022 附录A', confidence)
}
