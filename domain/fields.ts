import { type Day, isDay } from './calendar'
import { tidy, tidyLines, tidyPhone } from './text'
import * as z from './zod'

// The fields that more than one form has. Each says in a sentence what a person should do.

/** An id made on a device or by the server: 32 lower-case hex characters. */
export const id = () =>
  z.string('缺少编号').check(z.regex(/^[0-9a-f]{32}$/, '编号不对，请返回上一页重新打开'))

/** One line of text, tidied; `label` names it in the sentence. */
export const words = (label: string, max: number) =>
  z
    .string(`请填写${label}`)
    .check(z.overwrite(tidy), z.minLength(1, `请填写${label}`), z.maxLength(max, `${label}最多${max}个字`))

/** A longer text that may have lines and may be empty. */
export const prose = (label: string, max: number) =>
  z.string(`请填写${label}`).check(z.overwrite(tidyLines), z.maxLength(max, `${label}最多${max}个字`))

/** A telephone number: mobile or landline (domain/11: `1[3-9]` and nine digits; area code optional). */
export const phone = (label: string) =>
  z
    .string(`请填写${label}`)
    .check(
      z.overwrite(tidyPhone),
      z.regex(
        /^(1[3-9]\d{9}|(0\d{2,3}-?)?\d{7,8})$/,
        `${label}不对：手机号是11位，座机可带区号，如0797-1234567`,
      ),
    )

/** A Chinese calendar day in this campaign's century. */
export const day = (label: string) =>
  z.string(`请选择${label}`).check(
    z.overwrite(tidy),
    z.refine((text: Day) => isDay(text), `${label}不是有效日期，应如2026-07-28`),
    z.refine((text: Day) => text >= '2020-01-01' && text <= '2099-12-31', `${label}的年份不对，请检查`),
  )

/** A moment by the device's clock, epoch milliseconds; whether it may be is asked of the server's clock. */
export const instant = (label: string) =>
  z
    .int(`缺少${label}`)
    .check(
      z.gte(1_577_808_000_000, `${label}不对，请检查手机日期`),
      z.lte(4_102_416_000_000, `${label}不对，请检查手机日期`),
    )
