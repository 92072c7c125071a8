import type { Day } from '../calendar'
import type { Confidence } from '../confidence'

/** One rule the product goes by, as people read it. */
export type Rule = {
  id: string
  words: string
  /** Law and article, standard and table, or whose proposal it is. */
  source: string
  confidence: Confidence
  /** When it was last compared with its source; absent where the source itself was not read. */
  checkedOn?: Day
  remark?: string
}

export type RuleGroup = { title: string; note?: string; rules: readonly Rule[] }
