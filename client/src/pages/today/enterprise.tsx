import { spokenDay } from '@domain/calendar'
import type { NoticeState } from '@domain/notice'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card, Days, Page, Row, Tag, type Tone } from '@/components'
import { dueOf } from '../due'
import type { TodayOf, TodayProps } from './types'

type Notice = TodayOf<'enterprise'>['notices'][number]

/** The state as the one who has to act reads it: what is his to do. */
const states: Record<NoticeState, string> = {
  drafted: '',
  served: '请打开看看要改什么',
  acknowledged: '改好后请上传材料',
  answered: '材料已交，等待复查',
  failed: '复查没有通过，请继续整改',
  closed: '复查合格，已办结',
  void: '已作废',
}

const open = (notice: Notice) => Taro.navigateTo({ url: `/enterprise/notice/index?notice=${notice.id}` })

/** What is asked of the enterprise, and by when. */
export function Enterprise({ today, query }: TodayProps<'enterprise'>) {
  const asked = today.notices
    .filter(notice => notice.open && notice.state !== 'answered')
    .sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0))
  const answered = today.notices.filter(notice => notice.state === 'answered')
  const done = today.notices.filter(notice => !notice.open)
  const name = today.notices[0]?.enterpriseName
  return (
    <Page headline={name ?? today.name} under={`${today.name} · ${spokenDay(today.today)}`} query={query}>
      <View>
        {asked.length ? (
          <Text className="ask">
            {asked.length === 1 ? '有 1 份通知书要您整改' : `有 ${asked.length} 份通知书要您整改`}
          </Text>
        ) : (
          <Card tone="green" title="✓ 目前没有要您整改的事项">
            <Text className="row-hint">今后收到责令改正通知书，会在这里写明要做什么、什么时候前做完。</Text>
          </Card>
        )}
      </View>
      {asked.map(notice => (
        <Asked key={notice.id} notice={notice} today={today.today} />
      ))}
      <Rest title="材料已交，等待复查" word="待复查" notices={answered} />
      <Rest title="已办结" word="已办结" tone="green" notices={done} />
    </Page>
  )
}

interface RestProps {
  title: string
  word: string
  tone?: Tone
  notices: readonly Notice[]
}

/** Where nothing is to be done at present. */
function Rest({ title, word, tone, notices }: RestProps) {
  return (
    <View>
      {notices.length ? (
        <Card title={title}>
          {notices.map(notice => (
            <Row
              key={notice.id}
              label={notice.number}
              hint={`${spokenDay(notice.deadline)}前，${notice.demands} 件事`}
              value={<Tag word={word} {...(tone ? { tone } : {})} />}
              onPress={() => open(notice)}
            />
          ))}
        </Card>
      ) : null}
    </View>
  )
}

function Asked({ notice, today }: { notice: Notice; today: string }) {
  const { left, tone } = dueOf(notice.deadline, today)
  return (
    <Card
      {...(tone ? { tone } : {})}
      onPress={() => open(notice)}
      label={`${notice.number}，要做${notice.demands}件事，${states[notice.state]}`}
    >
      <Days left={left} total={Math.max(notice.given ?? 0, left)} until={`${spokenDay(notice.deadline)}前`}>
        <Text className="asked-count">要做 {notice.demands} 件事</Text>
      </Days>
      <View className="asked-state">
        <Row label={states[notice.state]} hint={notice.number} value={<View className="row-arrow" />} />
      </View>
    </Card>
  )
}
