import { addDays, type Day, dayOf, spokenDay } from '@domain/calendar'
import { deadlineIn } from '@domain/notice-deadline'
import { nameOf } from '@domain/organisation'
import { ONE_PARTY, type TaskKind, taskKinds } from '@domain/task/task'
import { Switch, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import {
  type ContentOf,
  KEPT,
  keptAnswer,
  outbox,
  useCall,
  useDraftState,
  useSend,
  useSession,
} from '@/cloud'
import { BarButton, Card, Chips, DateField, Field, Page, Row, tell } from '@/components'
import { inputName } from '@/components/names'
import { EnterpriseCard, type Visited } from '../parts/enterprise'
import { addressOf, People } from '../parts/people'
import { Ask, RECHECK } from '../parts/reason'
import { Units } from '../parts/units'
import { isChief, ownUnit } from '../parts/words'
import '../task.scss'

interface Drafted {
  title: string
  ask: string
  kind: TaskKind
  due: Day
  /** Units, or teams and people as they are pressed. */
  to: string[]
  helpers: string[]
  enterprise?: Visited | undefined
  secret: boolean
  count: string
  of: string
}

const CHOICES = [3, 7, 15, 30] as const

const fresh = (): Drafted => ({
  title: '',
  ask: '',
  kind: 'survey',
  due: deadlineIn(dayOf(Date.now()), 7),
  to: [],
  helpers: [],
  secret: false,
  count: '',
  of: '家',
})

/** What was written in an earlier try that came back from the outbox. */
function writtenIn(item: string | undefined): Partial<Drafted> {
  const sent = item && outbox.items.find(one => one.id === item)?.content
  if (!sent) return {}
  const {
    title,
    ask,
    kind,
    due,
    to,
    helpers = [],
    enterprise,
    secret,
    target,
  } = sent as ContentOf<'task.issue'>
  return {
    title,
    ask,
    kind,
    due,
    to: to.map(one => (one.post ? `post:${one.post}` : one.team ? `team:${one.team}` : one.unit)),
    helpers,
    secret,
    ...(enterprise ? { enterprise: visitedBy(enterprise, to[0]?.unit ?? '') } : {}),
    ...(target ? { count: String(target.count), of: target.of } : {}),
  }
}

/** The enterprise of an earlier try: its name, where the phone still has it. */
function visitedBy(id: string, unit: string): Visited {
  const listed = keptAnswer('register.find', { text: '', unit })?.rows.find(row => row.id === id)
  return listed ?? { id, name: '上次选的企业', kind: '', unit }
}

/** What the task is called when somebody is sent to an enterprise. */
const titleOf = ({ name }: Visited): string => `检查${name}`.slice(0, LONGEST_TITLE)
const LONGEST_TITLE = 60

/** 下发任务: the city to its units, a bureau to its own teams and people. Parameters: `campaign`; `item` that came back. */
export default function Screen() {
  const session = useSession()
  return <Page query={session}>{me => <Compose chief={isChief(me)} own={ownUnit(me)} />}</Page>
}

function Compose({ chief, own }: { chief: boolean; own: string | undefined }) {
  const { campaign, item } = useRouter().params
  const today = dayOf(Date.now())
  const [drafted, setDrafted, draft] = useDraftState<Drafted>('task-issue', () => ({
    ...fresh(),
    ...writtenIn(item),
  }))
  const people = useCall('task.people', {}, { keep: true, enabled: !chief })
  const { send, problem } = useSend('task.issue', {
    title: `下发任务 · ${drafted.title}`,
    page: '/task/issue/index',
    ...(item ? { instead: item } : {}),
  })
  const set = (more: Partial<Drafted>) => setDrafted(now => ({ ...now, ...more }))
  const [turn, setTurn] = useState(0)
  const visit = (enterprise: Visited | undefined) => {
    const { title, kind, enterprise: before } = draft.value
    // What was called after the enterprise is called after it no longer; a name of his own stays.
    const named = title.trim() && title !== (before && titleOf(before))
    set({
      enterprise,
      ...(named ? {} : { title: enterprise ? titleOf(enterprise) : '' }),
      ...(enterprise && kind === 'survey' ? { kind: 'verify' } : {}),
    })
    setTurn(turn + 1)
  }
  const reason = (ask: string) => {
    const { kind, enterprise } = draft.value
    const recheck = enterprise && ask.split('\n').includes(RECHECK) && kind === 'verify'
    set({ ask, ...(recheck ? { kind: 'recheck' } : {}) })
  }
  // A draft of last week must not go out with a day that has passed.
  const due = drafted.due >= today ? drafted.due : deadlineIn(today, 7)

  const submit = async () => {
    const { title, ask, kind, to, helpers, enterprise, secret, count, of } = draft.value
    if (!title.trim()) return tell('请填写任务名称')
    if (!to.length) return tell('请选择交给谁')
    if (enterprise && to.length > 1) return tell(ONE_PARTY)
    const number = Number(count)
    const result = await send({
      title,
      ask,
      kind,
      due,
      to: to.map(one => (chief || !people.data ? { unit: one } : addressOf(one, people.data))),
      ...(chief && to.length === 1 && helpers.length
        ? { helpers: helpers.filter(unit => unit !== to[0]) }
        : {}),
      secret,
      ...(count.trim() && Number.isInteger(number)
        ? { target: { count: number, of: of.trim() || '家' } }
        : {}),
      ...(campaign ? { campaign } : {}),
      ...(enterprise ? { enterprise: enterprise.id } : {}),
    })
    if (result.state !== 'done' && result.state !== 'kept') return
    draft.clear()
    tell(result.state === 'kept' ? KEPT : `已下发 ${to.length} 件`)
    if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
    else await Taro.redirectTo({ url: '/task/list/index' })
  }

  const [lead] = drafted.to
  const { enterprise } = drafted
  const where = chief ? (enterprise?.unit ?? (drafted.to.length === 1 ? lead : undefined)) : own
  return (
    <View>
      <Card>
        <View key={turn}>
          <Field
            label="任务名称"
            required
            maxlength={LONGEST_TITLE}
            defaultValue={drafted.title}
            placeholder="例如：排查建材市场在售电缆"
            onChange={title => draft.patch({ title })}
          />
        </View>
        <Chips
          label="任务类型"
          single
          options={(Object.keys(taskKinds) as TaskKind[]).map(value => ({ value, label: taskKinds[value] }))}
          value={[drafted.kind]}
          onChange={([kind]) => kind && set({ kind })}
        />
      </Card>
      <Card title="交给谁" more={drafted.to.length ? `已选 ${drafted.to.length}，每个一件` : ''}>
        {chief ? (
          <Units
            label="交给谁"
            value={drafted.to}
            onChange={to =>
              // Its enterprise stays only with the unit it lies in.
              set(to.length && !to.includes(enterprise?.unit ?? '') ? { to, enterprise: undefined } : { to })
            }
          />
        ) : people.data ? (
          <People many label="交给谁" choices={people.data} value={drafted.to} onChange={to => set({ to })} />
        ) : (
          <Text className="row-hint">
            {people.error ? '没有取到本局人员，请检查网络后再打开。' : '正在取本局人员…'}
          </Text>
        )}
      </Card>
      <View>
        {chief && lead && drafted.to.length === 1 ? (
          <Helpers lead={lead} value={drafted.helpers} onChange={helpers => set({ helpers })} />
        ) : null}
      </View>
      <View>
        {where ? (
          <EnterpriseCard
            unit={where}
            value={enterprise}
            onChange={visit}
            error={enterprise && drafted.to.length > 1 ? ONE_PARTY : undefined}
          />
        ) : null}
      </View>
      <Due today={today} value={due} onChange={day => set({ due: day })} />
      <Card>
        <Ask visit={enterprise !== undefined} value={drafted.ask} onChange={reason} />
        <Field
          label="目标数量（可以不填）"
          type="number"
          unit={drafted.of}
          defaultValue={drafted.count}
          onChange={count => draft.patch({ count })}
        />
        <Row
          label="突击任务"
          hint="办完以前，只有下发人和承办的人看得到"
          value={
            <Switch
              checked={drafted.secret}
              color="#1457c8"
              onChange={event => set({ secret: event.detail.value })}
              {...inputName('突击任务')}
            />
          }
        />
      </Card>
      <View className="task-space" />
      <BarButton
        text={drafted.to.length > 1 ? `下发 ${drafted.to.length} 件` : '下发任务'}
        busyText="正在下发"
        onPress={submit}
        error={problem?.message}
      />
    </View>
  )
}

interface HelpersProps {
  lead: string
  value: readonly string[]
  onChange: (units: string[]) => void
}

/** 配合单位: folded until somebody wants it. */
function Helpers({ lead, value, onChange }: HelpersProps) {
  const [open, setOpen] = useState(value.length > 0)
  return (
    <Card>
      <Row
        label={open ? '配合单位' : '＋ 需要其他单位配合'}
        hint={`${nameOf(lead)}牵头，记录共用一份`}
        onPress={() => {
          setOpen(!open)
          if (open) onChange([])
        }}
      />
      <View>
        {open ? <Units label="配合单位" without={[lead]} value={value} onChange={onChange} /> : null}
      </View>
    </Card>
  )
}

function Due({ today, value, onChange }: { today: Day; value: Day; onChange: (day: Day) => void }) {
  const usual = CHOICES.find(days => deadlineIn(today, days) === value)
  const [other, setOther] = useState(usual === undefined)
  return (
    <Card title="完成期限" more={`${spokenDay(value)}前`}>
      <Chips
        label="完成期限"
        single
        options={[
          ...CHOICES.map(days => ({ value: String(days), label: `${days}天` })),
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
            label="完成期限"
            value={value}
            start={today}
            end={addDays(today, 366)}
            onChange={onChange}
          />
        ) : null}
      </View>
    </Card>
  )
}
