import Big from 'big.js'
import { type Confidence, weakest } from '../../confidence'
import type { Trouble } from '../../trouble'
import type { Cable, ConductorClass } from '../cable'
import { resistanceLimit } from './conductor'
import {
  type Finding,
  type IndicatorId,
  indicatorIds,
  indicators,
  type Measurement,
  type State,
  settle,
  unjudged,
} from './finding'
import { isTrouble, type Limit } from './limit'
import { flameLimit, materialLimit, type Property, thicknessLimit } from './limits'
import { readQuantity } from './quantity'
import { judgeResistance, type Options } from './resistance'
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
    const limit = limitFor(cable, id)
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
  const limit = limitFor(cable, id, one.cores, one.class)
  if (isTrouble(limit) && (!one.declared || limit.code === 'verdict.cores')) return unjudged(one, limit)
  if (id === 'resistance') return judgeResistance(cable, one, limit, options)
  if (id === 'ozone') return judgeOzone(one, limit)
  // A specimen may come out of the oven shorter than it was.
  const read = readQuantity(one.value, indicators[id].unit, id === 'hotSetPermanent')
  if (!read.ok) return unjudged(one, read.trouble, limit)
  const finding = settle(one, new Big(read.value), limit, options.comparison)
  finding.measured = read.value
  if (id === 'flameSingle') return withLowerEnd(cable, one, finding, options)
  return /Aged$/.test(id) ? withVariation(cable, one, finding, all, options) : finding
}

const partOf = (id: IndicatorId) => (/heath/.test(id) ? 'sheath' : 'insulation')

function limitFor(cable: Cable, id: IndicatorId, cores?: number, kind?: ConductorClass): Limit | Trouble {
  const point = /(Mean|Thinnest)$/.exec(id)
  if (point || id === 'resistance') {
    const core = cable.cores[cores || 0]
    if (!core || !(core.mm2 > 0)) return trouble('cores', '没有读出截面，请补充规格')
    return point
      ? thicknessLimit(cable, partOf(id), point[0] === 'Thinnest', core.mm2)
      : resistanceLimit(cable, core.mm2, kind)
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

/** After ageing a median has a least value, a greatest variation, or both: told is the one that decides. */
function withVariation(
  cable: Cable,
  one: Measurement,
  least: Finding,
  all: readonly Measurement[],
  options: Options,
): Finding {
  const id = one.indicator
  const limit = materialLimit(cable, partOf(id), 'variation')
  if (isTrouble(limit)) return least
  const both = !isTrouble(
    materialLimit(cable, partOf(id), /Tensile/.test(id) ? 'TensileAged' : 'ElongationAged'),
  )
  if (both && least.state === 'fail') return least
  const { unit } = indicators[id]
  const typed =
    one.before || all.filter(other => `${other.indicator}Aged` === id).map(other => other.value)[0] || ''
  const before = readQuantity(typed, unit)
  const after = least.measured as string
  if (!before.ok || !Number(before.value)) {
    least.state = 'unjudged'
    least.trouble = trouble('before', `老化前的值${typed.trim() ? '看不懂' : '没有填'}，变化率不能计算`)
    return least
  }
  const change = new Big(after).minus(before.value).times(100).div(before.value)
  const finding = settle({ indicator: id, value: '' }, change.abs(), limit, options.comparison)
  finding.name += '变化率'
  finding.unit = '%'
  finding.measured = change.toFixed(1)
  finding.notes.push(`老化前${before.value}，老化后${after}${unit}`)
  if (!both || least.state === 'unjudged' || finding.state !== 'pass') return finding
  if (Number(finding.margin) < Number(least.margin)) return finding
  least.notes.push(`变化率${finding.measured}%`)
  return least
}

/** The char must begin low enough and end high enough (GB/T 18380.12). */
function withLowerEnd(cable: Cable, one: Measurement, upper: Finding, options: Options): Finding {
  const retest = '一个试样不合格时另取两个复试，均合格才判合格'
  upper.name += '起始点距离'
  const limit = flameLimit(cable, 'lower')
  if (upper.state !== 'pass' || isTrouble(limit)) {
    upper.notes.push(retest)
    return upper
  }
  const read = readQuantity(one.second || '', 'mm')
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
