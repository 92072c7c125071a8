import Big from 'big.js'
import data from '../../data/conductor-resistance.json'
import type { Trouble } from '../../trouble'
import type { Cable, ConductorClass, Metal } from '../cable'
import { isTrouble, type Limit, limitOf, refuse } from './limit'
import { boundOf, decimalsOf, rounded } from './rounding'

const FIRST_COLUMN: Record<ConductorClass, number> = { 1: 1, 2: 4, 5: 7, 6: 7 }
const TABLE: Record<ConductorClass, number> = { 1: 1, 2: 2, 5: 3, 6: 4 }
const METAL: Record<Metal, string> = { copper: '铜', aluminium: '铝', 'aluminium alloy': '铝合金' }

const rows: Record<string, string[]> = {}
data.rows.forEach(row => {
  const cells = row.split(' ')
  rows[cells[0] as string] = cells
})

/** The nominal sections the table knows, in mm². */
export const sections: readonly number[] = data.rows.map(row => Number(row.split(' ')[0]))

/** Greatest resistance at 20 °C of a conductor of one class, Ω/km: GB/T 3956-2008 tables 1 to 4. */
export function limitOfClass(
  { metal, coated, productClass }: Cable,
  mm2: number,
  kind: ConductorClass,
): Limit | Trouble {
  const overhead = productClass === 'overhead'
  if (overhead && metal !== 'aluminium')
    return refuse('overhead', `架空绝缘电缆的${METAL[metal]}导体另有限值，未收录`)
  const row = rows[mm2] || []
  const printed = row[FIRST_COLUMN[kind] + (metal !== 'copper' ? 2 : coated ? 1 : 0)]
  // Class 6 has the limits of class 5, up to 300 mm². Aluminium has no column there: the index lies past the row.
  if (!printed || printed === '-' || (kind === 6 && mm2 > 300))
    return refuse(
      'section',
      `GB/T 3956中没有${mm2}mm²${coated ? '镀金属' : ''}${METAL[metal]}导体（第${kind}种）的限值`,
    )
  const cited = `${data.standard} 表${TABLE[kind]}`
  if (metal !== 'aluminium alloy')
    return limitOf(boundOf(printed, 'max'), cited, overhead || mm2 > data.sureTo ? 'medium' : data.confidence)
  const [rule, factor, , confidence] = data.special[kind === 1 ? 'alloySolid' : 'alloyStranded'] as [
    string,
    string,
    string,
    string,
  ]
  // As many decimals as the table prints: 3.08 × 1.162 = 3.57896 → 3.58.
  const decimals = decimalsOf(printed)
  const limit = rounded(new Big(printed).times(factor), decimals).toFixed(decimals)
  return limitOf(boundOf(limit, 'max'), cited, confidence, rule)
}

/**
 * The limit when the class may not be known: that of `given`; else the most generous of those the product standard
 * allows, with the strictest beside it where they differ. Solid copper from 25 mm² counts only when given: table 1 keeps it for special cables.
 */
export function resistanceLimit(cable: Cable, mm2: number, given?: ConductorClass): Limit | Trouble {
  const classes = given ? [given] : cable.classes
  const usual = classes.filter(kind => kind !== 1 || mm2 < 25 || cable.metal !== 'copper')
  const found = (usual.length ? usual : classes).map(kind => ({
    kind,
    limit: limitOfClass(cable, mm2, kind),
  }))
  const [first] = found
  if (!first) return refuse('class', '没有读出导体种类，请选择第1、2、5或6种')
  const known = found.filter(one => !isTrouble(one.limit)) as { kind: ConductorClass; limit: Limit }[]
  const [best, ...others] = known.slice().sort((a, b) => b.limit.bound.big.cmp(a.limit.bound.big))
  if (!best) return first.limit
  const strictest = others[others.length - 1]
  if (strictest && strictest.limit.bound !== best.limit.bound) {
    best.limit.stricter = strictest.limit
    best.limit.notes.push(
      `印字没有说明导体种类（限值：${known.map(one => `第${one.kind}种${one.limit.bound.text}`).join('，')}）`,
    )
  }
  return best.limit
}

export type Factor = { value: string; from: 'formula' | 'table' }
export type At20 = { value: Big; factor: Factor }

/**
 * R20 = Rt·kt·1000/L, GB/T 3956-2008, annex on temperature: first by the way asked for, then by the other where there
 * is one. kt by the exact formula (254.5/(234.5+t) copper, 248/(228+t) aluminium), or as the annex prints it for whole
 * degrees from 5 to 40: 1/(1+0.004(t−20)) to three decimals, for every metal. For copper the third decimal differs at
 * most temperatures, by up to 0.0015 (39 °C).
 */
export function at20(ohmPerKm: Big, celsius: Big, metal: Metal, from: Factor['from']): At20[] {
  const [over, plus] = data.temperature[metal === 'copper' ? 'copper' : 'aluminium'].split('/') as [
    string,
    string,
  ]
  const bottom = celsius.plus(plus)
  const formula: At20 = {
    value: ohmPerKm.times(over).div(bottom),
    factor: { value: new Big(over).div(bottom).toFixed(4), from: 'formula' },
  }
  if (!celsius.eq(celsius.round(0)) || celsius.lt(5) || celsius.gt(40)) return [formula]
  const printed = new Big(1).div(celsius.minus(20).times('0.004').plus(1)).toFixed(3)
  const table: At20 = { value: ohmPerKm.times(printed), factor: { value: printed, from: 'table' } }
  return from === 'table' ? [table, formula] : [formula, table]
}

/** The section whose conductor would just keep the limit at this resistance: what the buyer got, in mm². */
export function equivalentSection(mm2: number, limit: Big, ohmPerKm: Big): string {
  const found = limit.times(String(mm2)).div(ohmPerKm)
  return found.toFixed(found.lt(10) ? 2 : found.lt(100) ? 1 : 0)
}
