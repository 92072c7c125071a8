import type { Block, Layout } from '@domain/papers'
import { Text, View } from '@tarojs/components'
import { useSession } from '@/cloud'

/** A paper as it will be printed, drawn from the same layout as its files. */
export function Sheet({ layout, stamped }: { layout: Layout; stamped: boolean }) {
  const demo = useSession().data?.demo === true
  return (
    <View className="paper">
      <View>{demo ? <Text className="paper-demo">演示数据，不具法律效力</Text> : null}</View>
      {layout.blocks.map((block, at) => (
        <Part key={at} block={block} stamped={stamped} />
      ))}
    </View>
  )
}

function Part({ block, stamped }: { block: Block; stamped: boolean }) {
  switch (block.block) {
    case 'organ':
      return (
        <View>
          <Text className="paper-authority">{block.text}</Text>
          <View className="paper-rule" />
        </View>
      )
    case 'title':
      return <Text className="paper-title">{block.text}</Text>
    case 'number':
      return <Text className="paper-number">{block.text}</Text>
    case 'to':
      return <Text className="paper-to">{block.text}</Text>
    case 'heading':
      return <Text className="sheet-heading">{block.text}</Text>
    case 'paragraph':
      return <Text className="paper-text">{block.text}</Text>
    case 'small':
      return <Text className="sheet-small">{block.text}</Text>
    case 'rows':
      return (
        <View className="sheet-boxes">
          {block.lines.flat().map(({ label, text }) => (
            <Line key={label} label={label} text={text} />
          ))}
        </View>
      )
    case 'table':
      return (
        <View>
          {block.rows.map((row, at) => (
            <View key={at} className="sheet-boxes">
              {row.map((text, column) => (
                <Line key={column} label={block.head[column] ?? ''} text={text} />
              ))}
            </View>
          ))}
        </View>
      )
    case 'sign':
      return (
        <View>
          {block.note ? <Text className="sheet-small">{block.note}。</Text> : null}
          <View className="sheet-sign">
            <Text>{block.label}（签名）：</Text>
            <Text>{block.day}</Text>
          </View>
        </View>
      )
    case 'seal':
      return (
        <View className="paper-sign">
          <View>{block.organ}</View>
          <View>{block.day}</View>
          <View className="paper-seal">{stamped ? '已加盖公章' : block.box}</View>
        </View>
      )
  }
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <View className="sheet-line">
      <Text className="sheet-label">{label}</Text>
      <Text className="sheet-value">{text}</Text>
    </View>
  )
}
