import { router } from '../kernel/procedure'
import { address, confirmAddress, withdrawAddress } from './addresses'
import { begin } from './begin'
import { gaps, numbers, reserveBlock, returnBlock } from './blocks'
import { draft, revise, submit } from './draft'
import { enterLate } from './late'
import { listPapers } from './list'
import { readPaper } from './read'
import { seal, voidPaper } from './seal'
import { completeService, serve } from './serve'
import { serving } from './serving'

export { type PaperRow, papersWaiting } from './list'

/** 文书: every paper of the office from its draft to its service, and the numbers papers bear. */
export const paper = router({
  begin,
  draft,
  revise,
  submit,
  seal,
  serving,
  serve,
  completeService,
  void: voidPaper,
  enterLate,
  read: readPaper,
  list: listPapers,
  numbers,
  reserveBlock,
  returnBlock,
  gaps,
  address,
  confirmAddress,
  withdrawAddress,
})
