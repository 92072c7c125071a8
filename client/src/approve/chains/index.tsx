import { LEADER } from '@domain/approval'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type OutputOf, useCall, useSession } from '@/cloud'
import { Card, Empty, Page, Row, Tag, useRefresh } from '@/components'

type Chains = OutputOf<'approval.chains'>
type Kind = Chains['kinds'][number]

/** 审批流程: for each kind of paper, who must agree. The head sets them. */
export default function ApprovalChains() {
  const session = useSession()
  const unit = session.data?.posts.find(post => post.role === 'head')?.org
  const query = useCall('approval.chains', { unit: unit ?? '' }, { enabled: unit !== undefined })
  useRefresh(query)
  if (session.data && !unit)
    return (
      <Page>
        <Empty title="审批流程由本局负责人设置" text="需要调整时，请联系本局负责人。" />
      </Page>
    )
  return (
    <Page headline="审批流程" under="每种文书由谁审批，按先后次序" query={query}>
      {chains => <Kinds chains={chains} />}
    </Page>
  )
}

function Kinds({ chains }: { chains: Chains }) {
  const law = chains.kinds.filter(kind => kind.law)
  const burdens = chains.kinds.filter(kind => !kind.law && kind.burdens)
  const others = chains.kinds.filter(kind => !kind.law && !kind.burdens)
  return (
    <View>
      <Group title="依法须经负责人批准" kinds={law} chains={chains} />
      <Group title="会给当事人增加负担" kinds={burdens} chains={chains} />
      <Group title="其他文书" kinds={others} chains={chains} />
    </View>
  )
}

function Group({ title, kinds, chains }: { title: string; kinds: readonly Kind[]; chains: Chains }) {
  return (
    <Card title={title}>
      {kinds.map(kind => {
        const unset = kind.law !== undefined && !kind.steps.length
        return (
          <Row
            key={kind.kind}
            label={kind.name}
            hint={kind.steps.length ? kind.steps.map(step => nameIn(chains, step)).join(' → ') : ''}
            value={
              unset ? (
                <Tag word="还没有设置" tone="amber" />
              ) : kind.steps.length ? undefined : (
                <Text className="row-hint">不需审批</Text>
              )
            }
            spoken={kind.name}
            onPress={() => Taro.navigateTo({ url: `/approve/chain/index?kind=${kind.kind}` })}
          />
        )
      })}
    </Card>
  )
}

const nameIn = ({ candidates }: Chains, step: string): string => {
  if (step === LEADER) return '本所（股）负责人'
  const found = candidates.find(one => one.post === step)
  if (!found) return '岗位已取消'
  return found.vacant ? `${found.roleName}（空缺）` : found.name
}
