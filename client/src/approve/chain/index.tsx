import { chainTrouble, LEADER, MOST_STEPS, type Seat } from '@domain/approval'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, type OutputOf, outbox, useCall, useSend, useSession } from '@/cloud'
import { BarButton, Card, Chips, Page, say, tell } from '@/components'
import { leave } from '../leave'
import './index.scss'

type Chains = OutputOf<'approval.chains'>
type Kind = Chains['kinds'][number]

/** The chain of one kind of paper: people in order. Parameters: `kind`; `item`, one that came back from the outbox. */
export default function ApprovalChain() {
  const { kind = '', item } = useRouter().params
  const unit = useSession().data?.posts.find(post => post.role === 'head')?.org
  const query = useCall('approval.chains', { unit: unit ?? '' }, { enabled: unit !== undefined })
  return (
    <Page query={query}>
      {chains => {
        const found = chains.kinds.find(one => one.kind === kind)
        return found ? <Editor chains={chains} kind={found} item={item} /> : null
      }}
    </Page>
  )
}

interface EditorProps {
  chains: Chains
  kind: Kind
  item: string | undefined
}

function Editor({ chains, kind, item }: EditorProps) {
  const [steps, setSteps] = useState<readonly string[]>(() => sentBefore(item) ?? kind.steps)
  const people = [LEADER, ...chains.candidates.filter(one => !one.vacant).map(one => one.post)]
  const trouble = chainTrouble({ unit: chains.unit, kind: kind.kind, steps: [...steps] }, seatsOf(chains))
  const { send, problem } = useSend('approval.setChain', {
    title: `审批流程 · ${kind.name}`,
    page: `/approve/chain/index?kind=${kind.kind}`,
    ...(item ? { instead: item } : {}),
  })
  const save = async () => {
    if (trouble) return tell(trouble.message)
    const { state } = await send({ unit: chains.unit, kind: kind.kind, steps: [...steps] })
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'kept' ? KEPT : '审批流程已保存，以后送审的文书按它办理')
    leave()
  }
  return (
    <View className="chain">
      <Card title={kind.name}>
        <View>
          {kind.law ? (
            <Text className="row-hint">依法须经负责人批准（{kind.law}），最后一步是局负责人。</Text>
          ) : null}
        </View>
        <Chips
          label="常用流程"
          single
          options={presetsOf(chains, kind).map(({ name }) => ({ value: name, label: name }))}
          value={presetsOf(chains, kind)
            .filter(preset => preset.steps.join() === steps.join())
            .map(preset => preset.name)}
          onChange={([name]) => {
            const preset = presetsOf(chains, kind).find(one => one.name === name)
            if (preset) setSteps(preset.steps)
          }}
        />
      </Card>
      <Card title="按这个次序审批" more={steps.length ? `${steps.length} 步` : ''}>
        {steps.length ? null : <Text className="row-hint">不需审批：送审时直接编号。</Text>}
        {steps.map((step, at) => (
          <View key={step} className="chain-step">
            <Text className="chain-at">{at + 1}</Text>
            <Text className="chain-who">{nameIn(chains, step)}</Text>
            <View>
              {at ? (
                <View
                  className="chain-act"
                  onClick={() => setSteps(moved(steps, at))}
                  {...say('button', `${nameIn(chains, step)}，往前一步`)}
                >
                  <Text>往前</Text>
                </View>
              ) : null}
            </View>
            <View
              className="chain-act"
              onClick={() => setSteps(steps.filter(one => one !== step))}
              {...say('button', `${nameIn(chains, step)}，去掉`)}
            >
              <Text>去掉</Text>
            </View>
          </View>
        ))}
      </Card>
      <View>
        {steps.length < MOST_STEPS ? (
          <Card title="加一位审批人">
            <Chips
              label="加一位审批人"
              options={people
                .filter(post => !steps.includes(post))
                .map(post => ({ value: post, label: nameIn(chains, post, true) }))}
              value={[]}
              onChange={([post]) => post && setSteps([...steps, post])}
            />
            <Text className="row-hint">拟稿人自己不审批：轮到他自己的那一步，由后面的人决定。</Text>
          </Card>
        ) : null}
      </View>
      <BarButton
        text="保存审批流程"
        busyText="正在保存"
        onPress={save}
        {...(trouble ? { note: trouble.message } : {})}
        error={problem?.message}
      />
    </View>
  )
}

function sentBefore(item: string | undefined): readonly string[] | undefined {
  const content = item && outbox.items.find(one => one.id === item)?.content
  return content ? (content as { steps: string[] }).steps : undefined
}

const moved = (steps: readonly string[], at: number): string[] => {
  const next = [...steps]
  next.splice(at - 1, 0, ...next.splice(at, 1))
  return next
}

function nameIn({ candidates }: Chains, step: string, withRole = false): string {
  if (step === LEADER) return '本所（股、队）负责人'
  const found = candidates.find(one => one.post === step)
  if (!found) return '岗位已取消'
  if (found.vacant) return `${found.roleName}（空缺）`
  return withRole ? `${found.name}（${found.roleName}）` : `${found.roleName} ${found.name}`
}

/** The usual chains, as far as the bureau has the people for them. */
function presetsOf({ candidates }: Chains, { law }: Kind): { name: string; steps: string[] }[] {
  const first = (role: string) => candidates.find(one => one.role === role && !one.vacant)?.post
  const [legal, deputy, head] = [first('legal'), first('deputy'), first('head')]
  const whole = [LEADER, legal, deputy, head].flatMap(post => post ?? [])
  const presets = [
    { name: '不需审批', steps: [] as string[] },
    { name: '所长', steps: [LEADER] },
    { name: '所长 → 局长', steps: [LEADER, ...(head ? [head] : [])] },
    { name: '所长 → 法制 → 分管局长 → 局长', steps: whole },
  ]
  return presets.filter(({ steps }) => !law || (head && steps.at(-1) === head))
}

// Whether two posts are held by one person only the server knows.
const seatsOf = ({ unit, candidates }: Chains): Map<string, Seat> =>
  new Map(
    candidates.map(({ post, role, name, vacant }) => [
      post,
      { _id: post, role, org: unit, person: vacant ? '' : post, name },
    ]),
  )
