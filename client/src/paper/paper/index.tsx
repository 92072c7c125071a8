import { spokenDay, writtenDay } from '@domain/calendar'
import { serviceWays, serviceWords } from '@domain/service'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Item, type OutputOf, useCall, useOutbox } from '@/cloud'
import { BarButton, Card, names, Page, Row, Skeleton, Steps, Tag, type Tone, useRefresh } from '@/components'
import { ApprovalChain } from '@/components/approval-chain'
import { openPrinted } from '@/components/open-printed'
import { Pictures } from '@/components/pictures'
import { momentOf } from '@/components/times'
import { Sheet } from '../parts/sheet'
import '../paper.scss'
import { Complete, Seal, Void } from './steps'

export type Filed = OutputOf<'paper.read'>

/** One paper: how far it is, what it says, and the next thing to do with it. Parameter: `paper`. */
export default function PaperPage() {
  const { paper = '' } = useRouter().params
  const query = useCall('paper.read', { paper }, { keep: true })
  useRefresh(query)
  return (
    <Page query={query} skeleton={<Skeleton cards={3} />}>
      {filed => <Whole filed={filed} refetch={query.refetch} />}
    </Page>
  )
}

/** What of this paper is still on the phone. */
const useWaiting = (paper: string): Item | undefined =>
  useOutbox().items.find(
    item =>
      item.path.startsWith('paper.') &&
      item.state !== 'done' &&
      (item.content as { paper?: string } | undefined)?.paper === paper,
  )

function Whole({ filed, refetch }: { filed: Filed; refetch: () => Promise<unknown> }) {
  const waiting = useWaiting(filed._id)
  // What waits in the outbox will change what may be done; until then nothing is offered twice.
  const [held, setHeld] = useState(false)
  const stopped = waiting?.state === 'refused' || waiting?.state === 'conflict'
  const free = held || !waiting || stopped
  const hold = async <R extends { state: string }>(work: Promise<R>): Promise<R> => {
    setHeld(true)
    const result = await work
    if (result.state === 'done') await refetch()
    setHeld(false)
    return result
  }
  const step = { filed, instead: stopped ? waiting : undefined, hold }
  const { may } = filed
  return (
    <View className="paper-page">
      <View>{waiting && !held ? <Waiting item={waiting} stopped={stopped} /> : null}</View>
      <Progress filed={filed} />
      <View>{filed.approval.chain.length ? <Approval filed={filed} /> : null}</View>
      <View>
        {free && may.revise ? (
          <BarButton
            text="填写、送审"
            onPress={() => Taro.navigateTo({ url: `/paper/draft/index?paper=${filed._id}` })}
          />
        ) : null}
        {free && may.seal ? <Seal {...step} /> : null}
        {free && may.serve && filed.toServe ? (
          <BarButton
            text="登记送达"
            onPress={() => Taro.navigateTo({ url: `/paper/serve/index?paper=${filed._id}` })}
          />
        ) : null}
        {free && may.complete ? <Complete {...step} /> : null}
      </View>
      <View>
        {filed.layout ? (
          <Sheet layout={filed.layout} stamped={filed.sealed !== undefined} />
        ) : (
          <Late filed={filed} />
        )}
      </View>
      <Service filed={filed} />
      <More filed={filed} />
      <View>{free && may.void ? <Void {...step} /> : null}</View>
    </View>
  )
}

function Waiting({ item, stopped }: { item: Item; stopped: boolean }) {
  const what = item.title.split(' · ')[0]
  return (
    <View className={names('banner', stopped && 'banner-bad')}>
      <Text>
        {stopped
          ? `■ ${what}没有被接收：${item.problem?.message ?? ''}`
          : `▲ ${what}已存在手机上，联网后自动发送。`}
      </Text>
    </View>
  )
}

const DONE: Record<Filed['paper']['state'], number> = {
  draft: 0,
  pending: 1,
  approved: 2,
  numbered: 2,
  sealed: 3,
  served: 4,
  void: 0,
}

const toneOf = ({ paper, announced, done }: Filed): Tone | undefined => {
  if (paper.state === 'void') return undefined
  if (announced) return 'amber'
  return done ? 'green' : 'act'
}

function Progress({ filed }: { filed: Filed }) {
  const { paper, stamped, late, voided, announced } = filed
  const tone = toneOf(filed)
  const steps = ['送审', '批准', stamped ? '盖章' : '签名', ...(filed.toServe ? ['送达'] : [])]
  const done = Math.min(DONE[paper.state], steps.length)
  return (
    <Card {...(announced ? { tone: 'amber' as const } : {})}>
      <Text className="paper-name">{filed.about.enterpriseName ?? filed.title}</Text>
      <Tag word={filed.stateName} {...(tone ? { tone } : {})} />
      <Text className="paper-of">
        {[
          filed.about.enterpriseName ? filed.title : '',
          paper.number ?? paper.reserved?.number ?? late?.number,
        ]
          .filter(Boolean)
          .join('　')}
      </Text>
      <View>
        {voided ? (
          <Text className="paper-say">
            {momentOf(voided.at)}作废：{voided.reason}。{paper.number ? '编号不再使用。' : ''}
          </Text>
        ) : null}
        {announced ? (
          <Text className="paper-say">
            {spokenDay(announced.counts)}期满，次日起登记送达。{announced.why}
          </Text>
        ) : null}
      </View>
      <View>
        {late ? null : (
          <Steps steps={steps} done={done} {...(paper.state === 'void' ? { stopped: '作废' } : {})} />
        )}
      </View>
    </Card>
  )
}

function Approval({ filed }: { filed: Filed }) {
  const { chain, returned } = filed.approval
  if (filed.paper.state !== 'pending' && !returned) return null
  return (
    <Card title={returned ? '退回修改' : '审批'}>
      <View>
        {returned ? (
          <Text className="paper-say">
            {returned.name}，{momentOf(returned.at)}：{returned.reason}
          </Text>
        ) : (
          <ApprovalChain chain={chain} />
        )}
      </View>
    </Card>
  )
}

function Late({ filed }: { filed: Filed }) {
  const { late } = filed
  if (!late) return null
  return (
    <Card title="补录">
      <Row label="文书日期" value={writtenDay(late.on)} />
      <Row label="补录日期" value={writtenDay(late.enteredOn)} />
      {late.number ? <Row label="原文号" value={late.number} /> : null}
      {late.remark ? <Text className="paper-say">{late.remark}</Text> : null}
      <Pictures photos={late.scan} addresses={filed.addresses} label="文书扫描件" />
    </Card>
  )
}

/** The stamped paper and how it was served, as far as there is. */
function Service({ filed }: { filed: Filed }) {
  const { sealed, stamped, addresses } = filed
  const service = filed.service ?? filed.announced
  return (
    <View>
      {service ? (
        <Card title={serviceWays[service.way].name} more={filed.servedOn ? spokenDay(filed.servedOn) : ''}>
          <Text className="paper-say">{serviceWords(service)}</Text>
          <Text className="paper-say">送达人：{service.officers.map(({ name }) => name).join('、')}</Text>
          {service.evidence.length ? (
            <Pictures photos={service.evidence} addresses={addresses} label="送达证据" />
          ) : null}
        </Card>
      ) : null}
      {sealed ? (
        <Card title={stamped ? '盖章后的文书' : '签名后的文书'} more={momentOf(sealed.at)}>
          <Pictures photos={sealed.scan} addresses={addresses} label="扫描件" />
        </Card>
      ) : null}
    </View>
  )
}

const RECORDS: Record<string, { name: string; page: string }> = {
  checks: { name: '检查记录', page: '/officer/record/index?check=' },
  notices: { name: '责令改正', page: '/officer/notice/index?notice=' },
  papers: { name: '有关文书', page: '/paper/paper/index?paper=' },
}

function More({ filed }: { filed: Filed }) {
  const [kind, id] = filed.about.record?.split('/') ?? []
  const record = RECORDS[kind ?? '']
  const open = (format: 'pdf' | 'docx') => openPrinted({ paper: filed._id }, format)
  const receipt = `/paper/draft/index?kind=DOC-09&record=papers/${filed._id}`
  const serve = `/paper/serve/index?paper=${filed._id}`
  return (
    <Card>
      {record && id ? (
        <Row label={record.name} onPress={() => Taro.navigateTo({ url: record.page + id })} />
      ) : null}
      {filed.layout ? <Row label="文书 PDF" onPress={() => open('pdf')} /> : null}
      {filed.layout ? <Row label="文书 Word" onPress={() => open('docx')} /> : null}
      {filed.paper.state === 'sealed' && filed.toServe ? (
        <Row
          label="送达回证"
          hint="拟一份，送达时请人签收"
          onPress={() => Taro.navigateTo({ url: receipt })}
        />
      ) : null}
      {filed.may.serve && !filed.toServe ? (
        <Row label="登记送达" hint="也交给了当事人的" onPress={() => Taro.navigateTo({ url: serve })} />
      ) : null}
    </Card>
  )
}
