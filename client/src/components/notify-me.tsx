import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type ContentOf, useCall, useSend } from '@/cloud'
import { tell } from './ask'
import { Button } from './button'

type Kind = ContentOf<'message.consent'>['kinds'][number]

export interface NotifyMeProps {
  /** Which messages to ask for; those this deployment has no template for are left out. */
  kinds: readonly Kind[]
  /** 有结果时通知我. */
  text: string
}

/**
 * Asks for one WeChat message of each kind, in WeChat's own window. Nothing is shown where there is none: a browser, or a
 * deployment without templates. The inbox has every message all the same.
 */
export function NotifyMe({ kinds, text }: NotifyMeProps) {
  const weapp = process.env.TARO_ENV === 'weapp'
  const templates = useCall('message.templates', {}, { keep: true, enabled: weapp, fresh: 3_600_000 }).data
  const { send } = useSend('message.consent', { title: '微信通知' })
  const [asked, setAsked] = useState(false)
  const wanted = kinds.filter(kind => templates?.[kind])

  // WeChat opens its window only from the tap itself: nothing may be waited for before it.
  const press = async () => {
    const tmplIds = wanted.map(kind => templates?.[kind] as string)
    const answer = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] }).catch(() => undefined)
    const said = (answer ?? {}) as Record<string, unknown>
    const accepted = wanted.filter(kind => said[templates?.[kind] as string] === 'accept')
    if (!accepted.length) return tell('没有开启，消息仍会在“消息”里')
    setAsked(true)
    await send({ kinds: accepted })
    tell('好的，会用微信通知您一次')
  }
  return <View>{wanted.length && !asked ? <Button kind="plain" text={text} onPress={press} /> : null}</View>
}
