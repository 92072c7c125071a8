import { spokenDay } from '@domain/calendar'
import { city, unitsIn } from '@domain/organisation'
import { Picker, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type OutputOf, useCall, useSession } from '@/cloud'
import { Card, Page, Row, Tag, useRefresh } from '@/components'
import { Standing } from '../parts/standing'
import './index.scss'

type People = OutputOf<'office.people'>
type Post = People['posts'][number]

/** 岗位和人员: posts without anybody first, then everybody by team. Parameter: `unit`. */
export default function Screen() {
  const { unit: own = '' } = useRouter().params
  const [unit, setUnit] = useState(own)
  const query = useCall('office.people', { unit }, { keep: true })
  useRefresh(query)
  const seesAll = useSession().data?.posts.some(({ role }) => role === 'chief' || role === 'admin')
  return (
    <Page query={query} headline={query.data?.unitName ?? ''}>
      {people => (
        <View>
          <View>{seesAll ? <Units unit={unit} onChange={setUnit} /> : null}</View>
          <Everybody people={people} />
        </View>
      )}
    </Page>
  )
}

const all = [city, ...unitsIn([city.id])]

function Units({ unit, onChange }: { unit: string; onChange: (unit: string) => void }) {
  return (
    <Picker
      mode="selector"
      range={all.map(({ name }) => name)}
      value={Math.max(
        all.findIndex(({ id }) => id === unit),
        0,
      )}
      onChange={event => onChange(all[Number(event.detail.value)]?.id ?? city.id)}
      aria-label="换一个单位"
    >
      <Card>
        <Row label="看别的单位" value={<View className="row-arrow" />} />
      </Card>
    </Picker>
  )
}

// In a bureau people look for those who answer for it first.
const ranks = ['chief', 'head', 'deputy', 'legal', 'leader', 'officer']
const inOrder = (a: Post, b: Post) =>
  ranks.indexOf(a.role) - ranks.indexOf(b.role) || (a.name < b.name ? -1 : 1)

function Everybody({ people }: { people: People }) {
  const { teams, may, unit } = people
  const vacant = people.posts.filter(post => post.vacant)
  const held = people.posts.filter(post => !post.vacant).sort(inOrder)
  const ending = held.filter(({ certificate }) => certificate && certificate.standing !== 'valid')
  const away = held.filter(post => post.away)
  const inTeam = (team: string | undefined) => held.filter(post => post.team === team)
  const rest = held.filter(post => !teams.some(({ id }) => id === post.team))
  return (
    <View>
      <View>
        {vacant.length ? (
          <Card tone="amber" title="无人的岗位" more={`${vacant.length} 个`}>
            {vacant.map(post => (
              <Line key={post.post} post={post} />
            ))}
          </Card>
        ) : null}
      </View>
      <Text className="people-sum">
        {[
          `${held.length} 个在岗`,
          away.length && `${away.length} 人外出或将外出`,
          ending.length && `${ending.length} 人证件到期或将到期`,
        ]
          .filter(Boolean)
          .join('，')}
      </Text>
      <Team name={unit === city.id ? '市局' : '局机关'} posts={rest} />
      {teams.map(({ id, name, towns }) => (
        <Team key={id} name={name} towns={towns} posts={inTeam(id)} />
      ))}
      <View>
        {unit === city.id ? null : (
          <Card>
            <Row
              label="所队"
              hint={may.manage ? '设立、变更、撤并' : '有哪些所队，管哪些乡镇'}
              value={`${teams.length} 个`}
              onPress={() => Taro.navigateTo({ url: `/bureau/teams/index?unit=${unit}` })}
            />
          </Card>
        )}
      </View>
    </View>
  )
}

function Team({ name, towns = [], posts }: { name: string; towns?: string[]; posts: Post[] }) {
  const leader = posts.find(({ role }) => role === 'leader')
  return (
    <Card title={name} more={`${posts.length} 人`}>
      <View>{towns.length ? <Text className="row-hint">辖区：{towns.join('、')}</Text> : null}</View>
      <View>{towns.length && !leader ? <Tag tone="amber" word="还没有所长、股长" /> : null}</View>
      {posts.map(post => (
        <Line key={post.post} post={post} />
      ))}
      <View>{posts.length ? null : <Text className="row-hint">还没有人</Text>}</View>
    </Card>
  )
}

function Line({ post }: { post: Post }) {
  const { roleName, name, vacant, was, left, away } = post
  const hints = [
    vacant ? (was ? `${was}${left ? `${spokenDay(left)}` : ''}离任` : '还没有人担任过') : roleName,
    away && `${spokenDay(away.from)}至${spokenDay(away.to)}由${away.name}代理`,
    post.certificate?.warning,
  ]
  return (
    <Row
      label={vacant ? roleName : name}
      hint={hints.filter(Boolean).join('，')}
      value={<Standing post={post} />}
      spoken={`${vacant ? roleName : name}，${hints.filter(Boolean).join('，')}`}
      onPress={() => Taro.navigateTo({ url: `/bureau/post/index?post=${post.post}` })}
    />
  )
}
