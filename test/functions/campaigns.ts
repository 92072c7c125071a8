import { addDays, dayOf } from '../../domain/calendar'
import type { CampaignForm, Plan } from '../../domain/campaign'
import { newCampaignFrom, template2021 } from '../../domain/campaign-template'
import { units as all } from '../../domain/organisation'
import type { Cloud } from '../../local/cloud'
import { type Bureau, chiefOf } from './bureau'

/** A campaign for these units that began five days ago and lasts two months more, after the notice of 2021. */
export function campaignForm(
  units: readonly string[] = all.map(({ id }) => id),
  now = Date.now(),
  change: Partial<CampaignForm> = {},
): CampaignForm {
  const today = dayOf(now)
  const made = newCampaignFrom(template2021, {
    product: '电线电缆',
    first: addDays(today, -5),
    last: addDays(today, 60),
    number: `赣市市监质监字〔${today.slice(0, 4)}〕13号`,
    issuedOn: today,
  })
  const people = [{ role: '市局质量监督科联系人', name: '联系人甲', phone: '0797-8123456' }]
  return { ...made, units: [...units], people, ...change }
}

/** A unit's plan with one task counted by the figures and one it counts itself. */
export function planFor(now = Date.now()): Plan {
  const due = addDays(dayOf(now), 50)
  return {
    goals: '全面排查辖区生产、销售单位，问题全部整改到位。',
    tasks: [
      {
        id: 'p1',
        name: '排查建档',
        count: '家',
        wanted: 2,
        measure: 'enterprises',
        due,
        owner: '质量监督股',
      },
      { id: 'p2', name: '标准宣贯', count: '场', wanted: 2, measure: 'told', due, owner: '质量监督股' },
    ],
    people: [
      { role: '组长', name: '局长甲' },
      { role: '联系人', name: '所长甲', phone: '13900000001' },
    ],
    pages: [],
  }
}

/** A campaign that has not been issued. */
export async function campaignFor(
  cloud: Pick<Cloud, 'call' | 'upload'>,
  units: readonly string[],
  now?: number,
): Promise<string> {
  const chief = await chiefOf(cloud, now)
  return (await chief.write('campaign.draft', campaignForm(units, now))).campaign
}

/** One that runs. */
export async function issuedTo(
  cloud: Pick<Cloud, 'call' | 'upload'>,
  units: readonly string[],
  now?: number,
): Promise<string> {
  const chief = await chiefOf(cloud, now)
  const campaign = await campaignFor(cloud, units, now)
  await chief.write('campaign.issue', { campaign })
  return campaign
}

/** What the tests of every procedure need of campaigns and of what is entered elsewhere. */
export async function campaignSubjects(
  cloud: Pick<Cloud, 'call' | 'upload'>,
  { unit, head, officer }: Bureau,
  checks: { entered: string; waiting: string },
) {
  const now = officer.now ?? Date.now()
  const campaignPlanned = await issuedTo(cloud, [unit], officer.now)
  await head.write('campaign.submitPlan', { campaign: campaignPlanned, unit, ...planFor(now) })
  const outsideEntered = `${checks.entered}.gongpincha`
  const entry = { outside: outsideEntered, number: '', none: true, enteredOn: dayOf(now) }
  await officer.write('outside.register', entry)
  return {
    campaignForm: campaignForm([unit], now),
    planForm: planFor(now),
    campaignDraft: await campaignFor(cloud, [unit], officer.now),
    campaignRunning: await issuedTo(cloud, [unit], officer.now),
    campaignPlanned,
    outsideWaiting: `${checks.waiting}.gongpincha`,
    outsideEntered,
  }
}
