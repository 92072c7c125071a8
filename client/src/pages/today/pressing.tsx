import { spokenDay } from '@domain/calendar'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { KEPT, useSend } from '@/cloud'
import { Button, Card, Row, Tag, type Tone, tell } from '@/components'
import { placeOf } from '../due'
import type { TodayOf } from './types'

type Pressing = TodayOf<'head'>['pressing']
type Term = Pressing['rows'][number]

const SHOWN = 5

/** 今明到期 before 已超期: what can still be saved, then who is late, in which team, by how many days. */
export function PressingCards({ pressing: { rows, more }, unit }: { pressing: Pressing; unit: string }) {
  // The longest over come first: where there are more than are told, none that ends by tomorrow is among them.
  const late = rows.filter(term => term.late)
  const ending = rows.filter(term => !term.late)
  return (
    <View>
      <Pile name="今明到期" tone="amber" terms={ending} more={false} unit={unit} />
      <Pile name="已超期" tone="red" terms={late} more={more} unit={unit} />
    </View>
  )
}

interface PileProps {
  name: string
  tone: Tone
  terms: readonly Term[]
  more: boolean
  unit: string
}

function Pile({ name, tone, terms, more, unit }: PileProps) {
  const count = `${terms.length}${more ? '＋' : ''}`
  return (
    <View>
      {terms.length ? (
        <Card title={`${name} ${count} 件`} tone={tone}>
          {terms.slice(0, SHOWN).map(term => (
            <TermLine key={term.id} term={term} />
          ))}
          {terms.length > SHOWN ? (
            <Row
              label={`全部${name} ${count} 件`}
              onPress={() => Taro.navigateTo({ url: `/message/terms/index?unit=${unit}` })}
            />
          ) : null}
        </Card>
      ) : null}
    </View>
  )
}

function TermLine({ term }: { term: Term }) {
  const word = wordOf(term)
  const who = term.mine
    ? '由您承办'
    : [placeOf(term.teamName), term.ownerName || '岗位空缺'].filter(Boolean).join(' · ')
  return (
    <View className="pressing">
      <View className="pressing-main">
        <Row
          label={term.title}
          hint={`${who}${term.late ? '' : `，${spokenDay(term.due)}`}`}
          value={<Tag word={word} tone={term.late ? 'red' : 'amber'} />}
          spoken={`${term.title}，${who}，${word}`}
          onPress={() => Taro.navigateTo({ url: term.page })}
        />
      </View>
      <View>{term.urgeable ? <Urge term={term} /> : null}</View>
    </View>
  )
}

/** How a term stands, in a word. */
export function wordOf({ late, left }: Pick<Term, 'late' | 'left'>): string {
  if (late) return left < 0 ? `超 ${-left} 天` : '已超时'
  return left === 0 ? '今天到期' : '明天到期'
}

/** 催办: one tap, one message to whoever answers for it. */
function Urge({ term }: { term: Term }) {
  const { send } = useSend('term.urge', { title: `催办 · ${term.title}`, page: '/pages/today/index' })
  const press = async () => {
    const result = await send({ term: term.id })
    if (result.state === 'kept') tell(KEPT)
    else if (result.state === 'done') tell(`已提醒${term.ownerName}`)
    else if ('problem' in result) tell(result.problem.message)
  }
  return <Button kind="plain" text="催办" busyText="正在催" onPress={press} />
}
