import { Empty, Page } from '@/components'

export default function Screen() {
  return (
    <Page>
      <Empty title="这里还没有内容" text="功能正在准备" />
    </Page>
  )
}
