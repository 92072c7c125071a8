import { spokenDay, timeOf } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { ask, Button, Card, Days, Tag, type Tone, tell } from '@/components'
import { AskForm } from './ask-form'
import { Grant } from './grant'
import type { TermRow } from './row'

/** One running term: how long, for whom, why this day, and what can be done about it. */
export function TermCard({ term, today }: { term: TermRow; today: string }) {
  const [why, setWhy] = useState(false)
  const [asking, setAsking] = useState(false)
  const { pause, extend } = term.may
  const offers = [extend, pause].filter(offer => offer !== undefined)
  const open = offers.some(offer => !('no' in offer))
  // Nothing can be asked for: why, where one asks why.
  const refused = offers.find(offer => 'no' in offer)
  const closed = !open && refused && 'no' in refused && !term.asked ? refused.no : undefined
  const paused = term.state === 'paused'
  const over = term.dueAt !== undefined && term.late
  const tone: Tone | undefined = paused ? undefined : term.late ? 'red' : term.left <= 3 ? 'amber' : undefined
  return (
    <Card title={term.title} {...(tone ? { tone } : {})}>
      <View className="term-tags">
        {term.provisional ? <Tag word="暂定" tone="amber" /> : null}
        {paused ? <Tag word={`已中止计时，到${spokenDay(term.pausedUntil ?? today)}`} /> : null}
        {term.asked ? <Tag word="待批准" tone="act" /> : null}
        {over ? <Tag word="已超时" tone="red" /> : null}
      </View>
      <Days
        left={over ? -1 : term.left}
        total={term.given}
        until={
          term.dueAt === undefined
            ? `${spokenDay(term.due)}前`
            : `${spokenDay(term.due)} ${timeOf(term.dueAt)}前`
        }
        {...(over ? { words: '已超时' } : {})}
      >
        <Text className="term-owner">{term.mine ? '由您承办' : `承办：${term.ownerName || '岗位空缺'}`}</Text>
      </Days>
      <View>
        {why ? (
          <View className="term-why">
            <Text>{term.why}</Text>
            {closed && !paused ? <Text className="term-closed">{closed}。</Text> : null}
          </View>
        ) : null}
      </View>
      <View className="term-doors">
        <Button kind="plain" text={why ? '收起' : '为什么是这天'} onPress={() => setWhy(!why)} />
        {open && !asking && !paused ? (
          <Button kind="plain" text="申请延期或中止" onPress={() => setAsking(true)} />
        ) : null}
        {term.may.resume ? <Resume term={term} /> : null}
      </View>
      <Button kind="second" text="去办理" onPress={() => void Taro.navigateTo({ url: term.page })} />
      <View>{term.asked ? <Grant term={term} asked={term.asked} /> : null}</View>
      <View>{asking ? <AskForm term={term} today={today} onDone={() => setAsking(false)} /> : null}</View>
    </Card>
  )
}

function Resume({ term }: { term: TermRow }) {
  const { send } = useSend('term.resume', { title: `恢复计时 · ${term.title}` })
  const press = async () => {
    const sure = await ask('恢复计时？', '从今天起重新计时，没有用完的中止天数不再扣除。', '恢复')
    if (!sure) return
    const { state, ...rest } = await send({ term: term.id })
    if (state === 'kept') tell(KEPT)
    else if (state === 'done') tell('已恢复计时')
    else if ('problem' in rest) tell(rest.problem.message)
  }
  return <Button kind="plain" text="恢复计时" onPress={press} />
}
