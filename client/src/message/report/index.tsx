import type { Photo } from '@domain/evidence'
import { type UrgentKind, urgentKinds } from '@domain/urgent'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { KEPT, useDraftState, useSend } from '@/cloud'
import { ask, BarButton, Card, Chips, Field, Framed, Page, Photos, TextArea, tell } from '@/components'

interface Written {
  kind?: UrgentKind
  what: string
  where: string
  photos: Photo[]
}

const KINDS = (Object.keys(urgentKinds) as UrgentKind[]).map(value => ({ value, label: urgentKinds[value] }))

/** 报告重大情况: three fields, at once to the city's section and the unit's head. */
export default function ReportPage() {
  const { item } = useRouter().params
  const [written, setWritten, draft] = useDraftState<Written>('urgent', () => ({
    what: '',
    where: '',
    photos: [],
  }))
  const { send, problem } = useSend('urgent.report', {
    title: '重大情况报告',
    page: '/message/report/index',
    ...(item ? { instead: item } : {}),
  })
  const press = async () => {
    const { kind, what, where } = draft.value
    if (!kind) return tell('请选择类型')
    if (!what.trim()) return tell('请写明情况')
    if (!where.trim()) return tell('请写明地点')
    const sure = await ask('立即报告？', '将马上送达市局质量监督科和本单位局长，请同时打电话。', '立即报告')
    if (!sure) return
    const result = await send({
      kind,
      what,
      where,
      when: Date.now(),
      ...(written.photos.length ? { photos: written.photos } : {}),
    })
    if (result.state !== 'done' && result.state !== 'kept') return
    draft.clear()
    if (result.state === 'kept') {
      tell(`${KEPT}；请先打电话报告`)
      void Taro.navigateBack()
    } else void Taro.redirectTo({ url: `/message/urgent/index?urgent=${result.id}` })
  }
  return (
    <Page
      offline="请立即打电话报告；填好的内容会在联网后自动发送。"
      under="发生时间记为现在。写得短没关系，后面可以再补材料。"
      bar={<BarButton text="立即报告" busyText="正在报告" onPress={press} error={problem?.message} />}
    >
      <Card>
        <Framed label="类型" required>
          <Chips
            label="类型"
            single
            options={KINDS}
            value={written.kind ? [written.kind] : []}
            onChange={([kind]) =>
              setWritten(({ kind: _, ...now }) => ({ ...now, ...(kind ? { kind } : {}) }))
            }
          />
        </Framed>
        <TextArea
          label="出了什么事"
          required
          defaultValue={written.what}
          placeholder="时间、经过、伤亡和损失、现在怎样"
          onChange={what => draft.patch({ what })}
        />
        <Field
          label="地点"
          required
          defaultValue={written.where}
          placeholder="乡镇、路名或者企业"
          onChange={where => draft.patch({ where })}
        />
        <Photos
          label="现场照片（可以不拍）"
          value={written.photos}
          onChange={photos => setWritten(now => ({ ...now, photos }))}
        />
      </Card>
      <View />
    </Page>
  )
}
