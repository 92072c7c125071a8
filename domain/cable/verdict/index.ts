import Big from 'big.js'
import { type Confidence, weakest } from '../../confidence'
import type { Trouble } from '../../trouble'
import type { Cable } from '../cable'
import {
  type Finding,
  type IndicatorId,
  indicatorIds,
  indicators,
  type Measurement,
  type State,
  settle,
  slip,
  unjudged,
} from './finding'
import { isTrouble, type Limit } from './limit'
import { flameLimit, materialLimit, type Property, thicknessLimit } from './limits'
import { readQuantity } from './quantity'
import { judgeResistance, limitOfResistance, type Options } from './resistance'
import { wordsOfAll } from './words'

export { type Finding, type Indicator, type IndicatorId, indicators, type Measurement } from './finding'
export { wordsOf } from './words'

export type Verdict = { state: State; words: string; findings: Finding[]; confidence: Confidence }

const trouble = (code: string, message: string): Trouble => ({ code: `verdict.${code}`, message })

const INFORMATIVE = 'limit.informative'
const codeOf = (why: Trouble | undefined) => why?.code

/** The indicators with a limit in our tables for this cable, resistance first. */
export const indicatorsFor = (cable: Cable): IndicatorId[] =>
  indicatorIds.filter(id => {
    const limit = limitFor(cable, { indicator: id })
    return !isTrouble(limit) && codeOf(limit.doubt) !== INFORMATIVE
  })

/**
 * Judges what was measured on one sample. A finding per measurement, in their order: limit, value corrected to 20 °C
 * and rounded by GB/T 8170 (or in full), margin, state, standard with year, clause, confidence, notes. Any fail is a
 * fail; all pass is a pass; else it cannot be judged. Never throws: what cannot be read, or has no limit in our tables,
 * is unjudged with a stable code (`quantity.…`, `limit.…`, `verdict.…`).
 */
export function judge(cable: Cable, measurements: readonly Measurement[], options: Options = {}): Verdict {
  const findings = measurements.map(one => {
    const finding = judgeOne(cable, one, measurements, options)
    finding.confidence = weakest(finding.confidence, cable.confidence)
    return finding
  })
  const counted = findings.filter(one => codeOf(one.trouble) !== INFORMATIVE)
  const some = (state: State) => counted.some(one => one.state === state)
  return {
    state: some('fail') ? 'fail' : some('unjudged') || !counted.length ? 'unjudged' : 'pass',
    words: wordsOfAll(findings),
    findings,
    confidence: weakest(...findings.map(one => one.confidence)),
  }
}

function judgeOne(cable: Cable, one: Measurement, all: readonly Measurement[], options: Options): Finding {
  const { indicator: id } = one
  if (!indicators[id]) return unjudged(one, trouble('indicator', '没有这个检验项目'))
  const limit = limitFor(cable, one)
  // A declared value stands in for a limit that is not in the tables, but not for a section, nor where there is no figure.
  if (isTrouble(limit) && (!one.declared || id === 'ozone' || limit.code === 'verdict.cores'))
    return unjudged(one, limit)
  if (id === 'resistance') return judgeResistance(cable, one, limit, options)
  if (id === 'ozone') return judgeOzone(one, limit)
  // A specimen may come out of the oven shorter than it was.
  const read = readQuantity(one.value, indicators[id].unit, id === 'hotSetPermanent')
  if (!read.ok) return unjudged(one, read.trouble, limit)
  if (/Aged$/.test(id)) return judgeAged(cable, one, read.value, all, options)
  const finding = settle(one, new Big(read.value), limit, options.comparison)
  finding.measured = read.value
  return id === 'flameSingle' ? withLowerEnd(cable, one, finding, options) : finding
}

const partOf = (id: IndicatorId) => (/heath/.test(id) ? 'sheath' : 'insulation')

function limitFor(cable: Cable, one: Omit<Measurement, 'value'>): Limit | Trouble {
  const id = one.indicator
  const point = /(Mean|Thinnest)$/.exec(id)
  if (point || id === 'resistance') {
    const core = cable.cores[one.cores || 0]
    if (!core || !(core.mm2 > 0)) return trouble('cores', '没有读出截面，请补充规格')
    return point
      ? thicknessLimit(cable, partOf(id), point[0] === 'Thinnest', core.mm2)
      : limitOfResistance(cable, core.mm2, one)
  }
  if (id === 'flameSingle') return flameLimit(cable, 'single')
  if (id === 'flameBunched') return flameLimit(cable, 'bunched')
  const limit = materialLimit(
    cable,
    partOf(id),
    id.replace(/^(insulation|sheath)|(Insulation|Sheath)$/, '') as Property,
  )
  // XLPE has no least value after ageing, only a greatest variation.
  return isTrouble(limit) && /Aged$/.test(id) ? materialLimit(cable, partOf(id), 'variation') : limit
}

/**
 * After ageing a median has a least value (of the standard or declared), a greatest variation, or both: told is the one
 * that decides.
 */
function judgeAged(
  cable: Cable,
  one: Measurement,
  after: string,
  all: readonly Measurement[],
  { comparison }: Options,
): Finding {
  const id = one.indicator
  const { unit } = indicators[id]
  const limitOf = (property: Property) => materialLimit(cable, partOf(id), property)
  const property = /Tensile/.test(id) ? 'Tensile' : 'Elongation'
  const floor = limitOf(`${property}Aged`)
  const variation = limitOf('variation')
  const least = settle(one, new Big(after), floor, comparison)
  least.measured = after
  // No least value of the standard, and nothing against a declared one: the variation decides alone.
  const alone = isTrouble(floor) && least.trouble?.code === floor.code
  if (isTrouble(variation) || (least.state !== 'pass' && !alone)) return least
  const open = (why: Trouble): Finding => Object.assign(unjudged(one, why, floor), { measured: after })
  const fresh = limitOf(property)
  const slipped = (value: string) => (isTrouble(fresh) ? undefined : slip(new Big(value), fresh.bound, unit))
  const strange = slipped(after)
  if (strange) return open(strange)
  const typed =
    one.before || all.filter(other => `${other.indicator}Aged` === id).map(other => other.value)[0] || ''
  const before = readQuantity(typed, unit)
  if (!before.ok || !Number(before.value) || slipped(before.value)) {
    const wrong = before.ok && Number(before.value) ? '不合常理' : typed.trim() ? '看不懂' : '没有填'
    return open(trouble('before', `老化前的值${wrong}，变化率不能计算`))
  }
  const change = new Big(after).minus(before.value).times(100).div(before.value)
  const finding = settle({ indicator: id, value: '' }, change.abs(), variation, comparison)
  finding.name += '变化率'
  finding.unit = '%'
  finding.measured = change.toFixed(1)
  delete finding.exact
  finding.notes.push(`老化前${before.value}，老化后${after}${unit}`)
  if (alone && one.declared) finding.notes.push(`老化后的值符合明示值${one.declared}`)
  if (alone || finding.state !== 'pass' || Number(finding.margin) < Number(least.margin)) return finding
  least.notes.push(`变化率${finding.measured}%`)
  return least
}

// IEC 60332-1-2: what burns is a piece of 600 mm. Own knowledge; it only finds slips.
const SPECIMEN = 600

/** The char must begin low enough and end high enough (GB/T 18380.12). */
function withLowerEnd(cable: Cable, one: Measurement, upper: Finding, options: Options): Finding {
  const retest = '一个试样不合格时另取两个复试，均合格才判合格'
  upper.name += '起始点距离'
  const limit = flameLimit(cable, 'lower')
  const begins = new Big(upper.measured as string)
  const read = readQuantity(one.second || '', 'mm')
  const ends = read.ok ? new Big(read.value) : begins
  const long = begins.gt(SPECIMEN) || ends.gt(SPECIMEN)
  if (long || ends.lt(begins)) {
    upper.state = 'unjudged'
    upper.trouble = long
      ? trouble('impossible', `试样只有${SPECIMEN}mm长，距离不会更大，请核对`)
      : trouble('swapped', '炭化下端比起始点还高，两个数可能填反了，请核对')
    return upper
  }
  if (upper.state !== 'pass' || isTrouble(limit)) {
    upper.notes.push(retest)
    return upper
  }
  if (!read.ok) {
    upper.state = 'unjudged'
    upper.trouble = one.second ? read.trouble : trouble('second', '还要填炭化下端到上支架下缘的距离')
    return upper
  }
  const lower = settle(
    { indicator: one.indicator, value: '' },
    new Big(read.value),
    limit,
    options.comparison,
  )
  lower.name += '下端距离'
  lower.measured = read.value
  if (lower.state === 'pass') return upper
  lower.notes.push(retest)
  return lower
}

function judgeOzone(one: Measurement, limit: Limit | Trouble): Finding {
  const finding = unjudged(one, trouble('ozone', '请填“无裂纹”或“有裂纹”'), limit)
  delete finding.limit
  const typed = one.value.trim()
  const bad = /^((有|可见|出现)?(裂纹|裂缝|开裂)|有|不合格)$/.test(typed)
  if (!bad && !/^((无|没有|未见|未出现|未|不)(可见)?(裂纹|裂缝|开裂|裂)|无|合格)$/.test(typed)) return finding
  delete finding.trouble
  finding.state = bad ? 'fail' : 'pass'
  finding.measured = bad ? '有裂纹' : '无裂纹'
  return finding
}
