import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { BarButton, Card } from '@/components'
import { ApprovalChain } from '@/components/approval-chain'
import { momentOf } from '../parts/times'
import type { Notice } from './notice'

/** 审批: whose turn it is, or why it came back and the way to correct it. Nothing where nobody had to be asked. */
export function Approval({ notice }: { notice: Notice }) {
  const { approval } = notice
  if (!approval || notice.state !== 'drafted') return null
  const { returned, chain, waits } = approval
  if (returned)
    return (
      <>
        <Card tone="amber" title="▲ 退回修改" more={momentOf(returned.at)}>
          <Text>
            {returned.name}：{returned.reason}
          </Text>
          <Text className="notice-say">改好后重新送审，审批从头开始。</Text>
        </Card>
        <View>
          {notice.may.resubmit ? <BarButton text="修改后重新送审" onPress={() => correct(notice)} /> : null}
        </View>
      </>
    )
  if (!chain.length) return null
  return (
    <Card title={waits ? '待审批' : '审批'} more={waits ?? ''}>
      <ApprovalChain chain={chain} />
    </Card>
  )
}

const correct = ({ check, _id }: Notice) =>
  void Taro.navigateTo({ url: `/officer/notice/index?check=${check}&fix=${_id}` })
