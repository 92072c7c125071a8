import { photo, photos } from './evidence'
import { day, id, instant, prose, words } from './fields'
import { blockNumber } from './number-form'
import { serviceShape, wholeService } from './service-form'
import * as z from './zod'

const demand = z.strictObject({
  item: z.string().check(z.regex(/^[PS]-\d{2}$/, '检查事项不对')),
  fact: words('违法事实', 300),
  correction: words('改正要求', 300),
})
const ordered = {
  demands: z
    .array(demand, '请填写改正要求')
    .check(z.minLength(1, '请至少写明一项'), z.maxLength(22, '事项太多')),
  deadline: day('改正期限'),
}

/** The form by which an officer orders a correction (责令改正通知书, DOC-06). */
export const noticeForm = z.strictObject({
  check: id(),
  ...ordered,
  /** A number of one's block, already written on the paper. */
  number: z.optional(blockNumber),
})
export type NoticeForm = z.infer<typeof noticeForm>

/** What came back from its approvers (退回修改), corrected. */
export const resubmission = z.strictObject({ notice: id(), ...ordered })

export const sealForm = z.strictObject({ notice: id(), picture: z.optional(photo) })

/** Service with its evidence (程序规定 81–83, DOC-09): two officers, way, what the way needs, moment. */
export const serviceForm = z.strictObject({ notice: id(), ...serviceShape }).check(wholeService)

/** 公告期满: the thirty days after publication are over, and the paper counts as served. */
export const completionForm = z.strictObject({ notice: id() })

export const acknowledgement = z.strictObject({ notice: id() })

/** The enterprise's answer (整改报告): what was done, with pictures. */
export const answerForm = z.strictObject({
  notice: id(),
  words: words('整改情况', 1000),
  photos: photos(),
})

/** The re-check (复查) by two officers, and its conclusion. */
export const reviewForm = z
  .strictObject({
    notice: id(),
    colleague: id(),
    passed: z.boolean('请选择复查结论'),
    remark: prose('复查情况', 500),
    photos: z.optional(photos()),
    at: instant('复查时间'),
  })
  .check(
    z.superRefine((form, context) => {
      const say = (message: string) =>
        context.addIssue({ code: 'custom', message, path: ['remark'], input: form })
      if (!form.passed && !form.remark) say('复查不合格：请写明哪里没有改好')
      if (form.passed && !form.remark && !form.photos?.length) say('复查合格：请写一句复查情况或拍照')
    }),
  )

export const voidForm = z.strictObject({ notice: id(), reason: words('作废原因', 200) })
