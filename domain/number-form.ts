import { day, id } from './fields'
import { BLOCK_SIZE } from './numbers'
import { paperKinds } from './papers/kinds'
import * as z from './zod'

/** One of the 26 kinds of paper. */
export const kind = z.enum(paperKinds.map(({ code }) => code) as [string, ...string[]], '请选择文书种类')

/** The organisation whose paper or number it is: that of the author's post. */
export const org = z.string('缺少单位').check(z.regex(/^\d{6}$/, '单位不对，请重新打开'))

/** A number of one's block, written on the paper before there was a signal, and the paper's day. */
export const blockNumber = z.strictObject({
  block: id(),
  serial: z.int('号段里的号不对').check(z.gte(1, '号段里的号不对'), z.lte(999_999, '号段里的号不对')),
  on: day('文书日期'),
})

/** 预留号段, for the rest of the year. */
export const reservationForm = z.strictObject({
  kind,
  unit: org,
  count: z
    .int('请选择预留几个号')
    .check(z.gte(1, '至少预留1个号'), z.lte(BLOCK_SIZE, `一次最多预留${BLOCK_SIZE}个号`)),
})

export const returnForm = z.strictObject({ block: id() })

/** Whose gaps: from a serial on, where the list goes on from an earlier answer. */
export const gapsAsked = z.strictObject({
  unit: org,
  kind,
  year: z.string('请选择年份').check(z.regex(/^20\d{2}$/, '年份不对')),
  from: z.optional(z.int('起始号不对').check(z.gte(1, '起始号不对'), z.lte(999_999, '起始号不对'))),
})
