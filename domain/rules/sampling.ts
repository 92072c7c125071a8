import type { Confidence } from '../confidence'
import data from '../data/sampling.json'
import type { Rule, RuleGroup } from './rule'

const products: Record<string, string> = {
  every: '各类电缆',
  overhead: '架空绝缘电缆',
  control: '塑料绝缘控制电缆',
  lowVoltage: '低压电力电缆',
  mediumVoltage: '中压电力电缆',
  pvc: '450/750 V聚氯乙烯绝缘电缆',
}

/** How much cable is taken as a sample. */
export function samplingRules(): RuleGroup {
  const rules: Rule[] = []
  for (const edition of ['2020', '2023'] as const) {
    const { source, confidence, ...rows } = data[edition]
    for (const [product, [test, reserve]] of Object.entries(rows as unknown as Record<string, number[]>))
      rules.push({
        id: `S-${edition}-${product}`,
        words: `${products[product] ?? product}：检验样品${test} m，备用样品${reserve} m`,
        source,
        confidence: confidence as Confidence,
        checkedOn: data.checkedOn,
      })
  }
  const { bunched, local, checkedOn } = data
  rules.push(
    {
      id: 'S-bunched',
      words: `成束阻燃电缆：${bunched.rule}`,
      source: '2020版、2023/2024版实施细则',
      confidence: bunched.confidence as Confidence,
      checkedOn,
      remark: `${bunched.rounding}。`,
    },
    {
      id: 'S-local',
      words: `各地细则不同：${local}`,
      source: '各地实施细则',
      confidence: 'medium',
      checkedOn,
    },
  )
  return { title: '抽样长度', note: '以抽查方案指定的细则为准。', rules }
}
