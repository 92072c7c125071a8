import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { names, say } from './names'

export interface ButtonProps {
  /** What happens, e.g. 提交检查记录. */
  text: string
  onPress: () => unknown
  /** Shown while it works; the text with 中… if not told. */
  busyText?: string
  busy?: boolean
  /** Why it cannot be pressed yet, said when it is pressed all the same. */
  disabled?: boolean
  kind?: 'main' | 'second' | 'danger' | 'plain'
}

/** A button that cannot be pressed twice: while `onPress`'s promise is open it is busy by itself. */
export function Button({
  text,
  onPress,
  busyText,
  busy = false,
  disabled = false,
  kind = 'main',
}: ButtonProps) {
  const [working, setWorking] = useState(false)
  const locked = useRef(false)
  const there = useRef(true)
  useEffect(() => {
    there.current = true
    return () => {
      there.current = false
    }
  }, [])
  const shown = busy || working
  const press = async () => {
    if (locked.current || shown || disabled) return
    locked.current = true
    try {
      const work = onPress()
      if (work instanceof Object && 'then' in work) {
        setWorking(true)
        await work
      }
    } finally {
      locked.current = false
      if (there.current) setWorking(false)
    }
  }
  return (
    <View
      className={names('button', kind !== 'main' && `button-${kind}`, (shown || disabled) && 'button-off')}
      onClick={press}
      {...say('button', shown ? (busyText ?? `${text}，请稍候`) : text, { disabled: shown || disabled })}
    >
      <View>{shown ? <View className="spin" /> : null}</View>
      <Text>{shown ? (busyText ?? `${text}…`) : text}</Text>
    </View>
  )
}

export interface BarButtonProps extends ButtonProps {
  /** At its left, smaller. */
  second?: ButtonProps
  /** One line above: what is still missing. */
  note?: ReactNode
  /** One line above, red: why it was refused. */
  error?: string | undefined
}

/** The main button, fixed at the bottom within the thumb's reach. Give it to `<Page bar>`. */
export function BarButton({ second, note, error, ...main }: BarButtonProps) {
  return (
    <View className="bar">
      <View>
        {error || note ? (
          <Text className={names('bar-note', error !== undefined && 'bar-error')}>{error ?? note}</Text>
        ) : null}
      </View>
      <View className="bar-row">
        {second ? <Button kind="second" {...second} /> : null}
        <Button {...main} />
      </View>
    </View>
  )
}
