import Taro from '@tarojs/taro'
import { useState } from 'react'
import { person, signInAs } from '@/cloud'
import { BarButton, Card, Field, Page } from '@/components'

/** Only on a laptop: who plays whom. In WeChat identity comes from WeChat. */
export default function People() {
  const [openid, setOpenid] = useState(person() ?? '')
  const enter = () => {
    signInAs(openid.trim())
    return Taro.switchTab({ url: '/pages/today/index' })
  }
  return (
    <Page
      headline="在这台电脑上登录"
      bar={<BarButton text="进入" disabled={!openid.trim()} onPress={enter} />}
    >
      <Card>
        <Field label="人员编号（openid）" defaultValue={openid} onChange={setOpenid} />
      </Card>
    </Page>
  )
}
