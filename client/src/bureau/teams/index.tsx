import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type OutputOf, useCall } from '@/cloud'
import { Button, Card, Page, Row, Tag, useRefresh } from '@/components'
import { TeamForm } from './form'
import './index.scss'
import { Merge } from './merge'

type People = OutputOf<'office.people'>
export type Team = People['teams'][number]

/** 所队: which there are and what they answer for; the head sets up, changes and merges. Parameter: `unit`. */
export default function Screen() {
  const { unit = '' } = useRouter().params
  const query = useCall('office.people', { unit }, { keep: true })
  useRefresh(query)
  const [adding, setAdding] = useState(false)
  return (
    <Page query={query} headline={`${query.data?.unitName ?? ''}的所队`}>
      {people => (
        <View>
          <View>
            {people.teams.length ? null : (
              <Card title="还没有设所队">
                <Row label="设了所队以后" hint="同事申请岗位时可以选所队，任务和数字也能分到所队。" />
              </Card>
            )}
          </View>
          {people.teams.map(team => (
            <One key={team.id} team={team} people={people} />
          ))}
          <View>
            {people.may.manage ? (
              <Card>
                {adding ? (
                  <TeamForm unit={unit} onDone={() => setAdding(false)} />
                ) : (
                  <Button kind="second" text="设立所队" onPress={() => setAdding(true)} />
                )}
              </Card>
            ) : null}
          </View>
        </View>
      )}
    </Page>
  )
}

function One({ team, people }: { team: Team; people: People }) {
  const [open, setOpen] = useState<'change' | 'merge'>()
  const posts = people.posts.filter(post => post.team === team.id)
  const leader = posts.find(({ role, vacant }) => role === 'leader' && !vacant)
  const others = people.teams.filter(({ id }) => id !== team.id)
  const close = () => setOpen(undefined)
  return (
    <Card title={team.name} more={<Tag word={team.kindName} />}>
      <Row
        label={leader ? `负责人 ${leader.name}` : '还没有负责人'}
        hint={team.towns.length ? `辖区：${team.towns.join('、')}` : '没有分辖区'}
        value={`${posts.length} 个岗位`}
      />
      <View>
        {people.may.manage && !open ? (
          <View className="team-doings">
            <Button kind="plain" text="变更" onPress={() => setOpen('change')} />
            {others.length ? (
              <Button kind="plain" text="并入别的所队" onPress={() => setOpen('merge')} />
            ) : null}
          </View>
        ) : null}
      </View>
      <View>{open === 'change' ? <TeamForm team={team} onDone={close} /> : null}</View>
      <View>
        {open === 'merge' ? <Merge team={team} others={others} posts={posts.length} onDone={close} /> : null}
      </View>
    </Card>
  )
}
