import { askedNow, returnedWith } from '../../domain/approval'
import { type By, type Paper, type PaperStep, paperSteps } from '../../domain/paper'
import { type Role, roles } from '../../domain/posts'

/** A step of a chain as a screen shows it. */
export type StepShown = {
  role: string
  name: string
  /** For whom he signed, who was away. */
  forName?: string
  agreed: boolean
  at?: number
  words?: string
  /** It is his turn. */
  now: boolean
}

/** What was done to a paper, in words. */
export type DoneShown = Pick<By, 'at' | 'name' | 'forName' | 'words'> & { step: PaperStep; what: string }

/** How far a paper is in its chain: whose turn it is, or why it came back. */
export type ChainShown = {
  chain: StepShown[]
  /** 局负责人局长甲; nobody where it does not wait. */
  waits?: string
  returned?: { name: string; at: number; reason: string }
  done: DoneShown[]
}

const roleName = (role: string): string => roles[role as Role] ?? role

/** The chain of a paper with names and what was said. */
export function chainShown(paper: Paper): ChainShown {
  const now = askedNow(paper)
  const back = returnedWith(paper)
  return {
    chain: paper.chain.map(step => ({
      role: roleName(step.role),
      name: step.name ?? '',
      ...(step.forName ? { forName: step.forName } : {}),
      agreed: step.agreed === true,
      ...(step.at === undefined ? {} : { at: step.at }),
      ...(step.words ? { words: step.words } : {}),
      now: step === now,
    })),
    ...(now ? { waits: `${roleName(now.role)}${now.name ?? ''}` } : {}),
    ...(back ? { returned: { name: back.name ?? '', at: back.at, reason: back.words ?? '' } } : {}),
    done: paper.steps
      .filter(({ step, name }) => name && step !== 'approve')
      .map(({ step, at, name, forName, words }) => ({
        step,
        what: paperSteps[step].name,
        at,
        ...(name ? { name } : {}),
        ...(forName ? { forName } : {}),
        ...(words ? { words } : {}),
      })),
  }
}
