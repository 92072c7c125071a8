import { Input, Picker, Text, Textarea, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { inputName, names } from './names'

export interface FramedProps {
  label: string
  /** A sentence below: what belongs here. */
  hint?: string
  /** A sentence below, red: what is wrong. */
  error?: string | undefined
  /** Marks it 必填. */
  required?: boolean
}

/** Label above, sentence below; the frame of every field, also for a Choice or Chips of a form. */
export function Framed({ label, hint, error, required, children }: FramedProps & { children: ReactNode }) {
  return (
    <View className={names('field', error !== undefined && 'field-bad')}>
      <Text className="field-label">
        {label}
        {required ? <Text className="field-need"> 必填</Text> : null}
      </Text>
      {children}
      <View>
        {error ? <Text className="field-error">{error}</Text> : null}
        {!error && hint ? <Text className="field-hint">{hint}</Text> : null}
      </View>
    </View>
  )
}

export interface FieldProps extends FramedProps {
  /** What it starts with. The field keeps what is typed itself: what you keep in `onChange` need not render. */
  defaultValue?: string
  onChange: (value: string) => void
  type?: 'text' | 'number' | 'digit' | 'idcard'
  placeholder?: string
  maxlength?: number
  /** Behind the value: Ω/km. */
  unit?: string
  onConfirm?: (value: string) => void
  focus?: boolean
}

/** One line of text or a number. */
export function Field(props: FieldProps) {
  const {
    defaultValue,
    onChange,
    type = 'text',
    placeholder,
    maxlength = 100,
    unit,
    onConfirm,
    focus,
  } = props
  // Held in state once, so that React never sends it again.
  const [first] = useState(defaultValue ?? '')
  return (
    <Framed {...props}>
      <View className="field-box">
        <Input
          className="field-input"
          type={type}
          {...(process.env.TARO_ENV === 'weapp' ? { value: first } : { defaultValue: first })}
          placeholder={placeholder ?? ''}
          maxlength={maxlength}
          onInput={event => onChange(event.detail.value)}
          {...(onConfirm
            ? { onConfirm: (event: { detail: { value: string } }) => onConfirm(event.detail.value) }
            : {})}
          {...(focus ? { focus } : {})}
          {...inputName(props.label)}
        />
        {unit ? <Text className="field-unit">{unit}</Text> : null}
      </View>
    </Framed>
  )
}

export type TextAreaProps = Omit<FieldProps, 'type' | 'unit' | 'onConfirm' | 'focus'>

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { defaultValue, onChange, placeholder, maxlength = 500 } = props
  const [first] = useState(defaultValue ?? '')
  return (
    <Framed {...props}>
      <View className="field-box">
        <Textarea
          className="field-area"
          {...(process.env.TARO_ENV === 'weapp' ? { value: first } : { defaultValue: first })}
          placeholder={placeholder ?? ''}
          maxlength={maxlength}
          autoHeight
          onInput={event => onChange(event.detail.value)}
          {...inputName(props.label)}
        />
      </View>
    </Framed>
  )
}

export interface DateFieldProps extends FramedProps {
  /** `2026-07-28`, or '' for none yet. */
  value: string
  onChange: (day: string) => void
  start?: string
  end?: string
}

/** A day, chosen from the system's wheel. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, start = '2020-01-01', end = '2099-12-31', label } = props
  const said = value ? value.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') : '请选择'
  return (
    <Framed {...props}>
      <Picker
        mode="date"
        value={value}
        start={start}
        end={end}
        onChange={event => onChange(event.detail.value)}
        aria-label={label}
      >
        <View className="field-box">
          <Text className={value ? '' : 'field-empty'}>{said}</Text>
        </View>
      </Picker>
    </Framed>
  )
}
