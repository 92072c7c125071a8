import { lateForm } from '../../domain/filed-paper'
import { draftPaper } from '../../domain/paper'
import { paperKindOf } from '../../domain/papers'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'
import { knownIn } from './known'

/**
 * 补录 of a paper that was made without the system: its scan, the day it bears and the day it is entered. It took none of
 * the steps here, and its old number is a text, never one of ours.
 */
export const enterLate = write('paper.write', lateForm, async (submission, form) => {
  const { kind, unit, on, served } = form
  const post = submission.within({ unit })
  if (on > submission.today)
    refuse('input.invalid', { message: '文书日期在将来，补录的应是已经做出的文书', field: 'on' })
  if (served && (served < on || served > submission.today))
    refuse('input.invalid', { message: '送达日期应在文书日期之后、今天之前，请检查', field: 'served' })
  const { name, certificate } = submission.caller
  submission.create('papers', {
    _id: submission.id,
    unit,
    title: paperKindOf(kind)?.name ?? kind,
    about: (await knownIn(submission, unit, form.about)).about,
    fields: {},
    author: post.id,
    officers: [{ post: post.id, name, certificate }],
    paper: { ...draftPaper(kind), state: served ? 'served' : 'sealed' },
    toServe: false,
    done: true,
    draftedAt: submission.at,
    rank: rankOf(submission.at, submission.id),
    ...(served ? { servedOn: served } : {}),
    late: {
      on,
      enteredOn: submission.today,
      scan: form.scan,
      ...(form.number ? { number: form.number } : {}),
      ...(form.remark ? { remark: form.remark } : {}),
    },
  })
  return { paper: submission.id }
})
