import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { remember, remembered } from '@/cloud'
import { Chips } from './chips'
import { say } from './names'
import './colleague.scss'

export type Colleague = { post: string; name: string; certificate: string }

/** Colleagues shown at once; a large bureau unfolds the rest. */
const FIRST = 6

/** Who is likely the second officer: the one of last time, or the only one there is. */
export function likely(colleagues: readonly Colleague[]): string {
  const last = remembered<string>('colleague')
  if (last && colleagues.some(one => one.post === last)) return last
  return colleagues.length === 1 ? colleagues[0].post : ''
}

/** Keeps who it was, for the next time. */
export const rememberColleague = (post: string): void => remember('colleague', post)

export interface ColleagueProps {
  colleagues: readonly Colleague[]
  value: string
  onChange: (post: string) => void
  /** Told when the person wants somebody else, so that more can be asked for. */
  onChoosing?: () => void
}

/** 协办: two officers at least (产品质量法 18, 程序规定 22). */
export function ColleagueChoice({ colleagues, value, onChange, onChoosing }: ColleagueProps) {
  const chosen = colleagues.find(one => one.post === value)
  const [choosing, setChoosing] = useState(!chosen)
  const [all, setAll] = useState(false)
  const shown = all ? colleagues : colleagues.slice(0, FIRST)
  const press = () => {
    setChoosing(!choosing || !chosen)
    onChoosing?.()
  }
  return (
    <View>
      <View className="officer" onClick={press} {...say('button', `协办 ${chosen?.name ?? '未选'}，更换`)}>
        <Text className="officer-role">协办</Text>
        <Text className="officer-name">{chosen?.name ?? '请选择'}</Text>
        <Text className="officer-number">{chosen?.certificate ?? ''}</Text>
        <Text className="officer-change">{choosing ? (chosen ? '收起' : '') : '更换'}</Text>
      </View>
      <View>
        {choosing ? (
          <Chips
            label="协办人员"
            single
            options={shown.map(one => ({ value: one.post, label: one.name }))}
            value={chosen ? [chosen.post] : []}
            onChange={([next]) => {
              onChange(next ?? '')
              if (next) setChoosing(false)
            }}
          />
        ) : null}
        {choosing && !colleagues.length ? (
          <Text className="officer-none">
            须由两名以上执法人员进行。请本局负责人先为另一名检查员开通岗位。
          </Text>
        ) : null}
        {choosing && !all && colleagues.length > FIRST ? (
          <View className="officer-all" onClick={() => setAll(true)} {...say('button', '显示全部检查员')}>
            <Text>显示全部 {colleagues.length} 人</Text>
          </View>
        ) : null}
      </View>
    </View>
  )
}
