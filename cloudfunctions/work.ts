import { approval } from './approval'
import { campaign } from './campaign'
import { enforcement } from './enforcement'
import { inspection } from './inspection'
import { router } from './kernel/procedure'
import { serve } from './kernel/serve'
import { office } from './office'
import { outside } from './outside'
import { register } from './register'
import { statistics } from './statistics'

/** What officers, enterprises and the city call. */
export const workRouter = router({
  office,
  register,
  inspection,
  enforcement,
  statistics,
  approval,
  outside,
  campaign,
})

export type WorkRouter = typeof workRouter

export const main = serve(workRouter)
