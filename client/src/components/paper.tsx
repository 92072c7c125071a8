import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useSession } from '@/cloud'

export interface PaperProps {
  /** The authority whose paper it is, in red above the rule. */
  authority: string
  title: string
  /** 信市监责改〔2026〕18号; a draft has none yet. */
  number?: string
  /** To whom, without colon. */
  to?: string
  /** Paragraphs. */
  text: readonly string[]
  /** `2026年7月17日`. */
  date?: string
  /** What stands where the seal goes: 此处加盖公章, or 已盖章 with the day. */
  seal?: string
  children?: ReactNode
}

/** An official paper, as it will be printed. */
export function Paper({ authority, title, number, to, text, date, seal, children }: PaperProps) {
  const demo = useSession().data?.demo === true
  return (
    <View className="paper">
      <View>{demo ? <Text className="paper-demo">演示数据，不具法律效力</Text> : null}</View>
      <Text className="paper-authority">{authority}</Text>
      <View className="paper-rule" />
      <Text className="paper-title">{title}</Text>
      {number ? <Text className="paper-number">{number}</Text> : null}
      {to ? <Text className="paper-to">{to}：</Text> : null}
      {text.map(paragraph => (
        <Text key={paragraph} className="paper-text">
          {paragraph}
        </Text>
      ))}
      <View>{children}</View>
      <View className="paper-sign">
        <View>{authority}</View>
        {date ? <View>{date}</View> : null}
        {seal ? <View className="paper-seal">{seal}</View> : null}
      </View>
    </View>
  )
}
