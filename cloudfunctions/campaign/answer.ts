import {
  type CampaignLine,
  lines,
  planAfter,
  type Response,
  responseId,
  targetsOf,
} from '../../domain/campaign'
import { planForm, receiptForm, reportForm } from '../../domain/campaign-forms'
import { nameOf } from '../../domain/organisation'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'
import type { Submission } from '../kernel/submission'
import { tell } from '../message'
import { campaignPage, planHandedIn, planPage, receiptConfirmed } from './clocks'
import { chiefs } from './leaders'

/** A unit confirms that it has received the campaign (确认收到). */
export const receive = write('campaign.answer', receiptForm, async (submission, form) => {
  const { record: response, post } = await ofUnit(submission, form)
  if (response.received) refuse('state.wrong', { message: '本单位已经确认收到，不用再确认' })
  submission.replace('responses', response, { ...response, received: by(submission, post.id) })
  await receiptConfirmed(submission, response)
  return { campaign: form.campaign }
})

/** A unit hands in its own plan (报送方案), the first time or again; who hands in a plan has received the campaign. */
export const submitPlan = write('campaign.answer', planForm, async (submission, form) => {
  const { record: response, post } = await ofUnit(submission, form)
  const planState = planAfter(response.planState, 'submit') ?? refuse('state.wrong')
  const campaign = await submission.need('campaigns', form.campaign)
  form.tasks.forEach(({ name, due }, i) => {
    if (due > campaign.last)
      refuse('input.invalid', {
        message: `“${name}”的完成期限晚于专项行动结束`,
        field: `tasks.${i}.due`,
      })
  })
  const { campaign: _campaign, unit: _unit, ...plan } = form
  const step = { step: 'submit' as const, ...by(submission, post.id) }
  const after: Response = {
    ...response,
    plan,
    planState,
    rounds: response.rounds + 1,
    steps: [...response.steps, step],
    received: response.received ?? by(submission, post.id),
  }
  submission.replace('responses', response, after)
  if (!response.received) await receiptConfirmed(submission, response)
  await planHandedIn(submission, response, after, campaign.owner)
  tell(submission, [campaign.owner], {
    title: `${nameOf(form.unit)}报送方案：${campaign.title}`,
    words: response.rounds ? '修改后重新报送，请审阅。' : '请审阅后批准或退回修改。',
    unit: form.unit,
    page: planPage(form.campaign, form.unit),
  })
  return { campaign: form.campaign, planState }
})

/** A unit reports how one line of work goes (动态) to the matching section, with the numbers it counts itself. */
export const report = write('campaign.answer', reportForm, async (submission, form) => {
  const { record: response, post } = await ofUnit(submission, form)
  const campaign = await submission.need('campaigns', form.campaign)
  const asked = [...targetsOf(form.unit, campaign.targets), ...(response.plan?.tasks ?? [])]
  const told = new Set(asked.filter(({ measure }) => measure === 'told').map(({ id }) => id))
  const unknown = form.told.find(({ id }) => !told.has(id))
  if (unknown)
    refuse('input.invalid', { message: '填报的目标有变动，请刷新后再填', field: `told.${unknown.id}` })
  const receivers = await sectionOf(form.line)
  submission.create('campaignReports', {
    _id: submission.id,
    campaign: form.campaign,
    unit: form.unit,
    line: form.line,
    words: form.words,
    ...by(submission, post.id),
    rank: rankOf(submission.at, submission.id),
  })
  if (form.told.length) {
    const values = Object.fromEntries(form.told.map(({ id, value }) => [id, value]))
    submission.replace('responses', response, { ...response, told: { ...response.told, ...values } })
  }
  tell(submission, receivers, {
    title: `${nameOf(form.unit)}动态（${lines[form.line].name}）`,
    words: form.words.length > 100 ? `${form.words.slice(0, 100)}…` : form.words,
    unit: form.unit,
    page: campaignPage(form.campaign),
  })
  return { report: submission.id }
})

const by = (submission: Submission, post: string) => ({
  at: submission.at,
  post,
  name: submission.caller.name,
})

// A campaign that is over takes no answers any more.
async function ofUnit(submission: Submission, form: { campaign: string; unit: string }) {
  const found = await submission.needHere('responses', responseId(form.campaign, form.unit))
  if (!found.record.open) refuse('state.wrong', { message: '这次专项行动已经结束' })
  return found
}

/** The chiefs of the section a line of work reports to; all of them where none is that section's. */
async function sectionOf(line: CampaignLine): Promise<string[]> {
  const all = await chiefs()
  const own = all.filter(({ team }) => team === lines[line].section)
  return (own.length ? own : all).map(({ id }) => id)
}
