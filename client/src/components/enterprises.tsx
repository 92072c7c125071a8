import { Input, Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { type InputOf, isOffline, keptAnswer, type OutputOf, type ProblemError, useCall } from '@/cloud'
import { inputName, say } from './names'
import { Empty } from './states'
import './enterprises.scss'

export type EnterpriseRow = OutputOf<'register.find'>['rows'][number]

/** A person types on: only what stands for so long is looked for, ms. */
const PAUSE = 300

export interface SearchBoxProps {
  label: string
  /** Told what to look for, ends trimmed: after a pause, at once on 搜索 and when it is cleared. */
  onText: (text: string) => void
}

/** Where the name or the code of an enterprise is typed. */
export function SearchBox({ label, onText }: SearchBoxProps) {
  const [some, setSome] = useState(false)
  const [turn, setTurn] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])

  const look = (typed: string) => {
    clearTimeout(timer.current)
    setSome(typed.trim() !== '')
    onText(typed.trim())
  }
  const typed = (value: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => look(value), PAUSE)
  }
  const clear = () => {
    setTurn(turn + 1)
    look('')
  }
  return (
    <View className="find-box" key={turn}>
      <Input
        className="find-input"
        placeholder="名称中任意几个字，或信用代码"
        confirmType="search"
        maxlength={60}
        onInput={event => typed(event.detail.value)}
        onConfirm={event => look(event.detail.value)}
        {...inputName(label)}
      />
      <View>
        {some ? (
          <View className="find-clear" onClick={clear} {...say('button', '清除')}>
            <Text>×</Text>
          </View>
        ) : null}
      </View>
    </View>
  )
}

export interface Enterprises {
  /** Undefined until something is known. */
  rows?: EnterpriseRow[]
  next?: string | undefined
  /** There is no network: these are those of the list on the phone that hold the text. */
  kept: boolean
  error: ProblemError | null
  refetch: () => Promise<unknown>
}

/** Twenty enterprises that are asked for; without network those on the phone, of the list asked for with nothing typed. */
export function useEnterprises(asked: InputOf<'register.find'>): Enterprises {
  const { text, after, unit } = asked
  const { data, error, refetch } = useCall('register.find', asked, { keep: text.length !== 1 })
  if (data) return { rows: data.rows, next: data.next, kept: false, error, refetch }
  if (!error || !isOffline(error.problem) || after || !text) return { kept: false, error, refetch }
  const list = keptAnswer('register.find', { text: '', ...(unit ? { unit } : {}) })?.rows ?? []
  const rows = list.filter(row => `${row.name}${row.address}`.includes(text))
  return { rows, kept: true, error, refetch }
}

/** Says that only the phone was searched, and with what. */
export function OnlyKept({ text, none }: { text: string; none: boolean }) {
  return (
    <View>
      <Text className="find-note">▲ 现在没有网络，只在手机上存的企业中查找。</Text>
      <View>{none ? <Empty title={`手机上没有“${text}”`} text="联网后可以再找。" /> : null}</View>
    </View>
  )
}
