import Big from 'big.js'
import { weakest } from '../../confidence'
import data from '../../data/conductor-resistance.json'
import type { Trouble } from '../../trouble'
import type { Cable } from '../cable'
import { at20, equivalentSection, type Factor, resistanceLimit } from './conductor'
import { type Finding, type Measurement, type State, settle, shown, unjudged } from './finding'
import { isTrouble, type Limit } from './limit'
import { readQuantity } from './quantity'
import { boundOf, type Comparison } from './rounding'

export type Options = { comparison?: Comparison; factor?: Factor['from']; on?: string }

const trouble = (code: string, message: string): Trouble => ({ code: `verdict.${code}`, message })

const ENDS: Record<State, string> = { pass: '合格', fail: '不合格', unjudged: '不能判定' }

/** The limit of one section: tinned or not as told, else as the type says; of flexible copper both. */
export function limitOfResistance(
  cable: Cable,
  mm2: number,
  { class: kind, coated }: Pick<Measurement, 'class' | 'coated'>,
): Limit | Trouble {
  const limitIf = (tinned: boolean) => resistanceLimit({ ...cable, coated: tinned }, mm2, kind)
  if (cable.metal !== 'copper') return limitIf(false)
  const limit = limitIf(coated ?? cable.coated)
  // Source: own knowledge: GB/T 5023 and GB/T 5013 leave tinning to the maker, and flexible wires often are.
  const often = cable.classes.length > 0 && cable.classes.every(one => one > 2)
  if (coated !== undefined || cable.coated || !often || isTrouble(limit)) return limit
  const tinned = limitIf(true)
  return isTrouble(tinned) ? limit : Object.assign(limit, { tinned })
}

/** Judges a conductor's resistance: per kilometre, at 20 °C, against GB/T 3956. */
export function judgeResistance(
  cable: Cable,
  one: Measurement,
  limit: Limit | Trouble,
  options: Options,
): Finding {
  const read = per20(cable, one, options.factor)
  if ('code' in read) return unjudged(one, read, limit)
  const { value, ways } = read
  const [way, other] = ways
  const finding = settleClass(one, value, limit, options.comparison)
  const { notes } = finding
  const bound = isTrouble(limit) ? boundOf('1.00', 'max') : limit.bound
  finding.measured = read.measured
  if (way || read.scaled) finding.corrected = shown(value, bound)
  if (!read.celsius) notes.push('未填温度，按已换算到20℃的值')
  if (read.note) notes.push(read.note)
  if (way) {
    finding.factor = { value: way.factor.value, from: way.factor.from, flips: false }
    if (way.factor.from === 'table' && cable.metal !== 'copper')
      finding.confidence = weakest(finding.confidence, data.temperature.others as Finding['confidence'])
    if (other && finding.state !== 'unjudged') {
      const { state } = settleClass(one, other.value, limit, options.comparison)
      finding.factor.flips = state !== finding.state
      if (finding.factor.flips)
        notes.push(
          `换算系数改用${other.factor.from === 'table' ? '附录表列值' : '公式'}${other.factor.value}得${shown(other.value, bound)}Ω/km，${ENDS[state]}：请在20℃复测`,
        )
    }
    if (options.factor === 'table' && way.factor.from !== 'table')
      notes.push('附录的表中没有这个温度，换算系数用公式')
  }
  const core = cable.cores[one.cores || 0]
  if (finding.state === 'fail' && core && !isTrouble(limit) && value.gt(limit.bound.big))
    notes.push(`实测约相当于${equivalentSection(core.mm2, limit.bound.big, value)}mm²`)
  if (one.cores === undefined && cable.cores.length > 1) notes.push(`按${core?.mm2}mm²的线芯判定`)
  if (options.on && options.on < data.validFrom) notes.push(`${data.standard}自${data.validFrom}起才实施`)
  return finding
}

/** Where classes or a coat differ and nobody told which: kept by all is a pass, kept by none a fail, else open. */
function settleClass(
  one: Measurement,
  value: Big,
  limit: Limit | Trouble,
  comparison: Comparison | undefined,
): Finding {
  const finding = settle(one, value, limit, comparison)
  if (isTrouble(limit)) return finding
  const { tinned } = limit
  if (tinned && finding.state === 'fail' && settle(one, value, tinned, comparison).state === 'pass') {
    finding.state = 'unjudged'
    finding.trouble = trouble(
      'coated',
      `如为镀锡铜线，限值为${tinned.bound.text}Ω/km，合格；不镀锡的为${limit.bound.text}，不合格。请看导体是否镀锡`,
    )
    return finding
  }
  if (!limit.stricter || finding.state !== 'pass') return finding
  const strict = settle(one, value, { ...limit.stricter, notes: limit.notes }, comparison)
  if (strict.state !== 'fail') return strict
  finding.state = 'unjudged'
  finding.trouble = trouble(
    'class',
    `导体种类不同，结论不同（限值${limit.stricter.bound.text}、${limit.bound.text}Ω/km），请看导体结构，选择种类`,
  )
  return finding
}

export type Reading = { value: string; length?: string | undefined; temperature?: string | undefined }
type At20 = PerKilometre & { value: Big; celsius?: Big; ways: ReturnType<typeof at20> }

/** Ω/km at 20 °C from what was typed: by the way asked for and, in `ways`, by the other. */
export function per20(cable: Cable, one: Reading, from: Factor['from'] = 'formula'): At20 | Trouble {
  const read = perKilometre(one)
  if ('code' in read) return read
  const celsius = temperatureOf(one.temperature, cable)
  if (celsius && 'code' in celsius) return celsius
  const ways = celsius && !celsius.eq(20) ? at20(read.perKm, celsius, cable.metal, from) : []
  return Object.assign(read, { value: ways[0] ? ways[0].value : read.perKm, celsius, ways })
}

function temperatureOf(typed: string | undefined, cable: Cable): Big | Trouble | undefined {
  if (!typed?.trim()) return undefined
  const read = readQuantity(typed, '℃')
  if (!read.ok) return { code: read.trouble.code, message: `温度${read.trouble.message}` }
  const celsius = new Big(read.value)
  // The annex prints its factors for 5 to 40 °C.
  if (celsius.lt(5) || celsius.gt(40)) return trouble('temperature', '温度要在5～40℃之间，否则换算没有依据')
  if (cable.metal === 'aluminium alloy' && !celsius.eq(20))
    return trouble('alloy', '铝合金导体的温度系数要向制造商了解，请在20℃测量')
  return celsius
}

type PerKilometre = { perKm: Big; measured: string; scaled?: boolean; note?: string }

/** Ω/km as typed, or from the ohms of a length. */
function perKilometre(one: Reading): PerKilometre | Trouble {
  const direct = readQuantity(one.value, 'Ω/km')
  const total = readQuantity(one.value, 'Ω')
  let length = '1000'
  if (one.length?.trim()) {
    const read = readQuantity(one.length, 'm')
    if (!read.ok) return { code: read.trouble.code, message: `长度${read.trouble.message}` }
    length = read.value
  } else if (!direct.ok)
    return total.ok ? trouble('length', '填的是总电阻（Ω），请再填试样长度') : direct.trouble
  else return positive(direct.value, length, direct.value)
  if (total.ok) return positive(total.value, length, total.value, true, `${length}m的电阻为${total.value}Ω`)
  // Ω/km was typed: the length is not needed.
  return direct.ok
    ? positive(direct.value, '1000', direct.value, false, '填的已是每千米电阻，长度未用')
    : total.trouble
}

function positive(
  ohm: string,
  length: string,
  measured: string,
  scaled?: boolean,
  note?: string,
): PerKilometre | Trouble {
  if (!Number(ohm) || !Number(length)) return trouble('zero', '电阻和长度都应大于0')
  return { perKm: scaled ? new Big(ohm).times(1000).div(length) : new Big(ohm), measured, scaled, note }
}
