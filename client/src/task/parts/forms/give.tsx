import { useState } from 'react'
import { useSend } from '@/cloud'
import { BarButton, Card, tell } from '@/components'
import { addressOf, type Chosen, nameIn, People, rememberChosen } from '../people'
import { Units } from '../units'
import { close, type FormProps, optionsOf, said, through } from './form'

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
