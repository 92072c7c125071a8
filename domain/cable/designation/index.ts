import type { Trouble } from '../../trouble'
import type { Cable } from '../cable'
import { keyOf, newestEdition, schemeOf } from '../standards'
import { formatPrefix } from './fire'
import { known } from './known'
import { type Found, scan } from './scan'
import { formatCores, SERIES } from './sections'
import { spell } from './spelling'
import { classesOf, iecRows, materialsOf, type Part, type TypeReading } from './types'
import { spokenVoltage } from './voltage'

export type { Part } from './types'

export type Designation =
  | {
      ok: true
      cable: Cable
      /** The text in order; a part without meaning was not read. */
      parts: Part[]
      unread: string[]
      warnings: string[]
    }
  | { ok: false; trouble: Trouble; parts: Part[] }

type Cores = Cable['cores']

/** The longest text read; what is printed on a cable has about a hundred characters. */
const LONGEST = 300
// GB/T 33594, cables of charging stations: EV is no rubber insulation there.
const CHARGING = /(?:^|[^A-Z\d])EV-(?=[A-Z])/
// Communication cables have letters of their own; saying so helps more than “not read”.
const COMMUNICATION = /^(SYW?V|HYAT?|HYV|[UFS]TP|CAT|GYTA|GYTS|GYXTW|RG)(?![A-Z])/

/**
 * Reads what is printed on a cable or written in an order (型号规格): letters, voltage, cores, fire, standard. What is
 * not printed stays absent; a usual voltage is never filled in, because its absence is a finding of its own.
 */
export function readDesignation(typed: string): Designation {
  if (typed.length > LONGEST)
    return fail('long', `文字有${typed.length}字，太长了，请只输入一条型号规格（${LONGEST}字以内）`)
  const { shown, plain } = spell(typed)
  if (!shown) return fail('empty', '请输入电缆上印的型号规格')
  // A batch or a path in it may look like a type: https://id.gs1.org/01/06901234567892/10/BV.
  if (/:\/\//.test(plain)) return fail('link', '这是网址，不是型号规格，请用“认编码”')
  if (CHARGING.test(plain)) return fail('scope', '这是电动汽车充电用电缆（EV-），不属于这五类电线电缆')
  const found = scan(shown, plain)
  if (found.type) return conclude(found, found.type)
  return COMMUNICATION.test(plain)
    ? fail('scope', '这是通信线缆的型号，不属于这五类电线电缆', found.parts)
    : fail('type', '没有认出型号，请核对字母，例如BV、RVV、YJV22、KVVP', found.parts)
}

const fail = (code: string, message: string, parts: Part[] = []): Designation => ({
  ok: false,
  trouble: { code: `designation.${code}`, message },
  parts,
})

function conclude(found: Found, type: TypeReading): Designation {
  const { iec, voltage, flame, fire, parts } = found
  const warnings = found.warnings.slice()
  const doubts = found.doubts.slice()
  const cores = countCores(found, type, warnings)
  const standard = standardFor(found, type, cores, warnings)
  doubt(found, type, cores, warnings, doubts)
  // Above 35 kV a cable is none of the five classes (中压 6–35 kV).
  const productClass = type.family === 'power' && voltage && voltage.u > 35000 ? undefined : type.productClass
  const { insulation, sheath } = materialsOf(type, !!flame && flame.halogenFree)
  const cable: Cable = known({
    type: type.type,
    iec: iec?.iec,
    productClass,
    metal: type.metal,
    coated: isCoated(found, type, doubts),
    classes: classesOf(type, cores.length ? (cores[0] as Cores[0]).mm2 : 0),
    insulation,
    sheath,
    screen: type.screen,
    armour: type.armour,
    voltage,
    cores,
    flame,
    fire,
    standard,
    confidence: doubts.length ? 'low' : type.facts.confidence,
  })
  // The scheme of a flame-retardant wire changed with the day; only what holds on every day is told here.
  const then = schemeOf(cable, '2000-01-01')
  if (then && then.confidence !== 'low' && then.scheme === schemeOf(cable, '2100-01-01')?.scheme)
    cable.scheme = then.scheme
  return {
    ok: true,
    cable,
    parts,
    unread: parts.filter(part => !part.meaning).map(part => part.text),
    warnings: doubts.concat(warnings),
  }
}

function isCoated({ tinned }: Found, { type, metal, screen }: TypeReading, doubts: string[]): boolean {
  if (!tinned) return false
  const word = '写的镀锡'
  if (metal !== 'copper') doubts.push(`${word}与型号${type}的导体不一致`)
  else if (screen && tinned !== 'conductor') doubts.push(`${word}可能只说屏蔽，按不镀锡的导体读`)
  else return true
  return false
}

/** Types of one core, where a bare figure is the whole size: BV 2.5. */
const isSingle = ({ family, type, sheath }: TypeReading): boolean =>
  /overhead|bare/.test(family) ||
  /^(YH|BL?X|PV|H1)/.test(type) ||
  (/pvc|olefin/.test(family) && !sheath && !/^TV/.test(type) && !/[SBP]\d?(-\d+)?$/.test(type.slice(1)))

function countCores(found: Found, type: TypeReading, warnings: string[]): Cores {
  const [first, ...rest] = found.cores
  // BV 1/1.78 2.5 mm²: wires and a section.
  if (first) warnings.splice(0, warnings.length, ...warnings.filter(one => !/没有印标称截面/.test(one)))
  if (!first) {
    if (!/截面/.test(warnings.join())) warnings.push('没有印截面')
  } else if (found.uncounted) {
    if (found.count) return [{ count: found.count, mm2: first.mm2 }, ...rest]
    if (!isSingle(type)) warnings.push('没有印芯数，按单芯读')
  }
  return found.cores
}

/** The product standard a type of this voltage and size is made to; none where it cannot be told. */
function standardFor(found: Found, type: TypeReading, cores: Cores, warnings: string[]): string | undefined {
  const { iec, voltage, standards: printed } = found
  const strange = isStrange(type, voltage)
  const pool = iec && iec.type === type.type ? iec.facts.standards : poolOf(type, voltage?.u, cores)
  let standard = pool.length > 1 ? choose(type, pool, voltage, cores) : pool[0]
  const must = pool.join('或')
  for (const { text, key, year } of printed) {
    const newest = newestEdition(key)
    const mine = pool.filter(one => keyOf(one) === key)[0]
    if (mine) standard = mine
    else if (!pool.length && newest && type.productClass) standard = newest.number
    // A number without its part (GB/T 5023) is no contradiction, and a method's standard may be printed too.
    else if (newest && pool.length && /^(GB (5023|5013|9330|12706|12527|14049|1179)|JB)/.test(key))
      warnings.push(`印的标准${text}不是${type.type}的产品标准（应为${must}）`)
    if (!newest || !year || year === newest.year) continue
    if (year > newest.year) warnings.push(`${text}的年号比我们知道的新，请核对`)
    else
      warnings.push(
        `${text}已被${newest.number}-${newest.year}代替（${newest.from ? `${newest.from}起实施` : '实施日期未查到'}）`,
      )
  }
  if (strange) return undefined
  if (!standard && must && !voltage && cores.length)
    warnings.push(`没有印额定电压，不能确定产品标准是${must}`)
  return standard
}

/** Wires and cords are made up to 450/750 V; 0.6/1 kV on one says that it is something else. */
const isStrange = ({ productClass }: TypeReading, voltage: Cable['voltage']): boolean =>
  /pvc|rubber/.test(productClass ?? '') && !!voltage && voltage.u > 750

/** Most cores of a type of GB/T 5023 and GB/T 5013 by its IEC number. */
const mostOf = (iec: string): number =>
  /27 IEC 7/.test(iec) ? 99 : /42$/.test(iec) ? 2 : /27 IEC 5[26]$/.test(iec) ? 3 : 5

function poolOf(
  { family, insulation, facts }: TypeReading,
  u: number | undefined,
  cores: Cores,
): readonly string[] {
  if (family === 'overhead')
    return u === undefined
      ? ['GB/T 12527', 'GB/T 14049']
      : u <= 1000
        ? ['GB/T 12527']
        : u <= 10000
          ? ['GB/T 14049']
          : []
  if (family !== 'power') return facts.standards
  const parts = ['GB/T 12706.1', 'GB/T 12706.2', 'GB/T 12706.3']
  // Four cores, or less than 10 mm², is never above 3 kV; PVC above it is not made any more.
  const low = insulation === 'V' || cores.length > 1 || cores.some(({ count, mm2 }) => count > 3 || mm2 < 10)
  if (u === undefined) return low ? parts.slice(0, 1) : parts
  return u > 35000 ? [] : parts.filter((_, i) => i === (u <= 3000 ? 0 : u <= 30000 ? 1 : 2))
}

/** Between the national standard, which has the IEC sizes, and the trade standard, which has the others. */
function choose(
  { family, type }: TypeReading,
  pool: readonly string[],
  voltage: Cable['voltage'],
  [main, other]: Cores,
): string | undefined {
  if (/power|overhead/.test(family)) return undefined
  if (!main) return type === 'BV' ? pool[0] : undefined
  const fits = iecRows.some(
    one =>
      one.type === type &&
      (!voltage || one.facts.voltages.indexOf(`${voltage.u0}/${voltage.u}`) >= 0) &&
      main.count <= mostOf(one.iec) &&
      main.mm2 >= one.facts.from &&
      main.mm2 <= one.facts.to,
  )
  // Sheathed ones have two to five cores in GB/T 5023 and GB/T 5013, only YCW has one.
  const counted = main.count > 1 || !/VV|Y[^C]/.test(type)
  return pool.filter(one => (one[0] === 'G') === (fits && !other && counted))[0]
}

/** Says what on the text does not fit the type: voltage, sections, counts. */
function doubt(
  { iec, voltage, flame, said, other }: Found,
  reading: TypeReading,
  cores: Cores,
  warnings: string[],
  doubts: string[],
): void {
  const { type, family, insulation, sheath } = reading
  const { from, to, voltages } = (iec && iec.type === type ? iec : reading).facts
  const sizes: string[] = []
  for (const { word, metal } of said)
    if (metal !== reading.metal) doubts.push(`写的“${word}”与型号${type}的导体不一致`)
  // A power cable's voltage decides.
  if (other && !(voltage && voltage.u >= 1000)) doubts.push(`连写的字母也可能是${other}，请看实物`)
  if (flame?.halogenFree && /V/.test(insulation + sheath))
    warnings.push(`印了无卤（W），但${type}中的V是聚氯乙烯，两者矛盾`)
  if (voltage) {
    const { u0, u } = voltage
    const shown = spokenVoltage(voltage)
    const key = `${u0}/${u}`
    const strange = isStrange(reading, voltage)
    if (family === 'power' && insulation === 'V' && u > 10000)
      doubts.push(`聚氯乙烯绝缘电缆没有${shown}的，这个数可能是旧铠装代号`)
    if (voltages.length && voltages.indexOf(key) < 0)
      (strange ? doubts : warnings).push(
        `${type}通常是${voltages.join('V、')}V，印的是${shown}${strange ? '，产品标准不能确定' : ''}`,
      )
    else if (strange) doubts.push(`${shown}不是${type}的额定电压，产品标准不能确定`)
    else if (!iec && /^[BR]V$/.test(type))
      for (const one of iecRows)
        if (one.type === type && one.facts.voltages[0] === key)
          for (const { mm2 } of cores)
            if (mm2 < one.facts.from || mm2 > one.facts.to)
              sizes.push(`${shown}的${type}没有${mm2}mm²，截面应为${one.facts.from}～${one.facts.to}mm²`)
    if (family === 'power' && u < 1000) warnings.push(`电力电缆的额定电压从0.6/1kV起，印的是${shown}`)
    if (family === 'power' && u > 35000) warnings.push(`${shown}超过35kV，不在GB/T 12706范围内`)
    if (family === 'overhead' && u !== 1000 && u !== 10000)
      warnings.push(`架空绝缘电缆通常是1kV或10kV，印的是${shown}`)
  }
  for (const { count, mm2 } of cores) {
    if (family !== 'bare' && SERIES.indexOf(mm2) < 0) sizes.push(`${mm2}mm²不是标准截面，请核对`)
    else if (to && (mm2 < from || mm2 > to) && !sizes.length)
      sizes.push(`${mm2}mm²不在${type}的标准截面${from}～${to}mm²内`)
    if (count > 61) sizes.push(`芯数${count}过多，请核对`)
    else if (iec && iec.type === type && !isSingle(reading) && count > mostOf(iec.iec))
      sizes.push(`${iec.iec}没有${count}芯的`)
    else if (count > 1 && isSingle(reading) && family !== 'overhead')
      sizes.push(`${type}为单芯，“${count}×${mm2}”按${count}根读`)
  }
  warnings.push(...sizes)
}

/** The designation as the standards write it; reading it gives the same cable again, but for doubts of what was typed. */
export function formatDesignation({
  type,
  iec,
  coated,
  voltage,
  cores,
  standard,
  flame,
  fire,
}: Cable): string {
  const high = voltage && voltage.u >= 1000
  // Power and overhead cables join the voltage by a dash: YJV22-0.6/1kV, JKLYJ-10.
  const short = voltage && /^JK/.test(type) && /^(600\/1000|10000\/10000)$/.test(`${voltage.u0}/${voltage.u}`)
  const text = [
    formatPrefix(flame, fire) + (iec ? `${iec}(${type})` : type),
    voltage ? (high ? '-' : ' ') + (short ? voltage.u / 1000 : spokenVoltage(voltage)) : '',
    cores.length ? ` ${formatCores(cores)}` : '',
    coated ? ' 镀锡铜芯' : '',
  ].join('')
  const again = standard ? readDesignation(text) : undefined
  return again?.ok && again.cable.standard !== standard ? `${text} ${standard}` : text
}
