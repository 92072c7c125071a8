import { Page } from '@/components'
import { OutboxList } from '@/components/outbox-list'

export default function Mine() {
  return (
    <Page headline="我的">
      <OutboxList />
    </Page>
  )
}
