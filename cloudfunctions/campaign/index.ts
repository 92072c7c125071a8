import { router } from '../kernel/procedure'
import { receive, report, submitPlan } from './answer'
import { draftCampaign, dropCampaign } from './draft'
import { issueCampaign } from './issue'
import { changeCampaign, closeCampaign, decidePlan, remind } from './lead'
import { listCampaigns, published, readCampaign, readPlan, readText } from './read'

export { campaignsOf, runningCampaigns } from './read'

/** 专项行动: what the city asks of its units for a time, whether it has reached them, and how far they are. */
export const campaign = router({
  draft: draftCampaign,
  drop: dropCampaign,
  issue: issueCampaign,
  change: changeCampaign,
  remind,
  decidePlan,
  close: closeCampaign,
  receive,
  submitPlan,
  report,
  list: listCampaigns,
  read: readCampaign,
  plan: readPlan,
  text: readText,
  published,
})
