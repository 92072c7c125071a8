import { checklists, EDITION, isItem, type Result, results } from './checklist'
import type { EnterpriseKind } from './enterprise'
import { PHOTOS_TOGETHER, photo, photos, photosIn } from './evidence'
import { id, instant, phone, prose, words } from './fields'
import * as z from './zod'

/** Characters of what is said on one item. */
export const LONGEST_NOTE = 500

const answer = z.strictObject({
  item: z.string().check(z.regex(/^[PS]-\d{2}$/, '检查事项不对')),
  result: z.enum(results, '请选择检查结果'),
  note: z.optional(prose('情况说明', LONGEST_NOTE)),
  photos: z.optional(photos()),
})
export type Answer = z.infer<typeof answer>

// 程序规定 28, 43: the person on site signs or stamps; refusal or absence is noted with its reason.
const signed = z.strictObject({ how: z.literal('signed'), picture: photo })
const refused = z.strictObject({ how: z.literal('refused'), reason: words('拒签原因', 200) })
const absent = z.strictObject({ how: z.literal('absent'), reason: words('无人在场的情况', 200) })

/** How the enterprise's side ended the record: signature, refusal, or nobody there. */
export const signature = z.discriminatedUnion(
  'how',
  [signed, refused, absent],
  '请企业人员签名，或注明拒签、无人在场',
)

/** The record of one on-site check (现场检查记录), as the officer in charge (主办) hands it in. */
export const checkForm = z
  .strictObject({
    enterprise: id(),
    kind: z.enum(['producer', 'seller'], '请选择检查表'),
    edition: z.literal(EDITION, '检查表版本已更新，请重新打开检查表'),
    startedAt: instant('开始时间'),
    finishedAt: instant('结束时间'),
    /** Post of the second officer (协办). Two at least: 产品质量法 18, 程序规定 22. */
    colleague: id(),
    /** 出示执法证件, 告知权利与申请回避 (程序规定 22): when each was done. */
    shownAt: instant('亮证时间'),
    toldAt: instant('告知时间'),
    answers: z
      .array(answer, '请填写检查事项')
      .check(z.minLength(1, '请填写检查事项'), z.maxLength(40, '检查事项太多')),
    present: z.optional(
      z.strictObject({
        name: words('在场人姓名', 30),
        duty: words('在场人职务', 30),
        phone: z.optional(phone('在场人电话')),
      }),
    ),
    signature,
    remark: z.optional(prose('备注', 500)),
  })
  .check(
    z.superRefine((form, context) => {
      for (const problem of incompleteIn(form))
        context.addIssue({ code: 'custom', message: problem.message, path: problem.path, input: form })
    }),
  )
export type CheckForm = z.infer<typeof checkForm>

/** An officer as he stands on a record: his name and certificate on that day. */
export type Officer = { post: string; name: string; certificate: string }

/** A check as it is kept. */
export type Check = Omit<CheckForm, 'colleague'> & {
  _id: string
  unit: string
  enterpriseName: string
  /** 主办 first, then 协办. */
  officers: [Officer, Officer]
  outcome: string
  /** Whether any item was 不符合: the list behind the figure of findings. */
  found: boolean
  /** Orders a unit's checks by time; unique, so that a list can go on from it. */
  rank: string
  /** When the server received it; a check made without a signal arrives later than it ended. */
  receivedAt: number
  /** Post of the second officer who has yet to confirm from his own account (协办确认); '' when he has. */
  toConfirm?: string
  confirmation?: Confirmation
}

/** Hours within which the second officer confirms the record from his own account (domain/16, on site). */
export const CONFIRMED_WITHIN = 24

/**
 * What the second officer said of the record. `present`: he was there himself; who only took his post over cannot agree,
 * and says what he knows.
 */
export type Confirmation = {
  at: number
  name: string
  agreed: boolean
  present: boolean
  words?: string
}

/** Confirming a check as its second officer (协办确认), or saying why not. */
export const confirmationForm = z
  .strictObject({
    check: id(),
    agreed: z.boolean('请选择同意或不同意'),
    words: z.optional(prose('说明', 300)),
  })
  .check(
    z.superRefine((form, context) => {
      if (!form.agreed && !form.words)
        context.addIssue({
          code: 'custom',
          message: '不同意的，请写明哪里与现场不符',
          path: ['words'],
          input: form,
        })
    }),
  )

type Started = Pick<
  CheckForm,
  'kind' | 'answers' | 'startedAt' | 'shownAt' | 'toldAt' | 'finishedAt' | 'present' | 'signature'
>

/** What still keeps a check from being handed in; the form shows the same list while it is being filled. */
export function incompleteIn(form: Started): { message: string; path: (string | number)[] }[] {
  const found: { message: string; path: (string | number)[] }[] = []
  const say = (message: string, ...path: (string | number)[]) => found.push({ message, path })
  const seen = new Set<string>()
  form.answers.forEach((given, i) => {
    if (!isItem(form.kind, given.item)) say(`${given.item} 不在这张检查表里`, 'answers', i, 'item')
    if (seen.has(given.item)) say(`${given.item} 填了两次`, 'answers', i, 'item')
    seen.add(given.item)
    if (given.result === '不符合' && !given.note && !given.photos?.length)
      say(`${given.item} 不符合：请拍照或写明情况`, 'answers', i, 'photos')
    if (given.result === '无法检查' && !given.note)
      say(`${given.item} 无法检查：请写明原因`, 'answers', i, 'note')
  })
  const open = checklists[form.kind].filter(row => !seen.has(row.id))
  if (open.length)
    say(
      `还有${open.length}项没有填写：${open
        .slice(0, 3)
        .map(row => row.id)
        .join('、')}${open.length > 3 ? '等' : ''}`,
      'answers',
    )
  if (form.finishedAt < form.startedAt) say('结束时间早于开始时间，请检查', 'finishedAt')
  // 程序规定 22: certificates are shown and rights told at the check, not before or after it.
  const during = (at: number) => at >= form.startedAt && at <= form.finishedAt
  if (!during(form.shownAt)) say('亮证时间应在检查期间，请检查', 'shownAt')
  if (!during(form.toldAt)) say('告知时间应在检查期间，请检查', 'toldAt')
  if (photosIn(form.answers).length > PHOTOS_TOGETHER) say(`照片合计最多${PHOTOS_TOGETHER}张`, 'answers')
  if (form.signature.how === 'signed' && !form.present) say('请填写签名人的姓名和职务', 'present')
  return found
}

/** The findings (发现的问题): items answered 不符合. */
export const findingsIn = (answers: readonly Answer[]): Answer[] =>
  answers.filter(given => given.result === '不符合')

/** In one word, how a check ended, for lists. */
export function outcomeOf(answers: readonly Answer[]): string {
  const unseen = answers.filter(given => given.result === '无法检查').length
  if (findingsIn(answers).length) return `${findingsIn(answers).length}项不符合`
  return unseen ? `${unseen}项无法检查` : '未发现问题'
}

/** How many of a checklist's items are answered. */
export const progressOf = (
  kind: EnterpriseKind,
  answers: readonly { result?: Result }[],
): { done: number; all: number } => ({
  done: answers.filter(given => given.result).length,
  all: checklists[kind].length,
})
