import { writtenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import { Paper } from '@/components'
import { NoticePaper } from '@/components/notice-paper'
import type { Approval } from './approval'

/** The paper itself, as it will be printed. */
export function PaperText({ approval }: { approval: Approval }) {
  const { content, bureau, number, numberedOn } = approval
  const shown = number ?? '（批准后编号）'
  if (content.form === 'notice')
    return (
      <NoticePaper
        bureau={bureau}
        enterpriseName={content.enterpriseName}
        demands={content.demands}
        deadline={content.deadline}
        number={shown}
        numberedOn={numberedOn}
        sealed={false}
      />
    )
  return (
    <Paper
      authority={bureau}
      title={content.title}
      number={shown}
      text={[]}
      {...(numberedOn ? { date: writtenDay(numberedOn) } : {})}
    >
      {content.rows.map(({ label, lines }) => (
        <View key={label}>
          <Text className="filed-label">{label}</Text>
          {lines.map((line, at) => (
            <Text key={at} className="filed-line">
              {line}
            </Text>
          ))}
        </View>
      ))}
    </Paper>
  )
}
