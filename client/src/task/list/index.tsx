import { TOGETHER, taskKinds } from '@domain/task/task'
import { Text, View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import {
  call,
  type InputOf,
  KEPT,
  type OutputOf,
  problemOf,
  type Session,
  useCall,
  useSend,
  useSession,
} from '@/cloud'
import {
  type Answered,
  BarButton,
  Button,
  Choice,
  Empty,
  Failed,
  names,
  Page,
  Skeleton,
  say,
  Tag,
  tell,
  useRefresh,
} from '@/components'
import { addressOf, type Chosen, nameIn, People, rememberChosen } from '../parts/people'
import { dueOf, isChief, stateOf, type TaskRow } from '../parts/words'
import '../task.scss'

type List = InputOf<'task.list'>['list']
type Answer = OutputOf<'task.list'>

/** 任务: what is to do, to sign for and assign, under way, over. */
export default function Tasks() {
  const session = useSession().data
  const tabs = tabsOf(session)
  const [chosen, setChosen] = useState<List>()
  const list = tabs.find(({ value }) => value === chosen)?.value ?? tabs[0]?.value ?? 'mine'
  const query = useCall('task.list', { list }, { keep: true })
  useRefresh(query)
  return (
    <Page>
      <View className="task-tabs">
        <Choice label="哪些任务" options={tabs} value={list} onChange={setChosen} />
      </View>
      <View key={list}>
        {query.data ? (
          <Listed
            key={`${query.data.rows[0]?.id} ${query.data.rows.length} ${query.data.next}`}
            first={query.data}
            list={list}
            session={session}
            refetch={query.refetch}
          />
        ) : (
          <Waiting query={query} />
        )}
      </View>
    </Page>
  )
}

/** Until the list is there: bones, or what failed. */
function Waiting({ query }: { query: Pick<Answered<Answer>, 'error' | 'refetch'> }) {
  if (!query.error) return <Skeleton cards={4} />
  return <Failed problem={problemOf(query.error)} onRetry={query.refetch} safe="请检查网络后再试。" />
}

function tabsOf(session: Session | undefined): { value: List; label: string }[] {
  const roles: string[] = session?.posts.map(({ role }) => role) ?? []
  if (isChief(session))
    return [
      { value: 'desk', label: '待处理' },
      { value: 'out', label: '我下发的' },
      { value: 'ended', label: '已完成' },
    ]
  const desk = roles.some(role => ['head', 'deputy', 'leader'].includes(role))
  return [
    ...(desk ? [{ value: 'desk' as const, label: '待分派' }] : []),
    { value: 'mine', label: '待我办' },
    { value: 'out', label: '本局在办' },
    { value: 'ended', label: '已完成' },
  ]
}

const nothing: Record<List, { title: string; text: string }> = {
  mine: { title: '没有要您办的任务', text: '分派给您的任务会出现在这里。' },
  desk: { title: '没有等着签收、分派的任务', text: '新来的、退回的和无人办理的任务会出现在这里。' },
  out: { title: '没有在办的任务', text: '下发以后、办结以前的任务会出现在这里。' },
  ended: { title: '还没有办结的任务', text: '办结和撤销的任务会出现在这里。' },
}

const compose = () => Taro.navigateTo({ url: '/task/issue/index' })

interface ListedProps {
  first: Answer
  list: List
  session: Session | undefined
  refetch: () => Promise<unknown>
}

function Listed({ first, list, session, refetch }: ListedProps) {
  const [more, setMore] = useState<{ rows: TaskRow[]; next: string | undefined }>({
    rows: [],
    next: first.next,
  })
  const [state, setState] = useState<'idle' | 'asking' | { failed: string }>('idle')
  const [picked, setPicked] = useState<string[]>([])
  const rows = [...first.rows, ...more.rows]
  const own = session?.posts.map(({ org }) => org) ?? []
  const assignable = first.choices
    ? rows.filter(
        row => own.includes(row.unit) && (row.vacant || row.state === 'issued' || row.state === 'signed'),
      )
    : []
  const goOn = async () => {
    if (!more.next || state === 'asking') return
    setState('asking')
    try {
      const page = await call('task.list', { list, after: more.next })
      setMore(now => ({ rows: [...now.rows, ...page.rows], next: page.next }))
      setState('idle')
    } catch (error) {
      setState({ failed: problemOf(error).message })
    }
  }
  useReachBottom(() => void goOn())

  const whole = picked.length > 0 && picked.length === Math.min(assignable.length, TOGETHER)
  const pickAll = () => setPicked(whole ? [] : assignable.slice(0, TOGETHER).map(({ id }) => id))
  const toggle = (id: string) =>
    setPicked(now => (now.includes(id) ? now.filter(one => one !== id) : [...now, id]))

  if (!rows.length)
    return (
      <>
        <Empty {...nothing[list]} />
        {first.issues ? <BarButton text="下发任务" onPress={compose} /> : null}
      </>
    )
  return (
    <>
      <View>
        {assignable.length ? (
          <View className="task-head">
            <Text>{picked.length ? `已选 ${picked.length} 件` : `${assignable.length} 件可以分派`}</Text>
            <View className="task-all" onClick={pickAll} {...say('button', whole ? '全不选' : '全选')}>
              <Text>{whole ? '全不选' : '全选'}</Text>
            </View>
          </View>
        ) : null}
      </View>
      <View>
        {rows.map(row => (
          <Line
            key={row.id}
            row={row}
            today={first.today}
            picked={picked.includes(row.id)}
            {...(assignable.includes(row) ? { onPick: () => toggle(row.id) } : {})}
          />
        ))}
      </View>
      <View className="empty-text">
        {typeof state === 'object' ? (
          <>
            <Text className="field-error">{state.failed}</Text>
            <Button kind="second" text="重试" onPress={goOn} />
          </>
        ) : more.next ? (
          <Button kind="plain" text="看更多" busy={state === 'asking'} onPress={goOn} />
        ) : (
          <Text className="row-hint">共 {rows.length} 件，已全部列出</Text>
        )}
      </View>
      <View className={picked.length ? 'task-space-sheet' : 'task-space'} />
      <View>
        {picked.length && first.choices ? (
          <Assign
            rows={rows.filter(row => picked.includes(row.id))}
            choices={first.choices}
            onDone={() => {
              setPicked([])
              void refetch()
            }}
          />
        ) : first.issues ? (
          <BarButton text="下发任务" onPress={compose} />
        ) : null}
      </View>
    </>
  )
}

/** On a desk it matters who sent it; elsewhere, who has it. */
function withWhom(row: TaskRow): string {
  if (row.helps) return `配合${row.unitName}`
  if (row.state === 'issued' || row.state === 'signed')
    return `${row.issuer}下发${row.holder === row.unitName ? '' : `，在${row.holder}`}`
  return row.state === 'disputed' || row.state === 'returned' ? `${row.unitName}报来` : row.holder
}

interface LineProps {
  row: TaskRow
  today: string
  picked: boolean
  onPick?: () => void
}

function Line({ row, today, picked, onPick }: LineProps) {
  const due = dueOf(row.due, today)
  const state = row.vacant ? { word: '岗位无人', tone: 'amber' as const } : stateOf(row.state)
  const over = row.stage === 'ended'
  return (
    <View className={names('task-line', picked && 'task-picked')}>
      <View>
        {onPick ? (
          <View
            className="task-pick"
            onClick={onPick}
            {...say('checkbox', `选择${row.title}`, { checked: picked })}
          >
            <Text className="task-box">{picked ? '✓' : ''}</Text>
          </View>
        ) : null}
      </View>
      <View
        className={names('task-main', onPick && 'task-main-after')}
        onClick={() => Taro.navigateTo({ url: `/task/task/index?task=${row.id}` })}
        {...say('button', `${row.title}，${state.word}，${over ? '' : due.word}`)}
      >
        <Text className="task-name">{row.title}</Text>
        <Text className="task-under">
          {taskKinds[row.kind]} · {withWhom(row)}
          {row.target ? ` · ${row.target.reported}/${row.target.count}${row.target.of}` : ''}
        </Text>
        <View>
          {row.enterprise ? (
            <Text className="task-under">
              {row.enterprise.name}
              {row.enterprise.kind ? `（${row.enterprise.kind}）` : ''}
            </Text>
          ) : null}
        </View>
        <View>{row.reason ? <Text className="task-reason">{row.reason}</Text> : null}</View>
        <View className="task-tags">
          <Tag {...state} />
          {over ? null : <Tag {...due} />}
          {row.secret ? <Tag word="突击" tone="amber" /> : null}
        </View>
      </View>
    </View>
  )
}

interface AssignProps {
  rows: readonly TaskRow[]
  choices: NonNullable<Answer['choices']>
  onDone: () => void
}

/** Whom the chosen tasks go to, within the thumb's reach. */
function Assign({ rows, choices, onDone }: AssignProps) {
  const [to, setTo] = useState<Chosen>()
  const { send, problem } = useSend('task.assign', {
    title: `分派任务 ${rows.length} 件`,
    page: '/task/list/index',
  })
  const name = to ? nameIn(to, choices) : ''
  const press = async () => {
    if (!to) return tell('请先选择交给谁')
    const { state } = await send({
      tasks: rows.map(({ id, seen }) => ({ task: id, seen })),
      to: addressOf(to, choices),
    })
    if (state !== 'done' && state !== 'kept') return
    rememberChosen(to)
    tell(state === 'kept' ? KEPT : `已分派 ${rows.length} 件给${name}`)
    onDone()
  }
  return (
    <View className="task-sheet">
      <View className="task-sheet-people">
        <People
          label="分派给谁"
          choices={choices}
          value={to ? [to] : []}
          onChange={([next]) => setTo(next)}
        />
      </View>
      <View>{problem ? <Text className="field-error">{problem.message}</Text> : null}</View>
      <Button
        text={to ? `分派 ${rows.length} 件给${name}` : `分派 ${rows.length} 件`}
        busyText="正在分派"
        disabled={!to}
        onPress={press}
      />
    </View>
  )
}
