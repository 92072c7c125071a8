import { Tag } from '@/components'

const words = { suspicious: '疑似，需抽样', usual: '未见异常', unknown: '看不出来' } as const

/** What a reading in the field may say: a suspicion, never a verdict. */
export function Suspected({ state }: { state: keyof typeof words }) {
  return <Tag word={words[state]} {...(state === 'suspicious' ? { tone: 'red' as const } : {})} />
}
