import { router } from '../kernel/procedure'
import { agree, agreeAll } from './agree'
import { chains, setChain } from './chains'
import { passOn, sendBack } from './hand-back'
import { waitingList } from './list'
import { readForApproval } from './read'

export type { Carried, Carrier } from './carrier'
export { type WaitingRow, waitingFor } from './list'
export { type ChainShown, chainShown } from './shown'
export { type Asked, submitForApproval } from './submit'
export { withdrawFromApproval } from './withdraw'

/** 审批: who must agree to a paper before it is issued, and what he says. */
export const approval = router({
  list: waitingList,
  read: readForApproval,
  agree,
  agreeAll,
  sendBack,
  passOn,
  chains,
  setChain,
})
