import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCall, useSession } from '@/cloud'
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
  return (
    <Page query={query} offline="可以照常填写，联网后自动发送；没有送达以前，授权不生效。">
      {found => (
        <View>
          <View>
            {!asked && own.length > 1 ? (
              <Card title="哪个岗位">
                <Chips
                  label="哪个岗位"
                  single
                  options={own.map(({ id, roleName, orgName }) => ({
                    value: id,
                    label: `${orgName} ${roleName}`,
                  }))}
                  value={[post]}
                  onChange={([next]) => next && setChosen(next)}
                />
              </Card>
            ) : null}
          </View>
          {found.away ? (
            <Running key={found.post} post={found} />
          ) : (
            <Plan key={found.post} post={found} item={item} />
          )}
        </View>
      )}
    </Page>
  )
}
