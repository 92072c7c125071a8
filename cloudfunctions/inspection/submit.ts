import { dayOf } from '../../domain/calendar'
import { type CheckForm, checkForm, findingsIn, outcomeOf } from '../../domain/check'
import type { Enterprise } from '../../domain/enterprise'
import { requirePlausible } from '../kernel/moment'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'
import { twoOfficers } from '../kernel/second-officer'
import { awaitOutside } from '../outside'
import { askToConfirm } from './confirm'

/** Hands in the record of an on-site check (现场检查记录). Two officers at least: 产品质量法 18, 程序规定 22. */
export const submit = write('check.make', checkForm, async (submission, form: CheckForm) => {
  const { record: enterprise, post } = await submission.needHere('enterprises', form.enterprise)
  requirePlausible(form.startedAt, submission.at, 'startedAt')
  requirePlausible(form.finishedAt, submission.at, 'finishedAt')
  if (form.kind !== enterprise.kind)
    refuse('input.invalid', { message: '检查表与企业类型不符，请重新打开检查表', field: 'kind' })

  const on = dayOf(form.finishedAt)
  const officers = await twoOfficers(submission, post, form.colleague, on)
  const { colleague: _colleague, ...kept } = form
  const outcome = outcomeOf(form.answers)
  submission.create('checks', {
    _id: submission.id,
    ...kept,
    unit: enterprise.unit,
    enterpriseName: enterprise.name,
    officers,
    outcome,
    found: findingsIn(form.answers).length > 0,
    rank: rankOf(form.finishedAt, submission.id),
    receivedAt: submission.at,
    toConfirm: form.colleague,
  })
  submission.replace('enterprises', enterprise, checked(enterprise, { id: submission.id, on, outcome }))
  awaitOutside(submission, {
    kind: 'check',
    record: `checks/${submission.id}`,
    unit: enterprise.unit,
    title: enterprise.name,
    on,
  })
  askToConfirm(submission, { unit: enterprise.unit, enterpriseName: enterprise.name, officers })
  return { check: submission.id, outcome, findings: findingsIn(form.answers).map(finding => finding.item) }
})

/** The enterprise after a check; one made without a signal may arrive after a later one. */
function checked(enterprise: Enterprise, check: NonNullable<Enterprise['lastCheck']>): Enterprise {
  const { lastCheck = check, coveredOn = check.on } = enterprise
  return {
    ...enterprise,
    lastCheck: lastCheck.on <= check.on ? check : lastCheck,
    coveredOn: coveredOn <= check.on ? coveredOn : check.on,
    covered: true,
  }
}
