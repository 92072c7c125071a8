import { Text, View } from '@tarojs/components'
import { names, say } from './names'

export interface Option<V extends string = string> {
  value: V
  label: string
}

export interface ChipsProps<V extends string> {
  /** Read aloud: what is chosen here. */
  label: string
  options: readonly Option<V>[]
  value: readonly V[]
  onChange: (value: V[]) => void
  /** One at most; pressing it again takes it back. */
  single?: boolean
}

/** Words to press, several or one of them. */
export function Chips<V extends string>({ label, options, value, onChange, single = false }: ChipsProps<V>) {
  const press = (one: V) => {
    const rest = single ? [] : value.filter(other => other !== one)
    onChange(value.includes(one) ? rest.filter(other => other !== one) : [...rest, one])
  }
  return (
    <View className="chips" {...say('group', label)}>
      {options.map(option => {
        const on = value.includes(option.value)
        return (
          <View
            key={option.value}
            className={names('chip', on && 'chip-on')}
            onClick={() => press(option.value)}
            {...say('checkbox', option.label, { checked: on })}
          >
            <Text>{option.label}</Text>
          </View>
        )
      })}
    </View>
  )
}
