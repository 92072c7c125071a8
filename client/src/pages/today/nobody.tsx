import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCall, useOutbox } from '@/cloud'
import { BarButton, Card, Page, Row } from '@/components'
import { MyApplications } from '../my-applications'

/** Somebody without a post: what this is, and how to come in. */
export function Nobody() {
  const items = useOutbox().items.filter(item => item.path === 'office.requestPost')
  const kept = items.find(({ state }) => state !== 'done' && state !== 'refused' && state !== 'conflict')
  const waits = useCall('office.myApplications', {}, { keep: true }).data?.some(
    ({ state }) => state === 'waiting',
  )
  return (
    <Page
      headline="三联"
      under="赣州市电线电缆质量联查、联打、联治"
      bar={
        kept || waits ? undefined : (
          <BarButton text="申请岗位" onPress={() => void Taro.navigateTo({ url: '/post/index' })} />
        )
      }
    >
      <View>
        {kept ? (
          <Card tone="act" title="申请已存在手机上">
            <Row label={kept.title} hint="联网后自动发送，在“我的”里可以看到发送情况。" />
          </Card>
        ) : null}
      </View>
      <MyApplications />
      <Card title="在这里可以做什么">
        <Row label="检查员" hint="现场检查、开具和送达责令改正通知书、复查，没有网络也能做" />
        <Row label="局负责人和市局" hint="看谁超期、哪里没有办完，每个数字都能点开看记录" />
        <Row label="生产、销售企业" hint="看要改什么、什么时候前改好，上传整改材料" />
      </Card>
      <Card>
        {waits ? (
          <Row label="申请已送达，等待确认" hint="确认后，这里会显示您的工作。下拉可以刷新。" />
        ) : (
          <Row label="您还没有岗位" hint="检查员和企业由当地局确认，局负责人由市局确认。" />
        )}
      </Card>
    </Page>
  )
}
