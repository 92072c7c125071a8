import { dayOf, spokenDay, timeOf } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call, type OutputOf, person, problemOf, useCall, useSend, useSession } from '@/cloud'
import { Button, Card, Page, Row, Tag, tell, useRefresh } from '@/components'
import { NotifyMe } from '@/components/notify-me'
import { usePerson } from '../person'
import { showUnread } from './badge'
import './index.scss'

type Inbox = OutputOf<'message.inbox'>
type Message = Inbox['rows'][number]

/** 消息: what I was told, urgent and unread first; whoever opens one leaves a receipt. */
export default function Messages() {
  const who = usePerson()
  useDidShow(() => {
    if (!person()) void Taro.redirectTo({ url: '/pages/people/index' })
  })
  return who ? <Mine key={who} /> : <Page>{null}</Page>
}

function Mine() {
  const query = useCall('message.inbox', {}, { keep: true })
  useRefresh(query)
  const unread = query.data?.unread
  useEffect(() => {
    if (unread !== undefined) showUnread(unread)
  }, [unread])
  return (
    <Page query={query} offline="看到的是上次的消息，已读会在联网后登记。">
      {inbox => (
        <>
          <Places />
          <List key={`${inbox.rows[0]?.id} ${inbox.next}`} first={inbox} />
        </>
      )}
    </Page>
  )
}

/** What is kept in the package of 消息 and has no other door. */
function Places() {
  const post = useSession().data?.posts.find(({ role }) => role !== 'enterprise' && role !== 'admin')
  if (!post) return null
  const doors = [
    { text: '期限', url: '/message/terms/index' },
    { text: '重大情况', url: '/message/urgent/index' },
    ...(post.role === 'chief' ? [] : [{ text: '每日清单', url: `/message/sheet/index?unit=${post.org}` }]),
  ]
  return (
    <View className="doors">
      {doors.map(({ text, url }) => (
        <Button key={text} kind="second" text={text} onPress={() => void Taro.navigateTo({ url })} />
      ))}
    </View>
  )
}

function List({ first }: { first: Inbox }) {
  const [more, setMore] = useState<{ rows: Message[]; next: string | undefined }>({
    rows: [],
    next: first.next,
  })
  const [failed, setFailed] = useState<string>()
  const [opened, setOpened] = useState<readonly string[]>([])
  const { send } = useSend('message.read', { title: '消息已阅' })
  const rows = [...first.rows, ...more.rows]
  const isNew = (message: Message) => message.fresh && !message.mine && !opened.includes(message.id)
  const unread = rows.filter(isNew)

  const read = (messages: readonly Message[]) => {
    const ids = messages.filter(message => !message.mine && !opened.includes(message.id)).map(({ id }) => id)
    if (!ids.length) return
    setOpened(now => [...now, ...ids])
    return send({ messages: ids })
  }
  const open = (message: Message) => {
    void read([message])
    const { page: url } = message
    // Only a page of the tab bar is not navigated to.
    if (url) void Taro.navigateTo({ url }).catch(() => Taro.switchTab({ url }))
  }
  const goOn = async () => {
    if (!more.next) return
    setFailed(undefined)
    try {
      const page = await call('message.inbox', { after: more.next })
      setMore(now => ({ rows: [...now.rows, ...page.rows], next: page.next }))
    } catch (error) {
      setFailed(problemOf(error).message)
    }
  }
  const readAll = async () => {
    await read(unread.slice(0, 20))
    tell('已阅')
  }

  if (!rows.length)
    return (
      <Card>
        <Text className="row-hint">还没有消息。有事要您办、期限快到或者有了结果，都会在这里告诉您。</Text>
      </Card>
    )
  return (
    <>
      <Card
        title={
          unread.length
            ? `未读 ${first.unread > 99 ? '99+' : Math.min(first.unread, unread.length)}`
            : '全部已读'
        }
        more={
          unread.length ? (
            <Text className="link" onClick={readAll}>
              全部已阅
            </Text>
          ) : (
            ''
          )
        }
      >
        {rows.map(message => (
          <Line key={message.id} message={message} fresh={isNew(message)} onOpen={() => open(message)} />
        ))}
      </Card>
      <NotifyMe kinds={['due', 'todo']} text="有新消息时用微信通知我" />
      <View className="empty-text">
        {failed ? <Text className="field-error">{failed}</Text> : null}
        {more.next ? <Button kind="plain" text="看更早的消息" onPress={goOn} /> : null}
      </View>
    </>
  )
}

function Line({ message, fresh, onOpen }: { message: Message; fresh: boolean; onOpen: () => void }) {
  const { title, words, at, urgent, read } = message
  const other = read.length && !message.mine ? `${read[0]?.name}已阅` : ''
  return (
    <Row
      label={<Text className={fresh ? 'message-new' : 'message-read'}>{title}</Text>}
      hint={
        <>
          <Text className="message-words">{words}</Text>
          <Text className="message-at">
            {spokenDay(dayOf(at))} {timeOf(at)}
            {other ? ` · ${other}` : ''}
          </Text>
        </>
      }
      {...(urgent && fresh
        ? { value: <Tag word="紧急" tone="red" /> }
        : fresh
          ? { value: <Tag word="未读" tone="act" /> }
          : {})}
      spoken={`${fresh ? '未读，' : ''}${title}`}
      onPress={onOpen}
    />
  )
}
