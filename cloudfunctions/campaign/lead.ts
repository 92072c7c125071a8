import { dayOf } from '../../domain/calendar'
import {
  campaignAfter,
  owesPlan,
  planAfter,
  type Response,
  responseId,
  wrongTargets,
} from '../../domain/campaign'
import { changeForm, closeForm, decisionForm, reminderForm } from '../../domain/campaign-forms'
import { list } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { tell } from '../message'
import { againDue, campaignPage, endCampaign, endResponse, planDecided, planPage } from './clocks'
import { leadersOf } from './leaders'

const UNITS = 20

/** Changes who is to be asked and what is wanted, while a campaign runs; units are told when their targets change. */
export const changeCampaign = write('campaign.lead', changeForm, async (submission, form) => {
  const { record: campaign } = await submission.needHere('campaigns', form.campaign)
  const state = campaignAfter(campaign.state, 'change') ?? refuse('state.wrong')
  const [wrong] = wrongTargets(form.targets, campaign)
  if (wrong) refuse('input.invalid', { message: wrong.message, field: wrong.path.join('.') })
  const own = new Set(form.targets.filter(({ measure }) => measure === 'told').map(({ id }) => id))
  const told = Object.fromEntries(
    form.told.filter(({ id }) => own.has(id)).map(({ id, value }) => [id, value]),
  )
  submission.replace('campaigns', campaign, {
    ...campaign,
    state,
    people: form.people,
    targets: form.targets,
    told,
  })
  if (JSON.stringify(form.targets) !== JSON.stringify(campaign.targets)) {
    const leaders = await leadersOf(campaign.units)
    for (const unit of campaign.units)
      tell(submission, leaders.get(unit) ?? [], {
        title: `目标任务有调整：${campaign.title}`,
        words: '请打开查看本单位的目标和期限。',
        unit,
        page: campaignPage(campaign._id),
      })
  }
  return { campaign: campaign._id }
})

/** Reminds the units that have not confirmed receipt, or not handed in their plan (催办); of the same thing once a day. */
export const remind = write('campaign.lead', reminderForm, async (submission, form) => {
  const { record: campaign } = await submission.needHere('campaigns', form.campaign)
  if (!campaign.open) refuse('state.wrong')
  const again = campaign.reminders.some(
    ({ at, what }) => what === form.what && dayOf(at) === submission.today,
  )
  if (again) refuse('state.wrong', { message: '今天已经催办过，明天还没有办的可以再催' })
  const responses = await list('responses', { campaign: campaign._id }, { limit: UNITS })
  const late = responses.filter(response =>
    form.what === 'receipt' ? !response.received : owesPlan(response),
  )
  if (late.length === 0) refuse('state.wrong', { message: '各单位都已办理，不用催办' })
  const units = late.map(({ unit }) => unit)
  const leaders = await leadersOf(units)
  const asked = form.what === 'receipt' ? '请尽快确认收到' : '请尽快报送本单位方案'
  for (const unit of units)
    tell(submission, leaders.get(unit) ?? [], {
      title: `催办：${campaign.title}`,
      words: `${asked}。`,
      unit,
      page: form.what === 'receipt' ? campaignPage(campaign._id) : planPage(campaign._id, unit),
    })
  const reminder = { at: submission.at, what: form.what, units }
  submission.replace('campaigns', campaign, { ...campaign, reminders: [...campaign.reminders, reminder] })
  return { campaign: campaign._id, units }
})

/** The city's word on a unit's plan: 批准, or 退回修改 with the reason. */
export const decidePlan = write('campaign.lead', decisionForm, async (submission, form) => {
  const id = responseId(form.campaign, form.unit)
  const { record: response, post } = await submission.needHere('responses', id)
  const step = form.approved ? 'approve' : 'return'
  const planState = planAfter(response.planState, step)
  if (!planState || !response.open) return refuse('state.wrong')
  const said = {
    step,
    at: submission.at,
    post: post.id,
    name: submission.caller.name,
    words: form.words,
  } as const
  const after: Response = {
    ...response,
    planState,
    steps: [...response.steps, said],
    ...(form.approved ? {} : { planBy: againDue(submission.today).day }),
  }
  submission.replace('responses', response, after)
  const leaders = (await leadersOf([form.unit])).get(form.unit) ?? []
  await planDecided(submission, response, after, leaders[0] ?? post.id)
  tell(submission, leaders, {
    title: form.approved ? `方案已批准：${response.title}` : `方案退回修改：${response.title}`,
    words: form.words || '请按方案组织实施。',
    unit: form.unit,
    page: planPage(form.campaign, form.unit),
  })
  return { campaign: form.campaign, planState }
})

/**
 * Closes a campaign (结束) with a few words: clocks that still run end, nothing more is asked of anybody. Database calls: four for each unit addressed at most, twenty units at most.
 */
export const closeCampaign = write('campaign.lead', closeForm, async (submission, form) => {
  const { record: campaign } = await submission.needHere('campaigns', form.campaign)
  const state = campaignAfter(campaign.state, 'close') ?? refuse('state.wrong')
  for (const unit of campaign.units) {
    const response = await submission.need('responses', responseId(campaign._id, unit))
    await endResponse(submission, response)
    submission.replace('responses', response, { ...response, open: false })
  }
  await endCampaign(submission, campaign)
  submission.replace('campaigns', campaign, {
    ...campaign,
    state,
    open: false,
    closed: { at: submission.at, words: form.words },
  })
  return { campaign: campaign._id }
})
