import { useSend } from '@/cloud'
import { BarButton } from '@/components'
import { type FormProps, optionsOf, said, through } from './form'

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
