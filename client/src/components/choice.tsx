import { Text, View } from '@tarojs/components'
import type { Option } from './chips'
import { names, say, type Tone } from './names'

export interface ChoiceProps<V extends string> {
  /** Read aloud: what is decided here. */
  label: string
  options: readonly (Option<V> & { tone?: Tone })[]
  value: V | undefined
  onChange: (value: V) => void
}

/** One of two to four: 符合 / 不符合 / 不适用. */
export function Choice<V extends string>({ label, options, value, onChange }: ChoiceProps<V>) {
  return (
    <View className="choice" {...say('radiogroup', label)}>
      {options.map(option => {
        const on = option.value === value
        return (
          <View
            key={option.value}
            className={names('choice-one', on && 'choice-on', option.tone && `choice-${option.tone}`)}
            onClick={() => on || onChange(option.value)}
            {...say('radio', option.label, { checked: on })}
          >
            <Text>{option.label}</Text>
          </View>
        )
      })}
    </View>
  )
}
