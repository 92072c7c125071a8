import type { Item, OutputOf } from '@/cloud'

/** One correction as its reader may see it. */
export type Notice = OutputOf<'enforcement.read'>

/** How a paper goes, as a person counts it. */
export const STEPS = ['送审', '批准', '盖章', '送达']

export interface StepProps {
  notice: Notice
  /** An earlier try that came back; this one takes its place. */
  instead: Item | undefined
  /** Keeps the form in its place while its write is under way, until the page shows what came of it. */
  hold: <R extends { state: string }>(work: Promise<R>) => Promise<R>
}

/** How a step of this notice stands in the outbox. */
export const optionsOf = (notice: Notice, what: string, path: string, instead: Item | undefined) => ({
  title: `${what} · ${notice.paper.number ?? notice.enterpriseName}`,
  page: `/officer/notice/index?notice=${notice._id}`,
  ...(instead?.path === path ? { instead: instead.id } : {}),
})

/** What was written in an earlier try that came back, as far as the form has it. */
export function sentBefore<F>(instead: Item | undefined, path: string, members: (keyof F)[]): Partial<F> {
  if (instead?.path !== path || !instead.content) return {}
  const content = instead.content as F
  return Object.fromEntries(
    members.filter(name => content[name] !== undefined).map(name => [name, content[name]]),
  ) as Partial<F>
}
