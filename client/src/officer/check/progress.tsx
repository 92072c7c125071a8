import { ScrollView, Text, View } from '@tarojs/components'
import { names, say, tell } from '@/components'
import { type Sheet, useSheet } from './sheet'

export const END = '签名'

/** 14/22, and 其余都符合 for all that is not answered. */
function Progress({ sheet, onAll }: { sheet: Sheet; onAll: () => void }) {
  const done = useSheet(sheet, () => sheet.items.length - sheet.open().length)
  const swept = useSheet(sheet, () => sheet.filled.swept.length > 0)
  const press = () => {
    if (swept) {
      sheet.unsweep()
      return tell('已撤销')
    }
    const count = sheet.sweep(sheet.items)
    // Those whose quick test is suspicious are left to him.
    const left = sheet.open().length
    tell(left ? `已记${count}项符合，快检可疑的${left}项请您判断` : `已记${count}项符合`)
    onAll()
  }
  const all = sheet.items.length
  return (
    <View className="progress">
      <Text className="progress-count">
        {done}/{all}
      </Text>
      <Text className="progress-word">项</Text>
      <View className="progress-space" />
      <View>
        {done < all || swept ? (
          <View
            className={names('progress-all', swept && 'progress-undo')}
            onClick={press}
            {...say('button', swept ? '撤销“其余都符合”' : '其余都符合')}
          >
            <Text>{swept ? '撤销“其余都符合”' : '其余都符合'}</Text>
          </View>
        ) : null}
      </View>
    </View>
  )
}

function Tab({
  sheet,
  group,
  on,
  onPress,
}: {
  sheet: Sheet
  group: string
  on: boolean
  onPress: () => void
}) {
  const rows = sheet.in(group)
  // Two marks, not a count: a count would be sent again with each answer.
  const full = useSheet(sheet, () => rows.length > 0 && sheet.open(rows).length === 0)
  const found = useSheet(sheet, () => rows.filter(row => sheet.given(row.id).result === '不符合').length)
  // A blank, not nothing: a text that comes is sent as a node, one that changes as its letters.
  const mark = found ? `${found}项` : full ? '✓' : ' '
  // WeChat reads the text itself; a label would be sent again with the mark.
  const spoken =
    process.env.TARO_ENV === 'weapp'
      ? undefined
      : `${group}${found ? `，${found}项不符合` : full ? '，已完成' : ''}${on ? '，正在填写' : ''}`
  return (
    <View
      id={`tab-${group}`}
      className={names('tab', on && 'tab-on')}
      onClick={onPress}
      {...say('button', spoken)}
    >
      <Text>{group}</Text>
      <Text className={found ? 'tab-found' : 'tab-full'}>{mark}</Text>
    </View>
  )
}

export interface TabsProps {
  sheet: Sheet
  at: string
  onGo: (group: string) => void
}

/** Stays at the top while the items scroll below it. */
export function Tabs({ sheet, at, onGo }: TabsProps) {
  return (
    <View className="tabs" id="tabs">
      <Progress sheet={sheet} onAll={() => onGo(END)} />
      <ScrollView className="tabs-line" scrollX scrollIntoView={`tab-${at}`} enhanced showScrollbar={false}>
        <View className="tabs-row">
          {[...sheet.groups, END].map(group => (
            <Tab key={group} sheet={sheet} group={group} on={group === at} onPress={() => onGo(group)} />
          ))}
        </View>
      </ScrollView>
    </View>
  )
}

/** At the end of a group: 其余都符合 and on, or on to the next. */
export function GroupEnd({ sheet, at, onGo }: TabsProps) {
  const rows = sheet.in(at)
  const open = useSheet(sheet, () => sheet.open(rows).length > 0)
  const next = () => sheet.groups.find(group => group !== at && sheet.open(sheet.in(group)).length > 0) ?? END
  const words = useSheet(sheet, () =>
    open
      ? sheet.open(rows).length === rows.length
        ? '本组都符合'
        : '本组其余都符合'
      : next() === END
        ? '去签名'
        : '下一组',
  )
  const press = () => {
    if (open) sheet.sweep(rows)
    onGo(next())
  }
  return (
    // Its text is its name: a label beside it would be sent again with the first and last answer of a group.
    <View className="button button-second" onClick={press} {...say('button')}>
      {words}
    </View>
  )
}
