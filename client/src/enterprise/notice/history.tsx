import type { Photo } from '@domain/evidence'
import { serviceWays, serviceWords } from '@domain/service'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components'
import { names, type Tone } from '@/components/names'
import { Pictures } from '@/components/pictures'
import { momentOf, type Notice } from './standing'

interface Happened {
  at: number
  what: string
  tone?: Tone
  words?: string
  photos?: readonly Photo[]
}

/** What happened, in the order of time. */
function happenedIn({ service, acknowledgedAt, answers, reviews }: Notice): Happened[] {
  return [
    ...(service ? [servedBy(service)] : []),
    ...(acknowledgedAt ? [{ at: acknowledgedAt, what: '您已签收' }] : []),
    ...answers.map(({ at, words, photos }) => ({ at, what: '您提交了整改材料', words, photos })),
    ...reviews.map(({ at, passed, remark, photos }) => ({
      at,
      what: passed ? '✓ 复查合格' : '■ 复查不合格',
      tone: passed ? ('green' as const) : ('red' as const),
      words: remark,
      photos,
    })),
  ].sort((a, b) => a.at - b.at)
}

function servedBy(service: NonNullable<Notice['service']>): Happened {
  const words = [serviceWays[service.way].name, serviceWords(service)].filter(Boolean).join('，')
  return { at: service.at, what: '通知书送达', words }
}

export function History({ notice }: { notice: Notice }) {
  return (
    <Card title="办理经过">
      {happenedIn(notice).map(({ at, what, tone, words, photos }) => (
        <View key={`${at}${what}`} className="happened">
          <View className="happened-head">
            <Text className={names('happened-what', tone && `tone-${tone}`)}>{what}</Text>
            <Text className="happened-at">{momentOf(at)}</Text>
          </View>
          {words ? <Text className="happened-words">{words}</Text> : null}
          {photos?.length ? <Pictures photos={photos} addresses={notice.addresses} label={what} /> : null}
        </View>
      ))}
    </Card>
  )
}
