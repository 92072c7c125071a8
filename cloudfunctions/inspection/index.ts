import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'
import { router } from '../kernel/procedure'
import { confirm } from './confirm'
import { prepare } from './prepare'
import { readCheck } from './read'
import { submit } from './submit'

/** 现场检查: an officer walks in, looks, and records what he finds. */
export const inspection = router({ prepare, submit, confirm, read: readCheck })

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

/**
 * The last checks of an enterprise by these units that ended at or after a moment, epoch ms: what came of a visit. One
 * database call.
 */
export async function checksSince(
  enterprise: string,
  units: readonly string[],
  since: number,
  limit: number,
) {
  const checks = await list(
    'checks',
    { enterprise, unit: _.in([...units]), rank: _.gte(new Date(since).toISOString()) },
    { limit, order: [['rank', 'desc']], fields: ['_id', 'finishedAt', 'outcome', 'found'] },
  )
  return checks.map(({ _id, finishedAt, outcome, found }) => ({ id: _id, finishedAt, outcome, found }))
}

/** Checks that wait for these posts' confirmation as second officer (待我确认), the newest first. One database call. */
export async function toConfirm(posts: readonly string[], limit: number) {
  const checks = await list(
    'checks',
    { toConfirm: _.in([...posts]) },
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
