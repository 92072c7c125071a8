import { addDays, type Day, dayOf, daysBetween, spokenDay } from '@domain/calendar'
import { kindOf } from '@domain/calendar/working-days'
import { findingsIn } from '@domain/check'
import { itemOf, severities, shortName } from '@domain/checklist'
import { type Demand, demandFor, LONGEST_DAYS } from '@domain/notice'
import { deadlineChoices, deadlineIn, usualDeadline } from '@domain/notice-deadline'
import { unitOf } from '@domain/organisation'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import {
  type ContentOf,
  KEPT,
  type OutputOf,
  outbox,
  useCall,
  useDraftState,
  useOutbox,
  useSend,
} from '@/cloud'
import {
  BarButton,
  Card,
  Chips,
  DateField,
  Page,
  Skeleton,
  Steps,
  say,
  Tag,
  TextArea,
  tell,
} from '@/components'
import { NoticePaper } from '@/components/notice-paper'
import { leave } from '../parts/leave'
import { type Notice, STEPS } from './notice'

type CheckRecord = OutputOf<'inspection.read'>
interface Drafted {
  demands: Demand[]
  /** Items the officer left out. */
  left: string[]
  deadline: Day
}

/** @param sent the notice that came back from its approvers: what it orders is taken up again */
function begin(record: CheckRecord, item: string | undefined, sent?: Notice): Drafted {
  const refused = item && outbox.items.find(one => one.id === item)?.content
  const today = dayOf(Date.now())
  const demands = findingsIn(record.answers)
    .filter(one => !record.ordered.includes(one.item) || sent?.demands.some(({ item }) => item === one.item))
    .flatMap(({ item, note }) => demandFor(item, note) ?? [])
  const written = (refused || sent) as
    | Pick<ContentOf<'enforcement.draft'>, 'demands' | 'deadline'>
    | undefined
  if (!written) return { demands, left: [], deadline: usualDeadline(today) }
  const kept = (id: string) => written.demands.find(one => one.item === id)
  return {
    demands: demands.map(demand => kept(demand.item) ?? demand),
    left: demands.map(one => one.item).filter(id => !kept(id)),
    deadline: written.deadline > today ? written.deadline : usualDeadline(today),
  }
}

interface DemandProps {
  demand: Demand
  out: boolean
  /** The last one cannot be left out. */
  last: boolean
  onChange: (demand: Demand) => void
  onOut: (out: boolean) => void
}

/** One thing to put right: read at a glance, changed where needed. */
function DemandCard({ demand, out, last, onChange, onOut }: DemandProps) {
  const [editing, setEditing] = useState(false)
  const row = itemOf(demand.item)
  if (!row) return null
  const grade = severities[row.severity].split('：')[0]
  if (out)
    return (
      <View className="ordered ordered-out">
        <Text className="ordered-name">{shortName(row)}：不写入</Text>
        <View
          className="ordered-act"
          onClick={() => onOut(false)}
          {...say('button', `${shortName(row)}，写入`)}
        >
          <Text>写入</Text>
        </View>
      </View>
    )
  return (
    <View className="ordered">
      <View className="ordered-tags">
        <Tag
          word={`${row.severity} ${grade}`}
          {...(row.severity === 'C' ? {} : { tone: row.severity === 'A' ? 'red' : 'amber' })}
        />
        {row.basisToCheck ? <Tag word="依据待核" tone="amber" /> : null}
      </View>
      {editing ? (
        <View>
          <TextArea
            label="违法事实"
            maxlength={300}
            defaultValue={demand.fact}
            onChange={fact => onChange({ ...demand, fact })}
          />
          <TextArea
            label="改正要求"
            maxlength={300}
            defaultValue={demand.correction}
            onChange={correction => onChange({ ...demand, correction })}
          />
        </View>
      ) : (
        <View>
          <Text className="ordered-fact">{demand.fact}</Text>
          <Text className="ordered-want">要求：{demand.correction}</Text>
        </View>
      )}
      <View className="ordered-acts">
        <View
          className="ordered-act"
          onClick={() => setEditing(!editing)}
          {...say('button', `${shortName(row)}，${editing ? '改好了' : '修改'}`)}
        >
          <Text>{editing ? '改好了' : '修改'}</Text>
        </View>
        {last ? null : (
          <View
            className="ordered-act"
            onClick={() => onOut(true)}
            {...say('button', `${shortName(row)}，不写入`)}
          >
            <Text>不写入</Text>
          </View>
        )}
      </View>
    </View>
  )
}

function Deadline({ today, value, onChange }: { today: Day; value: Day; onChange: (day: Day) => void }) {
  const days = daysBetween(today, value)
  const usual = deadlineChoices.find(count => deadlineIn(today, count) === value)
  const [other, setOther] = useState(usual === undefined)
  return (
    <Card title="改正期限" more={`${spokenDay(value)}前，${days}天`}>
      <Chips
        label="改正期限"
        single
        options={[
          ...deadlineChoices.map(count => ({ value: String(count), label: `${count}天` })),
          { value: 'other', label: '选日期' },
        ]}
        value={[other ? 'other' : String(usual)]}
        onChange={([next]) => {
          setOther(next === 'other')
          if (next && next !== 'other') onChange(deadlineIn(today, Number(next)))
        }}
      />
      <View>
        {other ? (
          <DateField
            label="改正期限"
            value={value}
            start={addDays(today, 1)}
            end={addDays(today, LONGEST_DAYS)}
            onChange={onChange}
          />
        ) : null}
        <DayOff day={value} />
      </View>
    </Card>
  )
}

/** Said when the chosen day is one on which nobody works; choices fall on working days by themselves. */
function DayOff({ day }: { day: Day }) {
  const { kind, name, provisional } = kindOf(day)
  if (provisional)
    return <Text className="tone-amber">▲ {day.slice(0, 4)}年放假安排还没有公布，是否工作日为暂定。</Text>
  if (kind !== 'weekend' && kind !== 'holiday') return null
  return (
    <Text className="tone-amber">▲ 这天{name ? `放假（${name}）` : '是周末'}，企业可能找不到人办理。</Text>
  )
}

interface DraftProps {
  record: CheckRecord
  item: string | undefined
  sent: Notice | undefined
}

function Draft({ record, item, sent }: DraftProps) {
  const today = dayOf(Date.now())
  const [drafted, setDrafted, draft] = useDraftState<Drafted>(
    `notice/${record._id}${sent ? `/${sent.approval?.returned?.at}` : ''}${item ? `/${item}` : ''}`,
    () => begin(record, item, sent),
  )
  const waits = useOutbox().items.some(one => one.id === record._id && one.state !== 'done')
  const options = {
    title: `责令改正通知书 · ${record.enterpriseName}`,
    page: `/officer/notice/index?check=${record._id}${sent ? `&fix=${sent._id}` : ''}`,
    ...(item ? { instead: item } : {}),
  }
  const first = useSend('enforcement.draft', options)
  const again = useSend('enforcement.resubmit', options)
  const { problem } = sent ? again : first
  const demands = drafted.demands.filter(one => !drafted.left.includes(one.item))
  // A draft of last week must not go out with a day that has passed.
  const deadline = drafted.deadline > today ? drafted.deadline : usualDeadline(today)

  const change = (demand: Demand) =>
    setDrafted(now => ({
      ...now,
      demands: now.demands.map(one => (one.item === demand.item ? demand : one)),
    }))
  const out = (id: string, gone: boolean) =>
    setDrafted(now => ({ ...now, left: gone ? [...now.left, id] : now.left.filter(one => one !== id) }))

  const submit = async () => {
    const empty = demands.find(one => !one.fact.trim() || !one.correction.trim())
    if (empty) return tell('请把事实和改正要求写完整')
    const result = sent
      ? await again.send({ notice: sent._id, demands, deadline })
      : await first.send({ check: record._id, demands, deadline })
    if (result.state !== 'done' && result.state !== 'kept') return
    draft.clear()
    if (result.state === 'kept') {
      tell(KEPT)
      return leave()
    }
    const { number, waits, notice } = result.answer
    tell(number ? `已编号 ${number}` : `已送审，等${waits ?? '审批人'}批准`)
    if (sent) return leave()
    await Taro.redirectTo({ url: `/officer/notice/index?notice=${notice}` })
  }

  return (
    <View className="notice">
      <View>
        {waits ? (
          <View className="banner">
            <Text>▲ 检查记录还在手机上。通知书可以先送审，联网后依次自动发送。</Text>
          </View>
        ) : null}
      </View>
      <Card>
        <View className="notice-head">
          <Text className="notice-name">{record.enterpriseName}</Text>
          <Tag word={sent ? '退回修改' : '拟稿'} {...(sent ? { tone: 'amber' as const } : {})} />
        </View>
        <View>
          {sent?.approval?.returned ? (
            <Text className="notice-say">
              {sent.approval.returned.name}：{sent.approval.returned.reason}
            </Text>
          ) : null}
        </View>
        <Steps steps={STEPS} done={0} />
      </Card>
      <Card title={`责令改正 ${demands.length} 件事`}>
        {drafted.demands.map(demand => (
          <DemandCard
            key={demand.item}
            demand={demand}
            out={drafted.left.includes(demand.item)}
            last={demands.length === 1}
            onChange={change}
            onOut={gone => out(demand.item, gone)}
          />
        ))}
      </Card>
      <View>
        {demands.some(one => itemOf(one.item)?.severity === 'A') ? (
          <Text className="notice-wait">▲ 有 A 类重大问题：责令改正之外，请固定证据并报立案核查。</Text>
        ) : null}
      </View>
      <Deadline
        today={today}
        value={deadline}
        onChange={day => setDrafted(now => ({ ...now, deadline: day }))}
      />
      <View className="notice-section">
        <Text>印出来是这样</Text>
      </View>
      <NoticePaper
        bureau={unitOf(record.unit)?.bureau ?? ''}
        enterpriseName={record.enterpriseName}
        demands={demands}
        deadline={deadline}
        number="（批准后编号）"
        sealed={false}
      />
      <BarButton
        text={sent ? '重新送审' : '提交送审'}
        busyText="正在送审"
        onPress={submit}
        error={problem?.message}
      />
    </View>
  )
}

const titleOf = (record: CheckRecord): string => {
  if (record.ordered.length) return '这次发现的问题都已责令改正'
  return record.found ? '这次发现的问题不适用责令改正' : '这次检查没有发现不符合'
}

interface OrderingProps {
  check: string
  fix: string | undefined
  item: string | undefined
}

/** From the findings of a check to a correction that is on its way, or back on it. */
export function Ordering({ check, fix, item }: OrderingProps) {
  const query = useCall('inspection.read', { check }, { keep: true, fresh: 60_000 })
  const sent = useCall('enforcement.read', { notice: fix ?? '' }, { keep: true, enabled: fix !== undefined })
  if (fix && !sent.data) return <Page query={sent}>{null}</Page>
  return (
    <Page
      query={query}
      skeleton={<Skeleton cards={3} />}
      empty={record =>
        !begin(record, undefined, sent.data).demands.length && {
          title: titleOf(record),
          text: record.found ? '请按检查事项中的处理方式办理，检查记录已经保存。' : '不需要责令改正。',
          action: { text: '返回', onPress: leave },
        }
      }
    >
      {record => <Draft record={record} item={item} sent={sent.data} />}
    </Page>
  )
}
