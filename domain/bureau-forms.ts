import { day, id, words } from './fields'
import { city, unitOf } from './organisation'
import { paperKindOf } from './papers/kinds'
import { teamRef } from './people'
import { type TeamKind, teamKinds } from './team'
import * as z from './zod'

// What the head of a bureau, and each for himself, hands in about posts, teams and absences.

const org = () =>
  z
    .string('请选择单位')
    .check(z.refine((text: string) => text === city.id || unitOf(text) !== undefined, '没有这个单位'))

const kind = () => z.enum(Object.keys(teamKinds) as [TeamKind, ...TeamKind[]], '请选择所队类别')
const towns = () =>
  z.array(words('乡镇名称', 20), '请填写辖区').check(z.maxLength(60, '辖区最多60个乡镇、街道'))

const paperKind = () =>
  z
    .string('请选择文书种类')
    .check(z.refine((code: string) => paperKindOf(code) !== undefined, '没有这种文书，请重新选择'))

/** A new team (所、股、大队). */
export const teamForm = z.strictObject({ unit: org(), name: words('名称', 30), kind: kind(), towns: towns() })

/** A team in its new form. */
export const teamChangeForm = z.strictObject({
  team: teamRef(),
  name: words('名称', 30),
  kind: kind(),
  towns: towns(),
})

/** Merging a team into another (并入). */
export const mergeForm = z.strictObject({ team: teamRef(), into: teamRef() })

/** Moving a post to another team; none: it answers to the bureau itself. */
export const moveForm = z.strictObject({ post: id(), team: z.optional(teamRef()) })

/** Leaving a post (离任), with or without somebody who takes it over. */
export const releaseForm = z.strictObject({
  post: id(),
  on: day('离任日期'),
  successor: z.optional(id()),
  reason: words('离任原因', 60),
})

/** Taking over a post nobody holds (接任); `by`: a post the taker holds. */
export const takeOverForm = z.strictObject({ post: id(), by: id() })

/** A new or extended certificate (换证), as the head has seen it. */
export const certificateForm = z.strictObject({
  post: id(),
  certificate: words('执法证号', 30),
  until: day('证件有效期'),
})

/** An absence and who acts meanwhile (外出授权). No kinds named: all papers. */
export const awayForm = z.strictObject({
  post: id(),
  from: day('开始日期'),
  to: day('结束日期'),
  standIn: id(),
  kinds: z.array(paperKind(), '请选择文书种类').check(z.maxLength(40, '文书种类太多')),
  reason: words('外出事由', 60),
})

export const awayEndForm = z.strictObject({ post: id() })

export const postQuestion = z.strictObject({ post: id() })
export const orgQuestion = z.strictObject({ unit: org() })
