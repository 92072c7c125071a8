import { isOpen, type Notice, type NoticeStep, noticeAfter } from '../../domain/notice'
import { type Paper, type PaperStep, stepped } from '../../domain/paper'
import { refuse } from '../kernel/problem'

/** The term of a served correction: until it is put right. */
export const CORRECT = 'correct'

/** The correction's state after a step, with the flags its lists go by. Refuses `state.wrong`. */
export function moved(
  notice: Notice,
  step: NoticeStep,
): Pick<Notice, 'state' | 'served' | 'open' | 'closed'> {
  const state = noticeAfter(notice.state, step) ?? refuse('state.wrong')
  return { state, served: notice.served || step === 'serve', open: isOpen(state), closed: state === 'closed' }
}

/** The paper after a step. Refuses `state.wrong`. */
export const paperMoved = (notice: Notice, step: PaperStep, by: { at: number; post: string }): Paper =>
  stepped(notice.paper, step, by) ?? refuse('state.wrong')
