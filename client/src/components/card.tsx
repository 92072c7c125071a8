import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { names, say, type Tone } from './names'

export interface CardProps {
  title?: string
  /** Small, at the right of the title. */
  more?: ReactNode
  /** A coloured edge; a word in the card has to say the same. */
  tone?: Tone
  onPress?: () => void
  /** Read aloud for the whole card when it can be pressed. */
  label?: string
  children?: ReactNode
}

/** A white card. */
export function Card({ title, more, tone, onPress, label, children }: CardProps) {
  return (
    <View
      className={names('card', tone && `card-${tone}`, onPress && 'card-press')}
      onClick={onPress}
      {...(onPress ? say('button', label ?? title) : {})}
    >
      {title || more ? (
        <View className="card-head">
          <Text className="card-title">{title}</Text>
          <View className="card-more">{more}</View>
        </View>
      ) : null}
      <View>{children}</View>
    </View>
  )
}
