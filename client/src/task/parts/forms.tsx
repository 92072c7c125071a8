import type { Photo } from '@domain/evidence'
import { nameOf } from '@domain/organisation'
import { helpersOf } from '@domain/task/task'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Item, KEPT, useDraftState, useSend, type WritePath } from '@/cloud'
import { ask, BarButton, type ButtonProps, Card, Chips, Field, Photos, TextArea, tell } from '@/components'
import { addressOf, type Chosen, nameIn, People, rememberChosen } from './people'
import { Units } from './units'
import type { Task } from './words'

export interface FormProps {
  task: Task
  /** An earlier try that came back; this one takes its place. */
  instead: Item | undefined
  /** Keeps the form in its place while its write is under way, until the page shows what came of it. */
  hold: <R extends { state: string }>(work: Promise<R>) => Promise<R>
  onClose: () => void
  /** Beside the main button, where nothing is open: another way to go on. */
  second?: ButtonProps | undefined
}

const through = (state: string) => state === 'done' || state === 'kept'
const said = (state: string, done: string) => tell(state === 'kept' ? KEPT : done)

const optionsOf = (what: string, path: WritePath, { task, instead }: FormProps) => ({
  title: `${what} · ${task.title}`,
  page: `/task/task/index?task=${task._id}`,
  ...(instead?.path === path ? { instead: instead.id } : {}),
})

const close = (onClose: () => void): ButtonProps => ({ text: '收起', onPress: onClose })

/** 签收: one press. */
export function Sign(props: FormProps) {
  const { task, hold, second } = props
  const { send, problem } = useSend('task.sign', optionsOf('签收', 'task.sign', props))
  const press = async () => {
    const { state } = await hold(send({ task: task._id }))
    if (through(state)) said(state, '已签收，请分派到人')
  }
  return (
    <BarButton
      text="签收"
      busyText="正在签收"
      onPress={press}
      error={problem?.message}
      {...(second ? { second } : {})}
    />
  )
}

/** 开始办理: one press. */
export function Start(props: FormProps) {
  const { task, hold, second } = props
  const { send, problem } = useSend('task.start', optionsOf('开始办理', 'task.start', props))
  const press = async () => {
    const { state } = await hold(send({ task: task._id }))
    if (through(state)) said(state, '已开始办理')
  }
  return (
    <BarButton
      text="开始办理"
      busyText="正在登记"
      onPress={press}
      error={problem?.message}
      {...(second ? { second } : {})}
    />
  )
}

/** 分派, 改派: to one person or team of the own bureau. */
export function Assign(props: FormProps) {
  const { task, hold, onClose } = props
  const [to, setTo] = useState<Chosen>()
  const { send, problem } = useSend('task.assign', optionsOf('分派', 'task.assign', props))
  const { choices } = task
  if (!choices) return null
  const name = to ? nameIn(to, choices) : ''
  const press = async () => {
    if (!to) return tell('请先选择交给谁')
    const { state } = await hold(
      send({ tasks: [{ task: task._id, seen: task.log.length }], to: addressOf(to, choices) }),
    )
    if (!through(state)) return
    rememberChosen(to)
    said(state, `已分派给${name}`)
    onClose()
  }
  return (
    <>
      <Card title={task.stage === 'work' ? '改派给谁' : '分派给谁'}>
        <People
          label="分派给谁"
          choices={choices}
          value={to ? [to] : []}
          onChange={([next]) => setTo(next)}
        />
      </Card>
      <BarButton
        text={to ? `分派给${name}` : '分派'}
        busyText="正在分派"
        disabled={!to}
        onPress={press}
        error={problem?.message}
        second={close(onClose)}
      />
    </>
  )
}

/** 重新下发: the city to a unit, a unit to its own people. */
export function Reissue(props: FormProps) {
  const { task, hold, onClose } = props
  const [to, setTo] = useState<string>()
  const { send, problem } = useSend('task.reissue', optionsOf('重新下发', 'task.reissue', props))
  const { choices } = task
  const press = async () => {
    if (!to) return tell('请先选择交给谁')
    const { state } = await hold(
      send({ task: task._id, to: choices ? addressOf(to, choices) : { unit: to } }),
    )
    if (!through(state)) return
    said(state, '已重新下发')
    onClose()
  }
  return (
    <>
      <Card title="重新下发给谁">
        {choices ? (
          <People
            label="下发给谁"
            choices={choices}
            value={to ? [to] : []}
            onChange={([next]) => setTo(next)}
          />
        ) : (
          <Units label="下发给谁" single value={to ? [to] : []} onChange={([next]) => setTo(next)} />
        )}
      </Card>
      <BarButton
        text="重新下发"
        busyText="正在下发"
        disabled={!to}
        onPress={press}
        error={problem?.message}
        second={close(onClose)}
      />
    </>
  )
}

interface WordsProps {
  label: string
  chips: readonly string[]
  value: string
  onChange: (value: string) => void
  maxlength?: number
}

/** A reason: pressed, or written. */
function Words({ label, chips, value, onChange, maxlength = 300 }: WordsProps) {
  const [turn, setTurn] = useState(0)
  return (
    <View>
      <Chips
        label={label}
        single
        options={chips.map(one => ({ value: one, label: one }))}
        value={[value]}
        onChange={([next]) => {
          onChange(next ?? '')
          setTurn(turn + 1)
        }}
      />
      <View key={turn}>
        <TextArea
          label={label}
          required
          maxlength={maxlength}
          defaultValue={value}
          placeholder="点上面的词，或自己写"
          onChange={onChange}
        />
      </View>
    </View>
  )
}

const BACK = ['不在本辖区', '不属于本所职责', '同样的任务已有人在办', '人员外出，不能按期完成']

/** 退回: to whoever handed it over, by name. */
export function GiveBack(props: FormProps) {
  const { task, hold, onClose } = props
  const [reason, setReason] = useDraftState(`task-return/${task._id}`, () => '')
  const { send, problem } = useSend('task.return', optionsOf('退回任务', 'task.return', props))
  const press = async () => {
    if (!reason.trim()) return tell('请写明退回原因')
    const { state } = await hold(send({ task: task._id, reason }))
    if (!through(state)) return
    setReason('')
    said(state, `已退回${task.giver?.name ?? ''}`)
    onClose()
  }
  return (
    <>
      <Card title="退回" more={task.giver ? `退给 ${task.giver.name}` : ''}>
        <Words label="退回原因" chips={BACK} value={reason} onChange={setReason} />
      </Card>
      <BarButton
        text={`退回给${task.giver?.name ?? '上一手'}`}
        busyText="正在退回"
        onPress={press}
        error={problem?.message}
        second={close(onClose)}
      />
    </>
  )
}

const CANCEL = ['重复下发', '情况已变化，不再需要', '内容有误，重新下发']

/** 撤销, asked for twice. */
export function Cancel(props: FormProps) {
  const { task, hold, onClose } = props
  const [reason, setReason] = useState('')
  const { send, problem } = useSend('task.cancel', optionsOf('撤销任务', 'task.cancel', props))
  const press = async () => {
    if (!reason.trim()) return tell('请写明撤销原因')
    if (!(await ask('撤销这件任务？', '撤销后不能恢复，承办的人会收到通知。', '撤销'))) return
    const { state } = await hold(send({ task: task._id, reason }))
    if (!through(state)) return
    said(state, '已撤销')
    onClose()
  }
  return (
    <>
      <Card title="撤销">
        <Words label="撤销原因" chips={CANCEL} value={reason} onChange={setReason} />
      </Card>
      <BarButton
        kind="danger"
        text="撤销任务"
        busyText="正在撤销"
        onPress={press}
        error={problem?.message}
        second={close(onClose)}
      />
    </>
  )
}

interface Made {
  words: string
  count: string
  photos: Photo[]
}

const numberOf = (typed: string): number | undefined => {
  const number = Number(typed.trim())
  return typed.trim() && Number.isInteger(number) && number >= 0 ? number : undefined
}

/** Words, a count where there is a target, and pictures. */
function Work({
  task,
  label,
  value,
  onChange,
}: {
  task: Task
  label: string
  value: Made
  onChange: (more: Partial<Made>, render?: boolean) => void
}) {
  return (
    <>
      <TextArea
        label={label}
        required
        maxlength={500}
        defaultValue={value.words}
        placeholder="查了哪里，发现什么，怎么处理的"
        onChange={words => onChange({ words })}
      />
      <View>
        {task.target ? (
          <Field
            label={`这次完成多少${task.target.of}`}
            type="number"
            unit={task.target.of}
            defaultValue={value.count}
            onChange={count => onChange({ count })}
          />
        ) : null}
      </View>
      <Photos
        direct
        label="现场照片（可以不拍）"
        value={value.photos}
        onChange={photos => onChange({ photos }, true)}
      />
    </>
  )
}

const EMPTY: Made = { words: '', count: '', photos: [] }

/** 报进度. */
export function ReportProgress(props: FormProps) {
  const { task, hold, onClose } = props
  const [made, setMade, draft] = useDraftState<Made>(`task-report/${task._id}`, () => EMPTY)
  const { send, problem } = useSend('task.report', optionsOf('任务进度', 'task.report', props))
  const press = async () => {
    const { words, count, photos } = draft.value
    if (!words.trim()) return tell('请写一句进展情况')
    const number = numberOf(count)
    const { state } = await hold(
      send({
        task: task._id,
        words,
        ...(number === undefined ? {} : { count: number }),
        ...(photos.length ? { photos } : {}),
      }),
    )
    if (!through(state)) return
    draft.clear()
    said(state, '进度已报')
    onClose()
  }
  return (
    <>
      <Card title="报进度">
        <Work
          task={task}
          label="进展情况"
          value={made}
          onChange={(more, render) => (render ? setMade(now => ({ ...now, ...more })) : draft.patch(more))}
        />
      </Card>
      <BarButton
        text="提交进度"
        busyText="正在提交"
        onPress={press}
        error={problem?.message}
        second={close(onClose)}
      />
    </>
  )
}

/** 办结: needs what came of it. */
export function Complete(props: FormProps) {
  const { task, hold, onClose } = props
  const [made, setMade, draft] = useDraftState<Made>(`task-complete/${task._id}`, () => EMPTY)
  const { send, problem } = useSend('task.complete', optionsOf('办结任务', 'task.complete', props))
  const press = async () => {
    const { words, count, photos } = draft.value
    if (!words.trim()) return tell('请写明完成情况')
    const number = numberOf(count)
    const { state } = await hold(
      send({
        task: task._id,
        words,
        ...(number === undefined ? {} : { count: number }),
        ...(photos.length ? { photos } : {}),
      }),
    )
    if (!through(state)) return
    draft.clear()
    said(state, '已办结')
    onClose()
  }
  return (
    <>
      <Card title="办结">
        <Work
          task={task}
          label="完成情况"
          value={made}
          onChange={(more, render) => (render ? setMade(now => ({ ...now, ...more })) : draft.patch(more))}
        />
      </Card>
      <BarButton
        text="办结任务"
        busyText="正在提交"
        onPress={press}
        error={problem?.message}
        second={close(onClose)}
      />
    </>
  )
}

const NOT_OURS = ['企业在对方辖区', '属于对方职责', '对方先受理']

/** 提请市局裁定: not our matter, and whose we think it is. */
export function Disputing(props: FormProps) {
  const { task, hold, onClose } = props
  const [thinks, setThinks] = useState<string>()
  const [reason, setReason] = useState('')
  const { send, problem } = useSend('task.dispute', optionsOf('提请裁定', 'task.dispute', props))
  const press = async () => {
    if (!thinks) return tell('请选择您认为应当负责的单位')
    if (!reason.trim()) return tell('请写明理由')
    const { state } = await hold(send({ task: task._id, thinks, reason }))
    if (!through(state)) return
    said(state, '已提请市局裁定，7个工作日内答复')
    onClose()
  }
  return (
    <>
      <Card title="应当由谁负责" more="市局7个工作日内裁定">
        <Units
          label="应当由谁负责"
          single
          without={[task.unit]}
          value={thinks ? [thinks] : []}
          onChange={([next]) => setThinks(next)}
        />
      </Card>
      <Card title="理由">
        <Words label="理由" chips={NOT_OURS} value={reason} onChange={setReason} />
      </Card>
      <BarButton
        text={thinks ? `提请裁定由${nameOf(thinks)}负责` : '提请市局裁定'}
        busyText="正在提交"
        onPress={press}
        error={problem?.message}
        second={close(onClose)}
      />
    </>
  )
}

const DECIDED = ['以企业登记地为准', '以经营地为准', '由先受理的单位办理', '两地共同办理']

/** 裁定: who leads, who co-acts, and why. */
export function Deciding(props: FormProps) {
  const { task, hold, onClose } = props
  const [lead, setLead] = useState<string>()
  const [helpers, setHelpers] = useState<string[]>(helpersOf(task))
  const [words, setWords] = useState('')
  const [shared, setShared] = useState(helpers.length > 0)
  const { send, problem } = useSend('task.decide', optionsOf('裁定', 'task.decide', props))
  const likely = [task.unit, ...(task.dispute ? [task.dispute.thinks] : [])]
  const [other, setOther] = useState(false)
  const press = async () => {
    if (!lead) return tell('请选择由谁负责')
    if (!words.trim()) return tell('请写明裁定意见')
    const others = shared ? helpers.filter(unit => unit !== lead) : []
    const { state } = await hold(
      send({ task: task._id, lead, words, ...(others.length ? { helpers: others } : {}) }),
    )
    if (!through(state)) return
    said(state, `已裁定由${nameOf(lead)}负责`)
    onClose()
  }
  return (
    <>
      <Card title="裁定由谁负责">
        <Chips
          label="裁定由谁负责"
          single
          options={[
            { value: task.unit, label: `${nameOf(task.unit)}（维持）` },
            ...(task.dispute ? [{ value: task.dispute.thinks, label: nameOf(task.dispute.thinks) }] : []),
            { value: 'other', label: '其他单位' },
          ]}
          value={[other ? 'other' : (lead ?? '')]}
          onChange={([next]) => {
            setOther(next === 'other')
            setLead(next === 'other' ? undefined : next)
          }}
        />
        <View>
          {other ? (
            <Units
              label="其他单位"
              single
              without={likely}
              value={lead ? [lead] : []}
              onChange={([next]) => setLead(next)}
            />
          ) : null}
        </View>
      </Card>
      <Card title="配合单位">
        <Chips
          label="配合单位"
          single
          options={[{ value: 'yes', label: '需要其他单位配合' }]}
          value={shared ? ['yes'] : []}
          onChange={next => setShared(next.length > 0)}
        />
        <View>
          {shared ? (
            <Units
              label="配合单位"
              without={lead ? [lead] : []}
              value={helpers.filter(unit => unit !== lead)}
              onChange={setHelpers}
            />
          ) : (
            <Text className="row-hint">由一个单位单独办理。</Text>
          )}
        </View>
      </Card>
      <Card title="裁定意见">
        <Words label="裁定意见" chips={DECIDED} value={words} onChange={setWords} />
      </Card>
      <BarButton
        text={lead ? `裁定由${nameOf(lead)}${shared ? '牵头' : '负责'}` : '裁定'}
        busyText="正在提交"
        onPress={press}
        error={problem?.message}
        second={close(onClose)}
      />
    </>
  )
}
