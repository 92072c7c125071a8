import { type Day, dayOf } from '../../domain/calendar'
import {
  type CampaignReport,
  type CampaignState,
  campaignAfter,
  campaignDays,
  countedBy,
  lines,
  owesPlan,
  ownerName,
  planAfter,
  type Response,
  responseId,
  targetProgress,
  targetsOf,
} from '../../domain/campaign'
import { unitId } from '../../domain/enterprise'
import { photosIn } from '../../domain/evidence'
import { id } from '../../domain/fields'
import { city, nameOf, unitOf, units } from '../../domain/organisation'
import { postFor } from '../../domain/posts'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { type Collections, find, list, page } from '../kernel/collections'
import { addressesOf } from '../kernel/files'
import { type Caller, scopeOf, visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read } from '../kernel/procedure'
import { achievedIn } from './achieved'

const ROWS = 20
const REPORTS = 10
const UNITS = 20

const asked = z.strictObject({ campaign: id() })
const paged = z.strictObject({ after: z.optional(z.string().check(z.maxLength(120))) })

const seesCity = (caller: Caller): boolean =>
  postFor(caller.posts, 'campaign.read', { unit: city.id }) !== undefined

/** A campaign the caller may see: one that is not issued only in the city. */
async function seen(caller: Caller, campaign: string): Promise<Collections['campaigns']> {
  const found = visible(caller, 'campaign.read', await find('campaigns', campaign))
  return found.issuedAt || seesCity(caller) ? found : refuse('record.missing')
}

/** One campaign in a list; for a unit with how it stands. */
export type CampaignRow = {
  id: string
  title: string
  number: string
  state: CampaignState
  days: ReturnType<typeof campaignDays>
  mine?: ReturnType<typeof standingOf>
}

/** Campaigns, the newest first: all for the city; for a unit those addressed to it, with how it stands. Two database calls. */
export const listCampaigns = read('campaign.read', paged, async (caller, { after }) => {
  const today = dayOf(Date.now())
  const where = after ? { rank: _.lt(after) } : {}
  const options = { limit: ROWS + 1, order: [['rank', 'desc']] } as const
  if (seesCity(caller)) {
    const found = await list('campaigns', { unit: city.id, ...where }, options)
    return {
      today,
      mayLead: postFor(caller.posts, 'campaign.lead', { unit: city.id }) !== undefined,
      ...page(
        found.filter(({ state }) => state !== 'void'),
        ROWS,
        ({ rank }) => rank,
        ({ _id, title, number, state, first, last }): CampaignRow => ({
          id: _id,
          title,
          number,
          state,
          days: campaignDays({ first, last }, today),
        }),
      ),
    }
  }
  const mine = units.map(({ id }) => id).filter(unit => scopeOf(caller, 'campaign.read').includes(unit))
  const found = await list('responses', { unit: _.in(mine), ...where }, options)
  return {
    today,
    mayLead: false,
    ...page(
      found,
      ROWS,
      ({ rank }) => rank,
      (response): CampaignRow => ({
        id: response.campaign,
        title: response.title,
        number: response.number,
        state: response.open ? 'running' : 'closed',
        days: campaignDays(response, today),
        mine: standingOf(response, today),
      }),
    ),
  }
})

/** What a unit still owes to its running campaigns, for its first page. One database call. */
export async function campaignsOf(unit: string, limit: number) {
  const today = dayOf(Date.now())
  const found = await list('responses', { unit, open: true }, { limit, order: [['rank', 'desc']] })
  return found.map(response => ({
    id: response.campaign,
    title: response.title,
    days: campaignDays(response, today),
    ...standingOf(response, today),
  }))
}

/** The city's running campaigns, for its first page. One database call. */
export async function runningCampaigns(limit: number) {
  const today = dayOf(Date.now())
  const found = await list('campaigns', { unit: city.id, open: true }, { limit, order: [['rank', 'desc']] })
  return found.map(({ _id, title, first, last }) => ({
    id: _id,
    title,
    days: campaignDays({ first, last }, today),
  }))
}

/** How a unit stands: received, planned, and what of it is late. */
const standingOf = (response: Response, today: Day) => ({
  unit: response.unit,
  received: response.received && { at: response.received.at, name: response.received.name },
  receiveBy: response.receiveBy,
  receiptLate: response.received
    ? dayOf(response.received.at) > response.receiveBy
    : today > response.receiveBy,
  planState: response.planState,
  planBy: response.planBy,
  planLate: owesPlan(response) && today > response.planBy,
  open: response.open,
})

/**
 * A campaign: days left, targets with their progress, people, reports. The city sees who has received and planned and who
 * has not; a unit sees itself. Seven database and storage calls at most.
 */
export const readCampaign = read('campaign.read', asked, async (caller, input) => {
  const { head: _head, ...campaign } = await seen(caller, input.campaign)
  const now = Date.now()
  const today = dayOf(now)
  const whole = seesCity(caller)
  const scope = scopeOf(caller, 'campaign.read')
  const shown = whole ? campaign.units : campaign.units.filter(unit => scope.includes(unit))
  const issued = campaign.issuedAt !== undefined
  const answered = issued
    ? list('responses', { campaign: campaign._id, unit: _.in(shown) }, { limit: UNITS })
    : Promise.resolve([])
  const [responses, all, reports, addresses] = await Promise.all([
    answered,
    issued ? achievedIn(campaign, answered, shown, now) : {},
    issued ? reportsOn(campaign._id, whole ? undefined : shown) : [],
    addressesOf(photosIn(campaign.pages)),
  ])
  const leads = postFor(caller.posts, 'campaign.lead', campaign) !== undefined
  const mine = whole ? undefined : responses[0]
  const answers = mine?.open === true && postFor(caller.posts, 'campaign.answer', mine) !== undefined
  const targets = whole
    ? campaign.targets
    : campaign.targets.filter(target => shown.some(unit => targetsOf(unit, [target]).length > 0))
  return {
    ...campaign,
    today,
    days: campaignDays(campaign, today),
    addresses,
    targets: targets.map(target => ({
      ...target,
      ownerName: ownerName(target.owner),
      countedBy: countedBy(target.measure),
      progress: targetProgress(
        whole ? target : { ...target, owner: shown[0] as string },
        campaign.units,
        all,
        today,
      ),
    })),
    responses: responses
      .map(response => ({ ...standingOf(response, today), name: nameOf(response.unit) }))
      .sort((a, b) => order(a.unit) - order(b.unit)),
    mine: mine && { ...standingOf(mine, today), returned: mine.steps.at(-1)?.words ?? '' },
    reports: reports.map(reportShown),
    may: {
      edit: leads && campaignAfter(campaign.state, 'edit') !== undefined,
      issue: leads && campaignAfter(campaign.state, 'issue') !== undefined,
      change: leads && campaignAfter(campaign.state, 'change') !== undefined,
      close: leads && campaignAfter(campaign.state, 'close') !== undefined,
      receive: answers && !mine?.received,
      plan: answers && planAfter(mine.planState, 'submit') !== undefined,
      report: answers,
    },
  }
})

const order = (unit: string): number => units.findIndex(({ id }) => id === unit)

const reportsOn = (campaign: string, only: readonly string[] | undefined) =>
  list(
    'campaignReports',
    { campaign, ...(only ? { unit: _.in([...only]) } : {}) },
    { limit: REPORTS, order: [['rank', 'desc']] },
  )

const reportShown = ({ _id, unit, line, words, at, name }: CampaignReport) => ({
  id: _id,
  unitName: nameOf(unit),
  line: lines[line].name,
  section: nameOf(lines[line].section),
  words,
  at,
  name,
})

/** One unit's plan, what was said of it, and how far its tasks are. Five database and storage calls at most. */
export const readPlan = read(
  'campaign.read',
  z.strictObject({ campaign: id(), unit: unitId() }),
  async (caller, input) => {
    const found = await find('responses', responseId(input.campaign, input.unit))
    const { head: _head, ...response } = visible(caller, 'campaign.read', found)
    const now = Date.now()
    const today = dayOf(now)
    const campaign = (await find('campaigns', input.campaign)) ?? refuse('record.missing')
    const [all, addresses] = await Promise.all([
      achievedIn(campaign, Promise.resolve([response]), [input.unit], now),
      addressesOf(photosIn(response.plan)),
    ])
    const answers = response.open && postFor(caller.posts, 'campaign.answer', response) !== undefined
    const leads = response.open && postFor(caller.posts, 'campaign.lead', response) !== undefined
    const mine = targetsOf(input.unit, campaign.targets)
    const shown = <One extends (typeof mine)[number]>(one: One) => ({
      ...one,
      countedBy: countedBy(one.measure),
      progress: targetProgress({ ...one, owner: input.unit }, [], all, today),
    })
    return {
      campaign: campaign._id,
      title: campaign.title,
      number: campaign.number,
      first: campaign.first,
      last: campaign.last,
      unitName: nameOf(input.unit),
      bureau: unitOf(input.unit)?.bureau ?? '',
      today,
      ...standingOf(response, today),
      plan: response.plan && { ...response.plan, tasks: response.plan.tasks.map(shown) },
      targets: mine.map(shown),
      steps: response.steps,
      addresses,
      may: {
        submit: answers && planAfter(response.planState, 'submit') !== undefined,
        decide: leads && planAfter(response.planState, 'approve') !== undefined,
        report: answers,
      },
    }
  },
)

/** The text of a campaign: everybody's where it is 公开, of those who work in an office where it is 内部. Three calls. */
export const readText = read('anyone', asked, async (caller, input) => {
  const found = await find('campaigns', input.campaign)
  const campaign = found?.published ? found : await insider(caller, found)
  const { _id, title, number, office, issuedOn, first, last, products, text, pages, openness } = campaign
  return {
    campaign: _id,
    title,
    number,
    office,
    issuedOn,
    first,
    last,
    products,
    text,
    pages,
    openness,
    state: campaign.state,
    addresses: await addressesOf(pages),
  }
})

async function insider(caller: Caller, found: Collections['campaigns'] | undefined) {
  const campaign = visible(caller, 'campaign.read', found)
  return campaign.issuedAt || seesCity(caller) ? campaign : refuse('record.missing')
}

/** Campaigns everybody may read (主动公开), the newest first. Two database calls. */
export const published = read('anyone', paged, async (_caller, { after }) => {
  const where = { published: true, ...(after ? { rank: _.lt(after) } : {}) }
  const found = await list('campaigns', where, { limit: ROWS + 1, order: [['rank', 'desc']] })
  return page(
    found,
    ROWS,
    ({ rank }) => rank,
    ({ _id, title, number, office, issuedOn, first, last, state }) => ({
      id: _id,
      title,
      number,
      office,
      issuedOn,
      first,
      last,
      running: state === 'running',
    }),
  )
})
