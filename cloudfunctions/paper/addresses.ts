import { dayOf } from '../../domain/calendar'
import { photosIn } from '../../domain/evidence'
import { id } from '../../domain/fields'
import { confirmedOn } from '../../domain/service'
import { confirmationForm, withdrawalForm } from '../../domain/service-form'
import * as z from '../../domain/zod'
import { find } from '../kernel/collections'
import { addressesOf } from '../kernel/files'
import { visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read, write } from '../kernel/procedure'

/** Enters a signed 送达地址确认书 (程序规定 83); it takes the place of an earlier one. */
export const confirmAddress = write('paper.write', confirmationForm, async (submission, form) => {
  const enterprise = visible(
    submission.caller,
    'paper.write',
    await submission.find('enterprises', form.enterprise),
  )
  const post = submission.within({ unit: enterprise.unit })
  if (form.since > submission.today)
    refuse('input.invalid', { message: '签署日期在将来，请检查', field: 'since' })
  const known = await submission.find('addresses', form.enterprise)
  const { enterprise: _enterprise, ...said } = form
  const confirmations = [...(known?.confirmations ?? []), { ...said, at: submission.at, post: post.id }]
  if (known) submission.replace('addresses', known, { ...known, confirmations })
  else
    submission.create('addresses', {
      _id: form.enterprise,
      unit: enterprise.unit,
      enterprise: form.enterprise,
      enterpriseName: enterprise.name,
      confirmations,
    })
  return { enterprise: form.enterprise }
})

/** The party takes its confirmation back: from that day it is not served electronically. */
export const withdrawAddress = write('paper.write', withdrawalForm, async (submission, form) => {
  const { record: known, post } = await submission.needHere('addresses', form.enterprise)
  const last = known.confirmations.at(-1)
  if (!last || last.withdrawn) return refuse('state.wrong', { message: '没有有效的送达地址确认书' })
  if (form.on > submission.today || form.on < last.since)
    refuse('input.invalid', { message: '撤回日期应在签署之后、今天之前，请检查', field: 'on' })
  const withdrawn = { on: form.on, reason: form.reason, post: post.id }
  const confirmations = [...known.confirmations.slice(0, -1), { ...last, withdrawn }]
  submission.replace('addresses', known, { ...known, confirmations })
  return { enterprise: form.enterprise }
})

/** The confirmation in force for an enterprise, with its pictures. Three database and storage calls. */
export const address = read('paper.read', z.strictObject({ enterprise: id() }), async (caller, input) => {
  const [found, known] = await Promise.all([
    find('enterprises', input.enterprise),
    find('addresses', input.enterprise),
  ])
  const enterprise = visible(caller, 'paper.read', found)
  const confirmed = confirmedOn(known, dayOf(Date.now()))
  return {
    enterpriseName: enterprise.name,
    confirmed,
    earlier: (known?.confirmations.length ?? 0) - (confirmed ? 1 : 0),
    addresses: await addressesOf(photosIn(confirmed)),
  }
})
