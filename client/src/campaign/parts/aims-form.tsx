import { countedBy, ownerName, type TargetMeasure, targetMeasures, targetWarning } from '@domain/campaign'
import { Picker, Text, View } from '@tarojs/components'
import { Button, Card, DateField, Field, Framed } from '@/components'

export interface DraftAim {
  id: string
  name: string
  count: string
  /** Undefined while nothing or no whole number is typed. */
  wanted?: number | undefined
  measure: TargetMeasure | 'told'
  owner: string
  due: string
}

interface AimsFormProps {
  title: string
  /** `t` for targets, `p` for a plan's tasks. */
  kind: 't' | 'p'
  aims: readonly DraftAim[]
  onChange: (aims: DraftAim[]) => void
  /** Last day of the campaign. */
  last: string
  /** Who may answer for one; without it the owner is written. */
  owners?: readonly string[]
  errors: Record<string, string>
  error?: string | undefined
}

const ways = ['told', ...targetMeasures] as const

/** Aims in numbers: what, how many, counted how, by whom, until when. */
export function AimsForm({ title, kind, aims, onChange, last, owners, errors, error }: AimsFormProps) {
  const put = (id: string, change: Partial<DraftAim>) =>
    onChange(aims.map(aim => (aim.id === id ? { ...aim, ...change } : aim)))
  const noun = kind === 't' ? '目标' : '任务'
  const add = () =>
    onChange([
      ...aims,
      {
        // An id is never used twice: what was told under it would stand for another aim.
        id: `${kind}${Date.now().toString(36)}`,
        name: '',
        count: '家',
        measure: 'told',
        owner: owners?.[0] ?? '',
        due: last,
      },
    ])
  return (
    <Card title={title} more={`${aims.length}项`}>
      {aims.map((aim, at) => (
        <View key={aim.id} className="part">
          <Field
            label={`${noun}${at + 1}`}
            required
            maxlength={60}
            defaultValue={aim.name}
            error={errors[`${at}.name`]}
            onChange={name => put(aim.id, { name })}
          />
          <View className="tool-two">
            <Field
              label={`数量${at + 1}`}
              required
              type="number"
              maxlength={7}
              defaultValue={aim.wanted === undefined ? '' : String(aim.wanted)}
              error={errors[`${at}.wanted`]}
              onChange={text => put(aim.id, { wanted: /^\d+$/.test(text) ? Number(text) : undefined })}
            />
            <Field
              label={`计量单位${at + 1}`}
              required
              maxlength={6}
              defaultValue={aim.count}
              error={errors[`${at}.count`]}
              onChange={count => put(aim.id, { count })}
            />
          </View>
          <Pick
            label={`怎么计数${at + 1}`}
            options={ways}
            say={countedBy}
            value={aim.measure}
            hint={
              targetWarning(aim.measure) ??
              (aim.measure === 'told' ? '由责任单位在动态里填数' : '按专项行动期间的记录自动计数')
            }
            onChange={measure => put(aim.id, { measure })}
          />
          {owners ? (
            <Pick
              label={`责任单位${at + 1}`}
              options={owners}
              say={ownerName}
              value={aim.owner}
              error={errors[`${at}.owner`]}
              onChange={owner => put(aim.id, { owner })}
            />
          ) : (
            <Field
              label={`责任人${at + 1}`}
              required
              maxlength={40}
              placeholder="股室、所队或姓名"
              defaultValue={aim.owner}
              error={errors[`${at}.owner`]}
              onChange={owner => put(aim.id, { owner })}
            />
          )}
          <DateField
            label={`完成期限${at + 1}`}
            required
            value={aim.due}
            error={errors[`${at}.due`]}
            onChange={due => put(aim.id, { due })}
          />
          <Button
            kind="plain"
            text={`删去${aim.name || `${noun}${at + 1}`}`}
            onPress={() => onChange(aims.filter(({ id }) => id !== aim.id))}
          />
        </View>
      ))}
      <View>{error ? <Text className="field-error">{error}</Text> : null}</View>
      <Button kind="second" text={`添加一项${noun}`} onPress={add} />
    </Card>
  )
}

interface PickProps<V extends string> {
  label: string
  options: readonly V[]
  say: (value: V) => string
  value: V
  onChange: (value: V) => void
  hint?: string
  error?: string | undefined
}

/** One of many, from the system's wheel. */
function Pick<V extends string>({ label, options, say, value, onChange, hint, error }: PickProps<V>) {
  return (
    <Framed label={label} error={error} {...(hint ? { hint } : {})}>
      <Picker
        mode="selector"
        range={options.map(say)}
        value={Math.max(0, options.indexOf(value))}
        onChange={event => onChange(options[Number(event.detail.value)] as V)}
        aria-label={label}
      >
        <View className="field-box">
          <Text>{say(value)}</Text>
        </View>
      </Picker>
    </Framed>
  )
}
