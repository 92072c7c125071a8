import { View } from '@tarojs/components'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { Button, Chips, Framed, tell } from '@/components'
import type { Post } from './index'

const NONE = 'none'

/** 调整所队: another team, or none. */
export function Move({ post, onDone }: { post: Post; onDone: () => void }) {
  const now = post.team ?? NONE
  const [team, setTeam] = useState(now)
  const { send, problem } = useSend('office.movePost', { title: `调整所队 · ${post.name}` })
  const move = async () => {
    if (team === now) return tell('请选择要调到的所队')
    const { state } = await send({ post: post.post, ...(team === NONE ? {} : { team }) })
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'done' ? '已调整' : KEPT)
    onDone()
  }
  return (
    <View>
      <Framed label="调到" error={problem?.message}>
        <Chips
          label="调到"
          single
          options={[
            ...post.teams.map(({ id, name }) => ({ value: id, label: name })),
            { value: NONE, label: '局机关' },
          ]}
          value={[team]}
          onChange={([next]) => setTeam(next ?? now)}
        />
      </Framed>
      <Button text="调整所队" busyText="正在调整" onPress={move} />
    </View>
  )
}
