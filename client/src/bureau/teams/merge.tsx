import { View } from '@tarojs/components'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { ask, Button, Chips, Framed, tell } from '@/components'
import type { Team } from './index'

interface Props {
  team: Team
  others: readonly Team[]
  /** How many posts move. */
  posts: number
  onDone: () => void
}

/** 并入: the team ends, its posts and towns go to another. */
export function Merge({ team, others, posts, onDone }: Props) {
  const [into, setInto] = useState('')
  const { send, problem } = useSend('office.mergeTeam', { title: `撤并所队 · ${team.name}` })
  const name = others.find(({ id }) => id === into)?.name
  const merge = async () => {
    if (!name) return tell('请选择并入哪个所队')
    const sure = await ask(
      `${team.name}并入${name}？`,
      `${posts}个岗位和未办完的工作、辖区都转到${name}，不能恢复。`,
      '并入',
    )
    if (!sure) return
    const { state } = await send({ team: team.id, into })
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'done' ? `已并入${name}` : KEPT)
    onDone()
  }
  return (
    <View>
      <Framed label="并入" error={problem?.message}>
        <Chips
          label="并入"
          single
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={into ? [into] : []}
          onChange={([next]) => setInto(next ?? '')}
        />
      </Framed>
      <Button kind="danger" text={name ? `并入${name}` : '并入'} busyText="正在撤并" onPress={merge} />
      <Button kind="plain" text="返回" onPress={onDone} />
    </View>
  )
}
