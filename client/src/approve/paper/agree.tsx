import { View } from '@tarojs/components'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { BarButton, Card, TextArea, tell } from '@/components'
import { leave } from '../leave'
import { type ActProps, optionsOf } from './approval'

interface AgreeProps extends ActProps {
  onBack: () => void
}

/** 同意, the large button; the digest of what stands above goes with it. The button says what follows. */
export function Agree({ onBack, ...props }: AgreeProps) {
  const { approval } = props
  const [words, setWords] = useState('')
  const { send, problem } = useSend('approval.agree', optionsOf(props, '同意', 'approval.agree'))
  const press = async () => {
    const said = words.trim()
    const result = await props.hold(
      send({ paper: approval.id, read: approval.digest, ...(said ? { words: said } : {}) }),
    )
    if (result.state === 'kept') {
      tell(KEPT)
      return leave()
    }
    if (result.state === 'done') {
      const { number, waits } = result.answer
      tell(number ? `已批准，${number}` : `已同意，转${waits ?? '下一位'}审批`)
      leave()
    }
  }
  return (
    <View>
      <Card>
        <TextArea label="审批意见（可以不写）" maxlength={200} onChange={setWords} />
      </Card>
      <BarButton
        text={approval.last ? '同意并编号' : '同意，转下一位'}
        busyText="正在提交"
        onPress={press}
        error={problem?.message}
        {...(approval.forName ? { note: `您代${approval.forName}签` } : {})}
        second={{ text: '退回修改', onPress: onBack }}
      />
    </View>
  )
}
