import { router } from '../kernel/procedure'
import { outsideList, outsideSheet, outsideTable } from './list'
import { registerOutside, requestOutside, undoOutside } from './register'

export { awaitOutside, type Finished } from './await'
export { outsideWaiting, waitingTable } from './list'

/** 对外登记: finished work is entered again in the systems of others, which have no open interface. */
export const outside = router({
  list: outsideList,
  sheet: outsideSheet,
  table: outsideTable,
  register: registerOutside,
  undo: undoOutside,
  request: requestOutside,
})
