import { writtenDay } from '@domain/calendar'
import { paperKindOf } from '@domain/papers/kinds'
import { Text, View } from '@tarojs/components'
import { KEPT, type OutputOf, useSend } from '@/cloud'
import { ask, Button, Card, Row, Tag, tell } from '@/components'

/** An absence that runs or is to come. */
export function Running({ post }: { post: OutputOf<'office.post'> }) {
  const { send, problem } = useSend('office.endAway', { title: `结束外出授权 · ${post.name}` })
  const { away } = post
  if (!away) return null
  const end = async () => {
    const sure = await ask('结束外出授权？', `${away.name}不再代理${post.name}的工作。`, '结束')
    if (!sure) return
    const { state } = await send({ post: post.post })
    if (state === 'done') tell('已结束，可以再设')
    if (state === 'kept') tell(KEPT)
  }
  return (
    <Card
      tone="act"
      title={`由${away.name}代理`}
      more={<Tag tone="act" word={away.now ? '正在外出' : '还没有开始'} />}
    >
      <Row label={post.name} hint={post.roleName} value={away.reason} />
      <Row label="开始" value={writtenDay(away.from)} />
      <Row label="结束" hint="含当天" value={writtenDay(away.to)} />
      <Row
        label="代理范围"
        value={
          away.kinds.length
            ? away.kinds.map(code => paperKindOf(code)?.name ?? code).join('、')
            : away.tasksOnly
              ? '全部任务，不含审批'
              : '全部审批和任务'
        }
      />
      <View>{problem ? <Text className="field-error">{problem.message}</Text> : null}</View>
      <Button kind="second" text="结束外出授权" busyText="正在结束" onPress={end} />
    </Card>
  )
}
