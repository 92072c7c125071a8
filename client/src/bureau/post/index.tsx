import { spokenDay, writtenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type OutputOf, useCall } from '@/cloud'
import { Card, Page, Row, useRefresh } from '@/components'
import { Standing } from '../parts/standing'
import { Move } from './move'
import { Release } from './release'
import { Renew } from './renew'
import { TakeOver } from './take-over'

export type Post = OutputOf<'office.post'>

/** 岗位: who holds it and held it, and what the head can do with it. Parameter: `post`. */
export default function Screen() {
  const { post = '' } = useRouter().params
  const query = useCall('office.post', { post }, { keep: true })
  useRefresh(query)
  return (
    <Page query={query} offline="可以照常办理，联网后自动发送。">
      {found => (
        <View>
          <Who post={found} />
          <View>{found.may.manage && found.vacant ? <TakeOver post={found} /> : null}</View>
          <View>{found.vacant ? null : <Doings post={found} />}</View>
          <History post={found} />
        </View>
      )}
    </Page>
  )
}

function Who({ post }: { post: Post }) {
  const { roleName, name, vacant, orgName, teamName, since, certificate, away } = post
  return (
    <Card title={vacant ? '无人的岗位' : name} more={<Standing post={post} />}>
      <Row
        label={roleName}
        hint={[orgName, teamName].filter(Boolean).join(' · ')}
        value={since ? `${writtenDay(since)}起` : ''}
      />
      <View>
        {certificate ? (
          <Row
            label="执法证"
            value={certificate.number}
            hint={
              certificate.warning ??
              (certificate.until ? `有效期至${writtenDay(certificate.until)}` : '还没有登记有效期')
            }
          />
        ) : null}
      </View>
      <View>
        {away ? (
          <Row
            label={away.now ? '正在外出' : '将外出'}
            hint={`${spokenDay(away.from)}至${spokenDay(away.to)}，${away.reason}`}
            value={`由${away.name}代理`}
          />
        ) : null}
      </View>
      <View>
        {vacant ? (
          <Text className="row-hint">未办完的工作都在这个岗位上，有人接任后由他办理，期限照常计算。</Text>
        ) : null}
      </View>
    </Card>
  )
}

type Doing = 'move' | 'renew' | 'release'

/** What can be done with it; one at a time is open. */
function Doings({ post }: { post: Post }) {
  const [open, setOpen] = useState<Doing>()
  const { may, teams, certificate } = post
  const toggle = (doing: Doing) => setOpen(now => (now === doing ? undefined : doing))
  const done = () => setOpen(undefined)
  return (
    <View>
      <View>
        {may.away ? (
          <Card>
            <Row
              label="外出授权"
              hint={post.away ? '查看或结束' : '外出、休假时，请同事代为审批和办理'}
              onPress={() => Taro.navigateTo({ url: `/bureau/away/index?post=${post.post}` })}
            />
          </Card>
        ) : null}
      </View>
      <View>
        {may.manage && teams.length ? (
          <Card>
            <Row label="调整所队" hint="岗位连同未办完的工作一起调整" onPress={() => toggle('move')} />
            <View>{open === 'move' ? <Move post={post} onDone={done} /> : null}</View>
          </Card>
        ) : null}
      </View>
      <View>
        {may.manage && certificate && !post.own ? (
          <Card>
            <Row label="登记换证" hint="看过新证件后登记" onPress={() => toggle('renew')} />
            <View>{open === 'renew' ? <Renew post={post} onDone={done} /> : null}</View>
          </Card>
        ) : null}
      </View>
      <View>
        {may.manage ? (
          <Card>
            <Row label="离任" hint="岗位和工作交给接任人，或暂时空缺" onPress={() => toggle('release')} />
            <View>{open === 'release' ? <Release post={post} onDone={done} /> : null}</View>
          </Card>
        ) : null}
      </View>
    </View>
  )
}

function History({ post }: { post: Post }) {
  const before = post.holders.filter(({ to }) => to).reverse()
  if (!before.length) return null
  return (
    <Card title="历任">
      {before.map(({ name, from, to }) => (
        <Row
          key={`${name}${from}${to}`}
          label={name}
          hint={`${writtenDay(from)}至${to ? writtenDay(to) : ''}`}
        />
      ))}
    </Card>
  )
}
