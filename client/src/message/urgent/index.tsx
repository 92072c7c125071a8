import { dayOf, spokenDay, timeOf } from '@domain/calendar'
import { urgentKinds } from '@domain/urgent'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { KEPT, type OutputOf, useCall, useSend, useSession } from '@/cloud'
import { BarButton, Card, Page, Row, Steps, Tag, TextArea, type Tone, tell, useRefresh } from '@/components'
import { Pictures } from '@/components/pictures'
import './index.scss'

type Urgent = OutputOf<'urgent.read'>
type State = Urgent['state']

const tones: Record<State, Tone> = { sent: 'red', read: 'act', answered: 'green' }
const DONE: Record<State, number> = { sent: 1, read: 2, answered: 3 }
const momentOf = (at: number) => `${spokenDay(dayOf(at))} ${timeOf(at)}`

/** 重大情况: all of them, or one with who has read it and when. */
export default function UrgentPage() {
  const { urgent } = useRouter().params
  return urgent ? <One urgent={urgent} /> : <All />
}

const REPORTERS = ['head', 'deputy', 'leader', 'officer']

function All() {
  // By the posts, not by the list: a grave thing is reported where no list can be loaded, too.
  const reports = useSession().data?.posts.some(({ role }) => REPORTERS.includes(role))
  const query = useCall('urgent.list', {}, { keep: true })
  useRefresh(query)
  return (
    <Page
      query={query}
      empty={({ rows }) =>
        rows.length === 0 && {
          title: '还没有报告过重大情况',
          text: '出了事故、重大案件，先报告，再处置，材料可以后补。',
        }
      }
      bar={
        reports ? (
          <BarButton
            text="报告重大情况"
            onPress={() => void Taro.navigateTo({ url: '/message/report/index' })}
          />
        ) : undefined
      }
    >
      {({ rows }) => (
        <Card>
          {rows.map(row => (
            <Row
              key={row.id}
              label={row.what}
              hint={`${row.unitName} · ${urgentKinds[row.kind]} · ${momentOf(row.at)} · ${row.by}`}
              value={<Tag word={row.stateName} tone={tones[row.state]} />}
              spoken={`${row.what}，${row.stateName}`}
              onPress={() => void Taro.navigateTo({ url: `/message/urgent/index?urgent=${row.id}` })}
            />
          ))}
        </Card>
      )}
    </Page>
  )
}

function One({ urgent }: { urgent: string }) {
  const query = useCall('urgent.read', { urgent }, { keep: true })
  useRefresh(query)
  const { data } = query
  useReceipt(data)
  return (
    <Page query={query} bar={data?.may.answer ? <Answer urgent={data} /> : undefined}>
      {found => <Report urgent={found} />}
    </Page>
  )
}

/** Opening it is reading it (已阅); it is noted once. */
function useReceipt(urgent: Urgent | undefined): void {
  const { send } = useSend('urgent.receive', { title: '已阅重大情况' })
  const done = useRef(false)
  useEffect(() => {
    if (!urgent || urgent.seen || done.current) return
    done.current = true
    void send({ urgent: urgent._id })
  })
}

function Report({ urgent }: { urgent: Urgent }) {
  return (
    <>
      <Card title={urgentKinds[urgent.kind]} more={urgent.unitName} tone={tones[urgent.state]}>
        <Text className="urgent-what">{urgent.what}</Text>
        <Text className="row-hint">
          {momentOf(urgent.when)}，{urgent.where}
          {urgent.enterpriseName ? `，${urgent.enterpriseName}` : ''}
        </Text>
        <Text className="row-hint">
          {urgent.by.name}（{urgent.by.duty}）{momentOf(urgent.at)}报告
        </Text>
        <View>
          {urgent.photos.length ? (
            <Pictures photos={urgent.photos} addresses={urgent.addresses} label="现场照片" />
          ) : null}
        </View>
        <Steps steps={['送达', '市局阅看', '批示']} done={DONE[urgent.state]} />
      </Card>
      <View>
        {urgent.answers.length ? (
          <Card title="批示" tone="act">
            {urgent.answers.map(answer => (
              <Row key={answer.at} label={answer.words} hint={`${answer.name} ${momentOf(answer.at)}`} />
            ))}
          </Card>
        ) : null}
      </View>
      <Card title="送达和阅看">
        {urgent.to.map(one => {
          const read = urgent.read.find(({ post }) => post === one.post)
          return (
            <Row
              key={one.post}
              label={`${one.name}（${one.duty}）`}
              hint={`已送达 ${momentOf(urgent.at)}`}
              value={
                read ? (
                  <Tag word={`已阅 ${timeOf(read.at)}`} tone="green" />
                ) : (
                  <Tag word="未阅" tone="amber" />
                )
              }
            />
          )
        })}
        {urgent.read
          .filter(read => !urgent.to.some(one => one.post === read.post))
          .map(read => (
            <Row
              key={read.person}
              label={`${read.name}（${read.duty}）`}
              value={<Tag word={`已阅 ${timeOf(read.at)}`} tone="green" />}
            />
          ))}
        {urgent.to.some(one => one.city) ? null : (
          <Text className="field-error">市局还没有可以接收的岗位，请立即电话报告。</Text>
        )}
      </Card>
    </>
  )
}

function Answer({ urgent }: { urgent: Urgent }) {
  const words = useRef('')
  const { send, problem } = useSend('urgent.answer', {
    title: `批示 · ${urgentKinds[urgent.kind]}`,
    page: `/message/urgent/index?urgent=${urgent._id}`,
  })
  const press = async () => {
    if (!words.current.trim()) return tell('请写批示')
    const { state } = await send({ urgent: urgent._id, words: words.current })
    if (state === 'kept') tell(KEPT)
    if (state === 'done') tell('批示已发出')
  }
  return (
    <>
      <Card>
        <TextArea
          label="批示"
          maxlength={300}
          onChange={value => {
            words.current = value
          }}
        />
      </Card>
      <BarButton text="发出批示" busyText="正在发出" onPress={press} error={problem?.message} />
    </>
  )
}
