import { router } from '../kernel/procedure'
import { listUrgents, readUrgent } from './read'
import { answer, receive, report } from './report'

export { type UrgentLine, unreadUrgents } from './read'

/** 重大情况随时报告: at once to the city's section and the unit's head, with the times at which it was read. */
export const urgent = router({ report, receive, answer, read: readUrgent, list: listUrgents })
