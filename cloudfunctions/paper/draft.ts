import type { Officer } from '../../domain/check'
import {
  addresseeOf,
  draftingForm,
  type FiledPaper,
  revisionForm,
  submissionForm,
} from '../../domain/filed-paper'
import { draftPaper, type Paper } from '../../domain/paper'
import { templateOf } from '../../domain/papers'
import type { Post } from '../../domain/posts'
import { reservedNumber } from '../kernel/number'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'
import { twoOfficers } from '../kernel/second-officer'
import type { Submission } from '../kernel/submission'
import { bare, requireOwnWay, soundFields, titleFor } from './content'
import { sendForApproval } from './issue'
import { knownIn, personalFor } from './known'

/** 拟稿; with `submit`, 送审 in the same write. */
export const draft = write('paper.write', draftingForm, async (submission, form) => {
  const { kind, unit } = form
  const post = submission.within({ unit })
  requireOwnWay(kind)
  const said = soundFields(kind, form.fields, form.submit === true)
  const known = await knownIn(submission, unit, form.about)
  const fields = { ...personalFor(kind, known), ...said }
  const officers = await officersOf(submission, post, kind, form.colleague, form.submit === true)
  const carrier = { unit, kind, record: `papers/${submission.id}` }
  const reserved = form.number && (await reservedNumber(submission, carrier, form.number))
  const filed: FiledPaper = {
    _id: submission.id,
    unit,
    title: titleFor(kind, fields),
    about: known.about,
    fields,
    author: post.id,
    officers,
    paper: { ...draftPaper(kind), ...(reserved ? { reserved } : {}) },
    toServe: addresseeOf(kind) !== 'nobody',
    done: false,
    draftedAt: submission.at,
    rank: rankOf(submission.at, submission.id),
  }
  const paper = form.submit ? await sendForApproval(submission, filed, post, form.urgentAfter) : filed.paper
  submission.create('papers', { ...filed, paper })
  return { paper: submission.id, ...standing(paper) }
})

/** A draft in its next form, or one that was sent back. What has been issued never changes. */
export const revise = write('paper.write', revisionForm, async (submission, form) => {
  const { record: before, post } = await submission.needHere('papers', form.paper)
  requireDraft(before.paper.state)
  const { kind } = before.paper
  const fields = soundFields(kind, form.fields, form.submit === true)
  const officers = form.colleague
    ? await officersOf(submission, post, kind, form.colleague, form.submit === true)
    : before.officers
  if (form.submit) requireTwo(kind, officers)
  const filed = { ...before, title: titleFor(kind, fields), fields, officers }
  const paper = form.submit
    ? await sendForApproval(submission, bare(filed), post, form.urgentAfter)
    : filed.paper
  submission.replace('papers', before, { ...filed, paper })
  return { paper: before._id, ...standing(paper) }
})

/** 送审 of a draft as it stands. */
export const submit = write('paper.write', submissionForm, async (submission, form) => {
  const { record: filed, post } = await submission.needHere('papers', form.paper)
  requireDraft(filed.paper.state)
  const { kind } = filed.paper
  soundFields(kind, filed.fields, true)
  requireTwo(kind, filed.officers)
  const paper = await sendForApproval(submission, bare(filed), post, form.urgentAfter)
  submission.replace('papers', filed, { ...filed, paper })
  return { paper: filed._id, ...standing(paper) }
})

/** How far it is after this write, and whom it waits for. */
const standing = (paper: Paper) => ({
  state: paper.state,
  number: paper.number,
  waits: paper.state === 'pending' ? paper.chain.find(step => !step.agreed)?.name : undefined,
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
