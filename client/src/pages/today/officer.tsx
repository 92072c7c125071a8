import { dayOf, spokenDay, timeOf } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useOnline, useOutbox } from '@/cloud'
import { BarButton, Card, Figure, Figures, Page, Row, Tag, type Tone } from '@/components'
import { sizeOf } from '@/components/outbox-list'
import { momentOf } from '@/components/times'
import { bureauOf, dueOf, NoticeRows, placeOf } from '../due'
import { ApprovalsCard } from './approvals'
import { OutsideRow } from './head'
import { TasksCard } from './tasks'
import { figureOf, type TodayOf, type TodayProps } from './types'
import { Visits } from './visits'

/** Rows shown before somebody asks for more: the last checks should be near. */
const FIRST = 5

type Pile = 'overdue' | 'soon' | 'answered' | 'waiting'

const piles: Record<Pile, { name: string; tone?: Tone }> = {
  overdue: { name: '已超期', tone: 'red' },
  soon: { name: '快到期', tone: 'amber' },
  answered: { name: '待复查' },
  waiting: { name: '待送达' },
}

function rowsOf({ open, waiting, today }: TodayOf<'officer'>, pile: Pile) {
  if (pile === 'waiting') return waiting
  return open.filter(row => {
    const { left } = dueOf(row.deadline, today)
    if (pile === 'overdue') return left < 0
    return pile === 'soon' ? left >= 0 && left <= 3 : row.state === 'answered'
  })
}

/** The inspector's day: begin a check; what runs out; what waits on the phone. */
export function Officer({ today, query, at }: TodayProps<'officer'>) {
  return (
    <Page
      headline={`${[bureauOf(today.orgName), placeOf(today.teamName)].filter(Boolean).join('·')} ｜ ${today.name}`}
      under={<Ready at={at} />}
      query={query}
      bar={
        <BarButton
          text="开始检查"
          onPress={() => void Taro.navigateTo({ url: '/officer/find/index' })}
          second={{ text: '速查', onPress: () => void Taro.navigateTo({ url: '/rules/cable/index' }) }}
        />
      }
    >
      <Visits visits={today.visits} today={today.today} />
      <ApprovalsCard approvals={today.approvals} />
      <ToConfirm checks={today.confirm} />
      <TasksCard tasks={today.tasks} today={today.today} />
      <Work today={today} />
      <Waiting />
      <Papers papers={today.papers} />
      <LastChecks today={today} />
      <Card>
        <OutsideRow count={today.outside} />
        <Row
          label="本县数字"
          hint="检查、整改的数量和记录"
          onPress={() => Taro.navigateTo({ url: `/city/unit/index?unit=${today.org}` })}
        />
      </Card>
    </Page>
  )
}

function Ready({ at }: { at: number }) {
  const online = useOnline()
  return (
    <>
      {online ? `可离线 · 内容已备 ${timeOf(at)}` : `离线可用 · 内容为 ${spokenDay(dayOf(at))} ${timeOf(at)}`}
    </>
  )
}

/** Four numbers; pressing one shows its list, pressing it again shows all. */
function Work({ today }: { today: TodayOf<'officer'> }) {
  const [chosen, setChosen] = useState<Pile>()
  const [all, setAll] = useState(false)
  const exact = figureOf(today.figures, 'noticesOverdue')?.value ?? 0
  const allOpen = figureOf(today.figures, 'noticesOpen')?.value ?? 0
  // The answer carries the ten most pressing; beyond them a number is a lower bound and says so.
  const more = allOpen > today.open.length
  const listed = chosen ? rowsOf(today, chosen) : [...today.open, ...today.waiting]
  const shown = chosen || all ? listed : listed.slice(0, FIRST)
  const count = (pile: Pile) => {
    if (pile === 'overdue') return String(exact)
    const found = rowsOf(today, pile).length
    return pile !== 'waiting' && more ? `${found}＋` : String(found)
  }
  return (
    <>
      <Card>
        <Figures>
          {(Object.keys(piles) as Pile[]).map(pile => {
            const some = rowsOf(today, pile).length > 0
            const { name, tone } = piles[pile]
            return (
              <Figure
                key={pile}
                value={count(pile)}
                label={name}
                {...(some && tone ? { tone } : {})}
                {...(some
                  ? {
                      on: chosen === pile,
                      onPress: () => setChosen(now => (now === pile ? undefined : pile)),
                    }
                  : {})}
              />
            )
          })}
        </Figures>
      </Card>
      <Card
        title={chosen ? piles[chosen].name : '整改与送达'}
        more={
          chosen ? (
            <Text className="link" onClick={() => setChosen(undefined)}>
              看全部
            </Text>
          ) : (
            `${allOpen + today.waiting.length} 份`
          )
        }
      >
        {shown.length ? (
          <NoticeRows rows={shown} today={today.today} />
        ) : (
          <Text className="row-hint">没有正在整改或等待送达的通知书。</Text>
        )}
        {listed.length > shown.length ? (
          <Row label={`还有 ${listed.length - shown.length} 份`} onPress={() => setAll(true)} />
        ) : more && chosen !== 'waiting' ? (
          <Row
            label={chosen === 'overdue' ? `全部已超期 ${exact} 份` : `全部整改中 ${allOpen} 份`}
            onPress={() =>
              Taro.navigateTo({
                url: `/city/records/index?unit=${today.org}&measure=${chosen === 'overdue' ? 'noticesOverdue' : 'noticesOpen'}`,
              })
            }
          />
        ) : null}
      </Card>
    </>
  )
}

function Waiting() {
  const { count, bytes, stopped } = useOutbox()
  return (
    <View>
      {count ? (
        <Card {...(stopped ? { tone: 'red' as const } : {})}>
          <Row
            label={`待上传 ${count} 件（${sizeOf(bytes)}）`}
            hint={stopped ? `其中 ${stopped} 件需要您处理` : '已存在手机上，联网后自动发送'}
            onPress={() => Taro.switchTab({ url: '/pages/mine/index' })}
          />
        </Card>
      ) : null}
    </View>
  )
}

/** 待我确认: what a colleague wrote of a check I was at. */
function ToConfirm({ checks }: { checks: TodayOf<'officer'>['confirm'] }) {
  return (
    <View>
      {checks.length ? (
        <Card title={`待我确认 ${checks.length} 份`} tone="act">
          {checks.map(check => (
            <Row
              key={check.id}
              label={check.enterpriseName}
              hint={`${momentOf(check.finishedAt)} 检查，请核对记录`}
              spoken={`待我确认：${check.enterpriseName}`}
              onPress={() => Taro.navigateTo({ url: `/bureau/confirm/index?check=${check.id}` })}
            />
          ))}
        </Card>
      ) : null}
    </View>
  )
}

/** Other papers than corrections that wait for seal or service. */
function Papers({ papers }: { papers: TodayOf<'officer'>['papers'] }) {
  return (
    <View>
      {papers.length ? (
        <Card title="其他文书">
          {papers.slice(0, FIRST).map(paper => (
            <Row
              key={paper.id}
              label={paper.title}
              hint={[paper.number, paper.about].filter(Boolean).join(' · ')}
              value={<Tag word={paper.state} />}
              spoken={`${paper.title}，${paper.state}`}
              onPress={() => Taro.navigateTo({ url: `/paper/paper/index?paper=${paper.id}` })}
            />
          ))}
          {papers.length > FIRST ? (
            <Row label="全部文书" onPress={() => Taro.navigateTo({ url: '/paper/index' })} />
          ) : null}
        </Card>
      ) : null}
    </View>
  )
}

function LastChecks({ today }: { today: TodayOf<'officer'> }) {
  return (
    <Card title="最近检查">
      {today.checks.length ? null : (
        <Text className="row-hint">还没有检查记录。按下面的“开始检查”做第一次。</Text>
      )}
      {today.checks.map(check => (
        <Row
          key={check.id}
          label={check.enterpriseName}
          hint={momentOf(check.finishedAt)}
          value={
            <Tag
              word={check.outcome}
              {...(check.found ? { tone: 'red' as const } : { tone: 'green' as const })}
            />
          }
          spoken={`${check.enterpriseName}，${check.outcome}`}
          onPress={() => Taro.navigateTo({ url: `/officer/record/index?check=${check.id}` })}
        />
      ))}
    </Card>
  )
}
