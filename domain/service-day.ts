import type { Day } from './calendar'
import { clock } from './clocks'

/**
 * The day with which a 公告 counts as service: thirty days from publication (程序规定 82 (五)), counted by the table of
 * deadlines, with its reason in a sentence.
 */
export function publicServiceDay(publishedOn: Day): { day: Day; why: string; provisional: boolean } {
  const answer = clock('P-SERVE-PUBLIC', publishedOn)
  if (!answer.ok) throw new RangeError(answer.trouble.message)
  const { day, why, provisional } = answer
  return { day, why: `${why}期满视为送达（${answer.article}）。`, provisional }
}
