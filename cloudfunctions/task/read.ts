import { dayOf, daysBetween } from '../../domain/calendar'
import { enterpriseKinds } from '../../domain/enterprise'
import { photosIn } from '../../domain/evidence'
import { id } from '../../domain/fields'
import { city, nameOf } from '../../domain/organisation'
import { postFor } from '../../domain/posts'
import { giverOf, helpersOf, knows, mayTake, type TaskStep } from '../../domain/task'
import * as z from '../../domain/zod'
import { checksSince } from '../inspection'
import { find } from '../kernel/collections'
import { addressesOf } from '../kernel/files'
import { type Caller, visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read } from '../kernel/procedure'
import { choicesIn } from './people'
import { keeper } from './staff'

/** Checks to choose from when a visit is completed. */
const CHECKS = 3

/**
 * One task as its reader may see it, what he may do with it now, and to whom he can give it; of a visit, to whoever
 * makes it, the checks that can be its result. At most seven calls.
 */
export const readTask = read('task.read', z.strictObject({ task: id() }), async (caller, input) => {
  const found = await find('tasks', input.task)
  const { head: _head, enterpriseKind, ...task } = visible(caller, 'task.read', found)
  if (!knows(task, caller.posts)) return refuse('record.missing')
  const may = (step: TaskStep) => caller.posts.some(post => mayTake(task, step, post))
  const gives = may('assign') || (may('reissue') && !caller.posts.some(({ org }) => org === city.id))
  // Whoever answers may have changed since: the post stays, its holder goes.
  const { enterprise, units, issuedAt } = task
  const [answering, choices, checks] = await Promise.all([
    find('posts', task.inCharge.post),
    gives ? choicesIn([task.unit]) : undefined,
    enterprise && may('complete') ? checksSince(enterprise, units, issuedAt, CHECKS) : undefined,
  ])
  const today = dayOf(Date.now())
  return {
    ...task,
    ...(enterpriseKind ? { enterpriseKind: enterpriseKinds[enterpriseKind] } : {}),
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
      /** Check the enterprise it names. */
      check: enterprise !== undefined && may('complete') && checksIn(caller, task.unit),
      return: may('return'),
      dispute: may('dispute'),
      decide: may('uphold'),
      reissue: may('reissue'),
      cancel: may('cancel'),
    },
    ...(choices ? { choices } : {}),
    ...(checks ? { checks } : {}),
  }
})

const checksIn = ({ posts }: Caller, unit: string): boolean =>
  postFor(posts, 'check.make', { unit }) !== undefined
