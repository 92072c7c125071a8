import { type Day, daysBetween, writtenDay } from '@domain/calendar'
import { serialOf, weekdayAt } from '@domain/calendar/serial'
import { type ClockAnswer, type Deadline, deadlineOf, spokenPeriod } from '@domain/clocks'
import { Text, View } from '@tarojs/components'
import { Card, Days, Row, Tag } from '@/components'
import { Sure } from '@/components/sure'

const weekday = (day: Day) => `星期${'一二三四五六日'[weekdayAt(serialOf(day) ?? 0)]}`

interface AnswerProps {
  answer: ClockAnswer
  today: Day
  event: Day
  onInstead: (deadline: Deadline) => void
}

/** The legal day with its reason, or why there is none. */
export function Answer({ answer, today, event, onInstead }: AnswerProps) {
  if (!answer.ok) {
    const instead = answer.instead ? deadlineOf(answer.instead) : undefined
    return (
      <Card tone="amber" title="不能算出日期">
        <Text>{answer.trouble.message}</Text>
        {instead ? (
          <Row
            label={`改用${instead.instrument}`}
            hint={`${instead.article}，${spokenPeriod(instead)}`}
            onPress={() => onInstead(instead)}
          />
        ) : null}
      </Card>
    )
  }
  const { deadline, day, time, why, article, provisional, doubts } = answer
  const left = daysBetween(today, day)
  return (
    <Card {...(provisional ? { tone: 'amber' as const } : {})}>
      {deadline.waits ? (
        <View>
          <Text className="tool-day">{writtenDay(day)}</Text>
          <Text className="tool-note">
            {weekday(day)}，
            {left < 0 ? `已期满 ${-left} 天` : left === 0 ? '今天期满' : `还有 ${left} 天期满`}
          </Text>
        </View>
      ) : (
        <Days
          left={left}
          total={Math.max(daysBetween(event, day), 1)}
          until={`${weekday(day)}${time ?? ''}，${time ? '此前' : '当日'}仍在期限内`}
        >
          <Text className="tool-day">{writtenDay(day)}</Text>
        </Days>
      )}
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
