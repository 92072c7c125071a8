import { spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card, Figure, Figures, Page, Row, type Tone } from '@/components'
import { bureauOf, dueOf, type NoticeRow, NoticeRows } from '../due'
import { figureOf, type TodayOf, type TodayProps } from './types'

/** The head's morning: who is late, what ends today and tomorrow, what waits for a re-check; numbers after that. */
export function Head({ today, query }: TodayProps<'head'>) {
  const overdue = figureOf(today.figures, 'noticesOverdue')?.value ?? 0
  const late = today.open.filter(row => dueOf(row.deadline, today.today).left < 0)
  const ending = today.open.filter(row => [0, 1].includes(dueOf(row.deadline, today.today).left))
  const answered = today.open.filter(
    row => row.state === 'answered' && !late.includes(row) && !ending.includes(row),
  )
  const calm = overdue + ending.length + answered.length + today.waiting.length === 0
  return (
    <Page
      headline={`${bureauOf(today.orgName)} ｜ ${today.name}`}
      under={spokenDay(today.today)}
      query={query}
    >
      <View>
        {calm ? (
          <Card tone="green" title="✓ 今天没有压着的事">
            <Text className="row-hint">没有超期、今明到期、待复查和待送达的通知书。</Text>
          </Card>
        ) : null}
      </View>
      <Pile name="已超期" tone="red" rows={late} count={overdue} today={today.today} />
      <View>
        {overdue > late.length ? (
          <Card>
            <Row
              label={`全部已超期 ${overdue} 份`}
              onPress={() =>
                Taro.navigateTo({ url: `/city/records/index?unit=${today.org}&measure=noticesOverdue` })
              }
            />
          </Card>
        ) : null}
      </View>
      <Pile name="今明到期" tone="amber" rows={ending} count={ending.length} today={today.today} />
      <Pile name="待复查" rows={answered} count={answered.length} today={today.today} />
      <Pile name="待送达" rows={today.waiting} count={today.waiting.length} today={today.today} />
      <Numbers today={today} />
    </Page>
  )
}

function Pile({
  name,
  tone,
  rows,
  count,
  today,
}: {
  name: string
  tone?: Tone
  rows: readonly NoticeRow[]
  count: number
  today: string
}) {
  return (
    <View>
      {rows.length ? (
        <Card title={`${name} ${count} 份`} {...(tone ? { tone } : {})}>
          <NoticeRows rows={rows} today={today} />
        </Card>
      ) : null}
    </View>
  )
}

function Numbers({ today }: { today: TodayOf<'head'> }) {
  return (
    <Card title="本月" more={today.orgName}>
      <Figures>
        {(['checks', 'findings', 'noticesServed', 'noticesClosed'] as const).map(measure => {
          const figure = figureOf(today.figures, measure)
          return (
            <Figure
              key={measure}
              value={figure?.inMonth ?? 0}
              label={figure?.name ?? ''}
              onPress={() =>
                Taro.navigateTo({ url: `/city/records/index?unit=${today.org}&measure=${measure}` })
              }
            />
          )
        })}
      </Figures>
      <Row
        label="本县全部数字"
        onPress={() => Taro.navigateTo({ url: `/city/unit/index?unit=${today.org}` })}
      />
    </Card>
  )
}
