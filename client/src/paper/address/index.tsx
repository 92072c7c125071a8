import { dayOf, writtenDay } from '@domain/calendar'
import type { Photo } from '@domain/evidence'
import { serviceWays } from '@domain/service'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type ContentOf, KEPT, type OutputOf, useCall, useDraftState, useSend } from '@/cloud'
import {
  BarButton,
  Button,
  Card,
  Chips,
  DateField,
  Field,
  Framed,
  Page,
  Photos,
  Row,
  Skeleton,
  TextArea,
  tell,
  useRefresh,
} from '@/components'
import { Pictures } from '@/components/pictures'
import '../paper.scss'

type Known = OutputOf<'paper.address'>
type Content = ContentOf<'paper.confirmAddress'>
type Agreed = Content['ways'][number]

/** 送达地址确认书 of an enterprise: what it signed, or the form to enter it. Parameter: `enterprise`. */
export default function Address() {
  const { enterprise = '' } = useRouter().params
  const query = useCall('paper.address', { enterprise }, { keep: true })
  useRefresh(query)
  return (
    <Page query={query} skeleton={<Skeleton cards={2} />}>
      {known => <Whole known={known} enterprise={enterprise} refetch={query.refetch} />}
    </Page>
  )
}

function Whole({
  known,
  enterprise,
  refetch,
}: {
  known: Known
  enterprise: string
  refetch: () => Promise<unknown>
}) {
  const [anew, setAnew] = useState(false)
  const { confirmed } = known
  const done = async () => {
    setAnew(false)
    await refetch()
  }
  return (
    <View className="paper-page">
      <View>{confirmed && !anew ? <Standing known={known} onAnew={() => setAnew(true)} /> : null}</View>
      <View>
        {confirmed && !anew ? (
          <Withdraw enterprise={enterprise} name={known.enterpriseName} onDone={done} />
        ) : (
          <Form enterprise={enterprise} name={known.enterpriseName} onDone={done} />
        )}
      </View>
    </View>
  )
}

function Standing({ known, onAnew }: { known: Known; onAnew: () => void }) {
  const { confirmed } = known
  if (!confirmed) return null
  const { phone, email, account } = confirmed
  return (
    <Card title={known.enterpriseName}>
      <Row label="签署日期" value={writtenDay(confirmed.since)} />
      <Row label="送达地址" value={confirmed.address} />
      <Row label="同意的方式" value={confirmed.ways.map(way => serviceWays[way].name).join('、')} />
      {phone ? <Row label="手机号" value={phone} /> : null}
      {email ? <Row label="电子邮箱" value={email} /> : null}
      {account ? <Row label="传真、账号" value={account} /> : null}
      <Pictures photos={confirmed.signed} addresses={known.addresses} label="确认书" />
      <Button kind="second" text="登记新的确认书" onPress={onAnew} />
    </Card>
  )
}

const WAYS: { value: Agreed; label: string }[] = [
  { value: 'direct', label: '直接送达' },
  { value: 'post', label: '邮寄送达' },
  { value: 'electronic', label: '电子送达' },
]

interface PartProps {
  enterprise: string
  name: string
  onDone: () => Promise<unknown>
}

type Form = {
  ways: Agreed[]
  address: string
  phone: string
  email: string
  account: string
  since: string
  signed: Photo[]
}

function Form({ enterprise, name, onDone }: PartProps) {
  const today = dayOf(Date.now())
  const [form, setForm, draft] = useDraftState<Form>(`address/${enterprise}`, () => ({
    ways: ['direct', 'post'],
    address: '',
    phone: '',
    email: '',
    account: '',
    since: today,
    signed: [],
  }))
  const [missing, setMissing] = useState<{ field: string; message: string }>()
  const { send, problem } = useSend('paper.confirmAddress', {
    title: `送达地址确认书 · ${name}`,
    page: `/paper/address/index?enterprise=${enterprise}`,
  })
  const wrong = missing ?? problem
  const errorAt = (field: string) => (wrong?.field === field ? { error: wrong.message } : {})
  const press = async () => {
    const { ways, address, phone, email, account, since, signed } = draft.value
    const lacks = signed.length
      ? address.trim()
        ? undefined
        : { field: 'address', message: '请填写送达地址' }
      : { field: 'signed', message: '请拍下签过字的确认书' }
    setMissing(lacks)
    if (lacks) return tell(lacks.message)
    const { state } = await send({
      enterprise,
      signed,
      ways,
      address,
      since,
      ...(phone.trim() ? { phone } : {}),
      ...(email.trim() ? { email } : {}),
      ...(account.trim() ? { account } : {}),
    })
    if (state !== 'done' && state !== 'kept') return
    draft.clear()
    tell(state === 'done' ? '已登记确认书' : KEPT)
    await onDone()
  }
  return (
    <>
      <Card title={name}>
        <Text className="paper-say">
          照签过字的纸质确认书填写。按确认的地址送达即视为送达（程序规定第八十三条）。
        </Text>
        <Photos
          direct
          required
          label="签过字的确认书"
          value={form.signed}
          {...errorAt('signed')}
          onChange={signed => {
            setMissing(undefined)
            setForm(now => ({ ...now, signed }))
          }}
        />
        <Framed label="同意的送达方式" required {...errorAt('ways')}>
          <Chips
            label="同意的送达方式"
            options={WAYS}
            value={form.ways}
            onChange={ways => setForm(now => ({ ...now, ways }))}
          />
        </Framed>
        <Field
          label="送达地址"
          required
          maxlength={120}
          defaultValue={form.address}
          {...errorAt('address')}
          onChange={address => draft.patch({ address })}
        />
        <View>
          {form.ways.includes('electronic') ? (
            <View>
              <Field
                label="手机号"
                type="number"
                maxlength={11}
                defaultValue={form.phone}
                {...errorAt('phone')}
                onChange={phone => draft.patch({ phone })}
              />
              <Field
                label="电子邮箱"
                maxlength={80}
                defaultValue={form.email}
                {...errorAt('email')}
                onChange={email => draft.patch({ email })}
              />
              <Field
                label="传真或者即时通讯账号"
                maxlength={60}
                defaultValue={form.account}
                {...errorAt('account')}
                onChange={account => draft.patch({ account })}
              />
            </View>
          ) : null}
        </View>
        <DateField
          label="签署日期"
          required
          value={form.since}
          end={today}
          {...errorAt('since')}
          onChange={since => setForm(now => ({ ...now, since }))}
        />
      </Card>
      <BarButton
        text="登记确认书"
        busyText="正在登记"
        onPress={press}
        error={wrong && !wrong.field ? wrong.message : undefined}
      />
    </>
  )
}

function Withdraw({ enterprise, name, onDone }: PartProps) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { send, problem } = useSend('paper.withdrawAddress', {
    title: `撤回确认书 · ${name}`,
    page: `/paper/address/index?enterprise=${enterprise}`,
  })
  const press = async () => {
    const { state } = await send({ enterprise, on: dayOf(Date.now()), reason })
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'done' ? '已登记撤回' : KEPT)
    await onDone()
  }
  if (!open) return <Button kind="plain" text="企业书面撤回了确认书" onPress={() => setOpen(true)} />
  return (
    <Card title="登记撤回">
      <TextArea label="原因" maxlength={200} error={problem?.message} onChange={setReason} />
      <Button kind="danger" text="从今天起撤回" busyText="正在登记" onPress={press} />
      <Button kind="plain" text="不撤回了" onPress={() => setOpen(false)} />
    </Card>
  )
}
