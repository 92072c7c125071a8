import { useState } from 'react'
import { useDraftState, useSend } from '@/cloud'
import { ask, BarButton, Card, tell } from '@/components'
import { close, type FormProps, optionsOf, said, through } from './form'
import { Words } from './words'

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
