import { addDays, type Day, dayOf } from '@domain/calendar'
import { type ClockOptions, clock, type Deadline, spokenPeriod } from '@domain/clocks'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Choice, DateField, Field, Row } from '@/components'
import { Answer } from './answer'

/** What the person has told so far. */
export interface Known {
  event: Day
  /** Of the complaint or report, where it chooses the rule set. */
  received?: Day
}

interface CountedProps {
  deadline: Deadline
  days: Known
  onDays: (days: Known) => void
  onChange: (deadline: Deadline) => void
  onBack: () => void
}

/** One period: from which day it runs, what lengthens it, and the legal day. */
export function Counted({ deadline, days, onDays, onChange, onBack }: CountedProps) {
  const { event, received } = days
  const today = dayOf(Date.now())
  const [time, setTime] = useState('')
  const [extended, setExtended] = useState(false)
  const [out, setOut] = useState<{ from: Day; to: Day }>()
  // The day of receipt chooses between the two rule sets on complaints, whatever the period runs from.
  const asksReceipt = (deadline.from ?? deadline.to) !== undefined && !deadline.eventIs
  const options: ClockOptions = {
    ...(extended ? { extended } : {}),
    ...(out ? { notCounted: [out] } : {}),
    // Half a time is none yet.
    ...(/^\d{1,2}[:：]\d{2}$/.test(time.trim()) ? { time: time.trim().replace('：', ':') } : {}),
    ...(asksReceipt && received ? { received } : {}),
  }
  const answer = clock(deadline.id, event, options)
  return (
    <>
      <Card>
        <Row label={deadline.action} value={spokenPeriod(deadline)} />
        <DateField
          label={`${deadline.event}的日期`}
          value={event}
          start="2015-01-01"
          end="2050-12-31"
          onChange={day => onDays({ ...days, event: day })}
        />
        <View>
          {asksReceipt ? (
            <DateField
              label="收到投诉、举报的日期"
              hint="决定适用新规定还是旧规定，不填按上面的日期"
              value={received ?? ''}
              start="2015-01-01"
              end={event}
              onChange={day => onDays({ ...days, received: day })}
            />
          ) : null}
          {deadline.unit === 'h' ? (
            <Field label="几点几分" placeholder="如 09:30" maxlength={5} onChange={setTime} />
          ) : null}
          {deadline.extension && deadline.extension.unit !== 'none' ? (
            <View className="tool-field">
              <Text className="field-label">是否批准延长（{deadline.extension.by}）</Text>
              <Choice
                label="是否批准延长"
                options={[
                  { value: 'no', label: '没有延长' },
                  { value: 'yes', label: '已批准延长' },
                ]}
                value={extended ? 'yes' : 'no'}
                onChange={value => setExtended(value === 'yes')}
              />
            </View>
          ) : null}
          {deadline.notCounted ? (
            <NotCounted words={deadline.notCounted} event={event} out={out} onOut={setOut} />
          ) : null}
        </View>
      </Card>
      <Answer answer={answer} today={today} event={event} onInstead={onChange} />
      <Card>
        <Row label="换一个期限" onPress={onBack} />
      </Card>
    </>
  )
}

interface NotCountedProps {
  words: string
  event: Day
  out: { from: Day; to: Day } | undefined
  onOut: (out: { from: Day; to: Day } | undefined) => void
}

/** Time the law leaves out of the count, e.g. testing. */
function NotCounted({ words, event, out, onOut }: NotCountedProps) {
  return (
    <View className="tool-field">
      <Text className="field-label">不计入期限的时间：{words}</Text>
      <Choice
        label="有没有不计入的时间"
        options={[
          { value: 'no', label: '没有' },
          { value: 'yes', label: '有，扣除' },
        ]}
        value={out ? 'yes' : 'no'}
        onChange={value =>
          onOut(value === 'yes' ? { from: addDays(event, 1), to: addDays(event, 1) } : undefined)
        }
      />
      <View>
        {out ? (
          <View className="tool-two">
            <DateField label="从" value={out.from} start={event} onChange={from => onOut({ ...out, from })} />
            <DateField label="到" value={out.to} start={event} onChange={to => onOut({ ...out, to })} />
          </View>
        ) : null}
      </View>
    </View>
  )
}
