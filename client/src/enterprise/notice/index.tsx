import { daysBetween } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useCall } from '@/cloud'
import { Card, Days, Page, Row, Steps, useRefresh } from '@/components'
import { before, NoticePaper } from '@/components/notice-paper'
import { Acknowledge } from './acknowledge'
import { AnswerForm, KeptAnswer } from './answer'
import { History } from './history'
import './index.scss'
import { type Notice, standingOf } from './standing'
import { useAnswer } from './use-answer'

/** 责令改正, the enterprise's side: how long, what to do, how to show it is done; the paper itself below. */
export default function EnterpriseNotice() {
  const { notice = '', item } = useRouter().params
  const query = useCall('enforcement.read', { notice }, { keep: true })
  useRefresh(query)
  return <Page query={query}>{answered => <Screen notice={answered} item={item} />}</Page>
}

function Screen({ notice, item }: { notice: Notice; item: string | undefined }) {
  const answering = useAnswer(notice, item)
  return (
    <>
      <Standing notice={notice} />
      <View>
        {answering.kept ? <KeptAnswer item={answering.kept} onCorrect={answering.correct} /> : null}
      </View>
      <View>{notice.may.acknowledge ? <Acknowledge notice={notice} /> : null}</View>
      <Demands notice={notice} />
      <View>{answering.open ? <AnswerForm notice={notice._id} answering={answering} /> : null}</View>
      <Contact notice={notice} />
      <History notice={notice} />
      <View className="section">
        <Text>通知书全文</Text>
      </View>
      <NoticePaper
        {...notice}
        number={notice.paper.number}
        numberedOn={notice.paper.numberedOn}
        sealed={notice.paper.state === 'sealed' || notice.paper.state === 'served'}
      />
      <View className={answering.open ? 'bar-space' : ''} />
    </>
  )
}

/** First of all: how many days, how many things, and what is to be done now. */
function Standing({ notice }: { notice: Notice }) {
  const { tone, title, text, done, stopped } = standingOf(notice)
  const given = notice.servedOn ? daysBetween(notice.servedOn, notice.deadline) : undefined
  return (
    <Card {...(tone ? { tone } : {})}>
      <View>
        {notice.open ? (
          <Days
            left={notice.daysLeft}
            until={`${before(notice.deadline)}改好`}
            {...(given ? { total: given } : {})}
          >
            <Text className="todo">要做 {notice.demands.length} 件事</Text>
          </Days>
        ) : null}
      </View>
      <View className="standing">
        <Text className="standing-title">{title}</Text>
        <Text className="standing-text">{text}</Text>
      </View>
      <Steps steps={['签收', '整改', '复查', '办结']} done={done} {...(stopped ? { stopped } : {})} />
    </Card>
  )
}

function Demands({ notice }: { notice: Notice }) {
  return (
    <Card title={notice.open ? `要做 ${notice.demands.length} 件事` : `改正的 ${notice.demands.length} 件事`}>
      {notice.demands.map((demand, at) => (
        <View key={demand.item} className="demand">
          <Text className="demand-number">{at + 1}</Text>
          <View className="demand-main">
            <Text className="demand-fact">{demand.fact}</Text>
            <Text className="demand-correction">要求：{demand.correction}</Text>
          </View>
        </View>
      ))}
    </Card>
  )
}

function Contact({ notice }: { notice: Notice }) {
  return (
    <Card title="有不明白的，请找承办人">
      {notice.officers.map(officer => (
        <Row
          key={officer.certificate || officer.name}
          label={officer.name}
          hint={`执法证号 ${officer.certificate}`}
        />
      ))}
      <Text className="row-hint">
        {notice.bureau}。确有困难需要延期，或者对通知有不同意见要陈述申辩，都请在期限内提出。
      </Text>
    </Card>
  )
}
