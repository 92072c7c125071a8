import { router } from '../kernel/procedure'
import { assign, sign } from './assign'
import { decide, dispute } from './dispute'
import { issue, reissue } from './issue'
import { listTasks } from './list'
import { people } from './people'
import { readTask } from './read'
import { cancel, giveBack } from './return'
import { complete, report, start } from './work'

export { type TaskRow, tasksOf } from './rows'

/** 任务: what is asked of whom by when, and with whom it lies. */
export const task = router({
  list: listTasks,
  read: readTask,
  people,
  issue,
  sign,
  assign,
  start,
  report,
  complete,
  return: giveBack,
  reissue,
  dispute,
  decide,
  cancel,
})
