import { campaignStates, planStates } from '@domain/campaign'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { call, type OutputOf, problemOf, useCall } from '@/cloud'
import { BarButton, Button, Card, Page, Row, Tag, tell, useRefresh } from '@/components'

type Answer = OutputOf<'campaign.list'>
type Line = Answer['rows'][number]

const open = (id: string) => void Taro.navigateTo({ url: `/campaign/page/index?campaign=${id}` })

/** 专项行动: what runs, what is to be answered, what is over. */
export default function Campaigns() {
  const query = useCall('campaign.list', {}, { keep: true })
  useRefresh(query)
  return (
    <Page
      headline="专项行动"
      under="市局部署、各单位落实的集中行动"
      query={query}
      empty={answer =>
        answer.rows.length === 0 &&
        (answer.mayLead
          ? {
              title: '还没有专项行动',
              text: '可以按2021年电线电缆“联查联打联治”的通知做模板，换产品、换日期即可。',
              action: { text: '按模板新建', onPress: begin },
            }
          : { title: '还没有下发到本单位的专项行动', text: '市局下发后会在这里显示，并发消息提醒。' })
      }
      {...(query.data?.mayLead ? { bar: <BarButton text="按模板新建" onPress={begin} /> } : {})}
    >
      {answer => <List key={`${answer.rows[0]?.id} ${answer.next}`} first={answer} />}
    </Page>
  )
}

const begin = () => void Taro.navigateTo({ url: '/campaign/edit/index' })

function List({ first }: { first: Answer }) {
  const [more, setMore] = useState<{ rows: Line[]; next: string | undefined }>({ rows: [], next: first.next })
  const [asking, setAsking] = useState(false)
  const goOn = async () => {
    if (!more.next || asking) return
    setAsking(true)
    try {
      const page = await call('campaign.list', { after: more.next })
      setMore(now => ({ rows: [...now.rows, ...page.rows] as Line[], next: page.next }))
    } catch (error) {
      tell(problemOf(error).message)
    }
    setAsking(false)
  }
  useReachBottom(() => void goOn())
  return (
    <>
      <Card>
        {[...first.rows, ...more.rows].map(line => (
          <Row
            key={line.id}
            label={line.title}
            hint={`${line.number} · ${line.state === 'running' ? line.days.words : campaignStates[line.state]}`}
            value={<Standing line={line} />}
            spoken={line.title}
            onPress={() => open(line.id)}
          />
        ))}
      </Card>
      {more.next ? <Button kind="plain" text="看更多" busy={asking} onPress={goOn} /> : null}
    </>
  )
}

/** What a unit still owes; for the city how it stands. */
function Standing({ line }: { line: Line }) {
  const { mine } = line
  if (!mine?.open)
    return <Tag word={campaignStates[line.state]} {...(line.state === 'running' ? { tone: 'act' } : {})} />
  if (!mine.received)
    return <Tag word={mine.receiptLate ? '逾期未收' : '待确认'} tone={mine.receiptLate ? 'red' : 'amber'} />
  if (mine.planLate) return <Tag word="方案逾期" tone="red" />
  const tones = { drafting: 'amber', returned: 'amber', submitted: 'act', approved: 'green' } as const
  const words = { ...planStates, drafting: '待报方案', approved: '方案已批' }
  return <Tag word={words[mine.planState]} tone={tones[mine.planState]} />
}
