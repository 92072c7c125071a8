import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card, Row, Tag } from '@/components'
import { momentOf, waitedOf } from '@/components/times'
import type { TodayOf } from './types'

type Approvals = TodayOf<'head'>['approvals']

const SHOWN = 3

/** 待我批: opened from here, decided there. */
export function ApprovalsCard({ approvals: { rows, more } }: { approvals: Approvals }) {
  const count = `${rows.length}${more ? '＋' : ''}`
  return (
    <View>
      {rows.length ? (
        <Card title={`待我批 ${count} 份`} tone="act">
          {rows.slice(0, SHOWN).map(row => (
            <Row
              key={row.id}
              label={row.title}
              hint={
                row.until === undefined
                  ? `${row.authorName}，${waitedOf(row.since, Date.now())}`
                  : `${row.authorName}，${momentOf(row.until)}前补办批准`
              }
              {...(row.forName
                ? { value: <Tag word={`代${row.forName}`} /> }
                : row.vacant
                  ? { value: <Tag word="岗位空缺" tone="amber" /> }
                  : {})}
              spoken={row.title}
              onPress={() => Taro.navigateTo({ url: `/approve/paper/index?paper=${row.id}` })}
            />
          ))}
          {rows.length > SHOWN || more ? (
            <Row label={`全部待批 ${count} 份`} onPress={() => Taro.navigateTo({ url: '/approve/index' })} />
          ) : null}
        </Card>
      ) : null}
    </View>
  )
}
