import { dayOf, spokenDay, timeOf } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import './approval-chain.scss'
import { names } from './names'

/** As much of a chain as is drawn; `approval.read` and `enforcement.read` answer it. */
export interface ApprovalChainProps {
  chain: readonly {
    role: string
    name: string
    forName?: string
    agreed: boolean
    at?: number
    words?: string
    now: boolean
  }[]
  /** In place of 等待审批, for the one whose turn it is. */
  waits?: string
}

const momentOf = (at: number) => `${spokenDay(dayOf(at))} ${timeOf(at)}`

/** Who must agree to a paper, in order: who has, when and in which words; who is asked now; who comes after. */
export function ApprovalChain({ chain, waits = '等待审批' }: ApprovalChainProps) {
  return (
    <View className="agreed">
      {chain.map((step, at) => {
        const how = step.agreed
          ? `同意${step.at === undefined ? '' : `，${momentOf(step.at)}`}`
          : step.now
            ? waits
            : '还没有轮到'
        return (
          <View key={`${step.role}${step.name}`} className={names('agreed-step', step.now && 'agreed-now')}>
            <Text className={names('agreed-dot', step.agreed && 'agreed-yes')}>
              {step.agreed ? '✓' : at + 1}
            </Text>
            <View className="agreed-main">
              <Text className="agreed-who">
                {step.role} {step.name}
                {step.forName ? `（代${step.forName}签）` : ''}
              </Text>
              <Text className="agreed-how">{how}</Text>
              <View>{step.words ? <Text className="agreed-words">“{step.words}”</Text> : null}</View>
            </View>
          </View>
        )
      })}
    </View>
  )
}
