import { spokenDay } from '@domain/calendar'
import { BLOCK_SIZE } from '@domain/numbers'
import { paperKinds } from '@domain/papers/kinds'
import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call, type OutputOf, problemOf, putAnswer, useCall, useSend, useSession } from '@/cloud'
import {
  ask,
  Button,
  Card,
  Chips,
  Empty,
  Failed,
  Framed,
  Page,
  Row,
  Skeleton,
  Tag,
  tell,
  useRefresh,
} from '@/components'
import { ownUnit } from '../parts/unit'
import '../paper.scss'

type Numbers = OutputOf<'paper.numbers'>

/** 文号: blocks for work without a signal, and every number that no paper carries, with the reason. */
export default function NumbersPage() {
  const unit = ownUnit(useSession().data)
  return unit ? <Loaded unit={unit} /> : <Page>{<Skeleton />}</Page>
}

function Loaded({ unit }: { unit: string }) {
  const query = useCall('paper.numbers', { unit }, { keep: true })
  useRefresh(query)
  return (
    <Page query={query}>
      {numbers => (
        <>
          <Blocks numbers={numbers} refetch={query.refetch} />
          <Reserve unit={unit} refetch={query.refetch} />
          <Rows numbers={numbers} unit={unit} />
        </>
      )}
    </Page>
  )
}

function Blocks({ numbers, refetch }: { numbers: Numbers; refetch: () => Promise<unknown> }) {
  if (!numbers.blocks.length)
    return <Empty title="没有预留的号" text="要去没有信号的地方，先预留几个号；回来联网后自动登记。" />
  return (
    <Card title="我的号段" more={`${numbers.year}年底前有效`}>
      {numbers.blocks.map(block => (
        <Block key={block.id} block={block} refetch={refetch} />
      ))}
    </Card>
  )
}

function Block({ block, refetch }: { block: Numbers['blocks'][number]; refetch: () => Promise<unknown> }) {
  const { send, problem } = useSend('paper.returnBlock', {
    title: `退回号段 · ${block.kindName}`,
    page: '/paper/numbers/index',
  })
  const giveBack = async () => {
    const text = `还剩${block.left.length}个号。退回的号不再使用，会列在空号里。`
    if (!(await ask('退回这个号段？', text, '退回'))) return
    const { state } = await send({ block: block.id })
    if (state !== 'done' && state !== 'kept') return
    tell('已退回')
    await refetch()
  }
  const [first] = block.left
  const last = block.left.at(-1)
  return (
    <View className="gap-line">
      <View className="gap-head">
        <Text>{block.kindName}</Text>
        <Text>
          剩 {block.left.length} / {block.size}
        </Text>
      </View>
      <Text className="row-hint">
        {first?.number}
        {last && last !== first ? ` 至 ${last.serial}号` : ''}，{spokenDay(block.reservedOn)}预留
      </Text>
      <View>{problem ? <Text className="field-error">{problem.message}</Text> : null}</View>
      <Button kind="plain" text="退回不用的号" onPress={giveBack} />
    </View>
  )
}

const KINDS = paperKinds.filter(kind => kind.word)
const COUNTS = [3, 5, BLOCK_SIZE]

function Reserve({ unit, refetch }: { unit: string; refetch: () => Promise<unknown> }) {
  const [at, setAt] = useState(-1)
  const [count, setCount] = useState(5)
  const kind = KINDS[at]
  const { send, problem } = useSend('paper.reserveBlock', { title: '预留号段', page: '/paper/numbers/index' })
  const reserve = async () => {
    if (!kind) return tell('请选择文书种类')
    const { state } = await send({ unit, kind: kind.code, count })
    if (state !== 'done') return state === 'kept' ? tell('没有网络，取不到号；联网后再预留') : undefined
    tell('已预留')
    // The form of this kind must open where there is no signal.
    const form = { unit, kind: kind.code }
    void call('paper.begin', form).then(
      answer => putAnswer('paper.begin', form, answer, true),
      () => undefined,
    )
    await refetch()
    return undefined
  }
  return (
    <Card title="预留号段">
      <Framed label="文书种类" required {...(problem ? { error: problem.message } : {})}>
        <Picker
          mode="selector"
          range={KINDS.map(({ name }) => name)}
          value={Math.max(at, 0)}
          onChange={event => setAt(Number(event.detail.value))}
          aria-label="文书种类"
        >
          <View className="field-box">
            <Text className={kind ? '' : 'field-empty'}>{kind?.name ?? '请选择'}</Text>
          </View>
        </Picker>
      </Framed>
      <Chips
        label="预留几个"
        single
        options={COUNTS.map(value => ({ value: `${value}`, label: `${value} 个` }))}
        value={[`${count}`]}
        onChange={([next]) => next && setCount(Number(next))}
      />
      <Button kind="second" text="预留" busyText="正在取号" onPress={reserve} />
    </Card>
  )
}

function Rows({ numbers, unit }: { numbers: Numbers; unit: string }) {
  const [open, setOpen] = useState<string>()
  if (!numbers.rows.length) return null
  return (
    <Card title={`${numbers.year}年编号和空号`}>
      {numbers.rows.map(row => (
        <View key={row.kind}>
          <Row
            label={row.name}
            hint={open === row.kind ? '空号如下' : '点开看空号'}
            value={`编到 ${row.last} 号`}
            onPress={() => setOpen(open === row.kind ? undefined : row.kind)}
          />
          <View>{open === row.kind ? <Gaps unit={unit} kind={row.kind} year={row.year} /> : null}</View>
        </View>
      ))}
    </Card>
  )
}

function Gaps(props: { unit: string; kind: string; year: string }) {
  const query = useCall('paper.gaps', props)
  if (!query.data)
    return query.error ? (
      <Failed problem={problemOf(query.error)} onRetry={query.refetch} />
    ) : (
      <Skeleton cards={1} />
    )
  const { gaps, living, next } = query.data
  return (
    <View>
      <Text className="row-hint">
        在用 {living} 个，空号 {gaps.length} 个。
      </Text>
      {gaps.map(gap => (
        <View key={gap.serial} className="gap-line">
          <View className="gap-head">
            <Text>{gap.number}</Text>
            <Tag word={gap.why} {...(gap.why === '待核对' ? { tone: 'amber' as const } : {})} />
          </View>
          <Text className="row-hint">{gap.words}</Text>
        </View>
      ))}
      <View>{next ? <Text className="row-hint">{next}号以后的，请在电脑上查。</Text> : null}</View>
    </View>
  )
}
