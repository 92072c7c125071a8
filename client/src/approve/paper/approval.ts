import type { Item, OutputOf } from '@/cloud'

/** A paper as its approver reads it. */
export type Approval = OutputOf<'approval.read'>

export interface ActProps {
  approval: Approval
  /** An earlier try that came back; this one takes its place. */
  instead: Item | undefined
  /** Keeps the form in its place while its write is under way, until the page shows what came of it. */
  hold: <R extends { state: string }>(work: Promise<R>) => Promise<R>
}

/** How something done to this paper stands in the outbox. */
export const optionsOf = ({ approval, instead }: ActProps, what: string, path: string) => ({
  title: `${what} · ${approval.title}`,
  page: `/approve/paper/index?paper=${approval.id}`,
  ...(instead?.path === path ? { instead: instead.id } : {}),
})
