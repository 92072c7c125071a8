import { type Enrolment, enrolment } from '../../domain/enterprise'
import { readCreditCode } from '../../domain/identifiers/credit-code'
import { gramsToStore } from '../../domain/text'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { awaitOutside } from '../outside'

/** Enters a cable maker or seller in the register (建档). One enterprise per credit code. */
export const enroll = write('enterprise.enroll', enrolment, async (submission, content: Enrolment) => {
  submission.within({ unit: content.unit })
  const reserved = await submission.find('codes', content.code)
  if (reserved)
    refuse('record.exists', { message: '这个统一社会信用代码已经建档，请用“找企业”查看', field: 'code' })
  submission.create('enterprises', {
    _id: submission.id,
    ...content,
    codeSound: readCreditCode(content.code).form === 'sound',
    enrolledOn: submission.today,
    covered: false,
    grams: gramsToStore(content.name, content.address),
  })
  awaitOutside(submission, {
    kind: 'enterprise',
    record: `enterprises/${submission.id}`,
    unit: content.unit,
    title: content.name,
    on: submission.today,
  })
  submission.addBeside('codes', { _id: content.code, enterprise: submission.id })
  return { enterprise: submission.id }
})
