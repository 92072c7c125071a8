import { readCreditCode } from '@domain/identifiers/credit-code'
import { city, nameOf, units } from '@domain/organisation'
import { Picker, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type ContentOf, KEPT, outbox, useDraftState, useSend } from '@/cloud'
import { BarButton, Card, Chips, Field, Framed, Page, tell } from '@/components'

type Content = ContentOf<'office.requestPost'>
type Form = { [F in keyof Content]?: Content[F] | undefined }
type Role = Content['role']

const roles: { value: Role; label: string; by: string }[] = [
  { value: 'officer', label: '检查员', by: '由本局负责人确认。' },
  { value: 'enterprise', label: '企业负责人', by: '由当地检查员或局负责人确认。企业须已建档。' },
  { value: 'head', label: '局负责人', by: '由市级管理员确认。' },
  { value: 'chief', label: '市局科长', by: '由市级管理员确认。' },
]

/** 申请岗位: who I am and where I work; somebody who can answer for it lets me in. */
export default function RequestPost() {
  const instead = useRouter().params.item
  const [form, setForm, draft] = useDraftState<Form>('post', () => begun(instead))
  const [missing, setMissing] = useState<{ field: string; message: string }>()
  const role = roles.find(({ value }) => value === form.role)
  const { send, problem } = useSend('office.requestPost', {
    title: `申请岗位${role ? ` · ${role.label}` : ''}`,
    page: '/post/index',
    ...(instead ? { instead } : {}),
  })
  const change = (members: Form) => {
    setMissing(undefined)
    setForm(now => ({ ...now, ...members }))
  }
  const wrong = missing ?? problem
  const errorAt = (field: string) => (wrong?.field === field ? wrong.message : undefined)

  const submit = async () => {
    const lacks = lacking(form)
    setMissing(lacks)
    if (lacks) return
    const { state } = await send(contentOf(form))
    if (state !== 'done' && state !== 'kept') return
    draft.clear()
    await Taro.switchTab({ url: '/pages/today/index' })
    tell(state === 'done' ? '申请已送达，请等待确认' : KEPT)
  }

  return (
    <Page
      headline="申请岗位"
      under="填一次，确认后就能开始工作"
      bar={
        <BarButton
          text="提交申请"
          note={role?.by}
          error={wrong && !wrong.field ? wrong.message : undefined}
          onPress={submit}
        />
      }
    >
      <Card>
        <Framed label="我是" required error={errorAt('role')}>
          <Chips
            label="岗位"
            single
            options={roles}
            value={form.role ? [form.role] : []}
            onChange={([value]) => change({ role: value, ...(value === 'chief' ? { org: city.id } : {}) })}
          />
        </Framed>
        <Field
          label="姓名"
          required
          maxlength={30}
          defaultValue={form.name ?? ''}
          error={errorAt('name')}
          onChange={name => change({ name })}
        />
        <Field
          label="手机号"
          required
          type="number"
          maxlength={11}
          defaultValue={form.phone ?? ''}
          error={errorAt('phone')}
          onChange={phone => change({ phone })}
        />
        <View>
          {form.role === 'chief' ? null : <UnitField form={form} error={errorAt('org')} onChange={change} />}
        </View>
        <View>
          {form.role === 'officer' ? (
            <Field
              label="执法证号"
              required
              maxlength={30}
              hint="检查时要出示，也会写在检查记录上。"
              defaultValue={form.certificate ?? ''}
              error={errorAt('certificate')}
              onChange={certificate => change({ certificate })}
            />
          ) : null}
        </View>
        <View>
          {form.role === 'enterprise' ? (
            <CodeField form={form} error={errorAt('code')} onChange={change} />
          ) : null}
        </View>
      </Card>
    </Page>
  )
}

interface PartProps {
  form: Form
  error: string | undefined
  onChange: (members: Form) => void
}

function UnitField({ form, error, onChange }: PartProps) {
  const at = units.findIndex(unit => unit.id === form.org)
  return (
    <Framed label={form.role === 'enterprise' ? '企业所在县（市、区）' : '所在单位'} required error={error}>
      <Picker
        mode="selector"
        range={units.map(unit => unit.name)}
        value={Math.max(at, 0)}
        onChange={event => onChange({ org: units[Number(event.detail.value)]?.id })}
        aria-label="所在县（市、区）"
      >
        <View className="field-box">
          <Text className={at < 0 ? 'field-empty' : ''}>{at < 0 ? '请选择' : nameOf(form.org ?? '')}</Text>
        </View>
      </Picker>
    </Framed>
  )
}

function CodeField({ form, error, onChange }: PartProps) {
  const read = form.code ? readCreditCode(form.code) : undefined
  const hint =
    read?.form === 'doubtful'
      ? '最后一位与校验规则不符，请再核对一遍；确实如此可以照常提交。'
      : '营业执照上的18位代码。'
  return (
    <Field
      label="统一社会信用代码"
      required
      maxlength={30}
      hint={hint}
      defaultValue={form.code ?? ''}
      error={error}
      onChange={code => onChange({ code })}
    />
  )
}

/** What was filled in before: an application the server refused, or nothing. */
function begun(item: string | undefined): Form {
  const refused = outbox.items.find(({ id }) => id === item)?.content
  return (refused as Form | undefined) ?? {}
}

/** The first thing missing; whether what is there can be right, the server says. */
function lacking(form: Form): { field: string; message: string } | undefined {
  if (!form.role) return { field: 'role', message: '请选择岗位' }
  if (!form.name?.trim()) return { field: 'name', message: '请填写姓名' }
  if (!form.phone?.trim()) return { field: 'phone', message: '请填写手机号' }
  if (!form.org) return { field: 'org', message: '请选择所在单位' }
  if (form.role === 'officer' && !form.certificate?.trim())
    return { field: 'certificate', message: '请填写执法证号' }
  if (form.role === 'enterprise') {
    const read = readCreditCode(form.code ?? '')
    if (read.form === 'broken') return { field: 'code', message: read.reason }
  }
  return undefined
}

function contentOf({ role, name, phone, org, certificate, code }: Form): Content {
  return {
    role,
    name,
    phone,
    org: role === 'chief' ? city.id : org,
    ...(role === 'officer' ? { certificate } : {}),
    ...(role === 'enterprise' ? { code } : {}),
  } as Content
}
