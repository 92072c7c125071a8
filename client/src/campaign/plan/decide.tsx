import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { BarButton, Card, TextArea, tell } from '@/components'
import type { Read } from './plan'

/** The city's word: approve, or send back with the reason. */
export function Decide({ read }: { read: Read }) {
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const { send, busy, problem } = useSend('campaign.decidePlan', { title: `审阅方案 · ${read.unitName}` })
  const decide = async (approved: boolean) => {
    if (!approved && !words.trim()) return setMissing(true)
    setMissing(false)
    const { state } = await send({ campaign: read.campaign, unit: read.unit, approved, words })
    if (state === 'done') tell(approved ? '已批准' : '已退回修改')
    if (state === 'kept') tell(KEPT)
  }
  return (
    <>
      <Card title="审阅意见">
        <TextArea
          label="意见"
          maxlength={500}
          hint="退回修改时必须写明要改什么"
          error={missing ? '退回修改：请写明要改什么' : undefined}
          onChange={setWords}
        />
      </Card>
      <BarButton
        text="批准方案"
        busy={busy}
        error={problem?.message}
        onPress={() => decide(true)}
        second={{ text: '退回', onPress: () => decide(false) }}
      />
    </>
  )
}
