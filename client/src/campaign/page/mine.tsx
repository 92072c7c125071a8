import { spokenDay } from '@domain/calendar'
import { planStates } from '@domain/campaign'
import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { KEPT, useSend } from '@/cloud'
import { BarButton, Card, Row, Tag, tell } from '@/components'
import { momentOf } from '../parts/moments'
import type { Campaign } from './campaign'

const planPage = ({ _id, mine }: Campaign) => `/campaign/plan/index?campaign=${_id}&unit=${mine?.unit}`
const reportPage = ({ _id, mine }: Campaign) => `/campaign/report/index?campaign=${_id}&unit=${mine?.unit}`
const goTo = (url: string) => void Taro.navigateTo({ url })

/** What the unit has done about it, and what it still owes. */
export function Mine({ campaign }: { campaign: Campaign }) {
  const { mine } = campaign
  if (!mine) return null
  const owes = mine.planState === 'drafting' || mine.planState === 'returned'
  const tones = { drafting: 'amber', returned: 'red', submitted: 'act', approved: 'green' } as const
  return (
    <>
      {mine.planState === 'returned' ? (
        <Card tone="red" title="■ 方案退回修改">
          <Text>{mine.returned}</Text>
          <Text className="under-button">请在{spokenDay(mine.planBy)}前修改后重新报送。</Text>
        </Card>
      ) : null}
      <Card title="本单位">
        <Row
          label="确认收到"
          hint={
            mine.received
              ? `${mine.received.name} · ${momentOf(mine.received.at)}`
              : `请在${spokenDay(mine.receiveBy)}前确认`
          }
          value={
            mine.received ? (
              <Tag word="已收到" tone="green" />
            ) : (
              <Tag word={mine.receiptLate ? '已逾期' : '待确认'} tone={mine.receiptLate ? 'red' : 'amber'} />
            )
          }
        />
        <Row
          label="本单位方案"
          hint={owes ? `请在${spokenDay(mine.planBy)}前报送` : '点开看方案和审阅意见'}
          value={
            <Tag
              word={
                mine.planLate
                  ? '已逾期'
                  : mine.planState === 'drafting'
                    ? '待报送'
                    : planStates[mine.planState]
              }
              tone={mine.planLate ? 'red' : tones[mine.planState]}
            />
          }
          onPress={() => goTo(planPage(campaign))}
        />
      </Card>
    </>
  )
}

/** The next thing to do, as the big button. */
export function UnitBar({ campaign }: { campaign: Campaign }) {
  const { may, mine } = campaign
  const { send, busy, problem } = useSend('campaign.receive', { title: `确认收到 · ${campaign.title}` })
  if (!mine) return null
  const report = may.report ? { text: '报送动态', onPress: () => goTo(reportPage(campaign)) } : undefined
  const owes = mine.planState === 'drafting' || mine.planState === 'returned'
  const receive = async () => {
    const { state } = await send({ campaign: campaign._id, unit: mine.unit })
    if (state === 'done') tell('已确认收到')
    if (state === 'kept') tell(KEPT)
  }
  if (may.receive) return <BarButton text="确认收到" busy={busy} error={problem?.message} onPress={receive} />
  if (may.plan && owes)
    return (
      <BarButton
        text={mine.planState === 'returned' ? '修改本单位方案' : '填写本单位方案'}
        onPress={() => goTo(planPage(campaign))}
        {...(report ? { second: report } : {})}
      />
    )
  return report ? <BarButton {...report} /> : null
}
