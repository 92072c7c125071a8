import { PHOTOS, photo, photos } from './evidence'
import { day, id, instant, phone, prose, words } from './fields'
import { missingIn, postings, type ServiceWay, wayNames } from './service'
import * as z from './zod'

/** What a form of service asks besides the paper it is about (DOC-09 送达回证). */
export const serviceShape = {
  way: z.enum(wayNames as [ServiceWay, ...ServiceWay[]], '请选择送达方式'),
  /** Post of the second officer; what goes to another office needs none. */
  colleague: z.optional(id()),
  at: instant('送达时间'),
  receiver: z.optional(words('签收人', 30)),
  relation: z.optional(words('签收人身份', 30)),
  refusal: z.optional(words('拒收事由', 200)),
  receipt: z.optional(words('邮件号码', 40)),
  authority: z.optional(words('受托机关', 60)),
  posted: z.optional(z.enum(Object.keys(postings) as [keyof typeof postings], '请选择公告方式')),
  published: z.optional(words('刊登、张贴的地方', 200)),
  reason: z.optional(words('原因和经过', 300)),
  account: z.optional(words('送达到', 60)),
  evidence: z.optional(photos()),
}

/** Refuses a service that lacks what its way needs (程序规定 82). */
// biome-ignore lint/suspicious/noExplicitAny: zod hands a check what the shape above has made
export const wholeService = z.superRefine((form: any, context) => {
  for (const { field, message } of missingIn(form))
    context.addIssue({ code: 'custom', message, path: [field], input: form })
})

/** 送达地址确认书, as an officer enters it: the signed form as pictures. */
export const confirmationForm = z
  .strictObject({
    enterprise: id(),
    signed: z
      .array(photo, '请拍下签过字的确认书')
      .check(z.minLength(1, '请拍下签过字的确认书'), z.maxLength(PHOTOS)),
    ways: z
      .array(z.enum(['direct', 'post', 'electronic'], '请选择同意的送达方式'), '请选择同意的送达方式')
      .check(z.minLength(1, '请选择同意的送达方式')),
    address: words('送达地址', 120),
    phone: z.optional(phone('手机号')),
    email: z.optional(
      words('电子邮箱', 80).check(
        z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, '电子邮箱不对，应如 name@example.com'),
      ),
    ),
    account: z.optional(words('传真或者即时通讯账号', 60)),
    since: day('签署日期'),
  })
  .check(
    z.superRefine((form, context) => {
      if (form.ways.includes('electronic') && !form.phone && !form.email && !form.account)
        context.addIssue({
          code: 'custom',
          message: '同意电子送达的，请写明手机号、邮箱或者账号',
          path: ['phone'],
          input: form,
        })
    }),
  )

export const withdrawalForm = z.strictObject({
  enterprise: id(),
  on: day('撤回日期'),
  reason: prose('原因', 200),
})
