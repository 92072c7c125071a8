import { type Day, spokenDay } from '../../domain/calendar'
import { addWorkdays } from '../../domain/calendar/working-days'
import {
  AGAIN_DAYS,
  type Campaign,
  DECISION_DAYS,
  owesPlan,
  RECEIPT_DAYS,
  type Response,
} from '../../domain/campaign'
import type { Submission } from '../kernel/submission'
import { endTerm, startTerm } from '../term'

// The clocks of a campaign. None is set by law: each says so.

export const campaignPage = (campaign: string): string => `/campaign/page/index?campaign=${campaign}`
export const planPage = (campaign: string, unit: string): string =>
  `/campaign/plan/index?campaign=${campaign}&unit=${unit}`

const OWN = '（本系统约定，不是法定期限）'
const recordOf = ({ _id }: Pick<Response, '_id'>): string => `responses/${_id}`

/** Last day for confirming receipt. */
export const receiptDue = (today: Day) => addWorkdays(today, RECEIPT_DAYS)

/** A unit has to confirm receipt, and to hand in its plan. */
export function startResponse(submission: Submission, response: Response, owner: string): void {
  const { unit, campaign, title } = response
  startTerm(submission, {
    key: 'receipt',
    record: recordOf(response),
    unit,
    owner,
    title: `确认收到：${title}`,
    page: campaignPage(campaign),
    due: response.receiveBy,
    why: `下发后${RECEIPT_DAYS}个工作日内确认收到，${spokenDay(response.receiveBy)}前${OWN}`,
    provisional: receiptDue(submission.today).provisional,
  })
  startTerm(submission, {
    key: planKey(response),
    record: recordOf(response),
    unit,
    owner,
    title: `报送本单位方案：${title}`,
    page: planPage(campaign, unit),
    due: response.planBy,
    why: `通知要求${spokenDay(response.planBy)}前报送本单位方案`,
  })
}

/** The plan is handed in: the unit's clock ends, the city's begins. */
export async function planHandedIn(
  submission: Submission,
  before: Response,
  after: Response,
  owner: string,
): Promise<void> {
  if (owesPlan(before)) await endTerm(submission, recordOf(before), planKey(before))
  const { day, provisional } = addWorkdays(submission.today, DECISION_DAYS)
  startTerm(submission, {
    key: decisionKey(after),
    record: recordOf(after),
    unit: after.unit,
    owner,
    title: `审阅方案：${after.title}`,
    page: planPage(after.campaign, after.unit),
    due: day,
    why: `方案提交后${DECISION_DAYS}个工作日内批准或退回，${spokenDay(day)}前${OWN}`,
    provisional,
  })
}

/** Last day for a plan that was sent back. */
export const againDue = (today: Day) => addWorkdays(today, AGAIN_DAYS)

/** The city has decided: its clock ends, and where the plan was sent back the unit's begins again. */
export async function planDecided(
  submission: Submission,
  before: Response,
  after: Response,
  owner: string,
): Promise<void> {
  await endTerm(submission, recordOf(before), decisionKey(before))
  if (!owesPlan(after)) return
  const { day, provisional } = againDue(submission.today)
  startTerm(submission, {
    key: planKey(after),
    record: recordOf(after),
    unit: after.unit,
    owner,
    title: `修改后重新报送方案：${after.title}`,
    page: planPage(after.campaign, after.unit),
    due: day,
    why: `退回后${AGAIN_DAYS}个工作日内重新报送，${spokenDay(day)}前${OWN}`,
    provisional,
  })
}

/** Receipt is confirmed. */
export const receiptConfirmed = (submission: Submission, response: Response): Promise<void> =>
  endTerm(submission, recordOf(response), 'receipt')

/** The campaign is over: nothing is asked of the unit any more, nor of the city about its plan. */
export async function endResponse(submission: Submission, response: Response): Promise<void> {
  if (!response.received) await receiptConfirmed(submission, response)
  if (owesPlan(response)) await endTerm(submission, recordOf(response), planKey(response))
  if (response.planState === 'submitted') await endTerm(submission, recordOf(response), decisionKey(response))
}

/** The campaign's own end: somebody has to sum up and close it. */
export function startCampaign(submission: Submission, campaign: Campaign): void {
  startTerm(submission, {
    key: 'close',
    record: `campaigns/${campaign._id}`,
    unit: campaign.unit,
    owner: campaign.owner,
    title: `总结并结束：${campaign.title}`,
    page: campaignPage(campaign._id),
    due: campaign.last,
    why: `专项行动${spokenDay(campaign.last)}到期`,
  })
}

export const endCampaign = (submission: Submission, campaign: Campaign): Promise<void> =>
  endTerm(submission, `campaigns/${campaign._id}`, 'close')

// A clock that has ended stays: each round of a plan has its own.
const planKey = ({ rounds }: Pick<Response, 'rounds'>): string => `plan${rounds}`
const decisionKey = ({ rounds }: Pick<Response, 'rounds'>): string => `decide${rounds}`
