import type { Photo } from '@domain/evidence'
import { useState } from 'react'
import { BarButton, Card, Page, Signature, tell } from '@/components'

export default function Screen() {
  const [signature, setSignature] = useState<Photo>()
  return (
    <Page bar={<BarButton text="提交" disabled={!signature} onPress={() => tell('功能正在准备')} />}>
      <Card>
        <Signature label="签名" value={signature} onChange={setSignature} />
      </Card>
    </Page>
  )
}
