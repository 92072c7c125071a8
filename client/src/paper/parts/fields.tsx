import { dayOf, timeOf } from '@domain/calendar'
import type { Amount, Column, FieldValue, Named, Field as PaperField, Row } from '@domain/papers'
import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Chips, DateField, Field, Framed, say, TextArea } from '@/components'
import type { Colleague } from '@/components/colleague'

export interface FieldProps {
  field: PaperField
  value: FieldValue | undefined
  error: string | undefined
  /** Officers who can be named: who writes first, then the colleagues. */
  officers: readonly Colleague[]
  onChange: (value: FieldValue | undefined) => void
}

const LONG = 100
const LINES = '每行写一项'

/** One field of a paper, by what it holds. It keeps what is typed itself and begins with what was known. */
export function PaperFieldInput({ field, value, error, officers, onChange }: FieldProps) {
  const frame = {
    label: field.label,
    ...(field.optional ? {} : { required: true }),
    ...(error ? { error } : {}),
  }
  switch (field.type) {
    case 'words': {
      const common = {
        ...frame,
        maxlength: field.max,
        defaultValue: (value as string) ?? '',
        onChange: (text: string) => onChange(text.trim() ? text : undefined),
      }
      // Names and addresses are longer than a line of a phone.
      return field.max >= LONG ? (
        <View className="wraps">
          <TextArea {...common} />
        </View>
      ) : (
        <Field {...common} />
      )
    }
    case 'prose':
      return (
        <TextArea
          {...frame}
          maxlength={field.max}
          defaultValue={(value as string) ?? ''}
          onChange={text => onChange(text.trim() ? text : undefined)}
        />
      )
    case 'list':
      return (
        <TextArea
          {...frame}
          hint={LINES}
          maxlength={field.most * field.max}
          defaultValue={((value as string[]) ?? []).join('\n')}
          onChange={text => onChange(linesIn(text))}
        />
      )
    case 'day':
      return (
        <Held first={(value as string) ?? ''} onChange={onChange}>
          {(day, set) => <DateField {...frame} value={day} onChange={set} />}
        </Held>
      )
    case 'moment':
      return <Moment frame={frame} value={value as number | undefined} onChange={onChange} />
    case 'amount':
      return (
        <AmountInput {...frame} units={field.units} value={value as Amount | undefined} onChange={onChange} />
      )
    case 'choice':
      return (
        <Held
          first={[value ?? []].flat() as string[]}
          onChange={chosen => onChange(field.many ? orNothing(chosen) : chosen[0])}
        >
          {(chosen, set) => (
            <Framed {...frame}>
              <Chips
                label={field.label}
                single={!field.many}
                options={field.options.map(option => ({ value: option, label: option }))}
                value={chosen}
                onChange={set}
              />
            </Framed>
          )}
        </Held>
      )
    case 'people':
      return field.certificate ? (
        <Held first={(value as Named[]) ?? []} onChange={all => onChange(orNothing(all))}>
          {(chosen, set) => (
            <Framed {...frame} {...(field.least > 1 ? { hint: `至少${field.least}人` } : {})}>
              <Officers label={field.label} officers={officers} chosen={chosen} onChange={set} />
            </Framed>
          )}
        </Held>
      ) : (
        <TextArea
          {...frame}
          hint="每行写一个人的姓名"
          defaultValue={((value as Named[]) ?? []).map(({ name }) => name).join('\n')}
          onChange={text => onChange(linesIn(text)?.map(name => ({ name })))}
        />
      )
    case 'table':
      return <Table frame={frame} field={field} rows={(value as Row[]) ?? []} onChange={onChange} />
  }
}

const linesIn = (text: string): string[] | undefined =>
  orNothing(
    text
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  )

const orNothing = <T,>(all: T[]): T[] | undefined => (all.length ? all : undefined)

/** Keeps what is chosen here, so that only this field is drawn again. */
function Held<T>(props: {
  first: T
  onChange: (value: T) => void
  children: (value: T, set: (next: T) => void) => React.ReactElement
}) {
  const [value, setValue] = useState(props.first)
  return props.children(value, next => {
    setValue(next)
    props.onChange(next)
  })
}

interface Frame {
  label: string
  required?: boolean
  error?: string
}

function Moment({
  frame,
  value,
  onChange,
}: {
  frame: Frame
  value: number | undefined
  onChange: FieldProps['onChange']
}) {
  const [day, setDay] = useState(value === undefined ? '' : dayOf(value))
  const [time, setTime] = useState(value === undefined ? '' : timeOf(value))
  const put = (onDay: string, atTime: string) => {
    setDay(onDay)
    setTime(atTime)
    onChange(onDay && atTime ? Date.parse(`${onDay}T${atTime}:00+08:00`) : undefined)
  }
  return (
    <View className="moment">
      <DateField {...frame} value={day} onChange={next => put(next, time)} />
      <Picker
        mode="time"
        value={time}
        onChange={event => put(day, event.detail.value)}
        aria-label={`${frame.label}，时分`}
      >
        <View className="field-box">
          <Text className={time ? '' : 'field-empty'}>{time || '几时几分'}</Text>
        </View>
      </Picker>
    </View>
  )
}

interface AmountProps extends Frame {
  units: readonly string[]
  value: Amount | undefined
  onChange: (value: Amount | undefined) => void
}

function AmountInput({ units, value, onChange, ...frame }: AmountProps) {
  const [held, setHeld] = useState<Amount>(value ?? { value: '', unit: units[0] ?? '' })
  const put = (next: Amount) => {
    setHeld(next)
    onChange(next.value.trim() ? next : undefined)
  }
  const [only] = units
  return (
    <View>
      <Field
        {...frame}
        type="digit"
        maxlength={20}
        {...(units.length === 1 && only ? { unit: only } : {})}
        defaultValue={held.value}
        onChange={text => put({ ...held, value: text })}
      />
      <View>
        {units.length > 1 ? (
          <Chips
            label={`${frame.label}的单位`}
            single
            options={units.map(unit => ({ value: unit, label: unit }))}
            value={[held.unit]}
            onChange={([unit]) => unit && put({ ...held, unit })}
          />
        ) : null}
      </View>
    </View>
  )
}

/** Officers with their certificates, by name; one on the paper who is not of this bureau stays. */
function Officers(props: {
  label: string
  officers: readonly Colleague[]
  chosen: readonly Named[]
  onChange: (chosen: Named[]) => void
}) {
  const known = props.officers.filter(({ certificate }) => certificate)
  const others = props.chosen.filter(one => !known.some(({ certificate }) => certificate === one.certificate))
  const all: Named[] = [...known.map(({ name, certificate }) => ({ name, certificate })), ...others]
  return (
    <Chips
      label={props.label}
      options={all.map(({ name, certificate = '' }) => ({ value: certificate, label: name }))}
      value={props.chosen.map(({ certificate = '' }) => certificate)}
      onChange={chosen => props.onChange(all.filter(({ certificate = '' }) => chosen.includes(certificate)))}
    />
  )
}

interface TableProps {
  frame: Frame
  field: Extract<PaperField, { type: 'table' }>
  rows: Row[]
  onChange: FieldProps['onChange']
}

/** Rows one below the other: a phone is too narrow for columns. */
function Table({ frame, field, rows, onChange }: TableProps) {
  // A row has a mark of its own, so that taking one out does not move what is typed in the others.
  const [held, setHeld] = useState(() => (rows.length ? rows : [{}]).map((row, at) => ({ at, row })))
  const put = (next: typeof held) => {
    setHeld(next)
    onChange(orNothing(next.map(({ row }) => row).filter(row => Object.keys(row).length > 0)))
  }
  const change = (at: number, column: Column, cell: string | Amount | undefined) =>
    put(
      held.map(one => {
        if (one.at !== at) return one
        const { [column.id]: _old, ...rest } = one.row
        return { at, row: cell === undefined ? rest : { ...rest, [column.id]: cell } }
      }),
    )
  return (
    <Framed {...frame}>
      {held.map(({ at, row }, place) => (
        <View key={at} className="table-row">
          <View className="table-head">
            <Text>第 {place + 1} 行</Text>
            <View>
              {held.length > 1 ? (
                <View
                  className="table-out"
                  onClick={() => put(held.filter(one => one.at !== at))}
                  {...say('button', `删去第${place + 1}行`)}
                >
                  <Text>删去</Text>
                </View>
              ) : null}
            </View>
          </View>
          {field.columns.map(column =>
            column.type === 'amount' ? (
              <AmountInput
                key={column.id}
                label={column.label}
                units={column.units}
                value={row[column.id] as Amount | undefined}
                onChange={cell => change(at, column, cell)}
              />
            ) : (
              <Field
                key={column.id}
                label={column.label}
                maxlength={column.max}
                {...(column.optional ? {} : { required: true })}
                defaultValue={(row[column.id] as string) ?? ''}
                onChange={text => change(at, column, text.trim() ? text : undefined)}
              />
            ),
          )}
        </View>
      ))}
      <View>
        {held.length < field.most ? (
          <Button
            kind="plain"
            text="＋ 添加一行"
            onPress={() => put([...held, { at: Math.max(...held.map(one => one.at)) + 1, row: {} }])}
          />
        ) : null}
      </View>
    </Framed>
  )
}
