import { dayOf, type Instant, timeOf, writtenDay } from '../../../domain/calendar'
import { type Delivery, type MessageKind, messageKinds } from '../../../domain/message'
import { shortened } from '../../../domain/text'
import { cloud } from '../../kernel/cloud'
import type { Adapter, Outcome } from './channel'

/** A template of the mini-program's account, and what its three fields are called there. */
type Template = { id: string; title: string; at: string; words: string }

/**
 * The template of a kind. `SANLIAN_TEMPLATE_DUE` and its sisters hold the template's id and the names of its fields for
 * title, time and words, e.g. `zun-Lz… thing1 time2 thing3`: WeChat numbers the fields, so no code can know them. A kind
 * without one has no such channel.
 */
function templateOf(kind: MessageKind): Template | undefined {
  const [id, title, at, words] = (process.env[`SANLIAN_TEMPLATE_${kind.toUpperCase()}`] ?? '').split(' ')
  return id && title && at && words ? { id, title, at, words } : undefined
}

/** The ids a client asks consent for, by kind; empty where this deployment has none. */
export const templateIds = (): Partial<Record<MessageKind, string>> =>
  Object.fromEntries(
    (Object.keys(messageKinds) as MessageKind[])
      .map(kind => [kind, templateOf(kind)?.id] as const)
      .filter(([, id]) => id),
  )

// 发送订阅消息, 参数值内容限制: a thing has twenty characters at most.
const thing = (text: string): string => shortened(text, 20)

const moment = (at: Instant): string => `${writtenDay(dayOf(at))} ${timeOf(at)}`

// -1: WeChat is busy and says so; 45009: the day's quota is used up.
const LATER = [-1, 45009]
// 40003 receiver, 40037 template, 41030 page, 47003 content: the same again would be the same.
const WRONG = [40003, 40037, 41030, 47003]

/** 微信订阅消息, by `subscribeMessage.send`: one consent, one message. */
export const subscribe: Adapter = {
  id: 'subscribe',
  consent: true,
  on: kind => templateOf(kind) !== undefined,
  async send(delivery: Delivery, to): Promise<Outcome> {
    const template = templateOf(delivery.kind)
    if (!template) return { state: 'wrong', reason: 'no template' }
    try {
      await cloud.openapi.subscribeMessage.send({
        touser: to.openid,
        templateId: template.id,
        page: (delivery.page ?? '/pages/messages/index').replace(/^\//, ''),
        data: {
          [template.title]: { value: thing(delivery.title) },
          [template.at]: { value: moment(delivery.at) },
          [template.words]: { value: thing(delivery.words) },
        },
      })
      return { state: 'sent' }
    } catch (error) {
      const { errCode, errMsg } = error as { errCode?: number; errMsg?: string }
      const reason = `${errCode ?? ''} ${errMsg ?? error}`.trim().slice(0, 200)
      if (errCode === 43101) return { state: 'refused', reason }
      if (WRONG.includes(errCode as number)) return { state: 'wrong', reason }
      return LATER.includes(errCode as number) && /system error|system busy|limit/.test(reason)
        ? { state: 'later', reason }
        : { state: 'unknown', reason }
    }
  },
}
