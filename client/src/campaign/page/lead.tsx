import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { ask, BarButton, Button, Card, Row, TextArea, tell } from '@/components'
import type { Campaign } from './campaign'

/** A draft: read it, then issue it. */
export function DraftBar({ campaign }: { campaign: Campaign }) {
  const { send, busy, problem } = useSend('campaign.issue', { title: `下发 · ${campaign.title}` })
  const count = campaign.units.length
  const issue = async () => {
    const sure = await ask('下发', `下发到${count}个单位？下发后正文和日期不能再改。`, '下发')
    if (!sure) return
    const result = await send({ campaign: campaign._id })
    if (result.state === 'kept') tell(KEPT)
    if (result.state !== 'done') return
    const { headless } = result.answer
    if (headless.length === 0) return tell(`已下发到${count}个单位`)
    await Taro.showModal({
      title: '已下发',
      content: `${headless.slice(0, 6).join('、')}${headless.length > 6 ? `等${headless.length}个单位` : ''}还没有负责人岗位，没有人会收到消息，请电话通知。`,
      showCancel: false,
    })
  }
  return (
    <BarButton
      text={`下发到${count}个单位`}
      busy={busy}
      busyText="正在下发"
      error={problem?.message}
      onPress={issue}
      second={{
        text: '修改',
        onPress: () => void Taro.navigateTo({ url: `/campaign/edit/index?draft=${campaign._id}` }),
      }}
    />
  )
}

/** What the section may still do: change people and targets, sum up, throw a draft away. */
export function Lead({ campaign }: { campaign: Campaign }) {
  const { may, state } = campaign
  return (
    <>
      {may.change ? (
        <Card>
          <Row
            label="调整联系人和目标"
            onPress={() => void Taro.navigateTo({ url: `/campaign/change/index?campaign=${campaign._id}` })}
          />
        </Card>
      ) : null}
      {may.close ? <Close campaign={campaign} /> : null}
      {may.issue && state === 'draft' ? <Drop campaign={campaign} /> : null}
    </>
  )
}

function Close({ campaign }: { campaign: Campaign }) {
  const [open, setOpen] = useState(campaign.days.until === 'last' && campaign.days.left < 0)
  const [words, setWords] = useState('')
  const { send, busy, problem } = useSend('campaign.close', { title: `结束 · ${campaign.title}` })
  const close = async () => {
    if (!words.trim()) return tell('请写几句小结')
    if (!(await ask('结束专项行动', '结束后各单位不能再报方案和动态。', '结束'))) return
    const { state } = await send({ campaign: campaign._id, words })
    if (state === 'done') tell('已结束')
    if (state === 'kept') tell(KEPT)
  }
  if (!open)
    return (
      <Card>
        <Row label="总结并结束" onPress={() => setOpen(true)} />
      </Card>
    )
  return (
    <Card title="总结并结束">
      <TextArea label="小结" required maxlength={1000} error={problem?.message} onChange={setWords} />
      <Button kind="second" text="结束专项行动" busy={busy} onPress={close} />
    </Card>
  )
}

function Drop({ campaign }: { campaign: Campaign }) {
  const { send, busy, problem } = useSend('campaign.drop', { title: `作废草稿 · ${campaign.title}` })
  const drop = async () => {
    if (!(await ask('作废草稿', '作废后不能恢复。', '作废'))) return
    const { state } = await send({ campaign: campaign._id })
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'kept' ? KEPT : '草稿已作废')
    void Taro.navigateBack()
  }
  return (
    <View>
      <Button kind="plain" text="作废这份草稿" busy={busy} onPress={drop} />
      {problem ? <Text className="field-error">{problem.message}</Text> : null}
    </View>
  )
}
