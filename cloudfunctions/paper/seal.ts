import { sealingForm, voidingForm } from '../../domain/filed-paper'
import { withdrawFromApproval } from '../approval'
import { write } from '../kernel/procedure'
import { endTerm } from '../term'
import { ANNOUNCED } from './serve'
import { after } from './step'

/** 登记盖章: the scan of the stamped paper, of one without a seal the signed paper. The software draws neither. */
export const seal = write('paper.write', sealingForm, async (submission, form) => {
  const { record: filed, post } = await submission.needHere('papers', form.paper)
  const paper = after(filed.paper, 'seal', { at: submission.at, post: post.id })
  submission.replace('papers', filed, {
    ...filed,
    paper,
    sealed: { at: submission.at, scan: form.scan },
    done: !filed.toServe,
  })
  return { paper: filed._id }
})

/** 作废: before it is served; its number stays taken, with the reason. */
export const voidPaper = write('paper.write', voidingForm, async (submission, form) => {
  const { record: filed, post } = await submission.needHere('papers', form.paper)
  const paper = after(filed.paper, 'void', { at: submission.at, post: post.id })
  const { announced, ...rest } = filed
  await withdrawFromApproval(submission, filed._id)
  if (announced) await endTerm(submission, `papers/${filed._id}`, ANNOUNCED)
  const number = paper.number ?? paper.reserved?.number
  if (number) await submission.strike(filed.unit, paper.kind, number, form.reason)
  submission.replace('papers', filed, {
    ...rest,
    paper,
    done: true,
    voided: { at: submission.at, reason: form.reason },
  })
  return { paper: filed._id }
})
