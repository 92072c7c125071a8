import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, type OutputOf, useCall, useSend } from '@/cloud'
import { BarButton, Card, Page, Row, say, Tag, tell, useRefresh } from '@/components'
import './index.scss'
import { momentOf, waitedOf } from '@/components/times'

type Waiting = OutputOf<'approval.list'>['rows'][number]

/** Most that go in one write; domain/approval. */
const TOGETHER = 20

/** 待我批: what waits for me and for those I stand in for; what burdens nobody can be agreed to together. */
export default function WaitingForMe() {
  const [after, setAfter] = useState<string>()
  const query = useCall('approval.list', after ? { after } : {}, { keep: !after })
  useRefresh(query)
  return (
    <Page
      query={query}
      empty={({ rows, next }) =>
        !rows.length &&
        !next &&
        (after
          ? { title: '后面没有了', action: { text: '回到最前面', onPress: () => setAfter(undefined) } }
          : { title: '没有等您审批的文书', text: '有新的送审，会在消息里提醒您。' })
      }
    >
      {({ rows, next }) => <List rows={rows} next={next} onNext={setAfter} />}
    </Page>
  )
}

interface ListProps {
  rows: readonly Waiting[]
  next: string | undefined
  onNext: (after: string) => void
}

function List({ rows, next, onNext }: ListProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const light = rows.filter(row => row.read !== undefined).slice(0, TOGETHER)
  const single = rows.filter(row => !light.includes(row))
  const { send, problem } = useSend('approval.agreeAll', { title: '批量同意', page: '/approve/index' })
  const picked = light.filter(row => chosen.includes(row.id))
  const turn = (id: string) =>
    setChosen(now => (now.includes(id) ? now.filter(one => one !== id) : [...now, id]))
  const agree = async () => {
    const papers = picked.map(({ id, read = '' }) => ({ paper: id, read }))
    const { state } = await send({ papers })
    if (state !== 'done' && state !== 'kept') return
    setChosen([])
    tell(state === 'kept' ? KEPT : `已同意 ${papers.length} 份`)
  }
  return (
    <View className={picked.length ? 'bar-space' : ''}>
      <View>
        {single.length ? (
          <Card title={`逐份打开 ${single.length} 份`}>
            {single.map(row => (
              <Row
                key={row.id}
                label={row.title}
                hint={hintOf(row)}
                value={<Mark row={row} />}
                spoken={row.title}
                onPress={() => open(row.id)}
              />
            ))}
          </Card>
        ) : null}
      </View>
      <View>
        {light.length ? (
          <Card
            title={`可以一起同意 ${light.length} 份`}
            more={
              <View
                className="link-touch"
                onClick={() => setChosen(picked.length === light.length ? [] : light.map(row => row.id))}
                {...say('button', picked.length === light.length ? '都不选' : '全选')}
              >
                <Text className="link">{picked.length === light.length ? '都不选' : '全选'}</Text>
              </View>
            }
          >
            <Text className="row-hint">这些文书不给当事人增加负担。要看内容，点右边“打开”。</Text>
            {light.map(row => (
              <Light key={row.id} row={row} on={chosen.includes(row.id)} onTurn={() => turn(row.id)} />
            ))}
          </Card>
        ) : null}
      </View>
      <View>
        {next ? (
          <Card>
            <Row label="后面还有" onPress={() => onNext(next)} />
          </Card>
        ) : null}
      </View>
      <View>
        {picked.length ? (
          <BarButton
            text={`同意选中的 ${picked.length} 份`}
            busyText="正在提交"
            onPress={agree}
            error={problem?.message}
          />
        ) : null}
      </View>
    </View>
  )
}

const hintOf = ({ authorName, since, until }: Waiting): string =>
  until === undefined
    ? `${authorName}，${waitedOf(since, Date.now())}`
    : `${authorName}，措施已采取，${momentOf(until)}前补办批准`

/** What is out of the ordinary with a paper; a plain one has its kind. */
function Mark({ row }: { row: Waiting }) {
  if (row.until !== undefined) return <Tag word="补批" tone="amber" />
  if (row.vacant) return <Tag word="审批人已离岗" tone="amber" />
  if (row.forName) return <Tag word={`代${row.forName}`} tone="act" />
  return null
}

function Light({ row, on, onTurn }: { row: Waiting; on: boolean; onTurn: () => void }) {
  return (
    <View className="light">
      <View className="light-pick" onClick={onTurn} {...say('checkbox', row.title, { checked: on })}>
        <Text className={on ? 'light-box light-on' : 'light-box'}>{on ? '✓' : ''}</Text>
        <View className="light-main">
          <Text>{row.title}</Text>
          <Text className="row-hint">
            {hintOf(row)}
            {row.forName ? `，代${row.forName}` : ''}
          </Text>
        </View>
      </View>
      <View className="light-open" onClick={() => open(row.id)} {...say('button', `打开${row.title}`)}>
        <Text>打开</Text>
      </View>
    </View>
  )
}

const open = (paper: string) => void Taro.navigateTo({ url: `/approve/paper/index?paper=${paper}` })
