import type { Photo } from '@domain/evidence'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, keptAnswer, useDraftState, useSend } from '@/cloud'
import { ask, BarButton, Button, Card, Chips, Field, Photos, Row, say, TextArea, tell } from '@/components'
import { likely, rememberColleague } from '../parts/colleague'
import { optionsOf, type StepProps, sentBefore } from './notice'
import { Second, secondOf, useColleagues } from './second'

const said = (state: string, done: string) => tell(state === 'done' ? done : KEPT)
const through = (state: string) => state === 'done' || state === 'kept'

/** 登记盖章: the seal is on the paper; the software only notes it. */
export function Seal({ notice, instead, hold }: StepProps) {
  const [photos, setPhotos, draft] = useDraftState<Photo[]>(`seal/${notice._id}`, () => [])
  const { send, problem } = useSend(
    'enforcement.seal',
    optionsOf(notice, '盖章登记', 'enforcement.seal', instead),
  )
  const press = async () => {
    const [picture] = photos
    const { state } = await hold(send({ notice: notice._id, ...(picture ? { picture } : {}) }))
    if (!through(state)) return
    draft.clear()
    said(state, '已登记盖章，可以送达')
  }
  return (
    <>
      <Card title="下一步：盖章">
        <Text className="notice-say">打印下面的通知书，加盖公章后登记。软件里不画公章。</Text>
        <Photos
          direct
          label="盖章后的通知书（可以不拍）"
          max={1}
          value={photos}
          onChange={next => setPhotos(next)}
        />
      </Card>
      <BarButton text="登记盖章" busyText="正在登记" onPress={press} error={problem?.message} />
    </>
  )
}

interface Service {
  colleague: string
  receiver: string
  evidence: Photo[]
}

/** 登记送达: who takes it, now. From this day on the correction counts. The other five ways have a page of their own. */
export function Serve({ notice, instead, hold }: StepProps) {
  // Who signed the check's record is likely the one who takes the paper.
  const present = keptAnswer('inspection.read', { check: notice.check })?.present?.name
  const { colleagues } = useColleagues(notice)
  const [service, setService, draft] = useDraftState<Service>(`serve/${notice._id}`, () => ({
    colleague: likely(colleagues),
    receiver: '',
    evidence: [],
    ...sentBefore<Service>(instead, 'enforcement.serve', ['colleague', 'receiver', 'evidence']),
  }))
  const [turn, setTurn] = useState(0)
  const [missing, setMissing] = useState<string>()
  const { send, problem } = useSend(
    'enforcement.serve',
    optionsOf(notice, '送达登记', 'enforcement.serve', instead),
  )
  const press = async () => {
    // What is being typed is in the draft; `service` is what was last shown.
    const filled = draft.value
    if (!filled.receiver.trim()) {
      setMissing('请填写签收人')
      return tell('请填写签收人')
    }
    const colleague = secondOf(filled.colleague, colleagues)
    if (!colleague) return tell('请选择协办人员')
    const { state } = await hold(
      send({
        notice: notice._id,
        way: 'direct',
        colleague,
        receiver: filled.receiver,
        at: Date.now(),
        ...(filled.evidence.length ? { evidence: filled.evidence } : {}),
      }),
    )
    if (!through(state)) return
    draft.clear()
    rememberColleague(colleague)
    said(state, '已登记送达，整改开始计时')
  }
  return (
    <>
      <Card title="下一步：直接送达" more="时间记为现在">
        <View key={turn}>
          <Field
            label="签收人"
            required
            defaultValue={service.receiver}
            maxlength={30}
            error={missing ?? (problem?.field === 'receiver' ? problem.message : undefined)}
            onChange={receiver => {
              setMissing(undefined)
              draft.patch({ receiver })
            }}
          />
        </View>
        <View>
          {present ? (
            <Chips
              label="签收人"
              single
              options={[{ value: present, label: `${present}（检查时在场）` }]}
              value={[service.receiver]}
              onChange={([next]) => {
                setMissing(undefined)
                setService(now => ({ ...now, receiver: next ?? '' }))
                setTurn(turn + 1)
              }}
            />
          ) : null}
        </View>
        <Second
          notice={notice}
          value={service.colleague}
          onChange={colleague => setService(now => ({ ...now, colleague }))}
        />
        <Photos
          direct
          label="送达回证、现场照片（可以不拍）"
          value={service.evidence}
          onChange={evidence => setService(now => ({ ...now, evidence }))}
        />
        <Row
          label="不能直接送达"
          hint="留置、邮寄、委托、公告、电子送达"
          onPress={() => Taro.navigateTo({ url: `/paper/serve/index?notice=${notice._id}` })}
        />
      </Card>
      <BarButton
        text="登记送达"
        busyText="正在登记"
        onPress={press}
        error={problem && problem.field !== 'receiver' ? problem.message : undefined}
      />
    </>
  )
}

/** 公告期满: the thirty days are over. */
export function Complete({ notice, instead, hold }: StepProps) {
  const path = 'enforcement.completeService'
  const { send, problem } = useSend(path, optionsOf(notice, '公告期满送达', path, instead))
  const press = async () => {
    const { state } = await hold(send({ notice: notice._id }))
    if (through(state)) said(state, '已登记送达，整改开始计时')
  }
  return <BarButton text="公告期满，登记送达" busyText="正在登记" onPress={press} error={problem?.message} />
}

const WHY = ['事实有误，重新拟稿', '期限需要调整', '企业名称有误']

/** 作废: quiet, and asked for twice; the number stays taken. */
export function Void({ notice, instead, hold }: StepProps) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [turn, setTurn] = useState(0)
  const { send, problem } = useSend(
    'enforcement.void',
    optionsOf(notice, '作废', 'enforcement.void', instead),
  )
  const press = async () => {
    if (!reason.trim()) return tell('请写明作废原因')
    if (!(await ask('作废这份通知书？', '作废后不能恢复，编号不再使用。', '作废'))) return
    const { state } = await hold(send({ notice: notice._id, reason }))
    if (through(state)) said(state, '已作废')
  }
  if (!open)
    return (
      <View className="notice-void" onClick={() => setOpen(true)} {...say('button', '作废这份通知书')}>
        <Text>作废这份通知书</Text>
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
