import { readDesignation } from './designation'
import { judge } from './verdict'

export type QuickTest = {
  /** A reading in the field raises a suspicion, never a verdict. */
  state: 'suspicious' | 'usual' | 'unknown'
  /** For the record: BV 2.5 实测 8.62 Ω/km，限值 7.41 Ω/km，超 16.3%，疑似，需抽样. */
  words: string
}

/**
 * The quick test on site (现场快检): the conductor resistance of one core, as typed, against the limit of GB/T 3956.
 * @param designation as printed @param perKm with or without its unit @param temperature °C, 20 if nothing is said
 */
export function quickTest(designation: string, perKm: string, temperature = ''): QuickTest {
  const read = readDesignation(designation)
  if (!read.ok) return { state: 'unknown', words: read.trouble.message }
  const { findings } = judge(read.cable, [
    { indicator: 'resistance', value: perKm, ...(temperature.trim() ? { temperature } : {}) },
  ])
  const [finding] = findings
  if (!finding || finding.state === 'unjudged' || !finding.limit || !finding.compared)
    return { state: 'unknown', words: finding?.trouble?.message ?? '没有这种电缆的限值，请抽样送检' }
  const off = (finding.margin ?? '').replace('-', '')
  const measured = `${designation.trim()} 实测 ${finding.measured} Ω/km`
  const at20 = finding.factor ? `，折合20 ℃ ${finding.corrected} Ω/km` : ''
  const limit = `，限值 ${finding.limit.value} Ω/km，`
  return finding.state === 'fail'
    ? { state: 'suspicious', words: `${measured}${at20}${limit}超 ${off}%，疑似，需抽样` }
    : { state: 'usual', words: `${measured}${at20}${limit}未见异常` }
}
