import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type Item, type ItemState, outbox, useOnline, useOutbox } from '@/cloud'
import { ask, tell } from './ask'
import { Button } from './button'
import { Card } from './card'
import type { Tone } from './names'
import { Empty } from './states'
import { Tag } from './tag'

const states: Record<ItemState, { word: string; tone?: Tone }> = {
  waiting: { word: '等待发送', tone: 'amber' },
  uploading: { word: '正在上传照片', tone: 'act' },
  sending: { word: '正在发送', tone: 'act' },
  refused: { word: '没有通过，请处理', tone: 'red' },
  conflict: { word: '与服务器不一致，请核对', tone: 'red' },
  done: { word: '已送达', tone: 'green' },
}

/** 12.6 MB, 340 KB. */
export const sizeOf = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`

function Line({ item }: { item: Item }) {
  const { word, tone } = states[item.state]
  const stopped = item.state === 'refused' || item.state === 'conflict'
  const discard = async () => {
    const sure = await ask(
      '不要这份内容了吗？',
      `“${item.title}”和它的照片会从手机上删除，不能恢复。`,
      '删除',
    )
    if (sure && !(await outbox.discard(item.id))) tell('正在发送，现在不能删除')
  }
  const correct = () => {
    const mark = item.page?.includes('?') ? '&' : '?'
    void Taro.navigateTo({ url: `${item.page}${mark}item=${item.id}` })
  }
  return (
    <Card title={item.title} more={<Tag word={word} {...(tone ? { tone } : {})} />}>
      <View>
        {item.problem && item.state !== 'done' ? (
          <Text className="field-error">{item.problem.message}</Text>
        ) : null}
      </View>
      <Text className="row-hint">
        {sizeOf(item.bytes)}
        {item.attempts > 1 ? `，已试 ${item.attempts} 次` : ''}
      </Text>
      <View>
        {stopped && item.page ? <Button kind="second" text="打开修改" onPress={correct} /> : null}
        {stopped || item.state === 'waiting' ? <Button kind="plain" text="不要了" onPress={discard} /> : null}
      </View>
    </Card>
  )
}

// What nobody sent on purpose: a line that it arrived would only hide those that matter.
const quiet = ['message.read', 'message.consent', 'urgent.receive']

/** What waits on this device: each item with state, size, tries and last problem. */
export function OutboxList() {
  const { items: all, count, bytes } = useOutbox()
  const items = all.filter(item => item.state !== 'done' || !quiet.includes(item.path))
  const online = useOnline()
  if (!items.length) return <Empty title="没有待上传的内容" text="您提交的内容都已送达。" />
  return (
    <View>
      <Card
        title={count ? `待上传 ${count} 件（${sizeOf(bytes)}）` : '全部已送达'}
        more={online ? '' : '联网后自动发送'}
      >
        {count ? <Button kind="second" text="现在发送" onPress={() => outbox.wake()} /> : null}
      </Card>
      {items.map(item => (
        <Line key={item.id} item={item} />
      ))}
    </View>
  )
}
