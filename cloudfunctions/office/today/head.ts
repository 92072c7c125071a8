import { coverageOf, medianOf } from '../../../domain/measures'
import { type Post, postsWith } from '../../../domain/posts'
import { waitingFor } from '../../approval'
import { campaignsOf } from '../../campaign'
import type { Caller } from '../../kernel/identity'
import { outsideWaiting } from '../../outside'
import { type Figures, morningOf } from '../../statistics'
import { tasksOf } from '../../task'
import { pressingFor } from './pressing'

const ROWS = 10

/**
 * A head's morning (今早): what waits for his word, what of his unit is late or ends by tomorrow and with whom, what was
 * done yesterday, how far the register has been looked at. Twelve database calls at most.
 */
export async function morning(caller: Caller, post: Post, now: number) {
  const unit = post.org
  const answers = postsWith(caller.posts, 'campaign.answer').length > 0
  const enters = postsWith(caller.posts, 'outside.register').length > 0
  const [approvals, tasks, pressing, { figures, yesterday }, campaigns, outside] = await Promise.all([
    waitingFor(caller.posts, ROWS),
    tasksOf(caller.posts, ROWS),
    pressingFor(caller, post, now),
    morningOf(unit, now),
    answers ? campaignsOf(unit, 5) : [],
    enters ? outsideWaiting(unit) : 0,
  ])
  return {
    approvals: { rows: approvals.rows, more: approvals.next !== undefined },
    pressing,
    tasks,
    campaigns: campaigns.filter(({ received, planState }) => !received || planState !== 'approved'),
    outside,
    yesterday,
    coverage: coverageAmong(unit, figures),
  }
}

/** 排查率 of a unit beside the middle of all that have anybody registered; undefined where the unit has nobody. */
function coverageAmong(unit: string, all: ReadonlyMap<string, Figures>) {
  const rate = ({ covered, enterprises }: Figures) => coverageOf(covered.value, enterprises.value)
  const own = all.get(unit)
  const value = own && rate(own)
  if (!own || value === undefined) return undefined
  const median = medianOf([...all.values()].map(rate).filter(one => one !== undefined)) ?? value
  return { value, median, left: own.enterprises.value - own.covered.value }
}
