import type { Photo } from '@domain/evidence'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type Item, KEPT, useDraftState } from '@/cloud'
import { BarButton, Button, Card, Photos, TextArea, tell } from '@/components'
import { sizeOf } from '@/components/outbox-list'
import type { Answering } from './use-answer'

interface Said {
  words: string
  photos: Photo[]
}

/** 上传整改材料: words and pictures, safe on the phone from the first letter. */
export function AnswerForm({ notice, answering }: { notice: string; answering: Answering }) {
  const { refused, problem, busy, submit } = answering
  const [said, setSaid, draft] = useDraftState<Said>(`answer/${notice}`, () => saidIn(refused))
  const [missing, setMissing] = useState<string>()
  useEffect(() => {
    // Opened for correcting: what is to be corrected should be in sight.
    if (refused) Taro.nextTick(() => void Taro.pageScrollTo({ selector: '#answer', duration: 200 }))
  }, [])
  const wrongWords = problem?.field === 'words'

  const press = async () => {
    // The draft's own value: typing does not render, so `said` may be behind.
    const { words, photos } = draft.value
    if (!words.trim()) {
      setMissing('请写明是怎么改的，哪怕一句话')
      void Taro.pageScrollTo({ selector: '#answer', duration: 200 })
      return
    }
    const { state } = await submit({ words, photos })
    if (state !== 'done' && state !== 'kept') return
    draft.clear()
    tell(state === 'done' ? '材料已送达，请等待复查' : KEPT)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })
  }

  return (
    <View id="answer">
      <Card title="上传整改材料" more={draft.restored ? '已恢复上次填写的' : '随时自动保存'}>
        <TextArea
          label="整改情况"
          required
          maxlength={1000}
          placeholder="每件事是怎么改的，什么时候改好的"
          defaultValue={said.words}
          error={missing ?? (wrongWords ? problem?.message : undefined)}
          onChange={words => {
            if (missing && words.trim()) setMissing(undefined)
            draft.patch({ words })
          }}
        />
        <Photos
          label="照片"
          hint="改好的地方、检定证书、记录，都可以拍。"
          value={said.photos}
          onChange={photos => setSaid(now => ({ ...now, photos }))}
        />
      </Card>
      <BarButton
        text="上传整改材料"
        busy={busy}
        busyText="正在上传，请稍候"
        error={wrongWords ? undefined : problem?.message}
        onPress={press}
      />
    </View>
  )
}

const saidIn = (refused: Item | undefined): Said => {
  const { words = '', photos = [] } = (refused?.content ?? {}) as Partial<Said>
  return { words, photos }
}

/** The answer is on the phone: it goes out by itself, or the server refused it and it can be put right. */
export function KeptAnswer({ item, onCorrect }: { item: Item; onCorrect: () => void }) {
  const stopped = item.state === 'refused' || item.state === 'conflict'
  return (
    <Card
      tone={stopped ? 'red' : 'amber'}
      title={stopped ? '■ 整改材料没有被接收' : '▲ 整改材料已存在手机上'}
      more={sizeOf(item.bytes)}
    >
      <Text className="standing-text">
        {stopped
          ? `${item.problem?.message ?? '请检查后再提交'}。材料还在手机上，没有丢。`
          : '联网后自动发送，不用再提交一次。发送前请不要删除小程序。'}
      </Text>
      <View>{stopped ? <Button kind="second" text="打开修改" onPress={onCorrect} /> : null}</View>
    </Card>
  )
}
