import { dayOf, daysBetween, spokenDay } from '@domain/calendar'
import { nameOf } from '@domain/organisation'
import { partyWords, taskKinds } from '@domain/task/task'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Item, useCall, useOutbox, useSession } from '@/cloud'
import { BarButton, Card, Days, names, Page, Row, Skeleton, Tag, useRefresh } from '@/components'
import { Pictures } from '@/components/pictures'
import { Cancel, GiveBack } from '../parts/forms/back'
import { Deciding, Disputing } from '../parts/forms/dispute'
import type { FormProps } from '../parts/forms/form'
import { Assign, Reissue } from '../parts/forms/give'
import { Sign, Start } from '../parts/forms/press'
import { Complete, ReportProgress } from '../parts/forms/work'
import { Log } from '../parts/log'
import { useMade } from '../parts/made'
import { isChief, ownUnit, stateOf, type Task } from '../parts/words'
import '../task.scss'

/** One task: what, by when, by whom; the next thing to do with it; through whose hands it went. */
export default function Screen() {
  const { task = '' } = useRouter().params
  const query = useCall('task.read', { task }, { keep: true })
  useRefresh(query)
  return (
    <Page query={query} skeleton={<Skeleton cards={3} />}>
      {found => <Whole task={found} refetch={query.refetch} />}
    </Page>
  )
}

type Form = Exclude<keyof Task['may'], 'sign' | 'start' | 'check'>

const forms: Record<Form, { component: (props: FormProps) => JSX.Element | null; name: string }> = {
  decide: { component: Deciding, name: '裁定' },
  complete: { component: Complete, name: '办结任务' },
  assign: { component: Assign, name: '分派' },
  reissue: { component: Reissue, name: '重新下发' },
  report: { component: ReportProgress, name: '报进度' },
  return: { component: GiveBack, name: '退回' },
  dispute: { component: Disputing, name: '不归本局管，提请市局裁定' },
  cancel: { component: Cancel, name: '撤销' },
}

/** What the big button offers, the most pressing first; the rest stands below, quiet. */
const LEADING: readonly Form[] = ['decide', 'complete', 'assign', 'reissue', 'report']

/** What of this task is still on the phone. */
const useWaiting = (task: string): Item | undefined =>
  useOutbox().items.find(
    item =>
      item.path.startsWith('task.') &&
      item.state !== 'done' &&
      isAbout(item.content as Content | undefined, task),
  )

type Content = { task?: string; tasks?: { task: string }[] }
const isAbout = (content: Content | undefined, task: string): boolean =>
  content?.task === task || content?.tasks?.some(one => one.task === task) === true

function Whole({ task, refetch }: { task: Task; refetch: () => Promise<unknown> }) {
  const waiting = useWaiting(task._id)
  const [open, setOpen] = useState<Form>()
  // What waits in the outbox will change what may be done; until then nothing is offered twice.
  const [held, setHeld] = useState(false)
  const stopped = waiting?.state === 'refused' || waiting?.state === 'conflict'
  const free = held || !waiting || stopped
  const hold: FormProps['hold'] = async work => {
    setHeld(true)
    const result = await work
    if (result.state === 'done') await refetch()
    setHeld(false)
    return result
  }
  const chief = isChief(useSession().data)
  const props = { task, instead: stopped ? waiting : undefined, hold, onClose: () => setOpen(undefined) }
  const form = open && (task.may[open] || held) ? forms[open] : undefined
  return (
    <>
      <View>{waiting && !held ? <Waiting item={waiting} /> : null}</View>
      <Top task={task} />
      <View>
        {form ? (
          <form.component key={open} {...props} />
        ) : free ? (
          <Next {...props} onOpen={setOpen} chief={chief} />
        ) : null}
      </View>
      <Log task={task} />
      <View className="task-space" />
    </>
  )
}

function Waiting({ item }: { item: Item }) {
  const stopped = item.state === 'refused' || item.state === 'conflict'
  const what = item.title.split(' · ')[0]
  return (
    <View className={names('task-banner', stopped && 'task-banner-bad')}>
      <Text>
        {stopped
          ? `■ ${what}没有被接收：${item.problem?.message ?? ''}`
          : `▲ ${what}已存在手机上，联网后自动发送。`}
      </Text>
    </View>
  )
}

/** A visit: first the check, then with its record the end. */
function Visit({ task, onOpen }: { task: Task; onOpen: (form: Form) => void }) {
  const { enterprise = '' } = task
  const made = useMade(task).length > 0
  // Fetched with the task, so that the check opens where there is no network.
  useCall('inspection.prepare', { enterprise }, { keep: true, fresh: 60_000 })
  const check = () => void Taro.navigateTo({ url: `/officer/check/index?enterprise=${enterprise}` })
  const end = () => onOpen('complete')
  return made ? (
    <BarButton text="办结任务" onPress={end} second={{ text: '再检查', onPress: check }} />
  ) : (
    <BarButton text="开始检查" onPress={check} second={{ text: '办结任务', onPress: end }} />
  )
}

/** The big button, and below the other ways. */
function Next({ onOpen, chief, ...props }: FormProps & { onOpen: (form: Form) => void; chief: boolean }) {
  const { task } = props
  const { may } = task
  const leading = LEADING.find(form => may[form])
  const others = (Object.keys(forms) as Form[]).filter(
    form => may[form] && (form !== leading || (may.start && !may.check && form === 'complete')),
  )
  const name = (form: Form) =>
    form === 'assign' && task.stage === 'work'
      ? '改派'
      : form === 'return' && task.giver
        ? `退回给${task.giver.name}`
        : forms[form].name
  const second = may.assign ? { text: '直接分派', onPress: () => onOpen('assign') } : undefined
  // A head looks at what one of his people is doing: to give it to another is not the first thing he wants.
  const quiet = leading === 'assign' && task.stage === 'work' && !task.vacant
  return (
    <>
      <View>
        {others.length || quiet ? (
          <Card>
            {(quiet && leading ? [leading, ...others] : others)
              .filter(form => !(may.sign && form === 'assign'))
              .map(form => (
                <Row key={form} label={name(form)} onPress={() => onOpen(form)} />
              ))}
          </Card>
        ) : null}
      </View>
      <View>
        {may.check ? (
          <Visit task={task} onOpen={onOpen} />
        ) : may.sign ? (
          <Sign {...props} second={second} />
        ) : may.start ? (
          <Start {...props} />
        ) : leading && !quiet ? (
          <BarButton text={name(leading)} onPress={() => onOpen(leading)} />
        ) : null}
      </View>
    </>
  )
}

function Record({ check, outcome }: { check: string; outcome: string | undefined }) {
  return (
    <Row
      label={`检查记录${outcome ? `：${outcome}` : ''}`}
      onPress={() => Taro.navigateTo({ url: `/officer/record/index?check=${check}` })}
    />
  )
}

function Fact({ name, what }: { name: string; what: string }) {
  return (
    <View className="task-fact">
      <Text className="task-fact-name">{name}</Text>
      <Text className="task-fact-what">{what}</Text>
    </View>
  )
}

/** What is asked, by when, of whom: as on paper. */
function Top({ task }: { task: Task }) {
  const own = ownUnit(useSession().data)
  const { target, dispute, result } = task
  const over = task.stage === 'ended'
  const state =
    task.vacant && !over ? { word: '岗位无人，待改派', tone: 'amber' as const } : stateOf(task.state)
  const back = task.log.at(-1)
  return (
    <View className="task-paper">
      <View className="task-tags">
        <Tag word={taskKinds[task.kind]} />
        <Tag {...state} />
        {task.secret ? <Tag word="突击，请勿外传" tone="amber" /> : null}
      </View>
      <Text className="task-title">{task.title}</Text>
      <View>
        {task.enterpriseName ? (
          <Fact
            name="企业"
            what={`${task.enterpriseName}${task.enterpriseKind ? `（${task.enterpriseKind}）` : ''}`}
          />
        ) : null}
      </View>
      <View>{task.ask ? <Text className="task-ask">{task.ask}</Text> : null}</View>
      <View>
        {over ? null : (
          <Days
            left={task.daysLeft}
            total={daysBetween(dayOf(task.issuedAt), task.due)}
            until={`${spokenDay(task.due)}前完成`}
          />
        )}
      </View>
      <View>
        {target ? (
          <View>
            <Fact name="目标" what={`已完成 ${task.reported} / ${target.count} ${target.of}`} />
            <View className="task-bar">
              <View
                className="task-bar-done"
                style={{ width: `${Math.min(100, Math.round((task.reported / target.count) * 100))}%` }}
              />
            </View>
          </View>
        ) : null}
      </View>
      <Fact name={task.helpers.length ? '牵头单位' : '承办单位'} what={task.unitName} />
      <View>
        {task.helpers.length ? <Fact name="配合单位" what={task.helpers.join('、')} /> : null}
        {over ? null : (
          <Fact name="负责人" what={task.vacant ? '岗位现在无人' : partyWords(task.inCharge, own)} />
        )}
      </View>
      <Fact name="下发人" what={partyWords(task.issuer, own)} />
      <View>
        {over ? <Fact name="要求完成" what={`${spokenDay(task.due)}前`} /> : null}
        {result ? <Fact name="完成情况" what={result.words || '见检查记录'} /> : null}
        {result?.check ? <Record check={result.check} outcome={result.outcome} /> : null}
        {result?.photos.length ? (
          <Pictures photos={result.photos} addresses={task.addresses} label="完成情况" />
        ) : null}
      </View>
      <View>
        {back?.step === 'return' ? (
          <View className="task-banner">
            <Text>
              ▲ {back.by.name}退回：{back.reason}
            </Text>
          </View>
        ) : null}
        {task.state === 'disputed' && dispute ? (
          <View className="task-banner">
            <Text>
              ▲ {dispute.by.name}认为应由{nameOf(dispute.thinks)}负责：{dispute.reason}。市局应于
              {spokenDay(dispute.until)}前裁定。
            </Text>
          </View>
        ) : null}
      </View>
    </View>
  )
}
