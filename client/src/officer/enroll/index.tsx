import { type Enrolment, enrolment } from '@domain/enterprise'
import { readCreditCode } from '@domain/identifiers/credit-code'
import { nameOf } from '@domain/organisation'
import { inGroups, tidyCode } from '@domain/text'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type ContentOf, KEPT, outbox, useDraftState, useSend, useSession } from '@/cloud'
import { BarButton, Card, Choice, Field, Framed, Page, tell } from '@/components'
import { leave } from '@/components/leave'
import './index.scss'

type Form = {
  name: string
  code: string
  kind?: 'producer' | 'seller'
  address: string
  contact: { name: string; phone: string }
}

/** What is wrong, by field: `contact.phone` → sentence. */
type Wrong = Record<string, string>

const wrongIn = (form: Form & { unit: string }): Wrong => {
  const checked = enrolment.safeParse(form)
  if (checked.success) return {}
  const wrong: Wrong = {}
  for (const issue of checked.error.issues) wrong[issue.path.join('.')] ??= issue.message
  return wrong
}

/** The code as it is read aloud, and what is doubtful about it, while it is typed. */
function CodeView({ code }: { code: string }) {
  const tidied = tidyCode(code)
  if (!tidied) return null
  const read = readCreditCode(tidied)
  return (
    <View className="code">
      <Text className="code-groups">{inGroups(tidied)}</Text>
      <Text className={read.form === 'sound' ? 'code-sound' : 'code-warn'}>
        {read.form === 'sound'
          ? '✓ 校验位正确'
          : read.form === 'doubtful'
            ? `▲ 校验位应为“${read.expected}”，请与营业执照核对；执照确实如此的，可以继续`
            : tidied.length < 18
              ? `还差${18 - tidied.length}位`
              : `▲ ${read.reason}`}
      </Text>
    </View>
  )
}

function begin(item: string | undefined, text: string): Form {
  const refused = item && outbox.items.find(one => one.id === item)?.content
  if (refused) return refused as ContentOf<'register.enroll'>
  const isCode = /^[0-9A-Za-z]{6,}$/.test(text)
  return {
    name: isCode ? '' : text,
    code: isCode ? tidyCode(text) : '',
    address: '',
    contact: { name: '', phone: '' },
  }
}

/** 企业建档. Parameters: `text`, what was looked for in vain; `item`, one that came back from the outbox. */
export default function Screen() {
  const { text = '', item } = useRouter().params
  const posts = useSession().data?.posts ?? []
  const unit = posts.find(post => post.role === 'officer' || post.role === 'head')?.org ?? ''
  const [form, setForm, draft] = useDraftState<Form>(`enroll${item ? `/${item}` : ''}`, () =>
    begin(item, decodeURIComponent(text)),
  )
  const [wrong, setWrong] = useState<Wrong>({})
  const { send, problem } = useSend('register.enroll', {
    title: `企业建档 · ${form.name || '未填名称'}`,
    page: '/officer/enroll/index',
    ...(item ? { instead: item } : {}),
  })

  const put = (members: Partial<Form>) => {
    setForm(now => ({ ...now, ...members }))
    if (Object.keys(wrong).length) setWrong(wrongIn({ ...form, ...members, unit }))
  }
  const submit = async () => {
    const found = wrongIn({ ...form, unit })
    setWrong(found)
    const [first] = Object.values(found)
    if (first) return tell(first)
    const result = await send({ ...(form as Enrolment), unit })
    if (result.state !== 'done' && result.state !== 'kept') return
    draft.clear()
    if (result.state === 'kept') {
      tell(KEPT)
      return leave()
    }
    tell('已建档')
    await Taro.redirectTo({ url: `/officer/check/index?enterprise=${result.id}` })
  }
  const errorOf = (field: string) => wrong[field] ?? (problem?.field === field ? problem.message : undefined)

  return (
    <Page
      bar={
        <BarButton
          text="建档并开始检查"
          busyText="正在建档"
          onPress={submit}
          error={problem && !problem.field ? problem.message : undefined}
        />
      }
    >
      <Card title="企业" more={nameOf(unit)}>
        <Field
          label="企业名称"
          required
          defaultValue={form.name}
          maxlength={60}
          placeholder="与营业执照一致"
          error={errorOf('name')}
          onChange={name => put({ name })}
        />
        <Field
          label="统一社会信用代码"
          required
          type="idcard"
          defaultValue={form.code}
          maxlength={30}
          placeholder="18位"
          error={errorOf('code')}
          onChange={code => put({ code })}
        />
        <View>
          <CodeView code={form.code} />
        </View>
        <Framed label="生产还是销售" required error={errorOf('kind')}>
          <Choice
            label="生产还是销售"
            options={[
              { value: 'producer', label: '生产' },
              { value: 'seller', label: '销售' },
            ]}
            value={form.kind}
            onChange={kind => put({ kind })}
          />
        </Framed>
        <Field
          label="经营地址"
          required
          defaultValue={form.address}
          maxlength={120}
          error={errorOf('address')}
          onChange={address => put({ address })}
        />
      </Card>
      <Card title="联系人">
        <Field
          label="姓名"
          required
          defaultValue={form.contact.name}
          maxlength={30}
          error={errorOf('contact.name')}
          onChange={name => put({ contact: { ...draft.value.contact, name } })}
        />
        <Field
          label="电话"
          required
          type="number"
          defaultValue={form.contact.phone}
          maxlength={13}
          error={errorOf('contact.phone')}
          onChange={phone => put({ contact: { ...draft.value.contact, phone } })}
        />
      </Card>
    </Page>
  )
}
