import { addDays, spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { Button, Chips, Choice, DateField, TextArea, tell } from '@/components'
import { NotifyMe } from '@/components/notify-me'
import type { TermRow } from './row'

const REASONS = {
  extend: ['案情复杂', '需要补充证据', '等待上级答复'],
  pause: ['等待检验结果', '等待鉴定', '公告期间'],
}
type Kind = keyof typeof REASONS

/** Asks for more time: why, and until when. On which basis and how far at most is the law's, told by the server. */
export function AskForm({ term, today, onDone }: { term: TermRow; today: string; onDone: () => void }) {
  const offers = { extend: term.may.extend, pause: term.may.pause }
  const [kind, setKind] = useState<Kind>(offers.extend && 'no' in offers.extend ? 'pause' : 'extend')
  const [until, setUntil] = useState('')
  const [turn, setTurn] = useState(0)
  const reason = useRef('')
  const [sent, setSent] = useState(false)
  const { send, problem } = useSend('term.ask', {
    title: `${kind === 'extend' ? '申请延期' : '申请中止计时'} · ${term.title}`,
    page: '/message/terms/index',
  })
  const offer = offers[kind]
  const refused = offer && 'no' in offer ? offer.no : undefined
  const open = offer && !('no' in offer) ? offer : undefined

  const press = async () => {
    if (!reason.current.trim()) return tell('请写明理由')
    if (!open?.until && !until) return tell('请选择日期')
    const { state } = await send({
      term: term.id,
      kind,
      reason: reason.current,
      ...(open?.until ? {} : { until }),
    })
    if (state === 'kept') tell(KEPT)
    if (state === 'done' || state === 'kept') setSent(true)
  }
  if (sent)
    return (
      <View className="term-form">
        <Text>已送负责人批准，批准前期限不变。</Text>
        <NotifyMe kinds={['result']} text="有结果时通知我" />
        <Button kind="plain" text="知道了" onPress={onDone} />
      </View>
    )
  return (
    <View className="term-form">
      <Choice
        label="申请什么"
        options={[
          { value: 'extend', label: '延期' },
          { value: 'pause', label: '中止计时' },
        ]}
        value={kind}
        onChange={next => {
          setKind(next)
          setUntil('')
        }}
      />
      {refused ? <Text className="field-error">{refused}</Text> : null}
      {open ? (
        <View key={kind}>
          <Text className="row-hint">依据：{open.basis}</Text>
          {open.until ? (
            <Text className="term-asked">准了以后，期限为{spokenDay(open.until)}。</Text>
          ) : (
            <DateField
              label={kind === 'extend' ? '延到哪一天' : '中止到哪一天'}
              hint={`最晚${spokenDay(open.latest)}`}
              required
              value={until}
              start={kind === 'extend' ? addDays(term.due, 1) : today}
              end={open.latest}
              onChange={setUntil}
            />
          )}
          <Chips
            label="理由"
            single
            options={REASONS[kind].map(value => ({ value, label: value }))}
            value={REASONS[kind].filter(value => value === reason.current)}
            onChange={([word]) => {
              reason.current = word ?? ''
              setTurn(turn + 1)
            }}
          />
          <View key={turn}>
            <TextArea
              label="理由"
              required
              defaultValue={reason.current}
              placeholder="点上面的词，或自己写"
              maxlength={200}
              onChange={value => {
                reason.current = value
              }}
            />
          </View>
          {problem ? <Text className="field-error">{problem.message}</Text> : null}
          <Button text="送负责人批准" busyText="正在送出" onPress={press} />
        </View>
      ) : null}
      <Button kind="plain" text="不申请了" onPress={onDone} />
    </View>
  )
}
