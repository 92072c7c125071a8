import { dayOf, spokenDay } from '../../domain/calendar'
import {
  agreed,
  asked,
  askForm,
  askKinds,
  grantForm,
  resumed,
  resumeForm,
  type Term,
} from '../../domain/term'
import type { Trouble } from '../../domain/trouble'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'
import { visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { tell } from '../message'
import { mayAsk, mayGrant } from './may'

const PAGE = '/message/terms/index'

/**
 * Asks that a term be paused or extended (中止计时、延期), with reason and legal basis. How far is said by the law's row;
 * more is refused with its article. Nothing moves before somebody else has agreed.
 */
export const ask = write('clock.ask', askForm, async (submission, form) => {
  const term = await here(submission, 'clock.ask', form.term)
  if (!mayAsk(submission.caller, term))
    refuse('state.wrong', { message: '这项期限由别人承办，请由承办人或者本单位负责人申请' })
  const post = submission.within(term)
  const request = asked(term, form.kind, form.until, submission.at)
  if (isTrouble(request)) return refused(request)
  const { caller, at } = submission
  submission.file(
    'terms',
    {
      ...term,
      ask: {
        ...request,
        at,
        post: post.id,
        person: caller.person,
        name: caller.name,
        reason: form.reason,
      },
    },
    false,
  )
  const grants = await list(
    'posts',
    { org: term.unit, role: _.in(['head', 'deputy']) },
    { limit: 50, order: [['_id', 'asc']] },
  )
  tell(
    submission,
    grants.filter(({ person }) => person && person !== caller.person).map(({ _id }) => _id),
    {
      title: `待批准：${askKinds[form.kind]} · ${term.title}`,
      words: `${caller.name}申请${askKinds[form.kind]}至${spokenDay(request.until)}，理由：${form.reason}`,
      unit: term.unit,
      page: `${PAGE}?unit=${term.unit}`,
    },
  )
  return { term: term._id, until: request.until }
})

/** Agrees to a request, or not (同意、不同意). Nobody decides on his own. */
export const grant = write('clock.grant', grantForm, async (submission, form) => {
  const term = await here(submission, 'clock.grant', form.term)
  const { caller, at } = submission
  if (!term.ask) return refuse('state.wrong')
  const no = mayGrant(caller, term)
  if (no) refuse('state.wrong', { message: no })
  const post = submission.within(term)
  const { ask: request, ...rest } = term
  const after = form.agreed ? agreed(term, { at, post: post.id, name: caller.name }) : rest
  if (!after) return refuse('state.wrong')
  submission.file('terms', after, false)
  const kind = askKinds[request.kind]
  tell(submission, [...new Set([request.post, term.owner])], {
    title: form.agreed ? `已同意${kind}：${term.title}` : `没有同意${kind}：${term.title}`,
    words: `${form.agreed ? `期限为${spokenDay(after.due)}。` : `期限仍为${spokenDay(term.due)}。`}${form.words ?? ''}（${caller.name}）`,
    unit: term.unit,
    page: PAGE,
    kind: 'result',
  })
  return { term: term._id, due: after.due, agreed: form.agreed }
})

/** Lets a paused term run again before its days are over: what the law left out has come to its end. */
export const resume = write('clock.ask', resumeForm, async (submission, form) => {
  const term = await here(submission, 'clock.ask', form.term)
  if (!mayAsk(submission.caller, term))
    refuse('state.wrong', { message: '这项期限由别人承办，请由承办人或者本单位负责人恢复' })
  submission.within(term)
  const after = resumed(term, submission.at) ?? refuse('state.wrong')
  submission.file('terms', after, false)
  return { term: term._id, due: after.due, from: dayOf(submission.at) }
})

const here = async (submission: Submission, verb: 'clock.ask' | 'clock.grant', id: string): Promise<Term> =>
  visible(submission.caller, verb, await submission.find('terms', id))

const isTrouble = (answer: object): answer is Trouble => 'code' in answer

const refused = ({ code, message }: Trouble): never =>
  code === 'term.until'
    ? refuse('input.invalid', { message, field: 'until' })
    : refuse('state.wrong', { message })
