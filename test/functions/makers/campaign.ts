import { campaignFor, campaignForm, issuedTo, planFor } from '../campaigns'
import type { Its, Makers } from './maker'

const running = ({ cloud, bureau }: Its) => issuedTo(cloud, [bureau.unit], bureau.officer.now)

export const campaignMakers = {
  campaignForm: ({ bureau, now }) => campaignForm([bureau.unit], now),
  planForm: ({ now }) => planFor(now),
  campaignDraft: ({ cloud, bureau }) => campaignFor(cloud, [bureau.unit], bureau.officer.now),
  campaignRunning: running,
  campaignPlanned: async its => {
    const campaign = await running(its)
    const { head, unit } = its.bureau
    await head.write('campaign.submitPlan', { campaign, unit, ...planFor(its.now) })
    return campaign
  },
} satisfies Partial<Makers>
