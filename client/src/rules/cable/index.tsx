import { View } from '@tarojs/components'
import { Page } from '@/components'
import { Tools } from '@/components/tools'
import { CableTool } from './cable'
import './index.scss'

/** 速查, 判电缆. Nothing here calls anybody: it works where there is no signal. */
export default function Pocket() {
  return (
    <Page offline="速查照常可用。">
      <Tools at="cable" />
      <View className="tool">
        <CableTool />
      </View>
    </Page>
  )
}
