import { dayOf, spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro, { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call, type OutputOf, problemOf, useCall, useSession } from '@/cloud'
import { openFile } from '@/cloud/open-file'
import { Button, Card, Choice, Figure, Figures, Page, Row, Tag, tell, useRefresh } from '@/components'
import { Sure } from '@/components/sure'
import './index.scss'

type Answer = OutputOf<'outside.list'>
type Line = Answer['rows'][number]

/** 对外登记: what waits for each of the systems of others; a tap opens the sheet to copy from. Parameter `unit`, of a chief. */
export default function OutsideList() {
  const { unit: told } = useRouter().params
  const posts = useSession().data?.posts ?? []
  const unit = told ?? posts.find(({ role }) => role !== 'enterprise' && role !== 'admin')?.org ?? ''
  const [system, setSystem] = useState('gongpincha')
  const [entered, setEntered] = useState(false)
  const query = useCall(
    'outside.list',
    { unit, system, ...(entered ? { entered } : {}) },
    { enabled: unit !== '' },
  )
  useRefresh(query)
  return (
    <Page
      headline="对外登记"
      under={`${query.data?.unitName ?? ''} · 办完的工作还要在这些系统里登记`}
      query={query}
      offline="登记需要联网。"
    >
      {answer => (
        <>
          <Systems answer={answer} system={system} onChange={setSystem} />
          <Choice
            label="看哪些"
            options={[
              { value: 'waiting', label: '待登记' },
              { value: 'entered', label: '已登记' },
            ]}
            value={entered ? 'entered' : 'waiting'}
            onChange={value => setEntered(value === 'entered')}
          />
          <View className="under-choice">
            <List
              key={`${system} ${entered} ${answer.rows[0]?.id} ${answer.next}`}
              first={answer}
              asked={{ unit, system, ...(entered ? { entered } : {}) }}
            />
          </View>
          {entered ? null : <Tables answer={answer} unit={unit} system={system} />}
        </>
      )}
    </Page>
  )
}

/** How many wait for each system. */
function Systems({
  answer,
  system,
  onChange,
}: {
  answer: Answer
  system: string
  onChange: (system: string) => void
}) {
  const ready = answer.systems.filter(one => one.ready)
  const later = answer.systems.filter(one => !one.ready)
  const chosen = ready.find(({ id }) => id === system)
  return (
    <Card>
      <Figures>
        {ready.map(({ id, short, waiting }) => (
          <Figure
            key={id}
            value={answer.more && waiting > 0 ? `${waiting}＋` : waiting}
            label={short}
            on={id === system}
            onPress={() => onChange(id)}
          />
        ))}
      </Figures>
      <Text className="row-hint">{chosen ? `${chosen.name}：${chosen.role}` : ''}</Text>
      <Text className="row-hint">
        {later.map(({ short }) => short).join('、')}：相应业务上线后在这里登记。
      </Text>
    </Card>
  )
}

function List({
  first,
  asked,
}: {
  first: Answer
  asked: { unit: string; system: string; entered?: boolean }
}) {
  const [more, setMore] = useState<{ rows: Line[]; next: string | undefined }>({ rows: [], next: first.next })
  const [asking, setAsking] = useState(false)
  const goOn = async () => {
    if (!more.next || asking) return
    setAsking(true)
    try {
      const page = await call('outside.list', { ...asked, after: more.next })
      setMore(now => ({ rows: [...now.rows, ...page.rows], next: page.next }))
    } catch (error) {
      tell(problemOf(error).message)
    }
    setAsking(false)
  }
  useReachBottom(() => void goOn())
  const rows = [...first.rows, ...more.rows]
  return (
    <>
      <Card>
        {rows.length ? null : (
          <Text className="row-hint">
            {asked.entered ? '还没有登记过。' : '✓ 没有待登记的。检查、建档、整改办结后会自动出现在这里。'}
          </Text>
        )}
        {rows.map(line => (
          <Row
            key={line.id}
            label={line.title}
            hint={
              line.enteredOn
                ? `${line.sheet} · ${line.by} ${spokenDay(line.enteredOn)}登记`
                : `${line.sheet} · ${spokenDay(line.on)}办完`
            }
            value={<Waited line={line} />}
            spoken={`${line.title}，${line.sheet}`}
            onPress={() => void Taro.navigateTo({ url: `/outside/sheet/index?outside=${line.id}` })}
          />
        ))}
      </Card>
      {more.next ? <Button kind="plain" text="看更多" busy={asking} onPress={goOn} /> : null}
    </>
  )
}

const DAY = 86_400_000

/** The number there, or how long it has waited. */
function Waited({ line }: { line: Line }) {
  if (line.enteredOn) return <Text className="row-hint">{line.number || '没有编号'}</Text>
  const days = Math.floor((Date.now() - Date.parse(`${line.on}T00:00:00+08:00`)) / DAY)
  if (line.on === dayOf(Date.now())) return <Tag word="今天" />
  return <Tag word={`${days}天`} {...(days > 7 ? { tone: 'amber' } : {})} />
}

/** What waits, as a table file in that system's columns. */
function Tables({ answer, unit, system }: { answer: Answer; unit: string; system: string }) {
  const chosen = answer.systems.find(({ id }) => id === system)
  if (!chosen || answer.rows.length === 0) return null
  return (
    <Card title="生成表格" more={<Sure level="low" />}>
      <Text className="row-hint">
        按该系统的栏目导出 .xlsx，一次最多50条。栏目和顺序没有与该系统核对，导入前请先核对。
      </Text>
      {chosen.tables.map(({ kind, title }) => (
        <Row
          key={kind}
          label={title}
          value=".xlsx"
          spoken={`生成表格：${title}`}
          onPress={() => void openTable({ unit, system, kind })}
        />
      ))}
    </Card>
  )
}

async function openTable(input: Parameters<typeof call<'print.outside'>>[1]): Promise<void> {
  void Taro.showLoading({ title: '正在生成', mask: true })
  try {
    const { url, name } = await call('print.outside', input)
    await openFile(url, name)
    Taro.hideLoading()
  } catch (error) {
    Taro.hideLoading()
    tell(problemOf(error).message)
  }
}
