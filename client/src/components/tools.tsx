import Taro from '@tarojs/taro'
import { Choice } from './choice'
import './tools.scss'

const pages = {
  cable: '/rules/cable/index',
  deadline: '/rules/deadline/index',
  code: '/rules/code/index',
} as const
type Tool = keyof typeof pages

/** 速查: three tools, each a page; one takes the place of the other and begins anew. */
export function Tools({ at }: { at: Tool }) {
  return (
    <Choice
      label="查什么"
      options={[
        { value: 'cable', label: '判电缆' },
        { value: 'deadline', label: '算期限' },
        { value: 'code', label: '认编码' },
      ]}
      value={at}
      onChange={tool => void Taro.redirectTo({ url: pages[tool] })}
    />
  )
}
