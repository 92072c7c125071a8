import { addDays, type Day, dayOf, daysBetween, writtenDay } from '@domain/calendar'
import {
  type ClockAnswer,
  type ClockOptions,
  clock,
  type Deadline,
  deadlineOf,
  deadlines,
} from '@domain/clocks'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Choice, DateField, Days, Field, Page, Row, Tag } from '@/components'
import { Sure } from '@/components/sure'
import { Tools } from '@/components/tools'
import '../index.scss'

// What a county bureau counts every week; the rest is found by field.
const usual = ['C-ACCEPT', 'R-VERIFY', 'P-VERIFY', 'P-EVID-7', 'P-SEIZE', 'P-DECIDE', 'SP-OBJ', 'SP-RECT']
const areas = Array.from(new Set(deadlines.map(({ area }) => area)))

const units: Record<string, string> = { wd: '个工作日', cd: '日', h: '小时', month: '个月', year: '年' }

/** `15个工作日`; the words of a deadline that has no number. */
const lengthOf = ({ amount, unit, back }: Deadline): string =>
  unit in units ? `${back ? '提前' : ''}${amount}${units[unit]}` : ''

/** 速查, 算期限: an event and a day lead to the legal day, with the reason for it. It calls nobody. */
export default function Deadlines() {
  return (
    <Page>
      <Tools at="deadline" />
      <View className="tool">
        <Chooser />
      </View>
    </Page>
  )
}

function Chooser() {
  const [area, setArea] = useState<string>()
  const [chosen, setChosen] = useState<Deadline>()
  if (chosen) return <Counted deadline={chosen} onBack={() => setChosen(undefined)} />
  return (
    <>
      <Card title="从哪件事算起">
        {usual.map(id => {
          const one = deadlineOf(id)
          return one ? <Period key={id} one={one} onPress={() => setChosen(one)} /> : null
        })}
      </Card>
      <Card title="其他期限">
        {areas.map(name => {
          const listed = deadlines.filter(one => one.area === name && one.unit !== 'rule')
          return (
            <View key={name}>
              <Row
                label={name}
                value={`${listed.length} 项`}
                onPress={() => setArea(area === name ? undefined : name)}
              />
              <View className="tool-inner">
                {area === name
                  ? listed.map(one => <Period key={one.id} one={one} onPress={() => setChosen(one)} />)
                  : null}
              </View>
            </View>
          )
        })}
      </Card>
    </>
  )
}

function Period({ one, onPress }: { one: Deadline; onPress: () => void }) {
  return (
    <Row
      label={one.event}
      hint={one.action}
      value={lengthOf(one)}
      spoken={`${one.event}，${one.action}，${lengthOf(one)}`}
      onPress={onPress}
    />
  )
}

function Counted({ deadline, onBack }: { deadline: Deadline; onBack: () => void }) {
  const today = dayOf(Date.now())
  const [event, setEvent] = useState<Day>(today)
  const [time, setTime] = useState('')
  const [extended, setExtended] = useState(false)
  const [out, setOut] = useState<{ from: Day; to: Day }>()
  const options: ClockOptions = {
    ...(extended ? { extended } : {}),
    ...(out ? { notCounted: [out] } : {}),
    ...(time.trim() ? { time: time.trim() } : {}),
  }
  const answer = clock(deadline.id, event, options)
  return (
    <>
      <Card>
        <Row label={deadline.action} value={lengthOf(deadline)} />
        <DateField
          label={deadline.event}
          value={event}
          start="2015-01-01"
          end="2050-12-31"
          onChange={setEvent}
        />
        <View>
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
      <Answer answer={answer} today={today} event={event} />
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

const WEEK = '日一二三四五六'
const weekday = (day: Day) => `星期${WEEK[(daysBetween('1970-01-01', day) + 4) % 7]}`

function Answer({ answer, today, event }: { answer: ClockAnswer; today: Day; event: Day }) {
  if (!answer.ok)
    return (
      <Card tone="amber" title="不能算出日期">
        <Text>{answer.trouble.message}</Text>
      </Card>
    )
  const { deadline, day, time, why, article, provisional, doubts } = answer
  return (
    <Card {...(provisional ? { tone: 'amber' as const } : {})}>
      <Days
        left={daysBetween(today, day)}
        total={Math.max(daysBetween(event, day), 1)}
        until={`${weekday(day)}${time ? ` ${time}` : ''}${deadline.waits ? '期满' : deadline.back ? '' : '前'}`}
      >
        <Text className="tool-day">{writtenDay(day)}</Text>
      </Days>
      <View className="tool-said">{provisional ? <Tag tone="amber" word="暂定" /> : null}</View>
      <Text className="tool-words">{why}</Text>
      {doubts.map(words => (
        <Text key={words} className="tool-note tone-amber">
          ▲ {words}
        </Text>
      ))}
      <Row label="依据" hint={article} value={<Sure level={deadline.confidence} />} />
      {deadline.remark ? <Text className="row-hint">{deadline.remark}</Text> : null}
    </Card>
  )
}
