import type { OutputOf } from '@/cloud'
import type { Answered } from '@/components'

type Answer = OutputOf<'office.today'>

/** What one role is answered. */
export type TodayOf<R extends Answer['role'], A = Answer> = A extends { role: infer Q }
  ? R extends Q
    ? A
    : never
  : never

export interface TodayProps<R extends Answer['role']> {
  today: TodayOf<R>
  query: Answered<Answer>
  /** When the answer was given, epoch ms. */
  at: number
}

type Shown = TodayOf<'officer'>['figures'][number]

/** One figure of the answer; the server names it and says what it counts. */
export const figureOf = (figures: readonly Shown[], measure: Shown['measure']): Shown | undefined =>
  figures.find(figure => figure.measure === measure)
