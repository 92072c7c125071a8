import type { Channel, Delivery } from '../../../domain/message'

/** Who gets it, as a channel knows him. */
export type Recipient = { person: string; openid: string }

/**
 * What became of it. `refused`: he has not agreed, or took it back. `wrong`: it can never be sent so. `later`: the
 * channel said that it was not taken, and may take it another time. `unknown`: it may have been taken or not.
 */
export type Outcome = { state: 'sent' } | { state: 'refused' | 'wrong' | 'later' | 'unknown'; reason: string }

/** A way out of the house. The inbox has every message whatever a channel does. */
export type Adapter = {
  id: Channel
  /** Whether one consent of the person is used up by each message. */
  consent: boolean
  /** Whether this deployment has it for this kind of message. */
  on(kind: Delivery['kind']): boolean
  send(delivery: Delivery, to: Recipient): Promise<Outcome>
}
