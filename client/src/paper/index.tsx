import { spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro, { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call, type InputOf, type OutputOf, problemOf, useCall, useSession } from '@/cloud'
import {
  BarButton,
  Button,
  Card,
  Chips,
  Empty,
  Failed,
  Page,
  Row,
  Skeleton,
  Tag,
  type Tone,
  useRefresh,
} from '@/components'
import { ownUnit } from './parts/unit'
import './paper.scss'

type Asked = NonNullable<InputOf<'paper.list'>['by']>
type Pile = Extract<Asked, { what: 'pile' }>['pile']
type Answer = OutputOf<'paper.list'>
type Line = Answer['rows'][number]

const PILES: { value: Pile; label: string; nothing: string }[] = [
  { value: 'seal', label: '待盖章', nothing: '批准并编号的文书会出现在这里，打印盖章后登记。' },
  { value: 'serve', label: '待送达', nothing: '盖好章、还没有送达的文书会出现在这里。' },
  { value: 'pending', label: '待审批', nothing: '送审以后、批准以前的文书会出现在这里。' },
  { value: 'draft', label: '拟稿', nothing: '存下没有送审的，和退回修改的文书会出现在这里。' },
  { value: 'done', label: '已办结', nothing: '送达、归档、作废和补录的文书会出现在这里。' },
]

const tones: Record<string, Tone> = {
  已送达: 'green',
  已签名归档: 'green',
  公告送达中: 'amber',
  待审批: 'act',
}

/** 文书: what waits for the seal, for service, for approval. Parameters `record`, `enterprise`: only what is about it. */
export default function Papers() {
  const { record, enterprise } = useRouter().params
  const unit = ownUnit(useSession().data)
  const [pile, setPile] = useState<Pile>('seal')
  const by: Asked = record
    ? { what: 'record', record }
    : enterprise
      ? { what: 'enterprise', enterprise }
      : { what: 'pile', pile }
  const about = record || enterprise ? `?${record ? `record=${record}` : `enterprise=${enterprise}`}` : ''
  return (
    <Page
      bar={
        <BarButton
          text="拟文书"
          onPress={() => Taro.navigateTo({ url: `/paper/draft/index${about}` })}
          second={{ text: '补录', onPress: () => Taro.navigateTo({ url: `/paper/late/index${about}` }) }}
        />
      }
    >
      <View className="papers-piles">
        {about ? null : (
          <Chips
            label="哪些文书"
            single
            options={PILES}
            value={[pile]}
            onChange={([next]) => next && setPile(next)}
          />
        )}
      </View>
      <View key={about || pile}>{unit ? <Asking unit={unit} by={by} /> : <Skeleton cards={2} />}</View>
      <View>
        {about ? null : (
          <Card>
            <Row
              label="文号"
              hint="预留号段，查空号"
              onPress={() => Taro.navigateTo({ url: '/paper/numbers/index' })}
            />
          </Card>
        )}
      </View>
    </Page>
  )
}

function Asking({ unit, by }: { unit: string; by: Asked }) {
  const query = useCall('paper.list', { unit, by }, { keep: true })
  useRefresh(query)
  if (query.data)
    return (
      <List key={`${query.data.rows[0]?.id} ${query.data.next}`} first={query.data} unit={unit} by={by} />
    )
  if (!query.error) return <Skeleton cards={3} />
  return <Failed problem={problemOf(query.error)} onRetry={query.refetch} safe="请检查网络后再试。" />
}

function List({ first, unit, by }: { first: Answer; unit: string; by: Asked }) {
  const [more, setMore] = useState<{ rows: Line[]; next: string | undefined }>({ rows: [], next: first.next })
  const [failed, setFailed] = useState<string>()
  const [asking, setAsking] = useState(false)
  const rows = [...first.rows, ...more.rows]
  const goOn = async () => {
    if (!more.next || asking) return
    setAsking(true)
    try {
      const page = await call('paper.list', { unit, by, after: more.next })
      setMore(now => ({ rows: [...now.rows, ...page.rows], next: page.next }))
      setFailed(undefined)
    } catch (error) {
      setFailed(problemOf(error).message)
    }
    setAsking(false)
  }
  useReachBottom(() => void goOn())
  if (!rows.length) {
    const pile = by.what === 'pile' ? PILES.find(({ value }) => value === by.pile) : undefined
    return (
      <Empty
        title={pile ? `没有${pile.label}的文书` : '还没有文书'}
        text={pile?.nothing ?? '拟好的文书会出现在这里。'}
      />
    )
  }
  return (
    <>
      <Card>
        {rows.map(row => (
          <Row
            key={row.id}
            label={row.about || row.title}
            hint={[row.about ? row.title : '', row.number, row.on ? `${spokenDay(row.on)}送达` : '']
              .filter(Boolean)
              .join(' · ')}
            value={<Tag word={row.state} {...(tones[row.state] ? { tone: tones[row.state] as Tone } : {})} />}
            spoken={`${row.about}${row.title}，${row.state}`}
            onPress={() => void Taro.navigateTo({ url: `/paper/paper/index?paper=${row.id}` })}
          />
        ))}
      </Card>
      <View className="empty-text">
        {failed ? <Text className="field-error">{failed}</Text> : null}
        {more.next ? (
          <Button kind="plain" text={failed ? '重试' : '看更多'} busy={asking} onPress={goOn} />
        ) : null}
      </View>
    </>
  )
}
