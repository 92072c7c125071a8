import { router } from '../kernel/procedure'
import { board } from './board'
import { records } from './records'
import { unitPage } from './unit'

export { figuresBetween } from './between'
export { type Figures, figuresOf, figuresOn, morningOf, type Shown, shown } from './figures'
export { fold } from './fold'
export { nextToRecount, recountSlice } from './recount'
export { foldedThrough } from './rollups'

/** 汇总: what all units' work adds up to, and the records behind each figure. */
export const statistics = router({ unit: unitPage, board, records })
