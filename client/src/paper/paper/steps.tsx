import type { Photo } from '@domain/evidence'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Item, KEPT, type OutputOf, useDraftState, useSend } from '@/cloud'
import { ask, BarButton, Button, Card, Chips, Photos, say, TextArea, tell } from '@/components'

export interface StepProps {
  filed: OutputOf<'paper.read'>
  /** An earlier try that came back; this one takes its place. */
  instead: Item | undefined
  /** Keeps the form in its place while its write is under way, until the page shows what came of it. */
  hold: <R extends { state: string }>(work: Promise<R>) => Promise<R>
}

const optionsOf = ({ filed, instead }: StepProps, what: string, path: string) => ({
  title: `${what} · ${filed.paper.number ?? filed.title}`,
  page: `/paper/paper/index?paper=${filed._id}`,
  ...(instead?.path === path ? { instead: instead.id } : {}),
})

const through = (state: string) => state === 'done' || state === 'kept'
const said = (state: string, done: string) => tell(state === 'done' ? done : KEPT)

/** 登记盖章: the stamped paper as a picture; of a paper without a seal the signed one. The software draws neither. */
export function Seal(props: StepProps) {
  const { filed, hold } = props
  const word = filed.stamped ? '盖章' : '签名'
  const [scan, setScan, draft] = useDraftState<Photo[]>(`paper-seal/${filed._id}`, () => [])
  const [missing, setMissing] = useState<string>()
  const { send, problem } = useSend('paper.seal', optionsOf(props, `${word}登记`, 'paper.seal'))
  const press = async () => {
    if (!scan.length) return setMissing(`请拍下${word}后的文书，每页一张`)
    const { state } = await hold(send({ paper: filed._id, scan }))
    if (!through(state)) return
    draft.clear()
    said(state, `已登记${word}`)
  }
  return (
    <>
      <Card title={`下一步：${word}`}>
        <Text className="paper-say">
          {filed.stamped
            ? '打印文书，加盖公章后拍照登记。软件里不画公章。'
            : '打印文书，有关人员签名后拍照登记。'}
        </Text>
        <Photos
          direct
          label={`${word}后的文书，每页一张`}
          required
          value={scan}
          {...(missing ? { error: missing } : {})}
          onChange={next => {
            setMissing(undefined)
            setScan(next)
          }}
        />
      </Card>
      <BarButton text={`登记${word}`} busyText="正在登记" onPress={press} error={problem?.message} />
    </>
  )
}

/** 公告期满: the thirty days are over. */
export function Complete(props: StepProps) {
  const { send, problem } = useSend(
    'paper.completeService',
    optionsOf(props, '公告期满送达', 'paper.completeService'),
  )
  const press = async () => {
    const { state } = await props.hold(send({ paper: props.filed._id }))
    if (through(state)) said(state, '已登记送达')
  }
  return <BarButton text="公告期满，登记送达" busyText="正在登记" onPress={press} error={problem?.message} />
}

const WHY = ['内容有误，重新拟稿', '不再需要', '当事人名称有误']

/** 作废: quiet, and asked for twice; the number stays taken. */
export function Void(props: StepProps) {
  const { filed, hold } = props
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [turn, setTurn] = useState(0)
  const { send, problem } = useSend('paper.void', optionsOf(props, '作废', 'paper.void'))
  const press = async () => {
    if (!reason.trim()) return tell('请写明作废原因')
    const text = filed.paper.number ? '作废后不能恢复，编号不再使用。' : '作废后不能恢复。'
    if (!(await ask('作废这份文书？', text, '作废'))) return
    const { state } = await hold(send({ paper: filed._id, reason }))
    if (through(state)) said(state, '已作废')
  }
  if (!open)
    return (
      <View className="paper-void" onClick={() => setOpen(true)} {...say('button', '作废这份文书')}>
        <Text>作废这份文书</Text>
      </View>
    )
  return (
    <Card title="作废">
      <Chips
        label="作废原因"
        single
        options={WHY.map(value => ({ value, label: value }))}
        value={[reason]}
        onChange={([next]) => {
          setReason(next ?? '')
          setTurn(turn + 1)
        }}
      />
      <View key={turn}>
        <TextArea
          label="原因"
          required
          maxlength={200}
          defaultValue={reason}
          error={problem?.message}
          onChange={setReason}
        />
      </View>
      <Button kind="danger" text="作废" busyText="正在作废" onPress={press} />
      <Button kind="plain" text="不作废了" onPress={() => setOpen(false)} />
    </Card>
  )
}
