import { dayOf, spokenDay, timeOf, writtenDay } from '@domain/calendar'
import type { Answer } from '@domain/check'
import { checklists, shortName } from '@domain/checklist'
import { enterpriseKinds } from '@domain/enterprise'
import { Image, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type OutputOf, photoUrl, useCall, useOutbox } from '@/cloud'
import { BarButton, Card, names, Page, picture, Row, say, Tag, useRefresh } from '@/components'
import { Pictures } from '@/components/pictures'
import { momentOf } from '../parts/times'
import './index.scss'

type CheckRecord = OutputOf<'inspection.read'>

const tones = {
  符合: 'green',
  基本符合: undefined,
  不符合: 'red',
  不适用: undefined,
  无法检查: 'amber',
} as const

function Given({ answer, name, record }: { answer: Answer; name: string; record: CheckRecord }) {
  const tone = tones[answer.result]
  return (
    <View className="given">
      <View className="given-head">
        <Text className="given-name">{name}</Text>
        <Tag word={answer.result} {...(tone ? { tone } : {})} />
      </View>
      {answer.note ? <Text className="given-note">{answer.note}</Text> : null}
      {answer.photos?.length ? (
        <Pictures photos={answer.photos} addresses={record.addresses} label={name} />
      ) : null}
    </View>
  )
}

const givenIn = (record: CheckRecord, group: string) =>
  checklists[record.kind]
    .filter(row => row.group === group)
    .flatMap(row => {
      const answer = record.answers.find(one => one.item === row.id)
      return answer ? { answer, name: shortName(row) } : []
    })

const isWorth = ({ answer }: { answer: Answer }) => answer.result !== '符合' || !!answer.photos?.length

/** A group in which something is to be seen: that is open, the rest unfolds. */
function Group({ group, record }: { group: string; record: CheckRecord }) {
  const [all, setAll] = useState(false)
  const given = givenIn(record, group)
  const worth = given.filter(isWorth)
  const good = given.filter(({ answer }) => answer.result === '符合').length
  return (
    <Card title={group} more={`${good}/${given.length}项符合`}>
      {(all ? given : worth).map(({ answer, name }) => (
        <Given key={answer.item} answer={answer} name={name} record={record} />
      ))}
      {worth.length < given.length ? (
        <View
          className="given-more"
          onClick={() => setAll(!all)}
          {...say('button', `${group}，${all ? '收起' : '看全部'}`)}
        >
          <Text>{all ? '收起' : `看全部${given.length}项`}</Text>
        </View>
      ) : null}
    </Card>
  )
}

/** Groups in which all is well: a line each. */
function Well({ groups, record }: { groups: string[]; record: CheckRecord }) {
  const [open, setOpen] = useState('')
  if (!groups.length) return null
  return (
    <Card title="都符合的">
      {groups.map(group => {
        const given = givenIn(record, group)
        return (
          <View key={group}>
            <View
              className="well"
              onClick={() => setOpen(open === group ? '' : group)}
              {...say('button', `${group}，${given.length}项符合，${open === group ? '收起' : '看全部'}`)}
            >
              <Text className="well-name">{group}</Text>
              <Text className="well-count">✓ {given.length}项符合</Text>
            </View>
            <View>
              {open === group
                ? given.map(({ answer, name }) => (
                    <Given key={answer.item} answer={answer} name={name} record={record} />
                  ))
                : null}
            </View>
          </View>
        )
      })}
    </Card>
  )
}

const hows = { signed: '已签名', refused: '拒签', absent: '无人在场' } as const

function Ending({ record }: { record: CheckRecord }) {
  const { present, signature } = record
  const file = signature.how === 'signed' ? signature.picture.file : ''
  const [local, setLocal] = useState('')
  useEffect(() => {
    if (signature.how === 'signed') void photoUrl(signature.picture).then(setLocal)
  }, [signature])
  const url = record.addresses[file] ?? local
  return (
    <Card title="企业签名" more={hows[signature.how]}>
      {present ? (
        <Row label={present.name} hint={`${present.duty}${present.phone ? `，${present.phone}` : ''}`} />
      ) : null}
      {signature.how === 'signed' ? (
        <View className="ending-sign">
          <Image className="ending-image" mode="aspectFit" src={url} {...picture('企业在场人的签名')} />
        </View>
      ) : (
        <Text className="given-note">{signature.reason}</Text>
      )}
    </Card>
  )
}

/** 协办确认, from his own account. */
function confirmedBy(said: CheckRecord['confirmation']): string {
  if (!said) return '▲ 待协办本人确认'
  if (said.agreed) return `✓ ${momentOf(said.at)} 已确认`
  return `■ ${said.name}${said.present ? '不同意' : '说明'}：${said.words}`
}

/** Not on the server yet: said, so that nobody looks for it there. */
function Waiting({ check }: { check: string }) {
  const item = useOutbox().items.find(one => one.id === check && one.state !== 'done')
  if (!item) return null
  const stopped = item.state === 'refused' || item.state === 'conflict'
  return (
    <View className={names('banner', stopped && 'banner-bad')}>
      <Text>
        {stopped
          ? `■ 没有被接收：${item.problem?.message ?? ''}。请在“我的”中打开修改。`
          : '▲ 这份记录还在手机上，联网后自动发送。'}
      </Text>
    </View>
  )
}

function Written({ record }: { record: CheckRecord }) {
  const groups = Array.from(new Set(checklists[record.kind].map(row => row.group)))
  const worth = (group: string) => givenIn(record, group).some(isWorth)
  const found = record.answers.filter(one => one.result === '不符合').length
  const day = dayOf(record.startedAt)
  return (
    <View>
      <View>
        <Waiting check={record._id} />
      </View>
      <Card>
        <Text className="record-name">{record.enterpriseName}</Text>
        <View className="record-line">
          <Tag
            word={record.outcome}
            {...(found ? { tone: 'red' } : record.outcome === '未发现问题' ? { tone: 'green' } : {})}
          />
          <Text className="record-kind">
            {enterpriseKinds[record.kind]}｜{record.unitName}
          </Text>
        </View>
        <View className="record-facts">
          <Row
            label="检查时间"
            value={
              <View>
                <Text>{writtenDay(day)}</Text>
                <Text className="record-number">
                  {timeOf(record.startedAt)} 至 {timeOf(record.finishedAt)}
                </Text>
              </View>
            }
          />
          {record.officers.map((officer, at) => (
            <Row
              key={officer.post}
              label={at ? '协办' : '主办'}
              {...(at && record.confirmation !== undefined ? { hint: confirmedBy(record.confirmation) } : {})}
              value={
                <View>
                  <Text>{officer.name}</Text>
                  <Text className="record-number">{officer.certificate}</Text>
                </View>
              }
            />
          ))}
          <Row
            label="亮证、告知"
            value={`✓ ${timeOf(record.shownAt)}　✓ ${timeOf(record.toldAt)}`}
            {...(dayOf(record.receivedAt) === day
              ? {}
              : { hint: `${spokenDay(dayOf(record.receivedAt))}上传` })}
          />
        </View>
      </Card>
      {groups.filter(worth).map(group => (
        <Group key={group} group={group} record={record} />
      ))}
      <Well groups={groups.filter(group => !worth(group))} record={record} />
      <Ending record={record} />
      {record.remark ? (
        <Card title="备注">
          <Text className="given-note">{record.remark}</Text>
        </Card>
      ) : null}
      <Text className="record-foot">
        {momentOf(record.receivedAt)} 收到，检查表 {record.edition} 版
      </Text>
    </View>
  )
}

// The second officer's confirmation comes first: it has a day.
function barOf(record: CheckRecord | undefined, { confirm, order }: Record<'confirm' | 'order', () => void>) {
  const ordering = { text: '责令改正', onPress: order }
  if (record?.mayConfirm)
    return {
      bar: <BarButton text="协办确认" onPress={confirm} {...(record.mayOrder ? { second: ordering } : {})} />,
    }
  return record?.mayOrder ? { bar: <BarButton {...ordering} /> } : {}
}

/** 检查记录, to read. Parameter: `check`. */
export default function Screen() {
  const { check = '' } = useRouter().params
  const query = useCall('inspection.read', { check }, { keep: true, fresh: 60_000 })
  useRefresh(query)
  const confirm = () => void Taro.navigateTo({ url: `/bureau/confirm/index?check=${check}` })
  const order = () => void Taro.navigateTo({ url: `/officer/notice/index?check=${check}` })
  return (
    <Page query={query} {...barOf(query.data, { confirm, order })}>
      {record => <Written record={record} />}
    </Page>
  )
}
