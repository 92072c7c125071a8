import { Text, View } from '@tarojs/components'
import { names, type Tone } from './names'

// Never colour alone: each tone has its own shape.
const shapes: Record<Tone | 'plain', string> = { red: '■', amber: '▲', green: '✓', act: '●', plain: '○' }

/** A word with its colour and shape: `<Tag tone='red' word='已超期' />`. */
export function Tag({ word, tone }: { word: string; tone?: Tone }) {
  return (
    <View className={names('tag', tone && `tag-${tone}`)}>
      <Text className="tag-shape" aria-hidden>
        {shapes[tone ?? 'plain']}
      </Text>
      <Text>{word}</Text>
    </View>
  )
}
