import { router } from './kernel/procedure'
import { serve } from './kernel/serve'
import { print } from './print'

/** What makes files of papers: more memory and time than a screen's call gets. */
export const papersRouter = router({ print })

export type PapersRouter = typeof papersRouter

export const main = serve(papersRouter)
