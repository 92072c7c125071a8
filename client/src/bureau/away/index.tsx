import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Session, useCall, useSession } from '@/cloud'
import { Card, Chips, Page, useRefresh } from '@/components'
import { Plan } from './plan'
import { Running } from './running'

/** 外出授权: who acts while I am away. Parameters: `post`, one's own where it is not told; `item`, one that came back. */
export default function Screen() {
  const { post: asked, item } = useRouter().params
  const own = (useSession().data?.posts ?? []).filter(
    ({ role, standIn }) => !standIn && role !== 'enterprise' && role !== 'admin',
  )
  const [chosen, setChosen] = useState(asked ?? '')
  const post = chosen || own[0]?.id || ''
  const query = useCall('office.post', { post }, { keep: true, enabled: post !== '' })
  useRefresh(query)
  const which = !asked && own.length > 1 ? <Which posts={own} value={post} onChange={setChosen} /> : undefined
  if (query.data && !query.data.away)
    return <Plan key={query.data.post} post={query.data} item={item} which={which} />
  return (
    <Page query={query}>
      {found => (
        <View>
          <View>{which}</View>
          <Running key={found.post} post={found} />
        </View>
      )}
    </Page>
  )
}

interface WhichProps {
  posts: Session['posts']
  value: string
  onChange: (post: string) => void
}

/** Whoever holds several posts may leave each to somebody else. */
function Which({ posts, value, onChange }: WhichProps) {
  return (
    <Card title="哪个岗位">
      <Chips
        label="哪个岗位"
        single
        options={posts.map(({ id, roleName, orgName }) => ({ value: id, label: `${orgName} ${roleName}` }))}
        value={[value]}
        onChange={([next]) => next && onChange(next)}
      />
    </Card>
  )
}
