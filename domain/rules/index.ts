import type { Day } from '../calendar'
import { calendarRules } from './calendar'
import { codeRules } from './codes'
import { limitRules } from './limits'
import { periodRules } from './periods'
import type { RuleGroup } from './rule'
import { samplingRules } from './sampling'
import { standardRules } from './standards'
import { typeRules } from './types'

export type { Rule, RuleGroup } from './rule'

/**
 * Every rule the product goes by, from the tables themselves, so that the page cannot say anything else than the program
 * does. `on`: the day whose standards are meant.
 */
export const ruleGroups = (on: Day): RuleGroup[] => [
  ...periodRules(),
  calendarRules(),
  typeRules(),
  ...limitRules(),
  samplingRules(),
  standardRules(on),
  codeRules(),
]
