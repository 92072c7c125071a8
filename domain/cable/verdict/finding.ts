import Big from 'big.js'
import { type Confidence, weakest } from '../../confidence'
import data from '../../data/indicators.json'
import type { Trouble } from '../../trouble'
import type { ConductorClass } from '../cable'
import type { Factor } from './conductor'
import { isTrouble, type Limit } from './limit'
import { readQuantity } from './quantity'
import { type Bound, boundOf, type Comparison, comparable, decimalsOf, keeps, marginOf } from './rounding'

export type IndicatorId = keyof typeof data.rows
export type Indicator = { name: string; unit: string; method: string; side: Bound['side'] }

/** What can be measured, in the order of a report; a value is read in the unit. */
// Without a prototype: `constructor` is no indicator.
export const indicators: Record<IndicatorId, Indicator> = Object.create(null)
export const indicatorIds = Object.keys(data.rows) as IndicatorId[]
indicatorIds.forEach(id => {
  const [name, unit, method, side] = data.rows[id] as [string, string, string, string?]
  indicators[id] = { name, unit, method, side: side ? 'max' : 'min' }
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
  /** Whether the wires are tinned, when somebody looked: decides in place of what the type says. */
  coated?: boolean
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
  /** The value before it was rounded, where that changed it. */
  exact?: string
  /** `beyond`: the limit itself does not pass, “大于50mm”. */
  limit?: { value: string; side: Bound['side']; beyond?: true; declared?: true }
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
  if (known) finding.limit = told(known.bound)
  return finding
}

const told = ({ text, side, beyond }: Bound): NonNullable<Finding['limit']> =>
  beyond ? { value: text, side, beyond } : { value: text, side }

const trouble = (code: string, message: string): Trouble => ({ code: `verdict.${code}`, message })

/** Holds a value against the limit of the standard, or the declared one where that is stricter. */
export function settle(
  one: Measurement,
  value: Big,
  limit: Limit | Trouble,
  comparison?: Comparison,
): Finding {
  const { unit, side } = indicators[one.indicator]
  const standard = isTrouble(limit) ? undefined : limit.bound
  let bound = standard
  let note = ''
  if (one.declared) {
    const said = readQuantity(one.declared, unit)
    if (!said.ok || !Number(said.value))
      return unjudged(one, trouble('declared', '明示值看不懂，请只填一个正数'), limit)
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
  const exact = shown(value, bound)
  finding.compared = comparison === 'full' ? exact : compared.toFixed(bound.decimals)
  if (finding.compared !== exact) finding.exact = exact
  finding.margin = marginOf(compared, bound)
  if (note) finding.notes.push(note)
  finding.limit = told(bound)
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
    if (keeps(comparable(value, bound, full ? 'rounded' : 'full'), bound) !== good) {
      finding.notes.push(`按${full ? '修约值' : '全数值'}比较法则为${good ? '不' : ''}合格`)
      // Which comparison holds, and that five rounds up in a mean thickness, was recalled.
      finding.confidence = weakest(finding.confidence, 'medium')
    }
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
export function slip(value: Big, bound: Bound, unit: string): Trouble | undefined {
  if (bound.beyond) return undefined
  // Only a permanent elongation may be negative, and cross-linked insulation shrinks by a few per cent.
  if (value.lte(-100)) return trouble('impossible', '试样不会缩短这么多，请核对数值')
  const times = (factor: number) => value.cmp(bound.big.times(factor)) > 0
  if (
    value.lt(-20) ||
    (unit === 'Ω/km' ? value.times(2).lt(bound.big) : bound.side === 'min' && times(unit === 'mm' ? 5 : 10))
  )
    return trouble('tooGood', '比限值好得不合常理，请核对数值和单位')
  return bound.side === 'max' && times(100)
    ? trouble('tooBad', '比限值差得不合常理，请核对数值和单位')
    : undefined
}
