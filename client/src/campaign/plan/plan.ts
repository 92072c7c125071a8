import type { ContentOf, OutputOf } from '@/cloud'

/** One unit's plan, as its reader may see it. */
export type Read = OutputOf<'campaign.plan'>

/** A plan that came back from the outbox. */
export type Refused = ContentOf<'campaign.submitPlan'> & { item: string }
