import { LONGEST_AWAY } from '@domain/away'
import { addDays, daysBetween, spokenDay } from '@domain/calendar'
import { paperKinds } from '@domain/papers/kinds'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { type ContentOf, KEPT, type OutputOf, outbox, useSend } from '@/cloud'
import { BarButton, Card, Chips, Choice, DateField, Framed, Page, tell } from '@/components'
import { Colleagues } from '../parts/colleagues'

const reasons = ['出差', '休假', '培训', '病假', '其他'].map(value => ({ value, label: value }))
const spans = [
  { value: '1', label: '今天' },
  { value: '3', label: '3天' },
  { value: '7', label: '7天' },
  { value: '14', label: '14天' },
]

type Content = ContentOf<'office.setAway'>

function begun(item: string | undefined, today: string): Omit<Content, 'post'> {
  const refused = outbox.items.find(({ id }) => id === item)?.content as Content | undefined
  return refused ?? { from: today, to: addDays(today, 2), standIn: '', kinds: [], reason: '出差' }
}

interface PlanProps {
  post: OutputOf<'office.post'>
  item: string | undefined
  which: ReactNode
}

/** 外出授权, to be set: from today for three days unless told otherwise; one tap for who, one to hand it in. */
export function Plan({ post, item, which }: PlanProps) {
  const { today, colleagues } = post
  const [form, setForm] = useState(() => begun(item, today))
  const [missing, setMissing] = useState(false)
  const { send, problem } = useSend('office.setAway', {
    title: `外出授权 · ${post.name}`,
    page: `/bureau/away/index?post=${post.post}`,
    ...(item ? { instead: item } : {}),
  })
  const change = (members: Partial<typeof form>) => {
    setMissing(false)
    setForm(now => ({ ...now, ...members }))
  }
  const errorAt = (field: string) => (problem?.field === field ? problem.message : undefined)
  const { from, to, standIn, kinds, reason } = form
  const days = daysBetween(from, to) + 1
  const isFree = (one: (typeof colleagues)[number]) => !one.away || one.away.to < from || one.away.from > to
  const able = colleagues.filter(one => one.standsIn)
  const free = able.filter(isFree)
  const busy = able.filter(one => !isFree(one))
  const chosen = free.find(one => one.post === standIn)
  const submit = async () => {
    if (!chosen) return setMissing(true)
    const { state } = await send({
      post: post.post,
      from,
      to,
      standIn,
      kinds: chosen.approves ? kinds : [],
      reason,
    })
    if (state === 'done') tell(`${spokenDay(from)}至${spokenDay(to)}由${chosen.name}代理`)
    if (state === 'kept') tell(KEPT)
  }
  return (
    <Page
      offline="可以照常填写，联网后自动发送；没有送达以前，授权不生效。"
      bar={
        <BarButton
          text={chosen ? `授权${chosen.name}代理 ${days} 天` : '授权'}
          busyText="正在提交"
          error={missing ? '请选择由谁代理' : problem?.message}
          onPress={submit}
        />
      }
    >
      <View>{which}</View>
      <Card title={post.own ? '我外出时' : `${post.name}外出时`} more={post.roleName}>
        <Colleagues
          label="由谁代理"
          required
          colleagues={free}
          value={standIn}
          onChange={next => change({ standIn: next })}
          error={missing ? '请选择由谁代理' : errorAt('standIn')}
        />
        <View>
          {busy.length ? (
            <Text className="field-hint">
              这几天外出，不能代理：{busy.map(({ name }) => name).join('、')}
            </Text>
          ) : null}
        </View>
        <View>
          {chosen?.approves ? (
            <Scope kinds={kinds} error={errorAt('kinds')} onChange={next => change({ kinds: next })} />
          ) : null}
        </View>
        <Framed label="多少天">
          <Chips
            label="多少天"
            single
            options={spans}
            value={[String(days)]}
            onChange={([count]) => count && change({ to: addDays(from, Number(count) - 1) })}
          />
        </Framed>
        <DateField
          label="开始日期"
          required
          start={today}
          value={from}
          error={errorAt('from')}
          onChange={day => change({ from: day, to: addDays(day, Math.max(days, 1) - 1) })}
        />
        <DateField
          label="结束日期"
          required
          start={from}
          end={addDays(from, LONGEST_AWAY - 1)}
          value={to}
          hint={`共 ${days} 天，含当天；一次最多 ${LONGEST_AWAY} 天。`}
          error={errorAt('to')}
          onChange={day => change({ to: day })}
        />
        <Framed label="事由" required error={errorAt('reason')}>
          <Chips
            label="外出事由"
            single
            options={reasons}
            value={[reason]}
            onChange={([next]) => next && change({ reason: next })}
          />
        </Framed>
        <Text className="field-hint">
          这些天的审批和任务由代理人办理，文书上写明由谁代为审批；期限照常计算，不因外出中止。
        </Text>
      </Card>
    </Page>
  )
}

interface ScopeProps {
  kinds: string[]
  error: string | undefined
  onChange: (kinds: string[]) => void
}

/** What is given: everything, unless certain papers are named. */
function Scope({ kinds, error, onChange }: ScopeProps) {
  const [some, setSome] = useState(kinds.length > 0)
  return (
    <Framed
      label="代理什么"
      error={error}
      hint={some ? '只代批选中的文书，任务不代办。' : '审批和任务都由他办理。'}
    >
      <Choice
        label="代理什么"
        options={[
          { value: 'all', label: '全部' },
          { value: 'some', label: '部分文书' },
        ]}
        value={some ? 'some' : 'all'}
        onChange={next => {
          setSome(next === 'some')
          onChange([])
        }}
      />
      <View>
        {some ? (
          <Chips
            label="代批哪些文书"
            options={paperKinds.map(({ code, name }) => ({ value: code, label: name }))}
            value={kinds}
            onChange={onChange}
          />
        ) : null}
      </View>
    </Framed>
  )
}
