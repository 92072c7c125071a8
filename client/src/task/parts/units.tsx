import { units } from '@domain/organisation'
import { Text, View } from '@tarojs/components'
import { Chips, say } from '@/components'

interface UnitsProps {
  label: string
  value: readonly string[]
  onChange: (units: string[]) => void
  single?: boolean
  /** Units that cannot be chosen here. */
  without?: readonly string[]
}

/** The twenty units as words to press; with several, 全选. */
export function Units({ label, value, onChange, single = false, without = [] }: UnitsProps) {
  const options = units
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))
  const whole = value.length === options.length
  return (
    <View>
      <View>
        {single ? null : (
          <View
            className="task-all"
            onClick={() => onChange(whole ? [] : options.map(({ value: id }) => id))}
            {...say('button', whole ? '全不选' : '全选')}
          >
            <Text>{whole ? '全不选' : '全选'}</Text>
          </View>
        )}
      </View>
      <Chips label={label} options={options} value={value} onChange={onChange} single={single} />
    </View>
  )
}
