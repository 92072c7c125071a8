import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useMemo, useState } from 'react'
import { type ContentOf, KEPT, outbox, putAnswer, useCall, useDraft, useSend } from '@/cloud'
import { ask, BarButton, Page, Skeleton, say, tell } from '@/components'
import { likely, rememberColleague } from '@/components/colleague'
import { leave } from '@/components/leave'
import { momentOf } from '@/components/times'
import { canBeOrdered, contentOf, filledFrom, missingIn, type Prepared, recordOf, type Spot } from './content'
import { End } from './end'
import { Head } from './head'
import { Item } from './item'
import { END, GroupEnd, Tabs } from './progress'
import { emptySheet, type Filled, Sheet } from './sheet'
import './index.scss'

function begin(prepared: Prepared, item: string | undefined): Filled {
  const refused = item && outbox.items.find(one => one.id === item)?.content
  if (refused) return filledFrom(refused as ContentOf<'inspection.submit'>)
  return { ...emptySheet(), colleague: likely(prepared.colleagues) }
}

const scrollTo = (id: string) =>
  // The node of a group just chosen is there after the next render.
  setTimeout(
    () => Taro.pageScrollTo({ selector: `#${id}`, duration: 200, offsetTop: id === 'tabs' ? 0 : -140 }),
    60,
  )

interface CheckProps {
  prepared: Prepared
  item: string | undefined
  /** Puts an empty sheet in place of this one. */
  onAnew: () => void
}

/** What was not handed in is there again; said, with its age, and how to be rid of it. */
function Restored({ startedAt, onAnew }: { startedAt: number; onAnew: () => void }) {
  const press = async () => {
    if (await ask('重新检查？', '这次没有提交的内容和照片会删除，不能恢复。', '重新检查')) onAnew()
  }
  return (
    <View className="restored">
      <Text className="restored-words">已恢复{momentOf(startedAt)}开始、没有提交的内容</Text>
      <View className="restored-anew" onClick={press} {...say('button', '重新检查')}>
        <Text>重新检查</Text>
      </View>
    </View>
  )
}

function Check({ prepared, item, onAnew }: CheckProps) {
  const { enterprise } = prepared
  const draft = useDraft<Filled>(`check/${enterprise.id}${item ? `/${item}` : ''}`, () =>
    begin(prepared, item),
  )
  const sheet = useMemo(() => new Sheet(enterprise.kind, draft), [draft, enterprise.kind])
  const [at, setAt] = useState(sheet.groups[0])
  const { send, problem } = useSend('inspection.submit', {
    title: `检查记录 · ${enterprise.name}`,
    page: `/officer/check/index?enterprise=${enterprise.id}`,
    ...(item ? { instead: item } : {}),
  })

  const turn = useCallback((group: string) => {
    setAt(group)
    void scrollTo('tabs')
  }, [])

  const go = useCallback(
    (spot: Spot) => {
      if (spot.at === 'head') return void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })
      if (spot.at === 'end') {
        setAt(END)
        return void scrollTo(spot.card)
      }
      setAt(sheet.items.find(row => row.id === spot.item)?.group ?? END)
      void scrollTo(spot.item)
    },
    [sheet],
  )

  const submit = async () => {
    const [first] = missingIn(sheet, prepared)
    if (first) {
      tell(first.words)
      return go(first.spot)
    }
    const content = contentOf(sheet, prepared, Date.now())
    const result = await send(content)
    if (result.state !== 'done' && result.state !== 'kept') return
    draft.clear()
    rememberColleague(content.colleague)
    const record = recordOf(content, prepared, result.id)
    putAnswer('inspection.read', { check: result.id }, record, true)
    tell(result.state === 'done' ? '检查记录已提交' : KEPT)
    if (canBeOrdered(record.answers))
      await Taro.redirectTo({ url: `/officer/notice/index?check=${result.id}` })
    else leave()
  }

  return (
    // No view of its own around these: each change would send its place once more.
    <>
      <Head sheet={sheet} prepared={prepared} />
      <View>
        {draft.restored && !item ? (
          <Restored
            startedAt={draft.value.startedAt}
            onAnew={() => {
              draft.clear()
              onAnew()
            }}
          />
        ) : null}
      </View>
      <Tabs sheet={sheet} at={at} onGo={turn} />
      <View className="check">
        {at === END ? (
          <End sheet={sheet} prepared={prepared} onGo={go} />
        ) : (
          <View key={at} className="group">
            {sheet.in(at).map(row => (
              <Item key={row.id} sheet={sheet} row={row} />
            ))}
            <GroupEnd sheet={sheet} at={at} onGo={turn} />
          </View>
        )}
      </View>
      <BarButton text="提交检查记录" busyText="正在提交" onPress={submit} error={problem?.message} />
    </>
  )
}

/** 现场检查. Parameters: `enterprise`; `item`, an item of the outbox that came back and is to be corrected. */
export default function Screen() {
  const { enterprise = '', item } = useRouter().params
  const prepared = useCall('inspection.prepare', { enterprise }, { keep: true, fresh: 60_000 })
  const [turn, setTurn] = useState(0)
  return (
    <Page query={prepared} skeleton={<Skeleton cards={3} />}>
      {data => <Check key={turn} prepared={data} item={item} onAnew={() => setTurn(turn + 1)} />}
    </Page>
  )
}
