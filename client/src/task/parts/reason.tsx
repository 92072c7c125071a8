import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips, TextArea } from '@/components'

/** Why an enterprise is visited. */
export const RECHECK = '整改复查'
const REASONS = ['去年抽查不合格', '群众举报', RECHECK, '许可证即将到期']

interface AskProps {
  /** An enterprise is named: the usual reasons can be pressed. */
  visit: boolean
  value: string
  onChange: (ask: string) => void
}

const linesOf = (ask: string): string[] => ask.split('\n')

/** 任务要求: written; of a visit, the usual reasons pressed, each a line above what is written. */
export function Ask({ visit, value, onChange }: AskProps) {
  // The field keeps what is typed itself; what was pressed is put into a new one.
  const [turn, setTurn] = useState(0)
  const press = (reasons: string[]) => {
    const written = linesOf(value).filter(line => !REASONS.includes(line))
    onChange([...reasons, ...written].join('\n').trim())
    setTurn(turn + 1)
  }
  return (
    <View>
      <View>
        {visit ? (
          <Chips
            label="去检查的原因"
            options={REASONS.map(reason => ({ value: reason, label: reason }))}
            value={REASONS.filter(reason => linesOf(value).includes(reason))}
            onChange={press}
          />
        ) : null}
      </View>
      <View key={turn}>
        <TextArea
          label="任务要求"
          maxlength={1000}
          defaultValue={value}
          placeholder={visit ? '点上面的原因，或自己写' : '查什么、查到什么程度、报什么'}
          onChange={onChange}
        />
      </View>
    </View>
  )
}
