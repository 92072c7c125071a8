import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCall } from '@/cloud'
import { Card, Row, useRefresh } from '@/components'

/** Who waits to be let in by me (待确认的申请). Nothing is shown when nobody waits. */
export function Applications() {
  const query = useCall('office.applications', {}, { keep: true })
  useRefresh(query)
  const waiting = query.data ?? []
  return (
    <View>
      {waiting.length ? (
        <Card tone="act">
          <Row
            label={`待确认的申请 ${waiting.length} 人`}
            hint={waiting
              .slice(0, 3)
              .map(({ name, role }) => `${name}（${role}）`)
              .join('、')}
            onPress={() => Taro.navigateTo({ url: '/bureau/applications/index' })}
          />
        </Card>
      ) : null}
    </View>
  )
}
