import { spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { type OutputOf, queries, useSession } from '@/cloud'
import { Empty, Failed, names, Page, Skeleton, say, Tag, type Tone, tell } from '@/components'
import { OnlyKept, SearchBox, useEnterprises } from '@/components/enterprises'
import './index.scss'

type Found = OutputOf<'register.find'>
type Row = Found['rows'][number]

const enroll = (text: string) =>
  Taro.navigateTo({ url: `/officer/enroll/index?text=${encodeURIComponent(text)}` })

const toneOf = (outcome: string): { tone?: Tone } =>
  outcome.endsWith('不符合') ? { tone: 'amber' } : outcome === '未发现问题' ? { tone: 'green' } : {}

function Line({ row, own }: { row: Row; own: boolean }) {
  const open = () => {
    if (own) void Taro.navigateTo({ url: `/officer/check/index?enterprise=${row.id}` })
    else tell(`由${row.unitName}局负责检查`)
  }
  const { lastCheck } = row
  return (
    <View
      className={names('found', !own && 'found-foreign')}
      onClick={open}
      {...say('button', `${row.name}，${own ? '开始检查' : `由${row.unitName}局负责`}`)}
    >
      <Text className="found-name">{row.name}</Text>
      <Text className="found-line">
        {row.kind}
        {own ? '' : `｜${row.unitName}`}｜{row.address}
      </Text>
      <View className="found-last">
        {own ? (
          <>
            <Text className="found-when">
              {lastCheck ? `上次检查 ${spokenDay(lastCheck.on)}` : '还没有检查过'}
            </Text>
            {lastCheck ? <Tag word={lastCheck.outcome} {...toneOf(lastCheck.outcome)} /> : null}
            <Text className="found-go">去检查</Text>
          </>
        ) : (
          <Text className="found-when">由{row.unitName}局负责，这里只能查看</Text>
        )}
      </View>
    </View>
  )
}

interface PartProps {
  text: string
  /** Only those nobody has checked yet. */
  unchecked: boolean
  after: string | undefined
  /** Told where the list goes on; undefined at its end. */
  onMore: (after: string | undefined) => void
  own: (unit: string) => boolean
}

/** Twenty enterprises. A part of its own, so that what is shown already is not sent again. */
function Part({ text, unchecked, after, onMore, own }: PartProps) {
  const asked = { text, ...(unchecked ? { unchecked } : {}), ...(after ? { after } : {}) }
  const found = useEnterprises(asked)
  const { rows, next, kept, error } = found
  useEffect(() => {
    if (rows) onMore(next)
  }, [rows, next, onMore])

  if (rows?.length || kept)
    return (
      <View>
        <View>{kept ? <OnlyKept text={text} none={!rows?.length} /> : null}</View>
        {rows?.map(row => (
          <Line key={row.id} row={row} own={own(row.unit)} />
        ))}
      </View>
    )
  if (rows) return after ? null : unchecked && !text ? <AllChecked /> : <Nothing text={text} />
  if (!error) return <Skeleton cards={after ? 1 : 4} />
  return <Failed problem={error.problem} onRetry={found.refetch} safe="请检查网络后再试。" />
}

const AllChecked = () => (
  <Empty title="本局企业都检查过了" text="新建档的企业会出现在这里，直到第一次检查。" />
)

function Nothing({ text }: { text: string }) {
  if (!text)
    return (
      <Empty
        title="本局还没有企业档案"
        text="先为要检查的企业建档，再开始检查。"
        action={{ text: '新建企业档案', onPress: () => enroll('') }}
      />
    )
  return (
    <Empty
      title={`没有找到“${text}”`}
      text="请换企业名称中的两三个字，或输入统一社会信用代码的前六位再找。确实没有的，可以建档。"
      action={{ text: '新建企业档案', onPress: () => enroll(text) }}
    />
  )
}

/** 找企业: by any part of the name or the beginning of the credit code; nothing typed: the own unit's. */
export default function Screen() {
  const posts = useSession().data?.posts ?? []
  const [unchecked, setUnchecked] = useState(useRouter().params.unchecked === '1')
  const [text, setText] = useState('')
  const [parts, setParts] = useState<(string | undefined)[]>([undefined])
  const next = useRef<string>()

  const look = (typed: string) => {
    next.current = undefined
    setText(typed)
    setParts([undefined])
  }
  const turnChecked = () => {
    setUnchecked(!unchecked)
    look(text)
  }
  const onMore = useRef((after: string | undefined) => {
    next.current = after
  }).current
  useReachBottom(() => {
    const after = next.current
    if (after) setParts(now => (now.includes(after) ? now : [...now, after]))
  })
  usePullDownRefresh(() => {
    void queries.invalidateQueries().then(() => Taro.stopPullDownRefresh())
  })

  const own = (unit: string) => posts.some(post => post.role === 'officer' && post.org === unit)
  return (
    <Page>
      <View className="find">
        <SearchBox label="找企业" onText={look} />
        <View className="find-head">
          <Text>{text ? '全市企业' : '本局企业'}</Text>
          <View
            className="find-new"
            onClick={turnChecked}
            {...say('button', unchecked ? '看全部' : '只看未检查')}
          >
            <Text>{unchecked ? '✓ 只看未检查' : '只看未检查'}</Text>
          </View>
          <View className="find-new" onClick={() => enroll(text)} {...say('button', '新建企业档案')}>
            <Text>＋ 建档</Text>
          </View>
        </View>
        <View key={`${unchecked} ${text}`}>
          {parts.map((after, at) => (
            <Part
              key={after ?? ''}
              text={text}
              unchecked={unchecked}
              after={after}
              onMore={at === parts.length - 1 ? onMore : noMore}
              own={own}
            />
          ))}
        </View>
      </View>
    </Page>
  )
}

// A part further up has nothing to say about where the list goes on.
const noMore = () => {}
