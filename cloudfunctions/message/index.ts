import { router } from '../kernel/procedure'
import { consent, templates } from './consent'
import { inbox } from './inbox'
import { markRead } from './read'

/** 消息: what people are told, and whether they have read it. */
export const message = router({ inbox, read: markRead, templates, consent })

export { deliver } from './deliver'
export { unreadOf } from './inbox'
export { type Told, tell, tellFromClock } from './tell'
