import type { Day } from './calendar'
import { unitId } from './enterprise'
import { day, id, phone, words } from './fields'
import { readCreditCode } from './identifiers/credit-code'
import { city, unitOf } from './organisation'
import type { Post, Role } from './posts'
import { isOfTeam } from './team'
import { tidyCode } from './text'
import * as z from './zod'

// Nobody asks to be the city's administrator: the deployment names the first.
const asked = () =>
  z.enum(['chief', 'head', 'deputy', 'legal', 'leader', 'officer', 'enterprise'], '请选择岗位')

/** A team's id, as it comes from a form. */
export const teamRef = () =>
  z.string('请选择所队').check(z.regex(/^36\d{4}\.[a-z0-9]{4,16}$/, '请重新选择所队'))

/** What a person says of himself when he asks for a post (申请岗位). */
export const applicationForm = z
  .strictObject({
    name: words('姓名', 30),
    phone: phone('手机号'),
    role: asked(),
    org: z.union([unitId(), z.literal(city.id)], '请选择所在单位'),
    /** Number of the enforcement certificate (执法证号); an officer needs one (程序规定 22). */
    certificate: z.optional(words('执法证号', 30)),
    /** Last day the certificate holds (证件有效期). */
    certificateUntil: z.optional(day('证件有效期')),
    /** The team (所、股、大队) of the unit. */
    team: z.optional(teamRef()),
    /** Credit code of the enterprise he answers for. */
    code: z.optional(z.string().check(z.overwrite(tidyCode))),
  })
  .check(
    z.superRefine((form, context) => {
      const say = (message: string, path: string) =>
        context.addIssue({ code: 'custom', message, path: [path], input: form })
      if (form.role === 'officer' && !form.certificate) say('请填写执法证号', 'certificate')
      if (form.role === 'officer' && !form.certificateUntil) say('请选择证件有效期', 'certificateUntil')
      if (form.role !== 'officer' && (form.certificate || form.certificateUntil))
        say('只有检查员需要填写执法证号', 'certificate')
      if (form.team && (!isOfTeam(form.role) || form.team.split('.')[0] !== form.org))
        say('请重新选择所队', 'team')
      if (form.role === 'chief' && form.org !== city.id) say('市局科长的单位应为赣州市', 'org')
      if (form.role !== 'chief' && !unitOf(form.org)) say('请选择所在县（市、区）', 'org')
      if (form.role === 'enterprise' && (!form.code || readCreditCode(form.code).form === 'broken'))
        say('请填写本企业18位统一社会信用代码', 'code')
    }),
  )

/** Letting somebody in, into a new post or into one that nobody holds. */
export const admissionForm = z.strictObject({ application: id(), post: z.optional(id()) })

/** Turning an application down (不予确认). */
export const declineForm = z.strictObject({ application: id(), reason: words('不予确认的原因', 100) })

/** Taking one's own application for a role back. */
export const withdrawalForm = z.strictObject({ role: asked() })

/** A person and the posts he holds; the document's id is his openid. */
export type Person = {
  _id: string
  person: string
  name: string
  phone: string
  certificate: string
  certificateUntil?: Day
  posts: Post[]
}

/**
 * A post (岗位) as others find it. It stays when its holder leaves: then `person` and `name` are empty until somebody
 * takes it over, and its work waits for him.
 */
export type PostHolder = {
  _id: string
  role: Role
  org: string
  /** The team (所、股、大队) it belongs to. */
  team?: string
  enterprise?: string
  person: string
  name: string
  certificate: string
  /** Last day the certificate holds. */
  certificateUntil?: Day
  /** The holder's openid; never leaves the server. */
  openid?: string
  /** Who held it from when to when, the present one last and without an end. */
  holders?: { person: string; name: string; from: Day; to?: Day }[]
  /** Who acts while the holder is away. */
  away?: Away
}

/** How an application stands. */
export const applicationStates = {
  waiting: '待确认',
  admitted: '已确认',
  declined: '不予确认',
  withdrawn: '已撤回',
} as const

/** An absence (外出、休假) and who acts meanwhile: `post` is the stand-in's own. */
export type Away = {
  post: string
  name: string
  from: Day
  to: Day
  kinds: string[]
  reason: string
  tasksOnly?: boolean
}

export type Application = z.infer<typeof applicationForm> & {
  _id: string
  openid: string
  person: string
  state: keyof typeof applicationStates
  at: number
  /** Why it was turned down, and by whom. */
  declined?: { reason: string; by: string; at: number }
}
