import { dayOf, timeOf } from '@domain/calendar'
import type { Photo } from '@domain/evidence'
import {
  missingIn,
  postings,
  type ServiceField,
  type ServiceWay,
  serviceWays,
  type Way,
  wayNames,
} from '@domain/service'
import { Picker, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, type OutputOf, useDraftState, useOutbox, useSend } from '@/cloud'
import { BarButton, Card, Chips, DateField, Field, Framed, Photos, Row, TextArea, tell } from '@/components'
import { ColleagueChoice, likely, rememberColleague } from '@/components/colleague'
import { leave } from '@/components/leave'

/** What is served. */
export interface Served {
  path: 'paper.serve' | 'enforcement.serve'
  id: string
  title: string
  number: string
  to: string
  /** It goes to another office: one is enough to hand it over. */
  office: boolean
  page: string
}

type Facts = Pick<OutputOf<'paper.serving'>, 'colleagues' | 'accounts' | 'address'>
type Told = {
  way: ServiceWay
  colleague: string
  on: string
  time: string
  evidence: Photo[]
  said: Partial<Record<ServiceField, string>>
}

const LONG: readonly ServiceField[] = ['refusal', 'reason']

const WAYS = wayNames.map(value => ({ value, label: serviceWays[value].name }))
const RELATIONS = ['法定代表人、负责人', '负责收件的人', '代理人', '指定代收人', '同住成年家属']

/** The form of one service: what its way asks, and nothing more (程序规定 82). */
export function ServiceForm({
  subject,
  enterprise,
  facts,
}: {
  subject: Served
  enterprise: string | undefined
  facts: Facts
}) {
  const now = Date.now()
  const [told, setTold, draft] = useDraftState<Told>(`service/${subject.id}`, () => ({
    way: 'direct',
    colleague: likely(facts.colleagues),
    on: dayOf(now),
    time: timeOf(now),
    evidence: [],
    said: {},
  }))
  const [missing, setMissing] = useState<{ field: string; message: string }>()
  const refused = useOutbox().items.find(
    item =>
      item.path === subject.path &&
      (item.state === 'refused' || item.state === 'conflict') &&
      [
        (item.content as { paper?: string; notice?: string })?.paper,
        (item.content as { notice?: string })?.notice,
      ].includes(subject.id),
  )
  const { send, problem } = useSend(subject.path, {
    title: `送达登记 · ${subject.number || subject.title}`,
    page: subject.page,
    ...(refused ? { instead: refused.id } : {}),
  })
  const way: Way = serviceWays[told.way]
  const wrong = missing ?? (problem?.field ? { field: problem.field, message: problem.message } : undefined)
  const errorAt = (field: string) => (wrong?.field === field ? wrong.message : undefined)
  const put = (field: ServiceField, value: string) => {
    if (missing?.field === field) setMissing(undefined)
    draft.set(before => ({ ...before, said: { ...before.said, [field]: value } }))
  }

  const press = async () => {
    const { colleague, on, time, evidence, said, way: chosen } = draft.value
    const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value?.trim()))
    const asked = (serviceWays[chosen] as Way).asks.map(({ field }) => field as string)
    const own = Object.fromEntries(Object.entries(filled).filter(([field]) => asked.includes(field)))
    const [lacks] = missingIn({ way: chosen, evidence, ...own })
    setMissing(lacks)
    if (lacks) return tell(lacks.message)
    if (!subject.office && !colleague) {
      setMissing({ field: 'colleague', message: '请选择协办人员' })
      return tell('请选择协办人员')
    }
    const content = {
      ...(subject.path === 'paper.serve' ? { paper: subject.id } : { notice: subject.id }),
      way: chosen,
      ...(colleague ? { colleague } : {}),
      at: Date.parse(`${on}T${time}:00+08:00`),
      ...own,
      ...(evidence.length ? { evidence } : {}),
    }
    const { state } = await send(content as never)
    if (state !== 'done' && state !== 'kept') return
    draft.clear()
    if (colleague) rememberColleague(colleague)
    tell(state === 'kept' ? KEPT : chosen === 'public' ? '已登记公告，期满后再登记送达' : '已登记送达')
    leave()
  }

  return (
    <View className="paper-page">
      <Card title={subject.title} more={subject.number}>
        <View>{subject.to ? <Text className="paper-of">{subject.to}</Text> : null}</View>
        <Chips
          label="送达方式"
          single
          options={WAYS}
          value={[told.way]}
          onChange={([next]) => {
            setMissing(undefined)
            if (next) setTold(before => ({ ...before, way: next }))
          }}
        />
        <View>{way.hint ? <Text className="paper-say">{way.hint}</Text> : null}</View>
      </Card>
      <View key={told.way}>
        <Card title={way.name} more={`程序规定 ${way.article}`}>
          {way.asks.map(({ field, label, required, hint }) => {
            const frame = {
              label,
              ...(required ? { required } : {}),
              ...(hint ? { hint } : {}),
              ...(errorAt(field) ? { error: errorAt(field) } : {}),
            }
            if (field === 'posted')
              return (
                <Options
                  key={field}
                  frame={frame}
                  options={Object.entries(postings).map(([value, name]) => ({ value, label: name }))}
                  first={told.said[field]}
                  onChange={value => put(field, value)}
                />
              )
            if (field === 'relation')
              return (
                <Options
                  key={field}
                  frame={frame}
                  options={RELATIONS.map(value => ({ value, label: value }))}
                  first={told.said[field]}
                  onChange={value => put(field, value)}
                />
              )
            if (field === 'account')
              return (
                <Account
                  key={field}
                  frame={frame}
                  accounts={facts.accounts}
                  enterprise={enterprise}
                  first={told.said[field]}
                  onChange={value => put(field, value)}
                />
              )
            const Input = LONG.includes(field) ? TextArea : Field
            return (
              <Input
                key={field}
                {...frame}
                maxlength={LONG.includes(field) ? 300 : 60}
                defaultValue={told.said[field] ?? ''}
                onChange={value => put(field, value)}
              />
            )
          })}
          <View className="moment">
            <DateField
              label={way.dated}
              required
              value={told.on}
              end={dayOf(now)}
              {...(errorAt('at') ? { error: errorAt('at') } : {})}
              onChange={on => setTold(before => ({ ...before, on }))}
            />
            <Picker
              mode="time"
              value={told.time}
              onChange={event => setTold(before => ({ ...before, time: event.detail.value }))}
              aria-label="几时几分"
            >
              <View className="field-box">
                <Text>{told.time}</Text>
              </View>
            </Picker>
          </View>
          <Photos
            direct
            label={way.pictures.label}
            value={told.evidence}
            {...(errorAt('evidence') ? { error: errorAt('evidence') } : {})}
            onChange={evidence => {
              setMissing(undefined)
              setTold(before => ({ ...before, evidence }))
            }}
          />
        </Card>
      </View>
      <Card title="送达人">
        <ColleagueChoice
          colleagues={facts.colleagues}
          value={told.colleague}
          onChange={colleague => setTold(before => ({ ...before, colleague }))}
        />
        <View>
          {errorAt('colleague') ? <Text className="field-error">{errorAt('colleague')}</Text> : null}
        </View>
        <View>{subject.office ? <Text className="paper-say">送其他机关的，一人送达即可。</Text> : null}</View>
      </Card>
      <BarButton
        text={told.way === 'public' ? '登记公告' : '登记送达'}
        busyText="正在登记"
        onPress={press}
        error={problem && !problem.field ? problem.message : undefined}
      />
    </View>
  )
}

interface Frame {
  label: string
  required?: boolean
  hint?: string
  error?: string | undefined
}

function Options(props: {
  frame: Frame
  options: { value: string; label: string }[]
  first: string | undefined
  onChange: (value: string) => void
}) {
  const [value, setValue] = useState(props.first ?? '')
  return (
    <Framed {...props.frame}>
      <Chips
        label={props.frame.label}
        single
        options={props.options}
        value={[value]}
        onChange={([next]) => {
          setValue(next ?? '')
          props.onChange(next ?? '')
        }}
      />
    </Framed>
  )
}

/** Where electronic service may go: what was signed, and nothing else. */
function Account(props: {
  frame: Frame
  accounts: readonly string[]
  enterprise: string | undefined
  first: string | undefined
  onChange: (value: string) => void
}) {
  const { frame, accounts, enterprise } = props
  if (accounts.length)
    return (
      <Options
        frame={frame}
        options={accounts.map(value => ({ value, label: value }))}
        first={props.first}
        onChange={props.onChange}
      />
    )
  return (
    <View>
      <Text className="field-error">▲ 还没有登记同意电子送达的送达地址确认书，不能电子送达。</Text>
      <View>
        {enterprise ? (
          <Row
            label="登记送达地址确认书"
            onPress={() => Taro.navigateTo({ url: `/paper/address/index?enterprise=${enterprise}` })}
          />
        ) : null}
      </View>
    </View>
  )
}
