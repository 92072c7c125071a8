import { dayOf } from '../../domain/calendar'
import { type Check, CONFIRMED_WITHIN, confirmationForm } from '../../domain/check'
import { postsWith } from '../../domain/posts'
import { list } from '../kernel/collections'
import type { Caller } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { tell } from '../message'
import { endTerm, startTerm } from '../term'

const HEADS = 10
const pageOf = (check: string): string => `/bureau/confirm/index?check=${check}`

/** Whether the caller holds the post that has yet to confirm. */
export const mayConfirm = (caller: Caller, toConfirm: string | undefined): boolean =>
  postsWith(caller.posts, 'check.confirm').some(({ id }) => id === toConfirm)

/**
 * Asks the second officer for his confirmation, within 24 hours of the record's arrival: being offline is nobody's
 * fault (domain/16, on site).
 */
export function askToConfirm(
  submission: Submission,
  { unit, enterpriseName, officers }: Pick<Check, 'unit' | 'enterpriseName' | 'officers'>,
): void {
  const [first, second] = officers
  const { id, at } = submission
  const dueAt = at + CONFIRMED_WITHIN * 3_600_000
  startTerm(submission, {
    unit,
    record: `checks/${id}`,
    key: 'confirm',
    title: `协办确认 · ${enterpriseName}`,
    page: pageOf(id),
    owner: second.post,
    due: dayOf(dueAt),
    dueAt,
    why: `检查记录送达后${CONFIRMED_WITHIN}小时内，由协办人员用自己的账号确认`,
  })
  tell(submission, [second.post], {
    title: `请确认检查记录 · ${enterpriseName}`,
    words: `${first.name}提交了您协办的检查记录，请在${CONFIRMED_WITHIN}小时内确认。`,
    unit,
    page: pageOf(id),
  })
}

/** The second officer confirms the record from his own account, or says what is not so (协办确认). */
export const confirm = write('check.confirm', confirmationForm, async (submission, form) => {
  const { record: check } = await submission.needHere('checks', form.check)
  const { caller } = submission
  const [first, second] = check.officers
  if (!check.toConfirm) refuse('state.wrong', { message: '这份记录已经确认过了，请刷新后再看' })
  if (!mayConfirm(caller, check.toConfirm))
    refuse('verb.denied', { message: `这份记录由协办人员${second.name}本人确认` })
  // The post may have passed on since; who was not there has seen nothing.
  const present = caller.certificate === second.certificate
  if (form.agreed && !present)
    refuse('input.invalid', {
      message: `协办的是${second.name}，您当时不在场，不能确认属实；可以写明情况`,
      field: 'agreed',
    })
  submission.replace('checks', check, {
    ...check,
    toConfirm: '',
    confirmation: {
      at: submission.at,
      name: caller.name,
      agreed: form.agreed,
      present,
      ...(form.words ? { words: form.words } : {}),
    },
  })
  await endTerm(submission, `checks/${check._id}`, 'confirm')
  if (!form.agreed) {
    const heads = await list(
      'posts',
      { org: check.unit, role: 'head' },
      { limit: HEADS, order: [['_id', 'asc']], fields: ['_id'] },
    )
    tell(submission, [first.post, ...heads.map(({ _id }) => _id)], {
      title: `协办不同意检查记录 · ${check.enterpriseName}`,
      words: `${caller.name}：${form.words}`,
      unit: check.unit,
      page: `/officer/record/index?check=${check._id}`,
    })
  }
  return { check: check._id, agreed: form.agreed }
})
