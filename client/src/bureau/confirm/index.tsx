import { dayOf, spokenDay, timeOf } from '@domain/calendar'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, type OutputOf, useCall, useSend } from '@/cloud'
import { BarButton, Card, Page, Row, Tag, TextArea, tell, useRefresh } from '@/components'

type CheckRecord = OutputOf<'inspection.read'>

/** 协办确认: the second officer says from his own account whether the record is what he saw. Parameter: `check`. */
export default function Screen() {
  const { check = '' } = useRouter().params
  const query = useCall('inspection.read', { check }, { keep: true })
  useRefresh(query)
  if (query.data?.mayConfirm) return <Say record={query.data} />
  return (
    <Page query={query}>
      {record => (
        <View>
          <What record={record} />
          <Said record={record} />
        </View>
      )}
    </Page>
  )
}

function What({ record }: { record: CheckRecord }) {
  const [first, second] = record.officers
  const found = record.answers.filter(({ result }) => result === '不符合')
  const day = spokenDay(dayOf(record.startedAt))
  return (
    <Card title={record.enterpriseName}>
      <Row
        label="结论"
        value={<Tag word={record.outcome} {...(found.length ? { tone: 'red' } : { tone: 'green' })} />}
      />
      <Row label="检查时间" value={`${day} ${timeOf(record.startedAt)} 至 ${timeOf(record.finishedAt)}`} />
      <Row label="主办" value={first.name} />
      <Row label="协办" value={second.name} />
      {found.map(({ item, note }) => (
        <Row key={item} label={`${item} 不符合`} hint={note ?? '见照片'} />
      ))}
      <Row
        label="看完整记录"
        hint={`${record.answers.length} 项，含照片和签名`}
        onPress={() => Taro.navigateTo({ url: `/officer/record/index?check=${record._id}` })}
      />
    </Card>
  )
}

function Say({ record }: { record: CheckRecord }) {
  const [words, setWords] = useState('')
  const [disagrees, setDisagrees] = useState(false)
  const [wrong, setWrong] = useState('')
  const { send, problem } = useSend('inspection.confirm', {
    title: `协办确认 · ${record.enterpriseName}`,
    page: `/bureau/confirm/index?check=${record._id}`,
  })
  const say = async (agreed: boolean) => {
    if (!agreed && !words.trim()) return setWrong('请写明哪里与现场不符')
    const { state } = await send({ check: record._id, agreed, ...(words.trim() ? { words } : {}) })
    if (state === 'done') tell(agreed ? '已确认' : '已告知主办和本局负责人')
    if (state === 'kept') tell(KEPT)
  }
  const other = {
    text: disagrees ? '返回' : '不一致',
    onPress: () => setDisagrees(!disagrees),
  }
  return (
    <Page
      bar={
        <BarButton
          note="记录与您当时看到的一致吗？"
          error={wrong || problem?.message}
          second={other}
          {...(disagrees
            ? { text: '提交，不同意', busyText: '正在提交', kind: 'danger', onPress: () => say(false) }
            : { text: '一致，确认', busyText: '正在确认', onPress: () => say(true) })}
        />
      }
    >
      <What record={record} />
      <View>
        {disagrees ? (
          <Card title="哪里与现场不符">
            <TextArea
              label="情况说明"
              required
              maxlength={300}
              hint="主办和本局负责人会看到；已签名的记录不改，由主办补充说明。"
              error={wrong || undefined}
              onChange={text => {
                setWords(text)
                if (wrong) setWrong('')
              }}
            />
          </Card>
        ) : null}
      </View>
    </Page>
  )
}

function Said({ record }: { record: CheckRecord }) {
  const { confirmation } = record
  if (!confirmation)
    return (
      <Card title="等待协办确认">
        <Row label={`由${record.officers[1].name}用自己的账号确认`} hint="检查记录送达后24小时内" />
      </Card>
    )
  const { agreed, present, name, words, at } = confirmation
  return (
    <Card
      tone={agreed ? 'green' : 'red'}
      title={agreed ? '✓ 协办已确认' : present ? '■ 协办不同意' : '■ 协办没有确认'}
      more={`${spokenDay(dayOf(at))} ${timeOf(at)}`}
    >
      <Row label={name} {...(words ? { hint: words } : {})} />
    </Card>
  )
}
