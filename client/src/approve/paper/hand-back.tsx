import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { Button, Card, Chips, Framed, TextArea, tell } from '@/components'
import { leave } from '../leave'
import { type ActProps, optionsOf } from './approval'

const WHY_BACK = ['事实不清', '证据不足', '依据不准', '期限不合适', '文字有误']
const WHY_ON = ['属您分管', '请先做法制审核', '本人回避', '审批人已离岗']

interface ReasonProps {
  label: string
  ready: readonly string[]
  onChange: (reason: string) => void
  error: string | undefined
}

/** A reason in one press, or in one's own words. */
function Reason({ label, ready, onChange, error }: ReasonProps) {
  const [reason, setReason] = useState('')
  const [turn, setTurn] = useState(0)
  const change = (words: string) => {
    setReason(words)
    onChange(words)
  }
  return (
    <View>
      <Chips
        label={label}
        single
        options={ready.map(value => ({ value, label: value }))}
        value={[reason]}
        onChange={([next]) => {
          change(next ?? '')
          setTurn(turn + 1)
        }}
      />
      <View key={turn}>
        <TextArea
          label={label}
          required
          maxlength={200}
          defaultValue={reason}
          error={error}
          onChange={change}
        />
      </View>
    </View>
  )
}

/** 退回修改: with a reason, which the author reads. */
export function SendBack(props: ActProps & { onClose: () => void }) {
  const [reason, setReason] = useState('')
  const { send, problem } = useSend('approval.sendBack', optionsOf(props, '退回修改', 'approval.sendBack'))
  const press = async () => {
    if (!reason.trim()) return tell('请写明退回原因')
    const { state } = await props.hold(send({ paper: props.approval.id, reason }))
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'kept' ? KEPT : `已退回${props.approval.authorName}修改`)
    leave()
  }
  return (
    <Card title={`退回${props.approval.authorName}修改`}>
      <Reason label="退回原因" ready={WHY_BACK} onChange={setReason} error={problem?.message} />
      <Button kind="danger" text="退回修改" busyText="正在退回" onPress={press} />
      <Button kind="plain" text="先不退回" onPress={props.onClose} />
    </Card>
  )
}

/** 转批: somebody else of the bureau is asked instead. */
export function PassOn(props: ActProps & { onClose: () => void }) {
  const { approval } = props
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const { send, problem } = useSend('approval.passOn', optionsOf(props, '转批', 'approval.passOn'))
  const chosen = approval.others.find(one => one.post === to)
  const press = async () => {
    if (!chosen) return tell('请选择转给谁')
    if (!reason.trim()) return tell('请写明转批原因')
    const { state } = await props.hold(send({ paper: approval.id, to, reason }))
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'kept' ? KEPT : `已转给${chosen.name}`)
    leave()
  }
  return (
    <Card title="转给其他人审批">
      {approval.others.length ? (
        <>
          <Framed label="转给谁" required>
            <Chips
              label="转给谁"
              single
              options={approval.others.map(one => ({ value: one.post, label: `${one.name}（${one.role}）` }))}
              value={[to]}
              onChange={([next]) => setTo(next ?? '')}
            />
          </Framed>
          <Reason label="转批原因" ready={WHY_ON} onChange={setReason} error={problem?.message} />
          <Button text={chosen ? `转给${chosen.name}` : '转批'} busyText="正在转批" onPress={press} />
        </>
      ) : (
        <Text className="row-hint">本单位没有别的人可以审批这份文书。</Text>
      )}
      <Button kind="plain" text="先不转批" onPress={props.onClose} />
    </Card>
  )
}
