import { dayOf, daysBetween, spokenDay } from '../../domain/calendar'
import { endOf, urgeForm, urgeObjection } from '../../domain/term'
import { visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { tell } from '../message'

/** Presses whoever answers for a term (催办): a message with the name of who presses, once a day. */
export const urge = write('clock.urge', urgeForm, async (submission, form) => {
  const { caller, at } = submission
  const term = visible(caller, 'clock.urge', await submission.find('terms', form.term))
  submission.within(term)
  const objection = urgeObjection(term, at)
  if (objection) refuse('state.wrong', { message: objection })
  if (caller.posts.some(({ id }) => id === term.owner))
    refuse('state.wrong', { message: '这件事由您自己承办' })
  const owner = await submission.find('posts', term.owner)
  if (!owner?.person) refuse('state.wrong', { message: '承办的岗位现在没有人，请先在“岗位和人员”里安排接任' })
  submission.file('terms', { ...term, urged: { at, name: caller.name } }, false)
  const late = endOf(term) <= at
  const days = daysBetween(term.due, dayOf(at))
  tell(submission, [term.owner], {
    title: `催办：${term.title}`,
    words: `${caller.name}请您尽快办理，${late ? (days > 0 ? `已超期${days}天` : '已超时') : `${spokenDay(term.due)}到期`}。`,
    unit: term.unit,
    page: term.page,
    urgent: late,
    kind: 'due',
  })
  return { term: term._id, name: owner?.name ?? '' }
})
