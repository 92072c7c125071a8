import type { Officer } from '../../domain/check'
import { addresseeOf, draftingForm, revisionForm, submissionForm } from '../../domain/filed-paper'
import { draftPaper } from '../../domain/paper'
import { templateOf } from '../../domain/papers'
import type { Post } from '../../domain/posts'
import { reservedNumber } from '../kernel/number'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'
import { twoOfficers } from '../kernel/second-officer'
import type { Submission } from '../kernel/submission'
import { aboutIn, requireOwnWay, soundFields, titleFor } from './content'
import { sendForApproval } from './issue'

/** 拟稿; with `submit`, 送审 in the same write. */
export const draft = write('paper.write', draftingForm, async (submission, form) => {
  const { kind, unit } = form
  const post = submission.within({ unit })
  requireOwnWay(kind)
  const fields = soundFields(kind, form.fields, form.submit === true)
  const about = await aboutIn(submission, unit, form.about)
  const officers = await officersOf(submission, post, kind, form.colleague, form.submit === true)
  const record = `papers/${submission.id}`
  const reserved = form.number && (await reservedNumber(submission, { unit, kind, record }, form.number))
  const by = { at: submission.at, post: post.id }
  const begun = { ...draftPaper(kind), ...(reserved ? { reserved } : {}) }
  const paper = form.submit ? await sendForApproval(submission, begun, { unit, record }, by) : begun
  submission.create('papers', {
    _id: submission.id,
    unit,
    title: titleFor(kind, fields),
    about,
    fields,
    author: post.id,
    officers,
    paper,
    toServe: addresseeOf(kind) !== 'nobody',
    done: false,
    draftedAt: submission.at,
    rank: rankOf(submission.at, submission.id),
  })
  return { paper: submission.id, state: paper.state, number: paper.number }
})

/** A draft in its next form, or one that was sent back. What has been issued never changes. */
export const revise = write('paper.write', revisionForm, async (submission, form) => {
  const { record: filed, post } = await submission.needHere('papers', form.paper)
  requireDraft(filed.paper.state)
  const { kind } = filed.paper
  const fields = soundFields(kind, form.fields, form.submit === true)
  const officers = await officersOf(submission, post, kind, form.colleague, form.submit === true)
  const by = { at: submission.at, post: post.id }
  const carrier = { unit: filed.unit, record: `papers/${filed._id}` }
  const paper = form.submit ? await sendForApproval(submission, filed.paper, carrier, by) : filed.paper
  submission.replace('papers', filed, { ...filed, title: titleFor(kind, fields), fields, officers, paper })
  return { paper: filed._id, state: paper.state, number: paper.number }
})

/** 送审 of a draft as it stands. */
export const submit = write('paper.write', submissionForm, async (submission, form) => {
  const { record: filed, post } = await submission.needHere('papers', form.paper)
  requireDraft(filed.paper.state)
  const { kind } = filed.paper
  const fields = soundFields(kind, filed.fields, true)
  requireTwo(kind, filed.officers)
  const by = { at: submission.at, post: post.id }
  const carrier = { unit: filed.unit, record: `papers/${filed._id}` }
  const paper = await sendForApproval(submission, filed.paper, carrier, by)
  submission.replace('papers', filed, { ...filed, fields, paper })
  return { paper: filed._id, state: paper.state, number: paper.number }
})

function requireDraft(state: string): void {
  if (state !== 'draft')
    refuse('state.wrong', { message: '这份文书已经送审，不能再改；需要改的，请退回或者作废后重写' })
}

/** The author and the colleague he names; two where the paper itself names two officers (程序规定 22). */
async function officersOf(
  submission: Submission,
  post: Post,
  kind: string,
  colleague: string | undefined,
  whole: boolean,
): Promise<Officer[]> {
  const { name, certificate } = submission.caller
  const officers = colleague
    ? await twoOfficers(submission, post, colleague)
    : [{ post: post.id, name, certificate }]
  if (whole) requireTwo(kind, officers)
  return officers
}

function requireTwo(kind: string, officers: readonly Officer[]): void {
  const wanted = templateOf(kind)?.fields.some(field => field.type === 'people' && field.certificate)
  if (wanted && officers.length < 2)
    refuse('input.invalid', { message: '须由两名以上执法人员办理，请选择协办人员', field: 'colleague' })
}
