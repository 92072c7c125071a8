import { type Day, daysBetween } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button, Card, Tag } from '@/components'
import type { TodayOf } from './types'

type Visit = TodayOf<'officer'>['visits'][number]

/** Whom to visit today, and why. */
export function Visits({ visits, today }: { visits: readonly Visit[]; today: Day }) {
  return (
    <View>
      {visits.length ? (
        <Card title={`今天 ${visits.length} 家`} tone="act">
          {visits.map(visit => (
            <One key={visit.id} visit={visit} today={today} />
          ))}
        </Card>
      ) : null}
    </View>
  )
}

function One({ visit, today }: { visit: Visit; today: Day }) {
  const { enterprise } = visit
  if (!enterprise) return null
  const over = daysBetween(visit.due, today)
  return (
    <View className="visit">
      <Text className="visit-name">{enterprise.name}</Text>
      <View className="visit-tags">
        {enterprise.kind ? <Tag word={enterprise.kind} /> : null}
        {visit.secret ? <Tag word="突击，事先不通知" tone="amber" /> : null}
        {over > 0 ? <Tag word={`已超期 ${over} 天`} tone="red" /> : null}
      </View>
      <View>{visit.ask ? <Text className="visit-why">因：{visit.ask}</Text> : null}</View>
      <View className="visit-doors">
        <Button
          kind="plain"
          text="任务详情"
          onPress={() => void Taro.navigateTo({ url: `/task/task/index?task=${visit.id}` })}
        />
        <Button
          kind="second"
          text="开始检查"
          onPress={() => void Taro.navigateTo({ url: `/officer/check/index?enterprise=${enterprise.id}` })}
        />
      </View>
    </View>
  )
}
