import { type ContentOf, useOutbox } from '@/cloud'
import { momentOf, type Task } from './words'

/** A check that can be what came of a visit. */
export interface Made {
  id: string
  finishedAt: number
  /** `7月17日 09:41 未发现问题`. */
  words: string
}

/** The checks made since a visit was given, the newest first: those the server has, and those still on this phone. */
export function useMade({ enterprise, issuedAt, checks = [] }: Task): Made[] {
  const { items } = useOutbox()
  const waiting = items
    .filter(
      ({ path, state }) =>
        path === 'inspection.submit' && ['waiting', 'uploading', 'sending'].includes(state),
    )
    .map(({ id, content }) => ({ id, ...(content as ContentOf<'inspection.submit'>) }))
    .filter(one => one.enterprise === enterprise && one.finishedAt >= issuedAt)
    .filter(({ id }) => !checks.some(check => check.id === id))
    .map(({ id, finishedAt }) => ({ id, finishedAt, words: `${momentOf(finishedAt)} 还在手机上` }))
  const known = checks.map(({ id, finishedAt, outcome }) => ({
    id,
    finishedAt,
    words: `${momentOf(finishedAt)} ${outcome}`,
  }))
  return enterprise ? [...waiting, ...known].sort((a, b) => b.finishedAt - a.finishedAt) : []
}
