import { spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button, Card, Figure, Figures, Page, Row, say } from '@/components'
import { bureauOf } from '../due'
import { ApprovalsCard } from './approvals'
import { PressingCards } from './pressing'
import { DeskRow } from './tasks'
import type { TodayOf, TodayProps } from './types'

const go = (url: string) => void Taro.navigateTo({ url })

/** 今早: what waits for the head's word, what ends, who is late; then yesterday and how far the county has come. */
export function Head({ today, query }: TodayProps<'head'>) {
  const { approvals, pressing, org } = today
  const calm = approvals.rows.length + pressing.rows.length === 0
  return (
    <Page
      headline={`${bureauOf(today.orgName)} ｜ ${today.name}`}
      under={spokenDay(today.today)}
      query={query}
    >
      <View>
        {calm ? (
          <Card tone="green" title="✓ 今天没有压着的事">
            <Text className="row-hint">没有等您批的文书，没有超期和今明到期的工作。</Text>
          </Card>
        ) : null}
      </View>
      <ApprovalsCard approvals={approvals} />
      <PressingCards pressing={pressing} unit={org} />
      <Desk today={today} />
      <Yesterday today={today} />
      <Coverage today={today} />
      <View className="doors">
        <Button kind="second" text="外出授权" onPress={() => go('/bureau/away/index')} />
        <Button kind="second" text="全部期限" onPress={() => go(`/message/terms/index?unit=${org}`)} />
      </View>
    </Page>
  )
}

/** What else lies with him: tasks, campaigns to answer, what other systems wait for. */
function Desk({ today: { tasks, campaigns, outside } }: { today: TodayOf<'head'> }) {
  return (
    <View>
      {tasks.rows.length || campaigns.length || outside ? (
        <Card title="等本单位办的">
          {tasks.rows.length ? <DeskRow tasks={tasks} /> : null}
          {campaigns.map(campaign => (
            <Row
              key={campaign.id}
              label={campaign.title}
              hint={owed(campaign)}
              onPress={() => go(`/campaign/page/index?campaign=${campaign.id}`)}
            />
          ))}
          <OutsideRow count={outside} />
        </Card>
      ) : null}
    </View>
  )
}

type Campaign = TodayOf<'head'>['campaigns'][number]

function owed({ received, receiveBy, receiptLate, planState, planBy, planLate }: Campaign): string {
  if (!received) return `请签收，${spokenDay(receiveBy)}前${receiptLate ? '（已超期）' : ''}`
  return planState === 'submitted'
    ? '实施方案已报，等市局批准'
    : `请报实施方案，${spokenDay(planBy)}前${planLate ? '（已超期）' : ''}`
}

/** What is finished here and must be entered elsewhere too. */
export const OutsideRow = ({ count }: { count: number }) => (
  <View>
    {count ? (
      <Row
        label={`对外登记 ${count > 99 ? '99＋' : count} 条`}
        hint="已办结，还没有在其他系统登记"
        onPress={() => go('/outside/list/index')}
      />
    ) : null}
  </View>
)

const DONE = [
  ['checks', '检查'],
  ['findings', '发现问题'],
  ['noticesServed', '送达责令'],
  ['noticesClosed', '整改办结'],
] as const

function Yesterday({ today: { yesterday, org } }: { today: TodayOf<'head'> }) {
  return (
    <Card title="昨日">
      <Figures>
        {DONE.map(([measure, label]) => (
          <Figure key={measure} value={yesterday[measure]} label={label} />
        ))}
      </Figures>
      <Row label="本县全部数字" onPress={() => go(`/city/unit/index?unit=${org}`)} />
    </Card>
  )
}

/** 排查率 beside the middle of all units: a bar with the middle marked, and who is left to look at. */
function Coverage({ today: { coverage } }: { today: TodayOf<'head'> }) {
  if (!coverage) return null
  const { value, median, left } = coverage
  return (
    <Card title={`排查率 ${value}%`} more={`全市中位 ${median}%`}>
      <View className="coverage" {...say('img', `排查率${value}%，全市中位${median}%`)}>
        <View className="coverage-done" style={{ width: `${value}%` }} />
        <View className="coverage-median" style={{ left: `${median}%` }} />
      </View>
      {left > 0 ? (
        <Row
          label={`还有 ${left} 家没有检查过`}
          hint={value < median ? '低于全市中位' : '不低于全市中位'}
          value="名单"
          onPress={() => go('/officer/find/index?unchecked=1')}
        />
      ) : (
        <Text className="row-hint">在册企业都检查过了。</Text>
      )}
    </Card>
  )
}
