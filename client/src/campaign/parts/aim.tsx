import { spokenDay } from '@domain/calendar'
import { Image, Text, View } from '@tarojs/components'
import { Tag } from '@/components'
import { picture } from '@/components/names'
import { useDark } from '@/components/use-dark'
import { bar, type Reached, reachedWord } from './bar'

export interface AimProps extends Reached {
  name: string
  count: string
  due: string
  /** Who answers for it. */
  owner: string
  countedBy: string
  /** Of a target of every unit: how many have reached it. */
  reachedBy?: number
  of?: number
}

/** One target or task: what it is, how far it is, by when. */
export function Aim(aim: AimProps) {
  const { name, count, due, owner, countedBy, reachedBy, of } = aim
  const word = reachedWord(aim)
  return (
    <View className="aim">
      <View className="aim-head">
        <Text className="aim-name">{name}</Text>
        <Tag word={word} {...(aim.reached ? { tone: 'green' } : aim.late ? { tone: 'red' } : {})} />
      </View>
      <Image
        className="aim-bar"
        src={bar(aim, count, useDark())}
        mode="widthFix"
        {...picture(`${aim.value}${count}，目标${aim.wanted}${count}，${word}`)}
      />
      <Text className="aim-under">
        {owner} · {spokenDay(due)}前 · {countedBy}
        {of === undefined ? '' : ` · ${reachedBy}/${of}个单位已完成`}
      </Text>
    </View>
  )
}
