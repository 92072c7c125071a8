import { standardInForce, standardKeys } from '../cable/standards'
import type { Day } from '../calendar'
import data from '../data/standards.json'
import type { RuleGroup } from './rule'

/** The standards the rules cite, in the edition in force on a day. */
export function standardRules(on: Day): RuleGroup {
  return {
    title: '标准',
    note: `${on}的现行版本；新版本公布后须更新。`,
    rules: standardKeys.flatMap(key => {
      const found = standardInForce(key, on)
      if (!found) return []
      return {
        id: `STD-${key}`,
        words: found.title,
        source: found.number,
        confidence: found.confidence,
        checkedOn: data.checkedOn,
        ...(found.from || found.note
          ? {
              remark: `${found.from ? `${found.from}起实施` : ''}${found.from && found.note ? '；' : ''}${found.note ?? ''}。`,
            }
          : {}),
      }
    }),
  }
}
