import { spokenDay } from '@domain/calendar'
import { planStates } from '@domain/campaign'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type ContentOf, useCall } from '@/cloud'
import { Button, Card, Page, Row, Tag, useRefresh } from '@/components'
import { Pictures } from '@/components/pictures'
import { Aim } from '../parts/aim'
import { momentOf } from '../parts/moments'
import { People } from '../parts/people'
import { refusedContent } from '../parts/refused'
import '../parts/parts.scss'
import { Decide } from './decide'
import { PlanForm } from './form'
import type { Read, Refused } from './plan'

const owes = ({ planState }: Read) => planState === 'drafting' || planState === 'returned'

/** One unit's plan: the unit fills it, the city reads it and decides, both see how far it is. */
export default function PlanPage() {
  const { item, ...params } = useRouter().params
  const refused = refusedContent<ContentOf<'campaign.submitPlan'>>(item)
  const { campaign = '', unit = '' } = refused ?? params
  const query = useCall('campaign.plan', { campaign, unit }, { keep: true })
  useRefresh(query)
  const read = query.data
  return (
    <Page
      headline={read ? `${read.unitName}方案` : ''}
      {...(read ? { under: read.title } : {})}
      query={query}
      empty={one =>
        !one.plan &&
        !one.may.submit && {
          title: one.open ? `${one.unitName}还没有报送方案` : '没有报送方案',
          text: one.received
            ? `${one.received.name} ${momentOf(one.received.at)}已确认收到，应在${spokenDay(one.planBy)}前报送。`
            : `还没有确认收到，应在${spokenDay(one.receiveBy)}前确认。`,
        }
      }
    >
      {one => <Content read={one} refused={refused && item ? { ...refused, item } : undefined} />}
    </Page>
  )
}

function Content({ read, refused }: { read: Read; refused: Refused | undefined }) {
  const [editing, setEditing] = useState(refused !== undefined)
  if (read.may.submit && (owes(read) || editing)) return <PlanForm read={read} refused={refused} />
  return (
    <>
      <Standing read={read} />
      {read.plan ? <Shown read={read} plan={read.plan} /> : null}
      <History read={read} />
      {read.may.decide ? <Decide read={read} /> : null}
      {read.may.submit ? (
        <Button kind="second" text="修改方案后重新报送" onPress={() => setEditing(true)} />
      ) : null}
    </>
  )
}

function Standing({ read }: { read: Read }) {
  const tones = { drafting: 'amber', returned: 'red', submitted: 'act', approved: 'green' } as const
  return (
    <Card>
      <Row
        label="方案"
        hint={owes(read) ? `应在${spokenDay(read.planBy)}前报送` : ''}
        value={<Tag word={planStates[read.planState]} tone={tones[read.planState]} />}
      />
      <Row
        label="确认收到"
        value={read.received ? `${read.received.name} ${momentOf(read.received.at)}` : '还没有'}
      />
    </Card>
  )
}

function Shown({ read, plan }: { read: Read; plan: NonNullable<Read['plan']> }) {
  return (
    <>
      <Card title="目标">
        <Text className="report-words">{plan.goals}</Text>
      </Card>
      <Card title="任务" more="只计行动期间">
        {plan.tasks.map(task => (
          <Aim key={task.id} {...task} />
        ))}
      </Card>
      <People title="领导小组和联系人" people={plan.people} />
      <View>
        {plan.pages.length ? (
          <Card title="方案原件">
            <Pictures photos={plan.pages} addresses={read.addresses} label="方案" />
          </Card>
        ) : null}
      </View>
    </>
  )
}

const stepWords = { submit: '报送', approve: '批准', return: '退回修改' } as const

function History({ read }: { read: Read }) {
  return (
    <View>
      {read.steps.length ? (
        <Card title="经过">
          {[...read.steps].reverse().map(step => (
            <Row
              key={step.at}
              label={`${step.name} ${stepWords[step.step]}`}
              hint={[momentOf(step.at), step.words].filter(Boolean).join(' · ')}
            />
          ))}
        </Card>
      ) : null}
    </View>
  )
}
