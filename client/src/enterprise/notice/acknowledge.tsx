import { Text, View } from '@tarojs/components'
import { KEPT, useOutbox, useSend } from '@/cloud'
import { Button, Card, tell } from '@/components'
import type { Notice } from './standing'

/** 签收: that the paper is read. It agrees to nothing. */
export function Acknowledge({ notice }: { notice: Notice }) {
  const { send, problem } = useSend('enforcement.acknowledge', {
    title: `签收 · ${notice.paper.number ?? ''}`,
  })
  const kept = useOutbox().items.some(
    item =>
      item.path === 'enforcement.acknowledge' &&
      item.state !== 'done' &&
      (item.content as { notice?: string } | undefined)?.notice === notice._id,
  )
  const acknowledge = async () => {
    const { state } = await send({ notice: notice._id })
    if (state === 'done') tell('已签收')
    if (state === 'kept') tell(KEPT)
  }
  return (
    <Card>
      <View>
        {kept ? (
          <Text>签收已存在手机上，联网后自动发送。</Text>
        ) : (
          <Button kind="second" text="我已收到通知书" onPress={acknowledge} />
        )}
      </View>
      <Text className="under-button">签收不等于同意，您仍可陈述、申辩。</Text>
      <View>{problem && !kept ? <Text className="field-error">{problem.message}</Text> : null}</View>
    </Card>
  )
}
