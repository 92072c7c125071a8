import { type By, type Paper, type PaperStep, stepped } from '../../domain/paper'
import { refuse } from '../kernel/problem'

/** A paper after a step. Refuses `state.wrong`. */
export const after = (paper: Paper, step: PaperStep, by: By): Paper =>
  stepped(paper, step, by) ?? refuse('state.wrong')
