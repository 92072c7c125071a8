import { type Confidence, confidences } from '@domain/confidence'
import { View } from '@tarojs/components'
import { Tag } from './tag'

const tones = { high: 'green', medium: undefined, low: 'amber' } as const

interface SureProps {
  level: Confidence
  /** Beside a conclusion what was checked needs no word; in the list of rules it has one. */
  always?: boolean
}

/** How far it can be relied on. */
export function Sure({ level, always = false }: SureProps) {
  const tone = tones[level]
  return (
    <View>
      {level === 'high' && !always ? null : <Tag word={confidences[level]} {...(tone ? { tone } : {})} />}
    </View>
  )
}
