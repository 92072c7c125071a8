import { dayOf, spokenDay, writtenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { KEPT, type OutputOf, useCall, useSend } from '@/cloud'
import { ask, Button, Card, Chips, Field, Framed, Page, Row, tell, useRefresh } from '@/components'

type Application = OutputOf<'office.applications'>[number]

/** 待确认的申请: who asks for a post, and is let in or turned down. */
export default function Screen() {
  const query = useCall('office.applications', {}, { keep: true })
  useRefresh(query)
  return (
    <Page
      query={query}
      empty={waiting =>
        waiting.length === 0 && {
          title: '没有人在等待确认',
          text: '同事在“申请岗位”里提交后，会出现在这里。',
        }
      }
    >
      {waiting => waiting.map(one => <Applicant key={one.id} application={one} />)}
    </Page>
  )
}

const NEW = 'new'

function Applicant({ application }: { application: Application }) {
  const { id, name, role, orgName, teamName, certificate, certificateUntil, phone, at, vacant } = application
  const [declining, setDeclining] = useState(false)
  const [post, setPost] = useState(vacant.length ? '' : NEW)
  const { send, problem } = useSend('office.admit', { title: `确认岗位 · ${name}` })
  const admit = async () => {
    if (!post) return tell('请选择是接任还是新岗位')
    const was = vacant.find(one => one.post === post)?.was
    const sure = await ask(
      `确认${name}？`,
      `确认后，${name}就是${orgName}的${role}${was ? `，接任${was}的岗位和未办完的工作` : ''}。请先核实是本人，不认识的不要确认。`,
      '确认',
    )
    if (!sure) return
    const { state } = await send({ application: id, ...(was === undefined ? {} : { post }) })
    if (state === 'done') tell(`${name}可以开始工作了`)
    if (state === 'kept') tell(KEPT)
  }
  return (
    <Card title={name} more={`${spokenDay(dayOf(at))}申请`}>
      <Row label={role} hint={[orgName, teamName].filter(Boolean).join(' · ')} />
      <View>
        {certificate ? (
          <Row
            label="执法证号"
            value={certificate}
            {...(certificateUntil ? { hint: `有效期至${writtenDay(certificateUntil)}，请核对证件` } : {})}
          />
        ) : null}
      </View>
      <Row label="手机号" value={phone} />
      <View>
        {vacant.length ? (
          <Framed label="安排到" required>
            <Chips
              label="安排到"
              single
              options={[
                ...vacant.map(({ post, was }) => ({ value: post, label: `接任${was || '空缺岗位'}` })),
                { value: NEW, label: '新岗位' },
              ]}
              value={post ? [post] : []}
              onChange={([next]) => setPost(next ?? '')}
            />
          </Framed>
        ) : null}
      </View>
      <View>{problem ? <Text className="field-error">{problem.message}</Text> : null}</View>
      <View>{declining ? null : <Button text="确认" busyText="正在确认" onPress={admit} />}</View>
      <View>
        {declining ? (
          <Decline application={application} onBack={() => setDeclining(false)} />
        ) : (
          <Button kind="plain" text="不予确认" onPress={() => setDeclining(true)} />
        )}
      </View>
    </Card>
  )
}

const reasons = ['不是本单位人员', '信息填写有误', '无法核实身份'].map(value => ({ value, label: value }))

function Decline({ application, onBack }: { application: Application; onBack: () => void }) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const { send, problem } = useSend('office.decline', { title: `不予确认 · ${application.name}` })
  const decline = async () => {
    if (!reason) return setWrong('请选择或写明原因，申请人会看到')
    const { state } = await send({ application: application.id, reason })
    if (state === 'done') tell('已告知申请人')
    if (state === 'kept') tell(KEPT)
  }
  return (
    <View>
      <Framed label="不予确认的原因" required error={wrong || problem?.message}>
        <Chips
          label="不予确认的原因"
          single
          options={reasons}
          value={[reason]}
          onChange={([next]) => {
            setReason(next ?? '')
            setWrong('')
          }}
        />
      </Framed>
      <Field label="其他原因" maxlength={100} onChange={setReason} />
      <Button kind="danger" text="不予确认" busyText="正在提交" onPress={decline} />
      <Button kind="plain" text="返回" onPress={onBack} />
    </View>
  )
}
