import type { Day } from './calendar'
import { numberWord } from './organisation'
import { paperKindOf } from './papers/kinds'

/** States of an official paper (文书), domain/16. */
export const paperStates = {
  draft: '拟稿',
  pending: '待审批',
  approved: '已批准',
  numbered: '已编号',
  sealed: '已盖章',
  served: '已送达',
  void: '作废',
} as const
export type PaperState = keyof typeof paperStates

/** What can be done to a paper: from which states, to which. The table is the state machine. */
export const paperSteps = {
  submit: { from: ['draft'], to: 'pending', name: '送审' },
  // One of the chain agrees or hands on; when the last has agreed, the paper is approved.
  agree: { from: ['pending'], to: 'pending', name: '同意' },
  passOn: { from: ['pending'], to: 'pending', name: '转批' },
  approve: { from: ['pending'], to: 'approved', name: '批准' },
  return: { from: ['pending'], to: 'draft', name: '退回修改' },
  number: { from: ['approved'], to: 'numbered', name: '编号' },
  seal: { from: ['numbered'], to: 'sealed', name: '盖章' },
  serve: { from: ['sealed'], to: 'served', name: '送达' },
  void: { from: ['draft', 'pending', 'approved', 'numbered', 'sealed'], to: 'void', name: '作废' },
} as const satisfies Record<string, { from: readonly PaperState[]; to: PaperState; name: string }>
export type PaperStep = keyof typeof paperSteps

/** One step of an approval chain (审批): who must agree, and what he said. The rules: `domain/approval`. */
export type Approval = {
  role: string
  post?: string
  /** Who holds the post; once it is agreed, who signed. */
  name?: string
  /** For whom he signed, who was away (外出授权). */
  forName?: string
  /** Posts that handed this step on (转批). */
  passed?: string[]
  agreed?: boolean
  at?: number
  words?: string
  /** Digest of the text he had read. */
  read?: string
}

export type Paper = {
  /** Code of domain/12, e.g. DOC-06 责令改正通知书. */
  kind: string
  state: PaperState
  /** The chain for this unit and kind of paper. It may be empty: then submitting approves (domain/16, approval). */
  chain: Approval[]
  number?: string
  numberedOn?: Day
  /** A number of a block, written on the paper before there was a signal; it becomes the number when the paper is issued. */
  reserved?: { number: string; on: Day }
  /** What was done when, by which post: the paper's own history. */
  steps: ({ step: PaperStep } & By)[]
}

/** Who takes a step, when, and what he says of it. */
export type By = { at: number; post: string; name?: string; forName?: string; words?: string }

/** Whether a step may be taken now. */
export const mayStep = (paper: Paper, step: PaperStep): boolean =>
  (paperSteps[step].from as readonly PaperState[]).includes(paper.state)

/** The paper after one step; undefined when the step may not be taken from its state. */
export function stepped(paper: Paper, step: PaperStep, by: By): Paper | undefined {
  if (!mayStep(paper, step)) return undefined
  if (step === 'approve' && paper.chain.some(approval => !approval.agreed)) return undefined
  // An agreement is to the text that was read: sent back, the paper must be agreed to again by everyone.
  const chain = step === 'return' ? paper.chain.map(unsaid) : paper.chain
  return { ...paper, chain, state: paperSteps[step].to, steps: [...paper.steps, { step, ...by }] }
}

// The step without what was said.
const unsaid = ({ role, post }: Approval): Approval => (post ? { role, post } : { role })

/** A new paper with its approval chain. */
export const draftPaper = (kind: string, chain: Approval[] = []): Paper => ({
  kind,
  state: 'draft',
  chain,
  steps: [],
})

/** 送审: with an empty chain nobody has to agree; the paper counts as approved, and no agreement is recorded. */
export function submitted(paper: Paper, by: By): Paper | undefined {
  const pending = stepped(paper, 'submit', by)
  return pending && pending.chain.length === 0 ? { ...pending, state: 'approved' } : pending
}

// Kinds that bear no number on the sheet have one in our file all the same: every document needs a number of its own
// (domain/12). Source: own proposal.
const FILE_WORDS: Record<string, string> = {
  'DOC-01': '现笔',
  'DOC-04': '封样',
  'DOC-07': '整报',
  'DOC-09': '送证',
  'DOC-17': '询笔',
}

/** 信市监责改〔2026〕18号. Numbers run per unit, kind and year (domain/16, paper). */
export const paperNumber = (unit: string, kind: string, year: string, serial: number): string =>
  `${numberWord(unit)}市监${paperKindOf(kind)?.word ?? FILE_WORDS[kind]}〔${year}〕${serial}号`
