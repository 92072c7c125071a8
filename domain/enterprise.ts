import type { Day } from './calendar'
import { id, phone, words } from './fields'
import { readCreditCode } from './identifiers/credit-code'
import { unitOf } from './organisation'
import { tidy, tidyCode } from './text'
import * as z from './zod'

/** What an enterprise does with cable; it chooses the checklist (domain/08). */
export const enterpriseKinds = { producer: '生产', seller: '销售' } as const
export type EnterpriseKind = keyof typeof enterpriseKinds

/** A reporting unit's id. */
export const unitId = () =>
  z
    .string('请选择所属县（市、区）')
    .check(z.refine((text: string) => unitOf(text) !== undefined, '没有这个县（市、区）'))

/** The form by which an officer enters a cable maker or seller (建档). */
export const enrolment = z.strictObject({
  name: words('企业名称', 60),
  // A code that fails only its check digit passes with a warning: such codes are really in use (domain/11).
  code: z.string('请填写统一社会信用代码').check(
    z.overwrite(tidyCode),
    z.superRefine((typed: string, context) => {
      const read = readCreditCode(typed)
      if (read.form === 'broken') context.addIssue({ code: 'custom', message: read.reason, input: typed })
    }),
  ),
  kind: z.enum(['producer', 'seller'], '请选择生产或销售'),
  unit: unitId(),
  address: words('经营地址', 120),
  contact: z.strictObject({ name: words('联系人', 30), phone: phone('联系电话') }),
})
export type Enrolment = z.infer<typeof enrolment>

/** An enterprise as it is kept (一企一档). */
export type Enterprise = Enrolment & {
  _id: string
  /** Whether the credit code's check digit holds; a doubtful one is shown with a warning. */
  codeSound: boolean
  enrolledOn: Day
  /** For search by any part of name and address (domain/text.ts). */
  grams: string[]
  lastCheck?: { id: string; on: Day; outcome: string }
  /** Day of the first check (排查). */
  coveredOn?: Day
  /** Whether it has been checked at all: the list of those that have not goes by it. */
  covered: boolean
}

/** A search by any part of the name or address, or by the beginning of the credit code. */
export const search = z.strictObject({
  text: z.string('请输入名称').check(z.overwrite(tidy), z.maxLength(60, '最多输入60个字')),
  unit: z.optional(unitId()),
  /** Only those that have not been checked yet (未排查). */
  unchecked: z.optional(z.boolean()),
  after: z.optional(id()),
})

/** A telephone number as every reader sees it: 138****5678; of a short one only its end. */
export const masked = (number: string): string =>
  number.length >= 11 ? `${number.slice(0, 3)}****${number.slice(-4)}` : `****${number.slice(-2)}`
