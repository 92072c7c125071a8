import { spokenDay } from '../../domain/calendar'
import { campaignAfter, type Response, responseId } from '../../domain/campaign'
import { issueForm } from '../../domain/campaign-forms'
import { nameOf } from '../../domain/organisation'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'
import { tell } from '../message'
import { campaignPage, receiptDue, startCampaign, startResponse } from './clocks'
import { chiefs, leadersOf } from './leaders'

/**
 * Issues a campaign (下发): every unit addressed gets its response to fill, its heads a message, and clocks for receipt and
 * plan. A unit that has no head yet is named in the answer; its clocks belong to who leads the campaign.
 * Database calls: some four for each unit addressed, twenty at most.
 */
export const issueCampaign = write('campaign.lead', issueForm, async (submission, form) => {
  const { record: campaign, post } = await submission.needHere('campaigns', form.campaign)
  const state = campaignAfter(campaign.state, 'issue') ?? refuse('state.wrong')
  const { today } = submission
  if (campaign.last < today)
    refuse('input.invalid', { message: '结束日期已经过去，请修改日期后再下发', field: 'last' })
  if (campaign.planBy < today)
    refuse('input.invalid', { message: '方案报送日期已经过去，请修改后再下发', field: 'planBy' })

  const [leaders, sections] = await Promise.all([leadersOf(campaign.units), chiefs()])
  const issued = {
    ...campaign,
    state,
    open: true,
    published: campaign.openness === 'public',
    owner: post.id,
    issuedAt: submission.at,
    rank: rankOf(submission.at, campaign._id),
  }
  submission.replace('campaigns', campaign, issued)
  startCampaign(submission, issued)
  const { title, number, first, last, planBy } = campaign
  const receiveBy = receiptDue(today).day
  for (const unit of campaign.units) {
    const response: Response = {
      _id: responseId(campaign._id, unit),
      campaign: campaign._id,
      unit,
      title,
      number,
      first,
      last,
      receiveBy,
      planBy,
      open: true,
      rank: issued.rank,
      planState: 'drafting',
      rounds: 0,
      steps: [],
      told: {},
    }
    submission.create('responses', response)
    startResponse(submission, response, leaders.get(unit)?.[0] ?? post.id)
    tell(submission, leaders.get(unit) ?? [], {
      title: `新的专项行动：${title}`,
      words: `${number}已下发。请在${spokenDay(receiveBy)}前确认收到，${spokenDay(planBy)}前报送本单位方案。`,
      unit,
      page: campaignPage(campaign._id),
    })
  }
  tell(
    submission,
    sections.map(({ id }) => id).filter(id => id !== post.id),
    {
      title: `专项行动已下发：${title}`,
      words: `${number}，主送${campaign.units.length}个单位，${spokenDay(last)}结束。`,
      unit: campaign.unit,
      page: campaignPage(campaign._id),
    },
  )
  return {
    campaign: campaign._id,
    headless: campaign.units.filter(unit => !leaders.get(unit)?.length).map(nameOf),
  }
})
