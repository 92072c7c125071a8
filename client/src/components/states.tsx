import { Text, View } from '@tarojs/components'
import { type ClientProblem, isOffline } from '@/cloud'
import { Button, type ButtonProps } from './button'

export interface EmptyProps {
  /** Why there is nothing: 今天没有安排检查. */
  title: string
  /** What to do. */
  text?: string
  action?: ButtonProps
}

export function Empty({ title, text, action }: EmptyProps) {
  return (
    <View className="empty">
      <Text className="empty-title">{title}</Text>
      <Text className="empty-text">{text}</Text>
      {action ? <Button kind="second" {...action} /> : null}
    </View>
  )
}

export interface FailedProps {
  problem: ClientProblem
  onRetry?: () => unknown
  /** What is safe nevertheless. */
  safe?: string
}

export function Failed({ problem, onRetry, safe = '已填写的内容都还在手机上。' }: FailedProps) {
  return (
    <View className="empty">
      <Text className="empty-title">{isOffline(problem) ? '没有连上服务器' : '没有打开'}</Text>
      <Text className="empty-text">
        {problem.message}。{safe}
        {problem.trace ? `（编号 ${problem.trace}）` : ''}
      </Text>
      {onRetry ? <Button kind="second" text="重试" busyText="正在重试" onPress={onRetry} /> : null}
    </View>
  )
}

/** Bones of a card while its content is on the way. */
export function Skeleton({ cards = 2 }: { cards?: number }) {
  return (
    <View aria-label="正在打开">
      {Array.from({ length: cards }, (_, at) => (
        <View key={at} className="card bones">
          <View className="bone bone-head" />
          <View className="bone bone-wide" />
          <View className="bone bone-half" />
        </View>
      ))}
    </View>
  )
}
