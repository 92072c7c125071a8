import { approval } from './approval'
import { campaign } from './campaign'
import { enforcement } from './enforcement'
import { inspection } from './inspection'
import { router } from './kernel/procedure'
import { serve } from './kernel/serve'
import { message } from './message'
import { office } from './office'
import { outside } from './outside'
import { paper } from './paper'
import { register } from './register'
import { statistics } from './statistics'
import { task } from './task'
import { term } from './term'
import { urgent } from './urgent'

/** What officers, enterprises and the city call. */
export const workRouter = router({
  office,
  register,
  inspection,
  enforcement,
  statistics,
  approval,
  campaign,
  message,
  outside,
  paper,
  task,
  term,
  urgent,
})

export type WorkRouter = typeof workRouter

export const main = serve(workRouter)
