import { spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { Button, Field, tell } from '@/components'
import type { TermRow } from './row'

const KINDS = { pause: '中止计时到', extend: '延期到' }

/** A request that waits: who asks, on which basis; for who may decide, 同意 and 不同意. */
export function Grant({ term, asked }: { term: TermRow; asked: NonNullable<TermRow['asked']> }) {
  const [refusing, setRefusing] = useState(false)
  const words = useRef('')
  const { send, problem } = useSend('term.grant', { title: `批准 · ${term.title}` })
  const decide = async (agreed: boolean) => {
    if (!agreed && !refusing) {
      setRefusing(true)
      return
    }
    if (!agreed && !words.current.trim()) return tell('请写一句理由')
    const { state } = await send({ term: term.id, agreed, ...(agreed ? {} : { words: words.current }) })
    if (state === 'kept') tell(KEPT)
    if (state === 'done') tell(agreed ? '已同意' : '已退回，期限不变')
  }
  return (
    <View className="term-form">
      <Text className="term-asked">
        {asked.name}申请{KINDS[asked.kind]}
        {spokenDay(asked.until)}：{asked.reason}
      </Text>
      <Text className="row-hint">依据：{asked.basis}</Text>
      {term.may.grant ? (
        <>
          {refusing ? (
            <Field
              label="不同意的理由"
              required
              onChange={value => {
                words.current = value
              }}
            />
          ) : null}
          {problem ? <Text className="field-error">{problem.message}</Text> : null}
          <View className="term-doors">
            <Button kind="danger" text="不同意" onPress={() => decide(false)} />
            {refusing ? null : <Button text="同意" onPress={() => decide(true)} />}
          </View>
        </>
      ) : null}
    </View>
  )
}
