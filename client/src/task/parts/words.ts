import { type Day, dayOf, daysBetween, spokenDay, timeOf } from '@domain/calendar'
import { type TaskState, taskStates } from '@domain/task/steps'
import type { OutputOf, Session } from '@/cloud'
import type { Tone } from '@/components'

/** One task as its reader may see it. */
export type Task = OutputOf<'task.read'>
export type TaskRow = OutputOf<'task.list'>['rows'][number]
export type Choices = NonNullable<OutputOf<'task.list'>['choices']>

/** `7月17日 09:41`, by Chinese time. */
export const momentOf = (at: number): string => `${spokenDay(dayOf(at))} ${timeOf(at)}`

/** How a due day stands, in words and tone. */
export function dueOf(due: Day, today: Day): { word: string; tone?: Tone } {
  const left = daysBetween(today, due)
  if (left < 0) return { word: `已超期 ${-left} 天`, tone: 'red' }
  if (left === 0) return { word: '今天到期', tone: 'amber' }
  return { word: `还剩 ${left} 天`, ...(left <= 3 ? { tone: 'amber' as const } : {}) }
}

const tones: Partial<Record<TaskState, Tone>> = {
  returned: 'amber',
  disputed: 'amber',
  working: 'act',
  done: 'green',
}

export const stateOf = (state: TaskState): { word: string; tone?: Tone } => {
  const tone = tones[state]
  return { word: taskStates[state], ...(tone ? { tone } : {}) }
}

/** The reader's own unit; of the city's people none, they read every name with its unit. */
export const ownUnit = (session: Session | undefined): string | undefined =>
  session?.posts.find(({ org }) => org !== CITY)?.org

export const isChief = (session: Session | undefined): boolean =>
  session?.posts.some(({ role, org }) => role === 'chief' && org === CITY) === true

const CITY = '360700'
