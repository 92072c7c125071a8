import { View } from '@tarojs/components'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { Button, DateField, Field, tell } from '@/components'
import type { Post } from './index'

/** 登记换证: number and last day, as the new certificate says. */
export function Renew({ post, onDone }: { post: Post; onDone: () => void }) {
  const [certificate, setCertificate] = useState(post.certificate?.number ?? '')
  const [until, setUntil] = useState('')
  const [wrong, setWrong] = useState('')
  const { send, problem } = useSend('office.renewCertificate', { title: `登记换证 · ${post.name}` })
  const errorAt = (field: string) => (problem?.field === field ? problem.message : undefined)
  const renew = async () => {
    if (!until) return setWrong('请选择证件有效期')
    const { state } = await send({ post: post.post, certificate, until })
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'done' ? '已登记' : KEPT)
    onDone()
  }
  return (
    <View>
      <Field
        label="执法证号"
        required
        maxlength={30}
        defaultValue={certificate}
        error={errorAt('certificate')}
        onChange={setCertificate}
      />
      <DateField
        label="证件有效期"
        required
        start={post.today}
        value={until}
        error={wrong || (problem && !problem.field ? problem.message : errorAt('until'))}
        onChange={day => {
          setUntil(day)
          setWrong('')
        }}
      />
      <Button text="登记换证" busyText="正在登记" onPress={renew} />
    </View>
  )
}
