import { spokenDay } from '@domain/calendar'
import { Image, Text, View } from '@tarojs/components'
import { Tag } from '@/components'
import { picture } from '@/components/names'
import { useDark } from '@/components/use-dark'
import { bar, type Reached, reachedWord } from './bar'

export interface AimProps {
  name: string
  count: string
  due: string
  /** Who answers for it. */
  owner: string
  countedBy: string
  /** Of a target of every unit: of how many how many have reached it. */
  progress: Reached & { reachedBy?: number; of?: number }
}

/** One target or task: what it is, how far it is, by when. */
export function Aim({ name, count, due, owner, countedBy, progress }: AimProps) {
  const { value, wanted, reached, late, reachedBy, of } = progress
  const word = reachedWord(progress)
  return (
    <View className="aim">
      <View className="aim-head">
        <Text className="aim-name">{name}</Text>
        <Tag word={word} {...(reached ? { tone: 'green' } : late ? { tone: 'red' } : {})} />
      </View>
      <Image
        className="aim-bar"
        src={bar(progress, count, useDark())}
        mode="widthFix"
        {...picture(`${value}${count}，目标${wanted}${count}，${word}`)}
      />
      <Text className="aim-under">
        {owner} · {spokenDay(due)}前 · {countedBy}
        {of === undefined ? '' : ` · ${reachedBy}/${of}个单位已完成`}
      </Text>
    </View>
  )
}
