import { Caller } from '../bureau'
import type { Its } from './maker'

const LONG_AGO = 60 * 86_400_000

/** The first officer at a moment since which every 公告 has run its time. */
export const twoMonthsAgo = ({ cloud, bureau, now }: Its): Caller =>
  new Caller(cloud, bureau.officer.openid, now - LONG_AGO)

/** Service by 公告, made then. */
export const published = ({ bureau, now }: Its) => ({
  way: 'public' as const,
  colleague: bureau.colleague,
  at: now - LONG_AGO,
  reason: '下落不明，电话停机',
  posted: 'press' as const,
  published: '赣南日报第4版',
})
