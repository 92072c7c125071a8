import { Image, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { names, picture } from './names'
import { ring } from './ring'
import { useDark } from './use-dark'

export interface DaysProps {
  /** Days left; negative: days overdue. */
  left: number
  /** Of how many; the ring is full without it. */
  total?: number
  /** `7月28日前`. */
  until: string
  /** In place of the words for `left`: of a term that ends at an hour. */
  words?: string
  children?: ReactNode
}

/** Days left as a ring with the number in it, and in words beside it. */
export function Days({ left, total, until, words: said, children }: DaysProps) {
  const words = said ?? (left < 0 ? `已超期 ${-left} 天` : left === 0 ? '今天到期' : `还剩 ${left} 天`)
  return (
    <View className="days">
      <Image
        className="days-ring"
        src={ring(left, total ?? Math.max(left, 1), useDark())}
        {...picture(words)}
      />
      <View className="days-words">
        <Text className={names(left < 0 && 'tone-red', left >= 0 && left <= 3 && 'tone-amber')}>{words}</Text>
        <Text className="days-until">{until}</Text>
        <View>{children}</View>
      </View>
    </View>
  )
}
