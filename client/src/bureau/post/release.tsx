import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { ask, Button, Chips, DateField, Framed, tell } from '@/components'
import { Colleagues } from '../parts/colleagues'
import type { Post } from './index'

const reasons = ['调离', '退休', '轮岗', '辞职', '其他'].map(value => ({ value, label: value }))

/** 离任: when, why, and who takes the post with its work. */
export function Release({ post, onDone }: { post: Post; onDone: () => void }) {
  const [on, setOn] = useState(post.today)
  const [reason, setReason] = useState('')
  const [successor, setSuccessor] = useState('')
  const [wrong, setWrong] = useState('')
  const { send, problem } = useSend('office.release', { title: `离任 · ${post.name}` })
  const errorAt = (field: string) => (problem?.field === field ? problem.message : undefined)
  const taker = post.colleagues.find(one => one.post === successor)
  const release = async () => {
    if (!reason) return setWrong('请选择离任原因')
    const sure = await ask(
      `${post.name}离任？`,
      `${post.name}将不能再以${post.roleName}办理工作，手机上的资料会清除。${
        taker
          ? `未办完的工作由${taker.name}接着办，期限照常计算。`
          : '没有选接任人，岗位暂时空缺，未办完的工作和期限留在岗位上。'
      }`,
      '离任',
    )
    if (!sure) return
    const { state } = await send({ post: post.post, on, reason, ...(successor ? { successor } : {}) })
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'done' ? '已办理离任' : KEPT)
    onDone()
    // Whoever handed his own post on sees this page no more.
    if (post.own) await Taro.switchTab({ url: '/pages/mine/index' })
  }
  return (
    <View>
      <DateField
        label="离任日期"
        required
        end={post.today}
        value={on}
        error={errorAt('on')}
        onChange={setOn}
      />
      <Framed label="原因" required error={wrong || errorAt('reason')}>
        <Chips
          label="离任原因"
          single
          options={reasons}
          value={[reason]}
          onChange={([next]) => {
            setReason(next ?? '')
            setWrong('')
          }}
        />
      </Framed>
      <Colleagues
        label="接任人"
        colleagues={post.colleagues.filter(({ takes }) => takes)}
        value={successor}
        onChange={setSuccessor}
        hint="不选的，岗位暂时空缺，列在“无人的岗位”里。"
        error={errorAt('successor') ?? (problem && !problem.field ? problem.message : undefined)}
      />
      <Button
        kind="danger"
        text={taker ? `离任，由${taker.name}接任` : '离任，岗位暂时空缺'}
        busyText="正在办理"
        onPress={release}
      />
    </View>
  )
}
