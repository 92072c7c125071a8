import type { Day } from '../../domain/calendar'
import { enterpriseKinds } from '../../domain/enterprise'
import { city, nameOf } from '../../domain/organisation'
import type { Post } from '../../domain/posts'
import {
  knows,
  partyWords,
  type Task,
  type TaskKind,
  type TaskStage,
  type TaskState,
} from '../../domain/task'
import { shortened } from '../../domain/text'
import { _ } from '../kernel/cloud'
import { type Collections, list } from '../kernel/collections'

type Kept = Collections['tasks']

/** One task in a list. */
export type TaskRow = {
  id: string
  title: string
  kind: TaskKind
  due: Day
  state: TaskState
  stage: TaskStage
  secret: boolean
  unit: string
  unitName: string
  /** With whom it lies, in words. */
  holder: string
  inCharge: string
  issuer: string
  /** The reader's unit co-acts. */
  helps: boolean
  /** The one who has it is in no post now: it lies with the head. */
  vacant: boolean
  /** Lines of its log: says whether somebody has moved it since. */
  seen: number
  /** Why it came back or is disputed. */
  reason?: string
  target?: { count: number; of: string; reported: number }
  /** Of a visit: which enterprise, and whether it makes or sells (生产, 销售). */
  enterprise?: { id: string; name: string; kind?: string }
  /** Of a visit: why, on one line. */
  ask?: string
}

/** Letters of the reason a row shows. */
const REASON = 60

export function rowOf(task: Kept, posts: readonly Post[], vacant: readonly string[] = []): TaskRow {
  const own = posts.find(post => post.org !== city.id)?.org
  const last = task.log.at(-1)
  return {
    id: task._id,
    title: task.title,
    kind: task.kind,
    due: task.due,
    state: task.state,
    stage: task.stage,
    secret: task.secret,
    unit: task.unit,
    unitName: nameOf(task.unit),
    holder: partyWords(task.holder, own),
    inCharge: task.inCharge.name,
    issuer: partyWords(task.issuer, own),
    helps: own !== undefined && own !== task.unit && task.units.includes(own),
    vacant: vacant.includes(task.inCharge.post),
    seen: task.log.length,
    ...(last?.reason && (last.step === 'return' || last.step === 'dispute') ? { reason: last.reason } : {}),
    ...(task.target ? { target: { ...task.target, reported: task.reported } } : {}),
    ...visitOf(task),
  }
}

function visitOf(task: Task): Pick<TaskRow, 'enterprise' | 'ask'> {
  const { enterprise: id, enterpriseName: name = '', enterpriseKind: kind, ask } = task
  if (!id) return {}
  return {
    enterprise: { id, name, ...(kind ? { kind: enterpriseKinds[kind] } : {}) },
    ...(ask ? { ask: shortened(ask, REASON) } : {}),
  }
}

/**
 * What lies with these posts, the soonest due first: to do, to sign for, to assign, to decide. For the first page, with
 * how many more there are told by `more`. One database call.
 */
export async function tasksOf(
  posts: readonly Post[],
  limit: number,
): Promise<{ rows: TaskRow[]; more: boolean }> {
  const mine = posts.map(({ id }) => id)
  const found = await list(
    'tasks',
    { 'inCharge.post': _.in(mine), stage: _.in(['desk', 'work']) },
    { limit: limit + 1, order: [['rank', 'asc']] },
  )
  return { rows: shown(found.slice(0, limit), posts), more: found.length > limit }
}

/** The rows of the tasks that these posts may know of. */
export const shown = (
  tasks: readonly Kept[],
  posts: readonly Post[],
  vacant?: readonly string[],
): TaskRow[] =>
  tasks.filter((task: Task) => knows(task, posts)).map(task => rowOf(task as Kept, posts, vacant))
