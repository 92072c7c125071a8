import { type Confidence, confidences } from '@domain/confidence'
import { View } from '@tarojs/components'
import { Tag } from './tag'

/** How far it can be relied on; what was checked needs no word. */
export function Sure({ level }: { level: Confidence }) {
  return (
    <View>
      {level === 'high' ? null : (
        <Tag word={confidences[level]} {...(level === 'low' ? { tone: 'amber' as const } : {})} />
      )}
    </View>
  )
}
