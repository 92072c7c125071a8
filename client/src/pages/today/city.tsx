import { spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card, Figure, Figures, Page, Row, Tag } from '@/components'
import { names, say } from '@/components/names'
import { momentOf } from '@/components/times'
import { ApprovalsCard } from './approvals'
import { wordOf } from './pressing'
import { DeskRow } from './tasks'
import type { TodayOf, TodayProps } from './types'

type Unit = TodayOf<'city'>['units'][number]

/** The city in one picture: twenty units, the one with most work left undone first. */
export function City({ today, query }: TodayProps<'city'>) {
  const units = [...today.units].sort((a, b) => b.overdue - a.overdue || b.open - a.open)
  const sum = (part: 'checks' | 'open' | 'overdue') =>
    today.units.reduce((total, unit) => total + unit[part], 0)
  const overdue = sum('overdue')
  return (
    <Page
      headline={`${today.city} ｜ ${today.units.length} 个单位`}
      under={`${today.name} · ${spokenDay(today.today)}`}
      query={query}
    >
      <Came today={today} />
      <ApprovalsCard approvals={today.approvals} />
      <Card>
        <Figures>
          <Figure value={overdue} label="已超期（份）" {...(overdue ? { tone: 'red' as const } : {})} />
          <Figure value={sum('open')} label="整改中（份）" />
          <Figure value={sum('checks')} label="现场检查（次）" />
        </Figures>
      </Card>
      <View className="tiles-head">
        <Text className="card-title">各县（市、区）</Text>
        <Text className="row-hint">按没办完的工作排列</Text>
      </View>
      <View className="tiles">
        {units.map(unit => (
          <Tile key={unit.id} unit={unit} />
        ))}
      </View>
      <Text className="row-hint">■ 有超期未改　○ 有整改在期限内　✓ 没有未办结的整改</Text>
    </Page>
  )
}

/** What came in, and what of the section's own is late: urgent reports, tasks on its desk, its own days, campaigns. */
function Came({ today: { urgents, tasks, pressing, campaigns } }: { today: TodayOf<'city'> }) {
  const go = (url: string) => void Taro.navigateTo({ url })
  return (
    <View>
      {urgents.length ? (
        <Card title={`重大情况 ${urgents.length} 件未阅`} tone="red">
          {urgents.map(urgent => (
            <Row
              key={urgent.id}
              label={urgent.what}
              hint={`${urgent.unitName}，${momentOf(urgent.at)}`}
              spoken={`重大情况：${urgent.what}`}
              onPress={() => go(`/message/urgent/index?urgent=${urgent.id}`)}
            />
          ))}
        </Card>
      ) : null}
      {tasks.rows.length || pressing.length || campaigns.length ? (
        <Card title="等市局办的">
          {tasks.rows.length ? <DeskRow tasks={tasks} /> : null}
          {pressing.map(term => (
            <Row
              key={term.id}
              label={term.title}
              value={<Tag word={wordOf(term)} tone={term.late ? 'red' : 'amber'} />}
              spoken={`${term.title}，${wordOf(term)}`}
              onPress={() => go(term.page)}
            />
          ))}
          {campaigns.map(campaign => (
            <Row
              key={campaign.id}
              label={campaign.title}
              hint="正在开展，看签收、方案和进度"
              onPress={() => go(`/campaign/page/index?campaign=${campaign.id}`)}
            />
          ))}
        </Card>
      ) : null}
    </View>
  )
}

function Tile({ unit }: { unit: Unit }) {
  const standing = unit.overdue ? `■ 超期 ${unit.overdue}` : unit.open ? `○ 整改 ${unit.open}` : '✓ 已办清'
  return (
    <View
      className={names('tile', unit.overdue > 0 && 'tile-red', unit.open === 0 && 'tile-green')}
      onClick={() => Taro.navigateTo({ url: `/city/unit/index?unit=${unit.id}` })}
      {...say(
        'button',
        `${unit.name}，${standing.slice(2)}，${unit.coverage === null ? '没有在册企业' : `排查率${unit.coverage}%`}`,
      )}
    >
      <Text className="tile-name">{unit.name}</Text>
      <Text className="tile-standing">{standing}</Text>
      <Text className="tile-checks">{unit.coverage === null ? '没有在册' : `排查 ${unit.coverage}%`}</Text>
    </View>
  )
}
