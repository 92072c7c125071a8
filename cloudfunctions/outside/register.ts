import { textHash } from '../../domain/digest'
import {
  type Outside,
  outsideId,
  registerForm,
  requestForm,
  sheetOf,
  systemsOnRequest,
  undoForm,
} from '../../domain/outside'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { addWaiting } from './await'

/** Notes that a record has been entered elsewhere (登记): the number there, which day, who says so. */
export const registerOutside = write('outside.register', registerForm, async (submission, form) => {
  const { record: outside, post } = await submission.needHere('outsides', form.outside)
  if (!outside.open) refuse('state.wrong', { message: '这一条已经登记过了，请刷新后再看' })
  if (form.enteredOn > submission.today)
    refuse('time.future', { message: '登记日期在今天之后，请检查', field: 'enteredOn' })
  if (form.enteredOn < outside.on)
    refuse('input.invalid', { message: '登记日期早于这项工作办完的日期，请检查', field: 'enteredOn' })
  if (sheetOf(outside.system, outside.kind)?.ownNumber && form.number) {
    const _id = reservation(outside, form.number)
    const reserved = await submission.find('outsideNumbers', _id)
    if (reserved?.outside) {
      const other = await submission.find('outsides', reserved.outside)
      refuse('record.exists', {
        message: `这个登记号已经用于“${other?.unit === outside.unit ? other.title : '其他单位的记录'}”，请核对`,
        field: 'number',
      })
    }
    submission.putBeside('outsideNumbers', { _id, outside: outside._id })
  }
  submission.replace('outsides', outside, {
    ...outside,
    open: false,
    number: form.number,
    enteredOn: form.enteredOn,
    by: { post: post.id, name: submission.caller.name, at: submission.at },
  })
  return { outside: outside._id }
})

/** Takes an entry back (撤销登记): it was entered by mistake, and waits again. What was said stays with its reason. */
export const undoOutside = write('outside.register', undoForm, async (submission, form) => {
  const { record: outside } = await submission.needHere('outsides', form.outside)
  const { number, enteredOn, by, ...waiting } = outside
  if (outside.open || !enteredOn || !by) return refuse('state.wrong')
  if (number && sheetOf(outside.system, outside.kind)?.ownNumber)
    submission.putBeside('outsideNumbers', { _id: reservation(outside, number), outside: '' })
  submission.replace('outsides', outside, {
    ...waiting,
    open: true,
    undone: [
      ...outside.undone,
      { number: number ?? '', enteredOn, by: by.name, at: submission.at, reason: form.reason },
    ],
  })
  return { outside: outside._id }
})

/** Lets a finished record wait for one more system, e.g. a check that was drawn by lot (双随机). */
export const requestOutside = write('outside.register', requestForm, async (submission, form) => {
  const { record: outside } = await submission.needHere('outsides', form.outside)
  if (!systemsOnRequest(outside.kind).includes(form.system))
    refuse('input.invalid', { message: '这种记录不在该系统登记', field: 'system' })
  const { unit, kind, record, title, on } = outside
  const _id = outsideId(record.split('/')[1] as string, form.system)
  if (await submission.find('outsides', _id))
    refuse('record.exists', { message: '这条记录已经在该系统的待登记里了', field: 'system' })
  addWaiting(submission, { unit, kind, record, title, on }, form.system)
  return { outside: _id }
})

// Numbers run per system and form; a case that is entered twice there has two.
const reservation = ({ system, kind }: Pick<Outside, 'system' | 'kind'>, number: string): string =>
  textHash(`${system}:${kind}:${number}`).slice(0, 32)
