import { router } from '../kernel/procedure'
import { printNotice } from './notice'
import { printOutside } from './outside'
import { printPaper } from './paper'

/** Papers as files: PDF and Word from one layout, tables as .xlsx. */
export const print = router({ notice: printNotice, paper: printPaper, outside: printOutside })

export { formats, type PrintedFile, type PrintFormat, printFile } from './print-file'
export { type SheetAbout, type SheetCell, type SheetColumn, sheetFile } from './xlsx'
