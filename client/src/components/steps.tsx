import { Text, View } from '@tarojs/components'
import { names, say } from './names'

export interface StepsProps {
  /** 送审, 批准, 盖章, 送达. */
  steps: readonly string[]
  /** How many are done; `steps.length` when all are. */
  done: number
  /** The step at hand was sent back or broken off: the word for it, e.g. 已退回. */
  stopped?: string
}

/** How far a paper has come. */
export function Steps({ steps, done, stopped }: StepsProps) {
  const now = done < steps.length ? `，现在：${stopped ?? steps[done]}` : '，全部完成'
  return (
    <View className="steps" {...say('img', `${steps.join('、')}${now}`)}>
      {steps.map((step, at) => (
        <View
          key={step}
          className={names(
            'step',
            at < done && 'step-done',
            at === done && 'step-now',
            at === done && stopped !== undefined && 'step-stopped',
          )}
        >
          <View>{at ? <View className="step-line" /> : null}</View>
          <Text className="step-dot">{at < done ? '✓' : at === done && stopped ? '!' : at + 1}</Text>
          <Text>{at === done && stopped ? stopped : step}</Text>
        </View>
      ))}
    </View>
  )
}
