import { dayOf } from '@domain/calendar'
import type { Photo } from '@domain/evidence'
import { paperKinds } from '@domain/papers/kinds'
import { Picker, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type ContentOf, KEPT, outbox, useDraftState, useSend, useSession } from '@/cloud'
import { BarButton, Card, DateField, Field, Framed, Page, Photos, TextArea, tell } from '@/components'
import { leave } from '@/components/leave'
import { type Concerned, EnterpriseField } from '../parts/enterprise'
import { ownUnit } from '../parts/unit'
import '../paper.scss'

type Content = ContentOf<'paper.enterLate'>
type Form = {
  kind: string
  on: string
  number: string
  served: string
  remark: string
  scan: Photo[]
  enterprise?: Concerned
}

const empty: Form = { kind: '', on: '', number: '', served: '', remark: '', scan: [] }

/** 补录: a paper made without the system, with its scan and its days. Parameters: `record`, `enterprise`; `item`. */
export default function LatePaper() {
  const { record, enterprise, item } = useRouter().params
  const unit = ownUnit(useSession().data)
  const [form, setForm, draft] = useDraftState<Form>(`late/${record ?? enterprise ?? ''}`, () => begun(item))
  const [missing, setMissing] = useState<{ field: string; message: string }>()
  const { send, problem } = useSend('paper.enterLate', {
    title: '补录文书',
    page: '/paper/late/index',
    ...(item ? { instead: item } : {}),
  })
  const wrong = missing ?? problem
  const errorAt = (field: string) => (wrong?.field === field ? { error: wrong.message } : {})
  const put = (members: Partial<Form>) => {
    setMissing(undefined)
    setForm(now => ({ ...now, ...members }))
  }
  const at = paperKinds.findIndex(({ code }) => code === form.kind)
  const today = dayOf(Date.now())

  const submit = async () => {
    const { kind, on, number, served, remark, scan, enterprise: concerned } = draft.value
    const lacks = !kind
      ? { field: 'kind', message: '请选择文书种类' }
      : !on
        ? { field: 'on', message: '请选择文书日期' }
        : scan.length
          ? undefined
          : { field: 'scan', message: '请拍下或者上传这份文书' }
    setMissing(lacks)
    if (lacks) return tell(lacks.message)
    const about = {
      ...(record ? { record } : {}),
      ...(enterprise || concerned ? { enterprise: enterprise ?? concerned?.id } : {}),
    }
    const content = {
      unit,
      kind,
      about,
      on,
      scan,
      ...(number.trim() ? { number } : {}),
      ...(served ? { served } : {}),
      ...(remark.trim() ? { remark } : {}),
    } as Content
    const result = await send(content)
    if (result.state !== 'done' && result.state !== 'kept') return
    draft.clear()
    tell(result.state === 'done' ? '已补录' : KEPT)
    if (result.state === 'kept') return leave()
    await Taro.redirectTo({ url: `/paper/paper/index?paper=${result.id}` })
  }

  return (
    <Page
      headline="补录文书"
      under="没有用本系统做的文书，连同原来的日期、文号登记进来，会标明“补录”"
      bar={
        <BarButton
          text="补录"
          busyText="正在上传"
          onPress={submit}
          error={wrong && !wrong.field ? wrong.message : undefined}
        />
      }
    >
      <Card>
        <Framed label="文书种类" required {...errorAt('kind')}>
          <Picker
            mode="selector"
            range={paperKinds.map(({ name }) => name)}
            value={Math.max(at, 0)}
            onChange={event => put({ kind: paperKinds[Number(event.detail.value)]?.code ?? '' })}
            aria-label="文书种类"
          >
            <View className="field-box">
              <Text className={at < 0 ? 'field-empty' : ''}>{paperKinds[at]?.name ?? '请选择'}</Text>
            </View>
          </Picker>
        </Framed>
        <Photos
          direct
          required
          label="文书照片、扫描件，每页一张"
          value={form.scan}
          {...errorAt('scan')}
          onChange={scan => put({ scan })}
        />
        <DateField
          label="文书日期"
          required
          hint="文书上写的日期，不是今天"
          value={form.on}
          end={today}
          {...errorAt('on')}
          onChange={on => put({ on })}
        />
        <Field
          label="原文号"
          hint="照纸上的写，本系统不再编号"
          maxlength={60}
          defaultValue={form.number}
          {...errorAt('number')}
          onChange={number => draft.patch({ number })}
        />
        <DateField
          label="送达日期"
          hint="没有送达的不填"
          value={form.served}
          end={today}
          {...errorAt('served')}
          onChange={served => put({ served })}
        />
        <View>
          {record || enterprise ? null : (
            <EnterpriseField
              value={form.enterprise}
              onChange={concerned =>
                setForm(({ enterprise: _old, ...now }) => ({
                  ...now,
                  ...(concerned ? { enterprise: concerned } : {}),
                }))
              }
            />
          )}
        </View>
        <TextArea
          label="说明"
          maxlength={300}
          defaultValue={form.remark}
          {...errorAt('remark')}
          onChange={remark => draft.patch({ remark })}
        />
      </Card>
    </Page>
  )
}

/** What was filled in before: one the server refused, or nothing. */
function begun(item: string | undefined): Form {
  const refused =
    item && (outbox.items.find(({ id }) => id === item)?.content as Partial<Content> | undefined)
  if (!refused) return empty
  const { kind = '', on = '', number = '', served = '', remark = '', scan = [] } = refused
  return { kind, on, number, served, remark, scan }
}
