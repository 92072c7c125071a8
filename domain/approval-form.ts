import { LEADER, MOST_AT_ONCE } from './approval'
import { id, words } from './fields'
import { city, unitOf } from './organisation'
import { paperKinds } from './papers/kinds'
import * as z from './zod'

const unit = () =>
  z.string('请选择单位').check(z.refine((org: string) => org === city.id || !!unitOf(org), '没有这个单位'))

/** A kind of paper, DOC-01 … DOC-26. */
export const kindId = () =>
  z.enum(paperKinds.map(({ code }) => code) as [string, ...string[]], '没有这种文书，请重新选择')

/** Sets the chain of a unit for a kind of paper. How long it may be, and of whom, is `chainTrouble`'s. */
export const chainForm = z.strictObject({
  unit: unit(),
  kind: kindId(),
  steps: z
    .array(z.union([id(), z.literal(LEADER)], '审批人不对，请重新选择'), '请选择审批人')
    .check(z.maxLength(50, '审批流程太长')),
})

export const chainsOf = z.strictObject({ unit: unit() })

// Who sends none has not read it.
const digest = () =>
  z.string('请先打开文书，看过内容再同意').check(z.regex(/^[0-9a-f]{64}$/, '请先打开文书，看过内容再同意'))

/** 同意; the digest came with the text that was read. */
export const agreementForm = z.strictObject({
  paper: id(),
  read: digest(),
  words: z.optional(words('审批意见', 200)),
})

/** 批量同意, for papers that burden nobody: their texts stand in the list itself. */
export const batchForm = z.strictObject({
  papers: z.array(z.strictObject({ paper: id(), read: digest() }), '请选择文书').check(
    z.minLength(1, '请至少选择一份文书'),
    z.maxLength(MOST_AT_ONCE, `一次最多同意${MOST_AT_ONCE}份，请分几次`),
    z.refine(
      (papers: { paper: string }[]) => new Set(papers.map(one => one.paper)).size === papers.length,
      '同一份文书选了两次，请重新选择',
    ),
  ),
})

/** 退回修改: with a reason. */
export const returnForm = z.strictObject({ paper: id(), reason: words('退回原因', 300) })

/** 转批: to whom, and why. */
export const passForm = z.strictObject({ paper: id(), to: id(), reason: words('转批原因', 200) })
