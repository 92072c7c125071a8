import { dayOf } from '../../domain/calendar'
import {
  type Consent,
  consentId,
  DELIVERY_PAUSES,
  type Delivery,
  deliveryAfter,
  type deliverySteps,
} from '../../domain/message'
import { _ } from '../kernel/cloud'
import { find, list } from '../kernel/collections'
import { inTransaction } from '../kernel/transaction'
import { adapters, type Outcome, type Recipient } from './channels'

const AT_ONCE = 100
// Nobody hears of a message twice: one whose sender died on the way is not sent again.
const LOST_MS = 10 * 60_000

/**
 * Works the queue of what goes out of the house, the oldest first, until it is empty or `until`. A message is handed over
 * at most once: the consent is used up and the delivery taken before anything is sent, and what was taken and never
 * answered counts as failed. The inbox has it all the same.
 */
export async function deliver(now: number, until: number): Promise<number> {
  let sent = 0
  for (const lost of await waitingFor('sending', now)) {
    await settle(lost, { state: 'unknown', reason: 'the sender did not come back' }, undefined, now)
    if (Date.now() > until) return sent
  }
  for (const delivery of await waitingFor('waiting', now)) {
    if (Date.now() > until) return sent
    if (await deliverOne(delivery, now)) sent++
  }
  return sent
}

const waitingFor = (state: Delivery['state'], now: number): Promise<Delivery[]> =>
  list('deliveries', { state, nextAt: _.lte(now) }, { limit: AT_ONCE, order: [['nextAt', 'asc']] })

async function deliverOne(delivery: Delivery, now: number): Promise<boolean> {
  const adapter = adapters[delivery.channel]
  const to = await recipientOf(delivery.to, now)
  const taken = await take(delivery, to, adapter.consent, now)
  if (!taken || !to) return false
  const outcome = await adapter.send(taken, to)
  await settle(taken, outcome, adapter.consent ? to.person : undefined, now)
  return outcome.state === 'sent'
}

/** Who holds the post now, or acts for its holder today. */
async function recipientOf(post: string, now: number): Promise<Recipient | undefined> {
  const holder = await find('posts', post)
  const today = dayOf(now)
  const away = holder?.away && holder.away.from <= today && today <= holder.away.to ? holder.away : undefined
  const acting = away ? await find('posts', away.post) : holder
  return acting?.person && acting.openid ? { person: acting.person, openid: acting.openid } : undefined
}

/** Takes a delivery and, where it needs one, a consent. Undefined where it cannot be sent, or another tick has it. */
const take = (
  { _id }: Delivery,
  to: Recipient | undefined,
  needsConsent: boolean,
  now: number,
): Promise<Delivery | undefined> =>
  inTransaction(async transaction => {
    const delivery = await transaction.find('deliveries', _id)
    if (delivery?.state !== 'waiting' || (delivery.nextAt ?? 0) > now) return undefined
    const put = (step: keyof typeof deliverySteps, more: Partial<Delivery>) => {
      const next = stepped(delivery, step, more)
      return transaction.put('deliveries', next).then(() => next)
    }
    if (!to) {
      await put('fail', { reason: 'nobody with a WeChat account holds the post' })
      return undefined
    }
    if (needsConsent) {
      const consent = await transaction.find('consents', consentId(to.person, delivery.kind))
      if (!consent || consent.used >= consent.granted) {
        await put('refuse', {})
        return undefined
      }
      await transaction.put('consents', { ...consent, used: consent.used + 1 })
    }
    return put('take', { attempts: delivery.attempts + 1, nextAt: now + LOST_MS })
  })

const settle = (
  { _id }: Delivery,
  outcome: Outcome,
  consentOf: string | undefined,
  now: number,
): Promise<void> =>
  inTransaction(async transaction => {
    const delivery = await transaction.find('deliveries', _id)
    if (delivery?.state !== 'sending') return
    const consent =
      consentOf === undefined
        ? undefined
        : await transaction.find('consents', consentId(consentOf, delivery.kind))
    if (consent) {
      const after = consentAfter(consent, outcome)
      if (after !== consent) await transaction.put('consents', after)
    }
    await transaction.put('deliveries', settled(delivery, outcome, now))
  })

/** What was not sent is not used up; who has no consent left at WeChat has none here. */
function consentAfter(consent: Consent, { state }: Outcome): Consent {
  if (state === 'wrong' || state === 'later') return { ...consent, used: Math.max(0, consent.used - 1) }
  return state === 'refused' ? { ...consent, used: consent.granted } : consent
}

function settled(delivery: Delivery, outcome: Outcome, now: number): Delivery {
  if (outcome.state === 'sent') return stepped(delivery, 'succeed', {})
  const { reason } = outcome
  const pause = DELIVERY_PAUSES[delivery.attempts - 1]
  if (outcome.state === 'refused') return stepped(delivery, 'refuse', { reason })
  if (outcome.state === 'later' && pause !== undefined)
    return stepped(delivery, 'repeat', { reason, nextAt: now + pause })
  return stepped(delivery, 'fail', { reason })
}

function stepped(
  { nextAt: _, ...delivery }: Delivery,
  step: keyof typeof deliverySteps,
  more: Partial<Delivery>,
): Delivery {
  return { ...delivery, ...more, state: deliveryAfter(delivery.state, step) ?? delivery.state }
}
