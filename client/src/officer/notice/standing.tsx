import { daysBetween, spokenDay } from '@domain/calendar'
import { noticeStates } from '@domain/notice'
import { serviceWays, serviceWords } from '@domain/service'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Item, useCall, useOutbox } from '@/cloud'
import { Card, Days, names, Page, Row, Skeleton, Steps, Tag, type Tone, useRefresh } from '@/components'
import { before, NoticePaper } from '@/components/notice-paper'
import { Pictures } from '@/components/pictures'
import { openPaper } from '../parts/open-paper'
import { momentOf } from '../parts/times'
import { Approval } from './approval'
import { type Notice, STEPS, type StepProps } from './notice'
import { Review } from './review'
import { Complete, Seal, Serve, Void } from './steps'

/** Steps of 送审, 批准, 盖章, 送达 that are behind. */
const DONE: Record<Notice['paper']['state'], number> = {
  draft: 0,
  pending: 1,
  approved: 2,
  numbered: 2,
  sealed: 3,
  served: 4,
  void: 0,
}

/** What a paper waits for that is not yet approved. */
const APPROVAL: Partial<Record<Notice['paper']['state'], string>> = { draft: '待修改', pending: '待审批' }

const tones: Partial<Record<Notice['state'], Tone>> = {
  answered: 'act',
  failed: 'red',
  closed: 'green',
}

/** What of this notice is still on the phone. */
const useWaiting = (notice: string): Item | undefined =>
  useOutbox().items.find(
    item =>
      item.path.startsWith('enforcement.') &&
      item.state !== 'done' &&
      (item.content as { notice?: string } | undefined)?.notice === notice,
  )

function Waiting({ item }: { item: Item }) {
  const stopped = item.state === 'refused' || item.state === 'conflict'
  return (
    <View className={names('banner', stopped && 'banner-bad')}>
      <Text>
        {stopped
          ? `■ ${item.title.split(' · ')[0]}没有被接收：${item.problem?.message ?? ''}`
          : `▲ ${item.title.split(' · ')[0]}已存在手机上，联网后自动发送。`}
      </Text>
    </View>
  )
}

/** How far the paper is, and how many days are left: what the officer came to see. */
function Progress({ notice }: { notice: Notice }) {
  const { state, paper } = notice
  const urgent: Tone | undefined =
    notice.urgency === 'overdue' ? 'red' : notice.urgency === 'soon' ? 'amber' : undefined
  const tone = tones[state] ?? urgent
  const waits = state === 'drafted' ? APPROVAL[paper.state] : undefined
  const stopped = state === 'void' ? '作废' : notice.approval?.returned ? '已退回' : undefined
  return (
    <Card {...(tone ? { tone } : {})}>
      <View className="notice-head">
        <Text className="notice-name">{notice.enterpriseName}</Text>
        <Tag word={waits ?? noticeStates[state]} {...(tones[state] ? { tone: tones[state] } : {})} />
      </View>
      <View>
        {notice.open ? (
          <Days
            left={notice.daysLeft}
            until={`${before(notice.deadline)}改好，${notice.demands.length}件事`}
            {...(notice.servedOn ? { total: daysBetween(notice.servedOn, notice.deadline) } : {})}
          />
        ) : null}
        {state === 'closed' && notice.closedOn ? (
          <Text className="notice-say">{spokenDay(notice.closedOn)}复查合格，已办结。</Text>
        ) : null}
        {state === 'void' ? (
          <Text className="notice-say">
            {notice.voided
              ? `${momentOf(notice.voided.at)}作废：${notice.voided.reason}。编号不再使用。`
              : ''}
          </Text>
        ) : null}
        {state === 'drafted' ? (
          <Text className="notice-say">
            {notice.announced
              ? `公告送达中，${spokenDay(notice.announced.counts)}期满，次日起登记送达`
              : `${before(notice.deadline)}改好，${notice.demands.length}件事`}
          </Text>
        ) : null}
      </View>
      <View>
        {state === 'closed' ? null : (
          <Steps steps={STEPS} done={DONE[paper.state]} {...(stopped ? { stopped } : {})} />
        )}
      </View>
    </Card>
  )
}

interface Told {
  at: number
  what: string
  tone?: Tone
  words?: string
  photos?: Notice['answers'][number]['photos']
}

function toldIn(notice: Notice): Told[] {
  const { service, announced, sealed } = notice
  return [
    ...notice.answers.map(({ at, words, photos }) => ({ at, what: '企业提交整改材料', words, photos })),
    ...notice.reviews.map(({ at, passed, remark, photos }) => ({
      at,
      what: passed ? '✓ 复查合格' : '■ 复查不合格',
      tone: passed ? ('green' as const) : ('red' as const),
      words: remark,
      photos,
    })),
    ...(notice.acknowledgedAt ? [{ at: notice.acknowledgedAt, what: '企业已在手机上签收' }] : []),
    ...(service ? [servedAs(service)] : []),
    ...(announced ? [{ ...servedAs(announced), tone: 'amber' as const, what: '▲ 公告送达中' }] : []),
    ...(sealed?.picture ? [{ at: sealed.at, what: '已加盖公章', photos: [sealed.picture] }] : []),
  ].sort((a, b) => b.at - a.at)
}

const servedAs = (service: NonNullable<Notice['service']>): Told => ({
  at: service.at,
  what: serviceWays[service.way].name,
  words: serviceWords(service),
  photos: service.evidence,
})

/** What happened since service, the newest first. */
function Told({ notice }: { notice: Notice }) {
  const told = toldIn(notice)
  if (!told.length) return null
  return (
    <Card title="整改与复查">
      {told.map(({ at, what, tone, words, photos }) => (
        <View key={`${at}${what}`} className="told">
          <View className="told-head">
            <Text className={names('told-what', tone && `tone-${tone}`)}>{what}</Text>
            <Text className="told-at">{momentOf(at)}</Text>
          </View>
          {words ? <Text className="told-words">{words}</Text> : null}
          {photos?.length ? <Pictures photos={photos} addresses={notice.addresses} label={what} /> : null}
        </View>
      ))}
    </Card>
  )
}

function Whole({ notice, refetch }: { notice: Notice; refetch: () => Promise<unknown> }) {
  const { may, paper } = notice
  const waiting = useWaiting(notice._id)
  // What waits in the outbox will change what may be done; until then nothing is offered twice.
  const [held, setHeld] = useState(false)
  const free = held || !waiting || waiting.state === 'refused' || waiting.state === 'conflict'
  const instead = waiting && free ? waiting : undefined
  const hold: StepProps['hold'] = async work => {
    setHeld(true)
    const result = await work
    if (result.state === 'done') await refetch()
    setHeld(false)
    return result
  }
  return (
    <View className="notice">
      <View>{waiting && !held ? <Waiting item={waiting} /> : null}</View>
      <Progress notice={notice} />
      <View>
        <Approval notice={notice} />
      </View>
      <View>
        <Told notice={notice} />
      </View>
      <View>
        {free && may.seal ? <Seal notice={notice} instead={instead} hold={hold} /> : null}
        {free && may.serve ? <Serve notice={notice} instead={instead} hold={hold} /> : null}
        {free && may.complete ? <Complete notice={notice} instead={instead} hold={hold} /> : null}
        {free && may.review ? (
          <Review key={notice.state} notice={notice} instead={instead} hold={hold} />
        ) : null}
      </View>
      <NoticePaper
        bureau={notice.bureau}
        enterpriseName={notice.enterpriseName}
        demands={notice.demands}
        deadline={notice.deadline}
        number={paper.number}
        numberedOn={paper.numberedOn}
        sealed={paper.state === 'sealed' || paper.state === 'served'}
      />
      <Card>
        <Row
          label="检查记录"
          hint={`${notice.officers.map(one => one.name).join('、')}，现场检查`}
          onPress={() => Taro.navigateTo({ url: `/officer/record/index?check=${notice.check}` })}
        />
        <Row label="文书 PDF" onPress={() => openPaper(notice._id, 'pdf')} />
        <Row label="文书 Word" onPress={() => openPaper(notice._id, 'docx')} />
      </Card>
      <View>{free && may.void ? <Void notice={notice} instead={instead} hold={hold} /> : null}</View>
    </View>
  )
}

/** One notice: where it stands, and the next thing to do with it. */
export function Standing({ notice }: { notice: string }) {
  const query = useCall('enforcement.read', { notice }, { keep: true })
  useRefresh(query)
  return (
    <Page query={query} skeleton={<Skeleton cards={3} />}>
      {found => <Whole notice={found} refetch={query.refetch} />}
    </Page>
  )
}
