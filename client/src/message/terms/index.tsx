import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call, type OutputOf, problemOf, useCall, useSession } from '@/cloud'
import { Button, Choice, Page, useRefresh } from '@/components'
import './index.scss'
import { TermCard } from './term'

type Terms = OutputOf<'term.list'>

/** 期限: what runs out when, mine or my unit's; ask for more time, or grant it. */
export default function TermsPage() {
  const { unit } = useRouter().params
  const posts = useSession().data?.posts
  const own = posts?.find(({ role }) => role !== 'enterprise' && role !== 'admin')?.org
  const [scope, setScope] = useState<'mine' | 'unit'>(unit ? 'unit' : 'mine')
  const asked = scope === 'unit' && (unit ?? own) ? { unit: unit ?? own } : {}
  const query = useCall('term.list', asked as { unit?: string }, { keep: true })
  useRefresh(query)
  return (
    <Page
      query={query}
      offline="看到的是上次的内容，申请会在联网后发送。"
      headline={
        <View className="terms-scope">
          <Choice
            label="看谁的期限"
            options={[
              { value: 'mine', label: '我的' },
              { value: 'unit', label: '本单位' },
            ]}
            value={scope}
            onChange={setScope}
          />
        </View>
      }
      empty={({ rows }) =>
        rows.length === 0 && {
          title: scope === 'mine' ? '没有压在您手上的期限' : '本单位没有正在计时的期限',
          text: '有了新的期限，会在到一半、八成和最后一天提醒。',
        }
      }
    >
      {terms => (
        <List key={`${scope} ${terms.rows[0]?.id}`} first={terms} asked={asked as { unit?: string }} />
      )}
    </Page>
  )
}

function List({ first, asked }: { first: Terms; asked: { unit?: string } }) {
  const [more, setMore] = useState<Pick<Terms, 'rows' | 'next'>>({
    rows: [],
    ...(first.next ? { next: first.next } : {}),
  })
  const [failed, setFailed] = useState<string>()
  const goOn = async () => {
    if (!more.next) return
    setFailed(undefined)
    try {
      const page = await call('term.list', { ...asked, after: more.next })
      setMore(now => ({ rows: [...now.rows, ...page.rows], ...(page.next ? { next: page.next } : {}) }))
    } catch (error) {
      setFailed(problemOf(error).message)
    }
  }
  return (
    <>
      {[...first.rows, ...more.rows].map(term => (
        <TermCard key={term.id} term={term} today={first.today} />
      ))}
      <View className="empty-text">
        {failed ? <Text className="field-error">{failed}</Text> : null}
        {more.next ? <Button kind="plain" text="看更晚到期的" onPress={goOn} /> : null}
      </View>
    </>
  )
}
