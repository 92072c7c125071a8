import { checkedOn, identifierRules } from '../identifiers/rules'
import type { RuleGroup } from './rule'

/** How codes are read. */
export const codeRules = (): RuleGroup => ({
  title: '编码',
  rules: identifierRules.map(({ name, rule, source, confidence }, i) => ({
    id: `CODE-${i + 1}`,
    words: `${name}：${rule}`,
    source,
    confidence,
    checkedOn,
  })),
})
