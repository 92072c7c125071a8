import { type CampaignForm, campaignAfter } from '../../domain/campaign'
import { campaignForm, issueForm } from '../../domain/campaign-forms'
import { city } from '../../domain/organisation'
import { refuse } from '../kernel/problem'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'

/** Draws up a campaign (拟稿), or draws up a draft anew. Nobody but the city sees it before it is issued. */
export const draftCampaign = write('campaign.lead', campaignForm, async (submission, form: CampaignForm) => {
  const { draft, unclassified: _unclassified, ...content } = form
  const post = submission.within({ unit: city.id })
  const fresh = {
    unit: city.id,
    state: 'draft' as const,
    open: false,
    published: false,
    owner: post.id,
    told: {},
    reminders: [],
  }
  if (!draft) {
    const _id = submission.id
    submission.create('campaigns', { _id, ...content, ...fresh, rank: rankOf(submission.at, _id) })
    return { campaign: _id }
  }
  const { record: earlier } = await submission.needHere('campaigns', draft)
  if (!campaignAfter(earlier.state, 'edit')) refuse('state.wrong', { message: '已经下发，不能再改正文' })
  submission.replace('campaigns', earlier, { ...earlier, ...content, ...fresh })
  return { campaign: earlier._id }
})

/** Throws a draft away (作废). */
export const dropCampaign = write('campaign.lead', issueForm, async (submission, form) => {
  const { record: campaign } = await submission.needHere('campaigns', form.campaign)
  const state = campaignAfter(campaign.state, 'drop') ?? refuse('state.wrong')
  submission.replace('campaigns', campaign, { ...campaign, state })
  return { campaign: campaign._id }
})
