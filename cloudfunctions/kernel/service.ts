import { type Day, dayOf } from '../../domain/calendar'
import type { Post } from '../../domain/posts'
import { type Announced, electronicRefused, onlyAsked, type Served, type Service } from '../../domain/service'
import { publicServiceDay } from '../../domain/service-day'
import { requirePlausible } from './moment'
import { refuse } from './problem'
import { twoOfficers } from './second-officer'
import type { Submission } from './submission'

/** Why nobody moves the day on which a 公告 has run its time. */
export const ANNOUNCED_FIXED = '公告期由法律规定（行政处罚程序规定第八十二条），不能改期'

/** What is served: since when it bears its number, on whom, and whether the law wants two officers. */
export type ToServe = { numberedOn?: Day | undefined; enterprise?: string | undefined; two: boolean }

type Told = Omit<Served, 'evidence'> & {
  colleague?: string | undefined
  evidence?: Served['evidence'] | undefined
}

/**
 * A service as it may be recorded, by the one rule for all papers (程序规定 82–83). A 公告 comes back as `announced`: it
 * runs, and the paper is served only when its day has come. Two database calls at most.
 */
export async function serviceOf(
  submission: Submission,
  post: Post,
  paper: ToServe,
  told: Told,
): Promise<{ service: Service; servedOn: Day } | { announced: Announced }> {
  requirePlausible(told.at, submission.at, 'at')
  const on = dayOf(told.at)
  if (on < (paper.numberedOn ?? on))
    refuse('input.invalid', { message: '送达时间早于编号日期，请检查', field: 'at' })
  if (told.way === 'electronic') {
    const known = paper.enterprise ? await submission.find('addresses', paper.enterprise) : undefined
    const why = electronicRefused(known, on, told.account ?? '')
    if (why) refuse('service.refused', { message: why, field: known ? 'account' : 'way' })
  }
  if (paper.two && !told.colleague)
    refuse('input.invalid', { message: '送达须有两名执法人员，请选择协办人员', field: 'colleague' })
  const officers = told.colleague
    ? await twoOfficers(submission, post, told.colleague, on)
    : [{ post: post.id, name: submission.caller.name, certificate: submission.caller.certificate }]
  const { colleague: _colleague, evidence = [], ...rest } = told
  const service = { ...onlyAsked({ ...rest, evidence }), officers }
  if (told.way !== 'public') return { service, servedOn: on }
  const { day, why } = publicServiceDay(on)
  return { announced: { ...service, counts: day, why } }
}

/** What a 公告 that has run its time makes of the paper. Refuses `service.early` before. */
export function completed(submission: Submission, announced: Announced | undefined) {
  if (!announced) return refuse('state.wrong', { message: '这份文书没有在公告送达' })
  const { counts, why: _why, ...service } = announced
  // The thirty days must have passed: the last of them is over on the next.
  if (submission.today <= counts)
    return refuse('service.early', { message: `公告期到${counts}届满，次日起登记送达` })
  return { service, servedOn: counts }
}
