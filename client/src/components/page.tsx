import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type ProblemError, problemOf, useOnline, useSession } from '@/cloud'
import { useCare } from './care'
import { names, say } from './names'
import { Empty, type EmptyProps, Failed, Skeleton } from './states'

/** As much of `useCall`'s result as a page needs. */
export interface Answered<T> {
  data: T | undefined
  error: ProblemError | null
  isPending: boolean
  dataUpdatedAt: number
  refetch: () => Promise<unknown>
}

export interface PageProps<T> {
  /** 40rpx, at the top; without it the window's title is enough. */
  headline?: ReactNode
  /** Below it, quiet: 信丰县局·嘉定所 ｜ 可离线. */
  under?: ReactNode
  /** What `useCall` answered; until it is there the page shows bones, or what failed. */
  query?: Answered<T>
  /** What to say when there is nothing to show. */
  empty?: (data: T) => EmptyProps | undefined | false
  /** In place of the common bones. */
  skeleton?: ReactNode
  /** Said when there is no network, where nothing is ever sent. */
  offline?: string
  /** `<BarButton>`. */
  bar?: ReactNode
  /** With `query`, what makes the page of its answer. */
  children: ReactNode | ((data: T) => ReactNode)
}

/** The frame of every screen, with its five states: loading, empty, failed, offline, demo. */
export function Page<T = unknown>({
  headline,
  under,
  query,
  empty,
  skeleton,
  offline,
  bar,
  children,
}: PageProps<T>) {
  const care = useCare()
  return (
    <View
      className={names('page', bar !== undefined && 'page-bar', care && 'page-care')}
      {...(process.env.TARO_ENV === 'weapp' ? {} : say('main'))}
    >
      {/* One constant place for what comes and goes: a node that comes in the middle re-sends its siblings. */}
      <View>
        <Banners at={query?.data === undefined ? 0 : query.dataUpdatedAt} offline={offline} />
      </View>
      <View className="page-head">
        {headline ? <Text className="page-headline">{headline}</Text> : null}
        {under ? <Text className="page-under">{under}</Text> : null}
      </View>
      <View>
        <Content query={query} empty={empty} skeleton={skeleton}>
          {children}
        </Content>
      </View>
      <View>{bar}</View>
    </View>
  )
}

function Content<T>({
  query,
  empty,
  skeleton,
  children,
}: Pick<PageProps<T>, 'empty' | 'skeleton' | 'children'> & { query: Answered<T> | undefined }) {
  if (!query) return <>{typeof children === 'function' ? null : children}</>
  if (query.data === undefined) {
    if (query.error) return <Failed problem={problemOf(query.error)} onRetry={query.refetch} />
    return <>{skeleton ?? <Skeleton />}</>
  }
  const nothing = empty?.(query.data)
  if (nothing) return <Empty {...nothing} />
  return <>{typeof children === 'function' ? children(query.data) : children}</>
}

const clock = (at: number) => {
  const china = new Date(at + 8 * 3_600_000).toISOString()
  return `${Number(china.slice(5, 7))}月${Number(china.slice(8, 10))}日 ${china.slice(11, 16)}`
}

const WAITS = '可以照常填写，联网后自动发送。'

function Banners({ at, offline = WAITS }: { at: number; offline: string | undefined }) {
  const online = useOnline()
  const demo = useSession().data?.demo === true
  return (
    <>
      {online ? null : (
        <View className="banner">
          <Text>
            ▲ 现在没有网络，{offline}
            {at ? `所看内容是${clock(at)}的。` : ''}
          </Text>
        </View>
      )}
      {demo ? (
        <View className="banner banner-demo">
          <Text>● 演示数据：企业、人员和文书均为虚构</Text>
        </View>
      ) : null}
    </>
  )
}
