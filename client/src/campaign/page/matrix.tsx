import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { ask, Button, Card, Figure, Figures, tell } from '@/components'
import { names, say } from '@/components/names'
import type { Campaign } from './campaign'

type Response = Campaign['responses'][number]
type Said = { word: string; tone?: 'red' | 'green' | 'amber' }

/** 确认收到, with a shape of its own. */
const receiptOf = ({ received, receiptLate }: Response): Said =>
  received
    ? { word: receiptLate ? '✓ 迟收到' : '✓ 已收到', tone: 'green' }
    : receiptLate
      ? { word: '■ 逾期未收', tone: 'red' }
      : { word: '○ 未确认' }

/** The unit's plan, with a shape of its own. */
function planOf({ planState, planLate }: Response): Said {
  if (planState === 'approved') return { word: '✓ 方案已批', tone: 'green' }
  if (planState === 'submitted') return { word: '▲ 待审阅', tone: 'amber' }
  if (planLate) return { word: '■ 方案逾期', tone: 'red' }
  return planState === 'returned' ? { word: '↩ 退回修改', tone: 'amber' } : { word: '○ 未报方案' }
}

type Show = 'receipt' | 'plan' | 'decide'

const shownBy: Record<Show, (response: Response) => boolean> = {
  receipt: ({ received }) => !received,
  plan: ({ planState }) => planState === 'drafting' || planState === 'returned',
  decide: ({ planState }) => planState === 'submitted',
}

/** Twenty units: who has received and planned, and who has not. A number shows its units alone. */
export function Matrix({ campaign }: { campaign: Campaign }) {
  const [show, setShow] = useState<Show>()
  const { responses } = campaign
  const count = (which: Show) => responses.filter(shownBy[which]).length
  const shown = show ? responses.filter(shownBy[show]) : responses
  const figure = (which: Show, label: string, tone?: 'amber') => (
    <Figure
      value={count(which)}
      label={label}
      {...(tone && count(which) ? { tone } : {})}
      {...(count(which)
        ? { on: show === which, onPress: () => setShow(now => (now === which ? undefined : which)) }
        : {})}
    />
  )
  return (
    <Card title={`主送${responses.length}个单位`} more={show ? '再点数字看全部' : '点单位看方案'}>
      <Figures>
        {figure('receipt', '未确认收到')}
        {figure('plan', '未报方案')}
        {figure('decide', '待我审阅', 'amber')}
      </Figures>
      <View className="tiles">
        {shown.map(response => (
          <Tile key={response.unit} response={response} campaign={campaign._id} />
        ))}
      </View>
      {campaign.may.change ? (
        <View className="remind">
          <Remind campaign={campaign} what="receipt" count={count('receipt')} />
          <Remind campaign={campaign} what="plan" count={count('plan')} />
        </View>
      ) : null}
    </Card>
  )
}

function Tile({ response, campaign }: { response: Response; campaign: string }) {
  const [receipt, plan] = [receiptOf(response), planOf(response)]
  const late = receipt.tone === 'red' || plan.tone === 'red'
  return (
    <View
      className={names('tile', late && 'tile-late')}
      onClick={() =>
        void Taro.navigateTo({ url: `/campaign/plan/index?campaign=${campaign}&unit=${response.unit}` })
      }
      {...say('button', `${response.name}，${receipt.word.slice(2)}，${plan.word.slice(2)}`)}
    >
      <Text className="tile-name">{response.name}</Text>
      {[receipt, plan].map(({ word, tone }) => (
        <Text key={word} className={names('tile-line', tone && `tile-${tone}`)}>
          {word}
        </Text>
      ))}
    </View>
  )
}

const short = { receipt: '确认', plan: '方案' } as const
const whats = { receipt: '确认收到', plan: '报方案' } as const

/** 催办: a message to those who have not. */
function Remind({ campaign, what, count }: { campaign: Campaign; what: 'receipt' | 'plan'; count: number }) {
  const { send, busy } = useSend('campaign.remind', { title: `催办${whats[what]} · ${campaign.title}` })
  const remind = async () => {
    if (!(await ask('催办', `给${count}个还没有${whats[what]}的单位发消息提醒？`, '催办'))) return
    const result = await send({ campaign: campaign._id, what })
    if (result.state === 'done') tell(`已提醒${result.answer.units.length}个单位`)
    if (result.state === 'kept') tell(KEPT)
    if (result.state === 'refused') tell(result.problem.message)
  }
  if (!count) return null
  return <Button kind="second" text={`催${short[what]}（${count}家）`} busy={busy} onPress={remind} />
}
