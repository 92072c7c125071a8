import { spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro, { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call, type InputOf, type OutputOf, problemOf, type Session, useCall, useSession } from '@/cloud'
import { Button, Card, Page, Row, Tag, useRefresh } from '@/components'

type Answer = OutputOf<'statistics.records'>
type Line = Answer['rows'][number]
type Measure = InputOf<'statistics.records'>['measure']

/** The records behind one figure, twenty at a time. */
export default function Records() {
  const { unit = '', measure = 'checks' } = useRouter().params as { unit?: string; measure?: Measure }
  const query = useCall('statistics.records', { unit, measure }, { keep: true })
  useRefresh(query)
  return (
    <Page
      headline={query.data ? `${query.data.unitName} · ${query.data.name}` : ''}
      {...(query.data ? { under: `${query.data.definition}。` } : {})}
      query={query}
      empty={answer => answer.rows.length === 0 && { title: '没有记录', text: '这个数字现在是 0。' }}
    >
      {answer => (
        <List key={`${answer.rows[0]?.id} ${answer.next}`} first={answer} unit={unit} measure={measure} />
      )}
    </Page>
  )
}

function List({ first, unit, measure }: { first: Answer; unit: string; measure: Measure }) {
  const session = useSession().data
  const [more, setMore] = useState<{ rows: Line[]; next: string | undefined }>({ rows: [], next: first.next })
  const [state, setState] = useState<'idle' | 'asking' | { failed: string }>('idle')

  const goOn = async () => {
    if (!more.next || state === 'asking') return
    setState('asking')
    try {
      const page = await call('statistics.records', { unit, measure, after: more.next })
      setMore(now => ({ rows: [...now.rows, ...page.rows], next: page.next }))
      setState('idle')
    } catch (error) {
      setState({ failed: problemOf(error).message })
    }
  }
  useReachBottom(() => void goOn())

  return (
    <>
      <Card>
        {[...first.rows, ...more.rows].map(line => {
          const url = pageOf(line, unit, session)
          return (
            <Row
              key={line.id}
              label={line.title}
              hint={line.pressing ? `${line.note} · ${spokenDay(line.day)}到期` : line.note}
              value={<Day line={line} measure={measure} />}
              spoken={`${line.title}，${line.note}`}
              {...(url ? { onPress: () => void Taro.navigateTo({ url }) } : {})}
            />
          )
        })}
      </Card>
      <View className="empty-text">
        {typeof state === 'object' ? (
          <>
            <Text className="field-error">{state.failed}</Text>
            <Button kind="second" text="重试" onPress={goOn} />
          </>
        ) : more.next ? (
          <Button kind="plain" text="看更多" busy={state === 'asking'} onPress={goOn} />
        ) : (
          <Text className="row-hint">共 {first.rows.length + more.rows.length} 条，已全部列出</Text>
        )}
      </View>
    </>
  )
}

function Day({ line, measure }: { line: Line; measure: Measure }) {
  if (line.pressing) return <Tag tone="red" word="已超期" />
  const suffix = measure === 'noticesOpen' ? '前' : ''
  return <Text className="row-hint">{`${spokenDay(line.day)}${suffix}`}</Text>
}

/** Where a record opens for the one who looks; undefined where it is not his to open. */
function pageOf({ kind, id }: Line, unit: string, session: Session | undefined): string | undefined {
  const may = (...roles: string[]) =>
    session?.posts.some(({ role, org }) => roles.includes(role) && (role === 'chief' || org === unit)) ===
    true
  if (kind === 'enterprise') return may('officer') ? `/officer/check/index?enterprise=${id}` : undefined
  if (!may('officer', 'head', 'chief')) return undefined
  return kind === 'check' ? `/officer/record/index?check=${id}` : `/officer/notice/index?notice=${id}`
}
