import type { Item, OutputOf } from '@/cloud'

/** A paper as its approver reads it. */
export type Approval = OutputOf<'approval.read'>

export interface ActProps {
  approval: Approval
  /** An earlier try that came back; this one takes its place. */
  instead: Item | undefined
}

/** How something done to this paper stands in the outbox. */
export const optionsOf = ({ approval, instead }: ActProps, what: string, path: string) => ({
  title: `${what} · ${approval.title}`,
  page: `/approve/paper/index?paper=${approval.id}`,
  ...(instead?.path === path ? { instead: instead.id } : {}),
})
