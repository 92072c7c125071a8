import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Item, useCall, useOutbox } from '@/cloud'
import { Card, names, Page, Row, Skeleton, say, Tag, type Tone, useRefresh } from '@/components'
import { ApprovalChain } from '@/components/approval-chain'
import { momentOf } from '../times'
import { Agree } from './agree'
import type { ActProps, Approval } from './approval'
import { PassOn, SendBack } from './hand-back'
import './index.scss'
import { PaperText } from './text'

/** 审批: the paper as it will be printed, who has said what, and 同意 within the thumb's reach. */
export default function ApprovePaper() {
  const { paper = '' } = useRouter().params
  const query = useCall('approval.read', { paper }, { keep: true })
  useRefresh(query)
  return (
    <Page query={query} skeleton={<Skeleton cards={3} />}>
      {approval => <Whole approval={approval} refetch={query.refetch} />}
    </Page>
  )
}

/** What of this paper is still on the phone. */
const useKept = (paper: string): Item | undefined =>
  useOutbox().items.find(
    item =>
      item.path.startsWith('approval.') &&
      item.state !== 'done' &&
      (item.content as { paper?: string } | undefined)?.paper === paper,
  )

const tones: Record<Approval['state'], Tone | undefined> = {
  waiting: 'act',
  agreed: 'green',
  returned: 'amber',
  void: undefined,
}

function Whole({ approval, refetch }: { approval: Approval; refetch: () => Promise<unknown> }) {
  const [open, setOpen] = useState<'back' | 'on'>()
  const kept = useKept(approval.id)
  // What waits in the outbox will change what may be done; until then nothing is offered twice.
  const [held, setHeld] = useState(false)
  const stopped = kept?.state === 'refused' || kept?.state === 'conflict'
  const free = held || !kept || stopped
  const hold: ActProps['hold'] = async work => {
    setHeld(true)
    const result = await work
    // Refused, what stands here may be out of date: the text, or whose turn it is.
    if (result.state === 'refused') await refetch()
    setHeld(false)
    return result
  }
  const { may } = approval
  const show = (what: 'back' | 'on') => {
    setOpen(what)
    setTimeout(() => Taro.pageScrollTo({ selector: '#hand-back', duration: 200 }), 60)
  }
  const act = { approval, instead: stopped ? kept : undefined, hold, onClose: () => setOpen(undefined) }
  return (
    <View className="approve">
      <View>{kept && !held ? <Sending item={kept} stopped={stopped} /> : null}</View>
      <Standing approval={approval} />
      <PaperText approval={approval} />
      <View>{approval.content.form === 'notice' ? <Record check={approval.content.check} /> : null}</View>
      <View>{free && may.agree && !open ? <Agree {...act} onBack={() => show('back')} /> : null}</View>
      <View id="hand-back">
        {free && open === 'back' && may.sendBack ? <SendBack {...act} /> : null}
        {free && open === 'on' && may.passOn ? <PassOn {...act} /> : null}
      </View>
      <View>
        {free && may.passOn && !open ? (
          <View className="approve-quiet" onClick={() => show('on')} {...say('button', '转给其他人审批')}>
            <Text>转给其他人审批</Text>
          </View>
        ) : null}
      </View>
    </View>
  )
}

function Sending({ item, stopped }: { item: Item; stopped: boolean }) {
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

/** Who sends it, whose turn it is, what was said. */
function Standing({ approval }: { approval: Approval }) {
  const { urgent, absent, returned } = approval
  const tone = tones[approval.state]
  return (
    <Card {...(approval.state === 'waiting' ? {} : tone ? { tone } : {})}>
      <Text className="approve-title">{approval.title}</Text>
      <Text className="approve-by">
        {approval.authorName}，{momentOf(approval.since)}送来
      </Text>
      <Tag word={approval.stateName} {...(tone ? { tone } : {})} />
      <View>
        {urgent ? (
          <Text className="field-error">
            ▲ 情况紧急，措施已于{momentOf(urgent.after)}当场采取，须在{momentOf(urgent.until)}
            前补办批准。不同意的，应当立即解除。
          </Text>
        ) : null}
        {absent && !approval.may.agree ? (
          <Text className="row-hint">
            ▲ {absent === 'vacant' ? '审批人已离岗' : '审批人外出'}，局负责人可以转给其他人审批。
          </Text>
        ) : null}
        {approval.mine && approval.state === 'waiting' ? (
          <Text className="row-hint">这份文书是您拟的，由其他人审批。</Text>
        ) : null}
        {returned ? (
          <Text className="row-hint">
            {returned.name}，{momentOf(returned.at)}退回：{returned.reason}
          </Text>
        ) : null}
      </View>
      <View>
        {approval.chain.length && approval.state !== 'returned' ? (
          <ApprovalChain chain={approval.chain} />
        ) : null}
      </View>
    </Card>
  )
}

function Record({ check }: { check: string }) {
  return (
    <Card>
      <Row
        label="检查记录"
        hint="事实从哪里来"
        onPress={() => Taro.navigateTo({ url: `/officer/record/index?check=${check}` })}
      />
    </Card>
  )
}
