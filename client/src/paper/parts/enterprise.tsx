import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call, type OutputOf, problemOf } from '@/cloud'
import { Button, Field, Framed, Row } from '@/components'

type Found = OutputOf<'register.find'>['rows'][number]
export type Concerned = { id: string; name: string }

interface EnterpriseProps {
  value: Concerned | undefined
  onChange: (enterprise: Concerned | undefined) => void
  hint?: string
}

/** Which enterprise a paper is about: found by any part of its name; none where it is not in the register. */
export function EnterpriseField({ value, onChange, hint = '没有建档的可以不选' }: EnterpriseProps) {
  const [text, setText] = useState('')
  const [rows, setRows] = useState<Found[]>()
  const [failed, setFailed] = useState<string>()
  const look = async () => {
    if (!text.trim()) return
    try {
      setRows((await call('register.find', { text })).rows.slice(0, 5))
      setFailed(undefined)
    } catch (error) {
      setFailed(problemOf(error).message)
    }
  }
  if (value)
    return (
      <Framed label="有关企业">
        <View className="chosen-enterprise">
          <Text>{value.name}</Text>
          <Button kind="plain" text="换一家" onPress={() => onChange(undefined)} />
        </View>
      </Framed>
    )
  return (
    <View>
      <Field
        label="有关企业"
        hint={hint}
        placeholder="输入名称的一部分"
        maxlength={60}
        {...(failed ? { error: failed } : {})}
        onChange={setText}
        onConfirm={look}
      />
      <Button kind="second" text="查找" onPress={look} />
      <View>
        {rows?.map(({ id, name, address }) => (
          <Row key={id} label={name} hint={address} onPress={() => onChange({ id, name })} />
        ))}
        {rows && !rows.length ? <Text className="field-hint">没有找到，请换几个字再试。</Text> : null}
      </View>
    </View>
  )
}
