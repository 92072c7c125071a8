import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { names, say } from './names'

export interface RowProps {
  label: ReactNode
  /** Second line, quiet. */
  hint?: ReactNode
  /** At the right. */
  value?: ReactNode
  onPress?: () => void
  /** Read aloud; needed when `label` is no text. */
  spoken?: string
}

/** One line of a card: label, value, and an arrow when it leads on. */
export function Row({ label, hint, value, onPress, spoken }: RowProps) {
  return (
    <View
      className={names('row', onPress && 'row-press')}
      onClick={onPress}
      {...(onPress ? say('button', spoken ?? (typeof label === 'string' ? label : undefined)) : {})}
    >
      <View className="row-main">
        <View className="row-label">{label}</View>
        {hint ? <Text className="row-hint">{hint}</Text> : null}
      </View>
      {value === undefined ? null : <View className="row-value">{value}</View>}
      {onPress ? <View className="row-arrow" /> : null}
    </View>
  )
}
