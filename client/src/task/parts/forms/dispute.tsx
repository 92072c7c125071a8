import { nameOf } from '@domain/organisation'
import { helpersOf } from '@domain/task/task'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useSend } from '@/cloud'
import { BarButton, Card, Chips, tell } from '@/components'
import { Units } from '../units'
import { close, type FormProps, optionsOf, said, through } from './form'
import { Words } from './words'

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
