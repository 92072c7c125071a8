import { dayOf } from '@domain/calendar'
import { readCreditCode } from '@domain/identifiers/credit-code'
import { city, nameOf, units } from '@domain/organisation'
import { Picker, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type ContentOf, KEPT, outbox, useCall, useDraftState, useSend } from '@/cloud'
import { BarButton, Card, Chips, DateField, Field, Framed, Page, tell } from '@/components'

type Content = ContentOf<'office.requestPost'>
type Form = { [F in keyof Content]?: Content[F] | undefined }
type Role = Content['role']

const roles: { value: Role; label: string; by: string }[] = [
  { value: 'officer', label: '检查员', by: '由本局负责人确认。' },
  { value: 'leader', label: '所长、股长', by: '由本局负责人确认。' },
  { value: 'legal', label: '法制人员', by: '由本局负责人确认。' },
  { value: 'deputy', label: '分管局长', by: '由本局负责人确认。' },
  { value: 'enterprise', label: '企业负责人', by: '由当地检查员或局负责人确认。企业须已建档。' },
  { value: 'head', label: '局负责人', by: '由市级管理员确认。' },
  { value: 'chief', label: '市局科长', by: '由市级管理员确认。' },
]

const isOfTeam = (role: Role | undefined) => role === 'leader' || role === 'officer'

// The city's chief works in the city; whoever was one and is something else now has to say where.
const placeOf = (role: Role | undefined, form: Form): Form => {
  if (role === 'chief') return { org: city.id, team: undefined }
  return form.org === city.id ? { org: undefined } : {}
}

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
            onChange={([value]) => change({ role: value, ...placeOf(value, form) })}
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
          {form.org && isOfTeam(form.role) ? (
            <TeamField form={form} error={errorAt('team')} onChange={change} />
          ) : null}
        </View>
        <View>
          {form.role === 'officer' ? (
            <CertificateFields form={form} errorAt={errorAt} onChange={change} />
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
        onChange={event => onChange({ org: units[Number(event.detail.value)]?.id, team: undefined })}
        aria-label="所在县（市、区）"
      >
        <View className="field-box">
          <Text className={at < 0 ? 'field-empty' : ''}>{at < 0 ? '请选择' : nameOf(form.org ?? '')}</Text>
        </View>
      </Picker>
    </Framed>
  )
}

/** The team is the unit's own: asked for where the unit has set some up. */
function TeamField({ form, error, onChange }: PartProps) {
  const teams = useCall('office.teams', { unit: form.org ?? '' }).data ?? []
  if (!teams.length) return null
  const names = ['暂不分到所队', ...teams.map(({ name }) => name)]
  const at = teams.findIndex(({ id }) => id === form.team)
  return (
    <Framed label="所在所队" error={error} hint="不清楚的可以先不选，由本局负责人安排。">
      <Picker
        mode="selector"
        range={names}
        value={at + 1}
        onChange={event => onChange({ team: teams[Number(event.detail.value) - 1]?.id })}
        aria-label="所在所队"
      >
        <View className="field-box">
          <Text className={at < 0 ? 'field-empty' : ''}>{names[at + 1]}</Text>
        </View>
      </Picker>
    </Framed>
  )
}

interface CertificateProps {
  form: Form
  errorAt: (field: string) => string | undefined
  onChange: (members: Form) => void
}

function CertificateFields({ form, errorAt, onChange }: CertificateProps) {
  return (
    <View>
      <Field
        label="执法证号"
        required
        maxlength={30}
        hint="检查时要出示，也会写在检查记录上。"
        defaultValue={form.certificate ?? ''}
        error={errorAt('certificate')}
        onChange={certificate => onChange({ certificate })}
      />
      <DateField
        label="证件有效期"
        required
        hint="证件上写明的最后一天；过期后不能执法。"
        start={dayOf(Date.now())}
        value={form.certificateUntil ?? ''}
        error={errorAt('certificateUntil')}
        onChange={certificateUntil => onChange({ certificateUntil })}
      />
    </View>
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
  if (form.role === 'officer' && !form.certificateUntil)
    return { field: 'certificateUntil', message: '请选择证件有效期' }
  if (form.role === 'enterprise') {
    const read = readCreditCode(form.code ?? '')
    if (read.form === 'broken') return { field: 'code', message: read.reason }
  }
  return undefined
}

function contentOf({ role, name, phone, org, team, certificate, certificateUntil, code }: Form): Content {
  return {
    role,
    name,
    phone,
    org: role === 'chief' ? city.id : org,
    ...(isOfTeam(role) && team ? { team } : {}),
    ...(role === 'officer' ? { certificate, certificateUntil } : {}),
    ...(role === 'enterprise' ? { code } : {}),
  } as Content
}
