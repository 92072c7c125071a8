import { list } from '../kernel/collections'
import { router } from '../kernel/procedure'
import { prepare } from './prepare'
import { readCheck } from './read'
import { submit } from './submit'

/** 现场检查: an officer walks in, looks, and records what he finds. */
export const inspection = router({ prepare, submit, read: readCheck })

/** A unit's last checks, for its first page. One database call. */
export async function latestChecks(unit: string, limit: number) {
  const checks = await list(
    'checks',
    { unit },
    { limit, order: [['rank', 'desc']], fields: ['_id', 'enterpriseName', 'finishedAt', 'outcome', 'found'] },
  )
  return checks.map(({ _id, enterpriseName, finishedAt, outcome, found }) => ({
    id: _id,
    enterpriseName,
    finishedAt,
    outcome,
    found,
  }))
}
