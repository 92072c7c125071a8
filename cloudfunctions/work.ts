import { approval } from './approval'
import { enforcement } from './enforcement'
import { inspection } from './inspection'
import { router } from './kernel/procedure'
import { serve } from './kernel/serve'
import { office } from './office'
import { paper } from './paper'
import { register } from './register'
import { statistics } from './statistics'

/** What officers, enterprises and the city call. */
export const workRouter = router({ office, register, inspection, enforcement, statistics, approval, paper })

export type WorkRouter = typeof workRouter

export const main = serve(workRouter)
