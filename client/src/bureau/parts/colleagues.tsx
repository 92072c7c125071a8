import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '@/cloud'
import { Button, Chips, Framed } from '@/components'

export type Colleague = OutputOf<'office.post'>['colleagues'][number]

/** Colleagues shown at once; a large bureau unfolds the rest. */
const FIRST = 8

interface Props {
  label: string
  colleagues: readonly Colleague[]
  value: string
  onChange: (post: string) => void
  required?: boolean
  hint?: string
  error?: string | undefined
}

/** One colleague, by name and what he does. */
export function Colleagues({ label, colleagues, value, onChange, ...frame }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? colleagues : colleagues.slice(0, FIRST)
  return (
    <Framed label={label} {...frame} {...(colleagues.length ? {} : { hint: '本单位现在没有合适的同事。' })}>
      <Chips
        label={label}
        single
        options={shown.map(one => ({
          value: one.post,
          label: `${one.name}（${one.teamName ? `${one.teamName}·` : ''}${one.roleName}）`,
        }))}
        value={value ? [value] : []}
        onChange={([next]) => onChange(next ?? '')}
      />
      <View>
        {shown.length < colleagues.length ? (
          <Button kind="plain" text={`显示全部 ${colleagues.length} 人`} onPress={() => setAll(true)} />
        ) : null}
      </View>
    </Framed>
  )
}
