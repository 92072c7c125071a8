import type { OutputOf } from '@/cloud'

/** One campaign, as its reader may see it. */
export type Campaign = OutputOf<'campaign.read'>
