import { dayOf, daysBetween } from '../../domain/calendar'
import { photosIn } from '../../domain/evidence'
import { id } from '../../domain/fields'
import { city, nameOf } from '../../domain/organisation'
import { giverOf, helpersOf, knows, mayTake, type TaskStep } from '../../domain/task'
import * as z from '../../domain/zod'
import { find } from '../kernel/collections'
import { addressesOf } from '../kernel/files'
import { visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read } from '../kernel/procedure'
import { choicesIn } from './people'
import { keeper } from './staff'

/** One task as its reader may see it, what he may do with it now, and to whom he can give it. At most five calls. */
export const readTask = read('task.read', z.strictObject({ task: id() }), async (caller, input) => {
  const found = await find('tasks', input.task)
  const { head: _head, ...task } = visible(caller, 'task.read', found)
  if (!knows(task, caller.posts)) return refuse('record.missing')
  const may = (step: TaskStep) => caller.posts.some(post => mayTake(task, step, post))
  const gives = may('assign') || (may('reissue') && !caller.posts.some(({ org }) => org === city.id))
  // Whoever answers may have changed since: the post stays, its holder goes.
  const [answering, choices] = await Promise.all([
    find('posts', task.inCharge.post),
    gives ? choicesIn([task.unit]) : undefined,
  ])
  const today = dayOf(Date.now())
  return {
    ...task,
    unitName: nameOf(task.unit),
    helpers: helpersOf(task).map(nameOf),
    today,
    daysLeft: daysBetween(today, task.due),
    inCharge: answering ? keeper(answering) : task.inCharge,
    vacant: answering !== undefined && !answering.person,
    /** To whom it goes when it is returned. */
    giver: giverOf(task.log)?.by,
    addresses: await addressesOf(photosIn(task)),
    may: {
      sign: may('sign'),
      assign: may('assign'),
      start: may('start'),
      report: may('report') || may('assist'),
      complete: may('complete'),
      return: may('return'),
      dispute: may('dispute'),
      decide: may('uphold'),
      reissue: may('reissue'),
      cancel: may('cancel'),
    },
    ...(choices ? { choices } : {}),
  }
})
