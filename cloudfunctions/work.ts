import { approval } from './approval'
import { enforcement } from './enforcement'
import { inspection } from './inspection'
import { router } from './kernel/procedure'
import { serve } from './kernel/serve'
import { office } from './office'
import { register } from './register'
import { statistics } from './statistics'
import { task } from './task'

/** What officers, enterprises and the city call. */
export const workRouter = router({ office, register, inspection, enforcement, statistics, task, approval })

export type WorkRouter = typeof workRouter

export const main = serve(workRouter)
