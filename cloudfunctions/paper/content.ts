import type { FiledPaper } from '../../domain/filed-paper'
import { draftForm, type PaperFields, paperForm, templateOf } from '../../domain/papers'
import { titleOf } from '../../domain/papers/layout'
import type { Collections } from '../kernel/collections'
import { refuse } from '../kernel/problem'

/** The fields of a kind of paper, tidied; with `whole`, nothing its form asks for may be missing. Refuses `input.invalid`. */
export function soundFields(kind: string, fields: unknown, whole: boolean): PaperFields {
  const checked = (whole ? paperForm(kind) : draftForm(kind)).safeParse(fields)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  const message =
    issue?.code === 'unrecognized_keys'
      ? '内容里有这个版本不认识的项目，请更新小程序后再试'
      : (issue?.message ?? '填写的内容有误，请检查')
  return refuse('input.invalid', { message, field: ['fields', ...(issue?.path ?? [])].join('.') })
}

/** What stands above the paper, by kind and what its fields hold. */
export function titleFor(kind: string, fields: PaperFields): string {
  const template = templateOf(kind)
  return template ? titleOf(template, fields) : kind
}

/** The 责令改正通知书 has a way of its own, from the findings of a check to the re-check. */
export function requireOwnWay(kind: string): void {
  if (kind === 'DOC-06')
    refuse('input.invalid', { message: '责令改正通知书请从检查记录里拟，这里不重复办理', field: 'kind' })
}

/** A filed paper without what the store keeps with it. */
export const bare = ({ head: _head, ...paper }: Collections['papers']): FiledPaper => paper
