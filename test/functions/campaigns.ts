import { addDays, dayOf } from '../../domain/calendar'
import type { CampaignForm, Plan } from '../../domain/campaign'
import { newCampaignFrom, template2021 } from '../../domain/campaign-template'
import { units as all } from '../../domain/organisation'
import type { Cloud } from '../../local/cloud'
import { admitChief, Caller } from './bureau'

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

/** The chief who leads the tests' campaigns; let in the first time. */
export async function leading(cloud: Pick<Cloud, 'call' | 'upload'>, now?: number): Promise<Caller> {
  const chief = new Caller(cloud, 'chief', now)
  const { posts } = await chief.read('office.me', {})
  return posts.some(({ role }) => role === 'chief') ? chief : admitChief(cloud, now)
}

/** A campaign that has not been issued. */
export async function campaignFor(
  cloud: Pick<Cloud, 'call' | 'upload'>,
  units: readonly string[],
  now?: number,
): Promise<string> {
  const chief = await leading(cloud, now)
  return (await chief.write('campaign.draft', campaignForm(units, now))).campaign
}

/** One that runs. */
export async function issuedTo(
  cloud: Pick<Cloud, 'call' | 'upload'>,
  units: readonly string[],
  now?: number,
): Promise<string> {
  const chief = await leading(cloud, now)
  const campaign = await campaignFor(cloud, units, now)
  await chief.write('campaign.issue', { campaign })
  return campaign
}
