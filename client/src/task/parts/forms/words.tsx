import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips, TextArea } from '@/components'

interface WordsProps {
  label: string
  chips: readonly string[]
  value: string
  onChange: (value: string) => void
  maxlength?: number
}

/** A reason: pressed, or written. */
export function Words({ label, chips, value, onChange, maxlength = 300 }: WordsProps) {
  const [turn, setTurn] = useState(0)
  return (
    <View>
      <Chips
        label={label}
        single
        options={chips.map(one => ({ value: one, label: one }))}
        value={[value]}
        onChange={([next]) => {
          onChange(next ?? '')
          setTurn(turn + 1)
        }}
      />
      <View key={turn}>
        <TextArea
          label={label}
          required
          maxlength={maxlength}
          defaultValue={value}
          placeholder="点上面的词，或自己写"
          onChange={onChange}
        />
      </View>
    </View>
  )
}
