import type { Day } from './calendar'
import { unitId } from './enterprise'
import { id, phone, words } from './fields'
import { readCreditCode } from './identifiers/credit-code'
import { city, unitOf } from './organisation'
import type { Post, Role } from './posts'
import { tidyCode } from './text'
import * as z from './zod'

/** What a person says of himself when he asks for a post (申请岗位). */
export const applicationForm = z
  .strictObject({
    name: words('姓名', 30),
    phone: phone('手机号'),
    role: z.enum(['chief', 'head', 'deputy', 'legal', 'leader', 'officer', 'enterprise'], '请选择岗位'),
    org: z.union([unitId(), z.literal(city.id)], '请选择所在单位'),
    /** Number of the enforcement certificate (执法证号); an officer needs one (程序规定 22). */
    certificate: z.optional(words('执法证号', 30)),
    /** Credit code of the enterprise he answers for. */
    code: z.optional(z.string().check(z.overwrite(tidyCode))),
  })
  .check(
    z.superRefine((form, context) => {
      const say = (message: string, path: string) =>
        context.addIssue({ code: 'custom', message, path: [path], input: form })
      if (form.role === 'officer' && !form.certificate) say('请填写执法证号', 'certificate')
      if (form.role !== 'officer' && form.certificate) say('只有检查员需要填写执法证号', 'certificate')
      if (form.role === 'chief' && form.org !== city.id) say('市局科长的单位应为赣州市', 'org')
      if (form.role !== 'chief' && !unitOf(form.org)) say('请选择所在县（市、区）', 'org')
      if (form.role === 'enterprise' && (!form.code || readCreditCode(form.code).form === 'broken'))
        say('请填写本企业18位统一社会信用代码', 'code')
    }),
  )

export const admissionForm = z.strictObject({ application: id() })

/** A person and the posts he holds; the document's id is his openid. */
export type Person = {
  _id: string
  person: string
  name: string
  phone: string
  certificate: string
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
  away?: { post: string; name: string; from: Day; to: Day; kinds: string[]; reason: string }
}

export type Application = z.infer<typeof applicationForm> & {
  _id: string
  openid: string
  person: string
  state: 'waiting' | 'admitted'
  at: number
}
