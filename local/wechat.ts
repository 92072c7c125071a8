/** A subscribe message as WeChat took it. */
export interface Sent {
  openid: string
  template: string
  page?: string
  data: Record<string, string>
  /** Milliseconds since 1970, by the caller's clock. */
  at: number
}

export interface WechatOptions {
  /** Templates of the mini-program: id → its fields, `thing1`, `time2`. */
  templates?: Record<string, readonly string[]>
}

/** What WeChat answers: `errcode` 0 is success. */
export interface Answer {
  errcode: number
  errmsg: string
}

const OPENID = /^[A-Za-z0-9_-]{1,64}$/
const DATE = String.raw`\d{4}年\d{1,2}月\d{1,2}日`
const TIME = String.raw`\d{1,2}:\d{2}`

/** What a field may hold (发送订阅消息, 参数值内容限制); the kinds this double knows. */
const RULES: Record<string, (text: string) => boolean> = {
  thing: text => [...text].length <= 20,
  number: text => /^-?\d+(\.\d+)?$/.test(text) && text.length <= 32,
  character_string: text => /^[\x21-\x7e]{1,32}$/.test(text),
  time: text => new RegExp(`^(${DATE} )?${TIME}(~(${DATE} )?${TIME})?$`).test(text),
  date: text => new RegExp(`^${DATE}( ${TIME})?(~${DATE}( ${TIME})?)?$`).test(text),
  name: text => /^[\u4e00-\u9fff·]{1,10}$/.test(text) || /^[^\u4e00-\u9fff]{1,20}$/.test(text),
  phrase: text => /^[\u4e00-\u9fff]{1,5}$/.test(text),
}

/**
 * WeChat's side of subscribe messages (订阅消息): who agreed to how many of which template, and an outbox to look at. One
 * consent, one message. Whether a page exists is not known here, so 41030 is never answered.
 */
export class Wechat {
  private readonly templates: Record<string, readonly string[]>
  private readonly consents = new Map<string, number>()
  private readonly outbox: Sent[] = []
  private readonly faults: Answer[] = []

  constructor(options: WechatOptions = {}) {
    this.templates = options.templates ?? {}
  }

  /** What the person pressed in `wx.requestSubscribeMessage`: 允许, once per time. */
  accept(openid: string, template: string, times = 1): void {
    const key = `${openid} ${template}`
    this.consents.set(key, (this.consents.get(key) ?? 0) + times)
  }

  /** The person switches the template off in the settings: what he had agreed to is gone. */
  takeBack(openid: string, template: string): void {
    this.consents.delete(`${openid} ${template}`)
  }

  /** The next call is answered so, e.g. `-1 system error`. */
  failNext(errcode: number, errmsg: string): void {
    this.faults.push({ errcode, errmsg })
  }

  sent(): readonly Sent[] {
    return this.outbox
  }

  /** `subscribeMessage.send`, with the errors of its page: 40003, 40037, 43101, 47003. */
  send(request: Record<string, unknown>, at: number): Answer {
    const fault = this.faults.shift()
    if (fault) return fault
    const { touser, template_id: template, page, data } = request
    if (typeof touser !== 'string' || !OPENID.test(touser)) return no(40003, 'invalid openid')
    const fields = typeof template === 'string' ? this.templates[template] : undefined
    if (typeof template !== 'string' || !fields) return no(40037, 'invalid template_id')
    const values = (data ?? {}) as Record<string, { value?: unknown }>
    for (const field of fields) {
      const value = values[field]?.value
      const kind = field.replace(/\d+$/, '')
      const rule = RULES[kind]
      if (!rule) throw new Error(`the local cloud knows no template field ${kind}`)
      if (value === undefined || value === '' || !rule(String(value)))
        return no(47003, `argument invalid! data.${field}.value invalid`)
    }
    const key = `${touser} ${template}`
    const left = this.consents.get(key) ?? 0
    if (left < 1) return no(43101, 'user refuse to accept the msg')
    this.consents.set(key, left - 1)
    const told = Object.fromEntries(fields.map(field => [field, String(values[field]?.value)]))
    this.outbox.push({
      openid: touser,
      template,
      ...(typeof page === 'string' ? { page } : {}),
      data: told,
      at,
    })
    return { errcode: 0, errmsg: 'ok' }
  }
}

const no = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg: `${errmsg} rid: local` })
