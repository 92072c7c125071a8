import type { Channel } from '../../../domain/message'
import type { Adapter } from './channel'
import { government } from './government'
import { sms } from './sms'
import { subscribe } from './subscribe'

export type { Adapter, Outcome, Recipient } from './channel'
export { templateIds } from './subscribe'

/** Every way out of the house there could be. */
export const adapters: Record<Channel, Adapter> = { subscribe, sms, government }
