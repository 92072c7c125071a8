import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { names, say, type Tone } from './names'

export interface FigureProps {
  value: number | string
  label: string
  unit?: string
  tone?: Tone
  /** What is below is this figure's list. */
  on?: boolean
  /** Opens what the number is made of. */
  onPress?: () => void
}

/** A large number with its name. */
export function Figure({ value, label, unit = '', tone, on, onPress }: FigureProps) {
  // What can be on or off is no plain button to those who hear it.
  const said = `${label} ${value}${unit}`
  return (
    <View
      className={names('figure', onPress && 'figure-press', on && 'figure-on')}
      onClick={onPress}
      {...(onPress
        ? say(on === undefined ? 'button' : 'checkbox', said, on === undefined ? {} : { checked: on })
        : {})}
    >
      <Text className={names('figure-value', tone && `tone-${tone}`)}>
        {value}
        {unit ? <Text className="figure-unit">{unit}</Text> : null}
      </Text>
      <Text className="figure-label">{label}</Text>
    </View>
  )
}

/** Figures side by side; two by two in 关怀版. */
export const Figures = ({ children }: { children: ReactNode }) => <View className="figures">{children}</View>
