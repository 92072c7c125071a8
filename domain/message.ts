import * as z from './zod'

/** What a message is about; the outside channels have one template each. */
export const messageKinds = { todo: '待办提醒', due: '期限提醒', result: '办理结果' } as const
export type MessageKind = keyof typeof messageKinds

/**
 * A message (消息) in somebody's inbox. It goes to a post: whoever holds the post, or stands in for its holder, reads it.
 * Its id follows from what it tells of, so that the same thing told twice is there once.
 */
export type Message = {
  _id: string
  /** The post it is for. */
  to: string
  unit: string
  at: number
  /** Orders an inbox by time; unique. */
  rank: string
  title: string
  words: string
  kind?: MessageKind
  /** Page of the mini-program it leads to. */
  page?: string
  /** 重大情况: stays on top until it has been read. */
  urgent?: boolean
  /** Nobody has read it yet. */
  fresh: boolean
  /** Read receipts: who read it when, the first time each. */
  read: { person: string; name: string; at: number }[]
}

const messageId = () =>
  z.string('缺少编号').check(z.regex(/^[0-9A-Za-z._-]{3,160}$/, '编号不对，请刷新后再试'))

/** How many messages are marked as read in one write. */
export const READ_TOGETHER = 20

export const readingForm = z.strictObject({
  messages: z.array(messageId(), '请选择消息').check(
    z.minLength(1, '请选择消息'),
    z.maxLength(READ_TOGETHER, `一次最多${READ_TOGETHER}条`),
    z.refine((ids: string[]) => new Set(ids).size === ids.length, '同一条消息出现了两次'),
  ),
})

/** What somebody agreed to in WeChat's own window: one message per kind and time. */
export const consentForm = z.strictObject({
  kinds: z.array(z.enum(['todo', 'due', 'result'], '通知类型不对'), '请选择通知').check(
    z.minLength(1, '请选择通知'),
    z.refine((kinds: string[]) => new Set(kinds).size === kinds.length, '同一种通知出现了两次'),
  ),
})

/** The ledger of consents (订阅授权): one consent, one message. `_id` is person and kind. */
export type Consent = {
  _id: string
  person: string
  kind: MessageKind
  granted: number
  used: number
  at: number
}

export const consentId = (person: string, kind: MessageKind): string => `${person}.${kind}`

/** Ways out of the house. The inbox is none of them: it always has the message. */
export const channels = { subscribe: '微信订阅消息', sms: '短信', government: '政务微信' } as const
export type Channel = keyof typeof channels

/**
 * One message on its way through one channel. `sending`: handed over, the outcome not yet known; left so, it counts as
 * failed, since nobody may get the same thing twice. `noConsent`: he had not agreed to one, or took it back.
 */
export const deliveryStates = {
  waiting: '待发送',
  sending: '正在发送',
  sent: '已发送',
  failed: '未发出',
  noConsent: '未授权',
} as const
export type DeliveryState = keyof typeof deliveryStates

export const deliverySteps = {
  take: { from: ['waiting'], to: 'sending' },
  succeed: { from: ['sending'], to: 'sent' },
  repeat: { from: ['sending'], to: 'waiting' },
  fail: { from: ['waiting', 'sending'], to: 'failed' },
  refuse: { from: ['waiting', 'sending'], to: 'noConsent' },
} as const satisfies Record<string, { from: readonly DeliveryState[]; to: DeliveryState }>

/** The state after a step; undefined when it may not be taken. */
export const deliveryAfter = (
  state: DeliveryState,
  step: keyof typeof deliverySteps,
): DeliveryState | undefined =>
  (deliverySteps[step].from as readonly DeliveryState[]).includes(state) ? deliverySteps[step].to : undefined

export type Delivery = {
  _id: string
  channel: Channel
  kind: MessageKind
  /** The post the message is for; who holds it is asked when it is sent. */
  to: string
  title: string
  words: string
  page?: string
  at: number
  state: DeliveryState
  attempts: number
  /** Not to be looked at before, epoch ms; missing when it is through. */
  nextAt?: number
  /** Why it failed, in the channel's own words. */
  reason?: string
}

/** Tries before a delivery is given up, and the pauses between them, ms. Source: own proposal. */
export const DELIVERY_PAUSES = [5 * 60_000, 30 * 60_000, 2 * 3_600_000] as const
