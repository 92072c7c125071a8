import { dayOf, spokenDay, timeOf, writtenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type OutputOf, useCall } from '@/cloud'
import { BarButton, Card, Page, Row, Tag, tell, useRefresh } from '@/components'

type Sheet = OutputOf<'term.dailySheet'>
type Line = Sheet['people'][number]['lines'][number]

/** 每日清单: what of a unit or team is overdue or ends today or tomorrow, by person; to be copied, sent or printed. */
export default function SheetPage() {
  const { unit = '', team } = useRouter().params
  const query = useCall('term.dailySheet', { unit, ...(team ? { team } : {}) }, { keep: true })
  useRefresh(query)
  const sheet = query.data
  const copy = async () => {
    if (!sheet) return
    await Taro.setClipboardData({ data: textOf(sheet) })
    tell('已复制，可以粘贴到微信群或文档')
  }
  return (
    <Page
      query={query}
      {...(sheet
        ? {
            headline: `${sheet.name}每日清单`,
            under: `${writtenDay(sheet.today)} · ${spokenDay(dayOf(sheet.madeAt))} ${timeOf(sheet.madeAt)}生成`,
          }
        : {})}
      empty={({ people }) =>
        people.length === 0 && { title: '今天和明天没有到期的事', text: '也没有已经超期的。' }
      }
      bar={
        sheet?.people.length ? (
          <BarButton
            text="复制成文字"
            onPress={copy}
            {...(process.env.TARO_ENV === 'h5'
              ? { second: { text: '打印', onPress: () => window.print() } }
              : {})}
          />
        ) : undefined
      }
    >
      {({ people, cut }) => (
        <>
          {people.map(one => (
            <Card key={`${one.name}${one.duty}`} title={one.name} more={`${one.duty} ${one.lines.length} 件`}>
              {one.lines.map(line => (
                <Row
                  key={`${line.title}${line.due}`}
                  label={line.title}
                  hint={`${spokenDay(line.due)}${line.provisional ? '（暂定）' : ''}${line.paused ? ' · 已中止计时' : ''}${line.asks ? ' · 有延期或中止申请待批' : ''}`}
                  value={<Tag word={wordOf(line)} tone={line.left < 0 ? 'red' : 'amber'} />}
                />
              ))}
            </Card>
          ))}
          <View>{cut ? <Text className="row-hint">太多了，只列出最急的200件。</Text> : null}</View>
        </>
      )}
    </Page>
  )
}

const wordOf = ({ left }: Line): string =>
  left < 0 ? `已超期 ${-left} 天` : left === 0 ? '今天到期' : '明天到期'

/** The sheet as plain text, for a group, a document or a printer. */
function textOf({ name, today, people }: Sheet): string {
  const body = people.flatMap(one => [
    `【${one.name}】${one.duty}`,
    ...one.lines.map(
      (line, i) =>
        `${i + 1}. ${line.title}：${wordOf(line)}（${spokenDay(line.due)}）${line.paused ? '，已中止计时' : ''}`,
    ),
    '',
  ])
  return [`${name}每日清单 ${writtenDay(today)}`, '', ...body].join('\n').trim()
}
