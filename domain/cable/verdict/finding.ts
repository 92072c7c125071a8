import Big from 'big.js'
import type { Confidence } from '../../confidence'
import data from '../../data/indicators.json'
import type { Trouble } from '../../trouble'
import type { ConductorClass } from '../cable'
import type { Factor } from './conductor'
import { isTrouble, type Limit } from './limit'
import { readQuantity } from './quantity'
import { type Bound, boundOf, type Comparison, comparable, decimalsOf, keeps, marginOf } from './rounding'

export type IndicatorId = keyof typeof data.rows
export type Indicator = { name: string; unit: string; method: string }

/** What can be measured, in the order of a report; a value is read in the unit. */
export const indicators = {} as Record<IndicatorId, Indicator>
export const indicatorIds = Object.keys(data.rows) as IndicatorId[]
indicatorIds.forEach(id => {
  const [name, unit, method] = data.rows[id] as [string, string, string]
  indicators[id] = { name, unit, method }
})

export type Measurement = {
  indicator: IndicatorId
  /** As typed; 无裂纹 or 有裂纹 for ozone; the resistance of the whole length where `length` is given. */
  value: string
  /** Of the conductor, ℃. Absent: the value is already for 20 ℃. */
  temperature?: string
  /** m */
  length?: string
  /** Index into cable.cores. */
  cores?: number
  class?: ConductorClass
  /** The maker's own limit (明示值): decides where it is stricter than the standard. */
  declared?: string
  /** Median before ageing. Absent: taken from the measurement before ageing among the others. */
  before?: string
  /** Single flame test: where the char ends, mm below the upper support. */
  second?: string
}

export type State = 'pass' | 'fail' | 'unjudged'
export type Finding = {
  indicator: IndicatorId
  name: string
  unit: string
  state: State
  trouble?: Trouble
  /** As read, in `unit` (ohms where a length is given). */
  measured?: string
  /** Per kilometre and at 20 °C. */
  corrected?: string
  /** What was held against the limit, rounded as the comparison asks. */
  compared?: string
  limit?: { value: string; side: 'max' | 'min'; declared?: true }
  /** Per cent of the limit, one decimal: positive is better than the limit. */
  margin?: string
  factor?: Factor & { flips: boolean }
  standard: string
  clause: string
  confidence: Confidence
  notes: string[]
}

/** A finding that says why it cannot be judged. */
export function unjudged(one: Measurement, trouble: Trouble, limit?: Limit | Trouble): Finding {
  const known = limit && !isTrouble(limit) ? limit : undefined
  const { name, unit } = indicators[one.indicator] || { name: '', unit: '' }
  const finding: Finding = {
    indicator: one.indicator,
    name,
    unit,
    state: 'unjudged',
    trouble,
    standard: known ? known.standard : '',
    clause: known ? known.clause : '',
    confidence: known ? known.confidence : 'low',
    notes: known ? known.notes.slice() : [],
  }
  if (known) finding.limit = { value: known.bound.text, side: known.bound.side }
  return finding
}

const trouble = (code: string, message: string): Trouble => ({ code: `verdict.${code}`, message })

/** Holds a value against the limit of the standard, or the declared one where that is stricter. */
export function settle(
  one: Measurement,
  value: Big,
  limit: Limit | Trouble,
  comparison?: Comparison,
): Finding {
  const { unit } = indicators[one.indicator]
  const standard = isTrouble(limit) ? undefined : limit.bound
  let bound = standard
  let note = ''
  if (one.declared) {
    const said = readQuantity(one.declared, unit)
    if (!said.ok || !Number(said.value))
      return unjudged(one, trouble('declared', '明示值看不懂，请只填一个正数'), limit)
    const side = standard ? standard.side : unit === 'Ω/km' ? 'max' : 'min'
    // 7.2 declared where the standard says 7.41 means 7.20: a value is rounded as finely as for the standard.
    const decimals = Math.max(decimalsOf(said.value), standard ? standard.decimals : 0)
    const own = boundOf(new Big(said.value).toFixed(decimals), side, standard?.halfUp ? 'halfUp' : undefined)
    if (!standard || !keeps(standard.big, own)) bound = own
    else if (!own.big.eq(standard.big)) note = `明示值${said.value}${unit}比标准宽，按标准判定`
  }
  if (!bound) return unjudged(one, limit as Trouble)
  const compared = comparable(value, bound, comparison)
  const good = keeps(compared, bound)
  const finding = unjudged(one, limit as Trouble, limit)
  finding.compared = comparison === 'full' ? shown(value, bound) : compared.toFixed(bound.decimals)
  finding.margin = marginOf(compared, bound)
  if (note) finding.notes.push(note)
  finding.limit = { value: bound.text, side: bound.side }
  if (bound !== standard) {
    finding.limit.declared = true
    if (!standard) finding.standard = '企业明示值'
  }
  const doubt = isTrouble(limit) ? limit : limit.doubt
  const why = doubt && (good || doubt.code === 'limit.informative') ? doubt : slip(value, bound, unit)
  if (why) finding.trouble = why
  else {
    finding.state = good ? 'pass' : 'fail'
    delete finding.trouble
    const full = comparison === 'full'
    if (keeps(comparable(value, bound, full ? 'rounded' : 'full'), bound) !== good)
      finding.notes.push(`按${full ? '修约值' : '全数值'}比较法则为${good ? '不' : ''}合格`)
  }
  return finding
}

/** With at least the limit's decimals and at most three more. */
export function shown(value: Big, bound: Bound): string {
  const text = value.round(bound.decimals + 3, 2).toFixed()
  return decimalsOf(text) < bound.decimals ? value.toFixed(bound.decimals) : text
}

// A value this far from its limit is a slip (another unit, a lost point), not a cable. Source: own proposal: nobody
// sells twice the copper, five times the insulation or ten times the strength.
function slip(value: Big, bound: Bound, unit: string): Trouble | undefined {
  if (bound.beyond) return undefined
  const times = (factor: number) => value.cmp(bound.big.times(factor)) > 0
  if (unit === 'Ω/km' ? value.times(2).lt(bound.big) : bound.side === 'min' && times(unit === 'mm' ? 5 : 10))
    return trouble('tooGood', '比限值好得不合常理，请核对数值和单位')
  return bound.side === 'max' && times(100)
    ? trouble('tooBad', '比限值差得不合常理，请核对数值和单位')
    : undefined
}
