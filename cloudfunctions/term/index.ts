import { router } from '../kernel/procedure'
import { ask, grant, resume } from './ask'
import { listTerms } from './list'
import { dailySheet } from './sheet'
import { urge } from './urge'

/** 期限: clocks at work, each on a record and with an owner. */
export const term = router({ list: listTerms, ask, grant, resume, urge, dailySheet })

export { type Pressing, pressingIn, pressingOf } from './pressing'
export { type Round, rounds } from './rounds'
export { endTerm, moveTerm, type Start, startTerm, termId } from './term'
