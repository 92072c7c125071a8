import { type Confidence, weakest } from '../confidence'
import type { Cable, ConductorClass } from './cable'
import { readDesignation } from './designation'
import { judge } from './verdict'

/** What an officer reads off the cable and off the instrument. */
export type Tested = {
  /** As printed. */
  designation: string
  /** Ω/km, with or without its unit. */
  perKm: string
  /** ℃; 20 if nothing is said. */
  temperature?: string
  /** Index into the cable's cores. */
  cores?: number
  class?: ConductorClass
  /** Whether the wires are tinned. */
  coated?: boolean
}

export type QuickTest = {
  /** A reading in the field raises a suspicion, never a verdict. */
  state: 'suspicious' | 'usual' | 'unknown'
  /** For the record: BV 2.5 实测 8.62 Ω/km，限值 7.41 Ω/km，超 16.3%，疑似，需抽样. */
  words: string
  confidence: Confidence
  /** What was read of the designation, and the code of what keeps it from being judged. */
  cable?: Cable
  trouble?: string
}

/** The quick test on site (现场快检): the resistance of one core against the limit of GB/T 3956. */
export function quickTest({ designation, perKm, ...more }: Tested): QuickTest {
  const read = readDesignation(designation)
  if (!read.ok)
    return { state: 'unknown', words: read.trouble.message, confidence: 'low', trouble: read.trouble.code }
  const { cable } = read
  const [finding] = judge(cable, [{ indicator: 'resistance', value: perKm, ...more }]).findings
  const { state, limit, measured, corrected, factor, margin, trouble } = finding ?? {}
  const confidence = weakest(cable.confidence, finding?.confidence ?? 'low')
  if (!limit || !state || state === 'unjudged')
    return {
      state: 'unknown',
      words: trouble?.message ?? '没有这种电缆的限值，请抽样送检',
      confidence,
      cable,
      ...(trouble ? { trouble: trouble.code } : {}),
    }
  const core = cable.cores.length > 1 ? `（${cable.cores[more.cores ?? 0]?.mm2} mm²线芯）` : ''
  const at20 = factor ? `，折合20 ℃ ${corrected} Ω/km` : ''
  const said = `${designation.trim()}${core} 实测 ${measured} Ω/km${at20}，限值 ${limit.value} Ω/km`
  if (factor?.flips)
    return {
      state: 'unknown',
      words: `${said}，换一种温度系数结论不同，请在20 ℃复测`,
      confidence,
      cable,
      trouble: 'verdict.factor',
    }
  return state === 'fail'
    ? {
        state: 'suspicious',
        words: `${said}，超 ${(margin ?? '').replace('-', '')}%，疑似，需抽样`,
        confidence,
        cable,
      }
    : { state: 'usual', words: `${said}，未见异常，不能代替检验`, confidence, cable }
}
