import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { Button, Card, tell } from '@/components'
import { Colleagues } from '../parts/colleagues'
import type { Post } from './index'

/** 接任: a vacant post goes to a colleague, with all that waits there. */
export function TakeOver({ post }: { post: Post }) {
  const [by, setBy] = useState('')
  const { send, problem } = useSend('office.takeOver', { title: `接任 · ${post.roleName}` })
  const taker = post.colleagues.find(one => one.post === by)
  const give = async () => {
    if (!taker) return tell('请选择接任人')
    const { state } = await send({ post: post.post, by })
    if (state === 'done') tell(`${taker.name}已接任`)
    if (state === 'kept') tell(KEPT)
  }
  return (
    <Card title="由谁接任">
      <Colleagues
        label="接任人"
        colleagues={post.colleagues.filter(({ takes }) => takes)}
        value={by}
        onChange={setBy}
        hint="新来的同事先申请岗位，确认时可以直接接任。"
        error={problem?.message}
      />
      <Button text={taker ? `由${taker.name}接任` : '接任'} busyText="正在办理" onPress={give} />
    </Card>
  )
}
