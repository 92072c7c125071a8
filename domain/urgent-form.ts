import { photos } from './evidence'
import { id, instant, words } from './fields'
import * as z from './zod'

/** An urgent report as it is sent; pages that show one need only `urgent.ts`. */
export const urgentForm = z.strictObject({
  kind: z.enum(['accident', 'case', 'resistance', 'opinion', 'other'], '请选择类型'),
  what: words('情况', 500),
  where: words('地点', 100),
  when: instant('发生时间'),
  photos: z.optional(photos()),
  enterprise: z.optional(id()),
})

export const urgentReading = z.strictObject({ urgent: id() })
export const urgentAnswer = z.strictObject({ urgent: id(), words: words('批示', 300) })
