import type { Day } from '../calendar'
import { addWorkdays } from '../calendar/working-days'
import type { Check } from '../check'
import { city } from '../organisation'
import { type Post, postsWith, reachesBy } from '../posts'
import {
  clocksIn,
  leadsFrom,
  stageOf,
  type TaskClock,
  type TaskState,
  type TaskStep,
  taskClocks,
  taskSteps,
} from './steps'
import { type Dispute, type HandOver, helpersOf, type Keeper, type Party, partyKind, type Task } from './task'

type Steps = typeof taskSteps

/**
 * A step as it is taken. What the table asks for the type asks for too: without the next one by name, and the post that
 * answers for it there, there is no hand-over; without a reason no return.
 */
export type Act = { [S in Later]: { step: S } & Next<S> & Reason<S> & More<S> }[Later]
type Later = Exclude<TaskStep, 'issue'>
type Next<S extends TaskStep> = Steps[S]['next'] extends true
  ? { next: Party; inCharge: Keeper; helpers?: readonly string[] }
  : object
// A dispute names the unit that is thought responsible, and the last day for the decision.
type More<S extends TaskStep> = S extends 'dispute' ? Pick<Dispute, 'thinks' | 'until'> : object
type Reason<S extends TaskStep> = Steps[S]['reason'] extends true ? { reason: string } : { reason?: string }

/** What a task is before anybody has it. */
export type Draft = Omit<
  Task,
  'holder' | 'inCharge' | 'state' | 'stage' | 'log' | 'reports' | 'reported' | 'rank' | 'unit' | 'units'
>

/** A new task with whom it is for. */
export function issued(draft: Draft, next: Party, inCharge: Keeper, helpers: readonly string[] = []): Task {
  const state = partyKind(next) === 'post' ? 'assigned' : 'issued'
  const { issuer, issuedAt: at } = draft
  return {
    ...draft,
    unit: next.unit,
    units: [next.unit, ...helpers],
    holder: next,
    inCharge,
    state,
    stage: stageOf[state],
    log: [{ step: 'issue', at, by: issuer, from: issuer, to: next }],
    reports: [],
    reported: 0,
    rank: `${draft.due}#${draft._id}`,
  }
}

/**
 * The task after a step; undefined where it may not be taken from its state, where nobody is above to whom it could go
 * back, or where the one named is not of the kind the step takes. Whether the person may: `mayTake`.
 */
export function taken(task: Task, act: Act, by: Keeper, at: number): Task | undefined {
  const move = leadsFrom(act.step, task.state) ? moveOf(task, act, by, at) : undefined
  if (!move) return undefined
  const { state, holder } = move
  const line: HandOver = {
    step: act.step,
    at,
    by,
    from: task.holder,
    to: holder,
    ...(act.reason ? { reason: act.reason } : {}),
  }
  const ended = stageOf[state] === 'ended'
  return {
    ...task,
    ...move,
    stage: stageOf[state],
    log: [...task.log, line],
    ...(ended ? { endedAt: at, rank: `${new Date(at).toISOString()}#${task._id}` } : {}),
  }
}

type Move = Pick<Task, 'state' | 'holder' | 'inCharge'> &
  Partial<Pick<Task, 'unit' | 'units' | 'issuer' | 'dispute'>>

function moveOf(task: Task, act: Act, by: Keeper, at: number): Move | undefined {
  const stays = { holder: task.holder, inCharge: task.inCharge }
  switch (act.step) {
    case 'sign':
      return { state: 'signed', holder: task.holder, inCharge: by }
    case 'start':
    case 'report':
      return { state: 'working', ...stays }
    case 'assist':
      return { state: task.state, ...stays }
    case 'complete':
      return { state: 'done', ...stays }
    case 'cancel':
      return { state: 'cancelled', ...stays }
    case 'return': {
      const giver = giverOf(task.log)
      if (!giver) return undefined
      const state = giver.step === 'assign' ? 'signed' : 'returned'
      return { state, holder: giver.by, inCharge: giver.by }
    }
    default: {
      const state = stateAt(act.step, act.next, task, by)
      if (!state) return undefined
      const move = { state, holder: act.next, inCharge: act.inCharge }
      if (act.step === 'assign') return move
      if (act.step === 'dispute')
        return { ...move, dispute: { at, by, reason: act.reason, thinks: act.thinks, until: act.until } }
      const { unit } = act.next
      const units = [unit, ...(act.helpers ?? helpersOf(task)).filter(helper => helper !== unit)]
      if (act.step === 'reissue') return { ...move, unit, units }
      const decided = { at, by, lead: unit, units, words: act.reason }
      return {
        ...move,
        unit,
        units,
        ...(task.dispute ? { dispute: { ...task.dispute, decided } } : {}),
        // Who gives it to another unit answers for it from then on; the first issuer may not reach that unit.
        ...(act.step === 'redirect' ? { issuer: by } : {}),
      }
    }
  }
}

/** The state of a task that has been handed to somebody; undefined where the step does not hand to such a party. */
function stateAt(step: Later, next: Party, task: Pick<Task, 'unit'>, by: Keeper): TaskState | undefined {
  const kind = partyKind(next)
  const own = next.unit === task.unit
  switch (step) {
    case 'assign':
      return !own || kind === 'unit' ? undefined : kind === 'post' ? 'assigned' : 'signed'
    case 'reissue':
      return addresses(by.unit, next) ? (kind === 'post' ? 'assigned' : 'issued') : undefined
    case 'dispute':
      return next.unit === city.id && kind === 'post' ? 'disputed' : undefined
    case 'uphold':
      return own && kind === 'unit' ? 'signed' : undefined
    case 'redirect':
      return !own && kind === 'unit' ? 'issued' : undefined
    default:
      return undefined
  }
}

/** Whether an organisation may address a party: the city its units, a unit its own teams and posts. */
export const addresses = (org: string, to: Party): boolean =>
  org === city.id ? partyKind(to) === 'unit' : to.unit === org && partyKind(to) !== 'unit'

/**
 * The hand-over by which the present holder has the task, what came back left out: to whom it goes when it is returned.
 * Undefined where nobody stands above him.
 */
export function giverOf(log: readonly HandOver[]): HandOver | undefined {
  const path: HandOver[] = []
  for (const line of log) {
    if (line.step === 'return') path.pop()
    if (line.step === 'reissue' || line.step === 'uphold' || line.step === 'redirect') path.length = 0
    // Who assigns anew takes it back to his own desk first: a head who passes over a leader stands above him.
    if (line.step === 'assign') while (path.length && !isAt((path.at(-1) as HandOver).to, line.by)) path.pop()
    if (GIVING.includes(line.step)) path.push(line)
  }
  return path.at(-1)
}

const GIVING: readonly TaskStep[] = ['issue', 'assign', 'reissue', 'uphold', 'redirect']

const isAt = (party: Party, by: Keeper): boolean =>
  party.post ? party.post === by.post : party.team ? party.team === by.team : party.unit === by.unit

/** Whether a post answers for the desk of a unit, or of one of its teams: the head, his deputy, the team's leader. */
export const atDesk = (post: Post, { unit, team }: Party): boolean =>
  post.org === unit &&
  (post.role === 'head' ||
    post.role === 'deputy' ||
    (post.role === 'leader' && (!post.team || !team || post.team === team)))

/** Whether a post may take a step with this task now: state, verb, place, and that it is his to take. */
export function mayTake(task: Task, step: TaskStep, post: Post): boolean {
  const { by, verb } = taskSteps[step]
  if (!leadsFrom(step, task.state)) return false
  if (!postsWith([post], verb).length || !reachesBy(post, verb, task) || !knows(task, [post])) return false
  if (step === 'return' && !giverOf(task.log)) return false
  // What the city has decided is not disputed again by the unit it was decided for.
  if (step === 'dispute' && (post.org !== task.unit || task.dispute?.decided?.lead === task.unit))
    return false
  const holds = post.id === task.holder.post
  // Whoever answers for it keeps the desk it came to, even when his team has become part of another.
  const desk = atDesk(post, task.holder) || (post.id === task.inCharge.post && !task.holder.post)
  switch (by) {
    case 'issuer':
      return post.id === task.issuer.post
    case 'holder':
      return holds
    case 'desk':
      return desk
    case 'keeper':
      return holds || (stageOf[task.state] === 'desk' && desk)
    case 'helper':
      return helpersOf(task).includes(post.org)
    case 'city':
      return post.org === city.id
  }
}

/**
 * Whether somebody with these posts may know of the task. A surprise (突击) is known, until it is done, to its issuer, to
 * those through whose hands it went, to the desk it lies on, and to the heads of the units it is with, who answer for them.
 */
export function knows(task: Task, posts: readonly Post[]): boolean {
  if (!task.secret || task.state === 'done') return true
  const hands = [task.issuer, task.inCharge, task.holder, ...task.log.flatMap(({ by, to }) => [by, to])]
  return posts.some(
    post =>
      hands.some(hand => hand.post === post.id) ||
      (!task.holder.post && atDesk(post, task.holder)) ||
      (post.role === 'head' && task.units.includes(post.org)),
  )
}

/** Why a check cannot be what came of a task, in words; undefined where it can. */
export function whyNotResult(
  task: Pick<Task, 'enterprise' | 'issuedAt'>,
  check: Pick<Check, 'enterprise' | 'finishedAt'>,
): string | undefined {
  if (task.enterprise && check.enterprise !== task.enterprise) return '这份检查记录不是这家企业的，请重新选择'
  if (check.finishedAt < task.issuedAt) return '这份检查记录是下发任务以前的，请选择下发以后做的检查'
  return undefined
}

/** A clock that runs on a task: its name, and the key that tells it from an earlier one of the same name. */
export type Running = { clock: TaskClock; key: string }

/** The clocks that run on a task now. One that begins anew, for another unit, is another clock. */
export function clocksOf({ state, log }: Pick<Task, 'state' | 'log'>): Running[] {
  const times = (...steps: TaskStep[]) => log.filter(line => steps.includes(line.step)).length
  return clocksIn[state].map(clock => {
    const turn = clock === 'dispute' ? times('dispute') : times('issue', 'reissue', 'redirect')
    return { clock, key: turn > 1 ? `${clock}${turn}` : clock }
  })
}

/** The last day of a clock that begins today. */
export function lastDay(
  clock: TaskClock,
  task: Pick<Task, 'due'>,
  today: Day,
): { day: Day; provisional: boolean } {
  const { workdays } = taskClocks[clock]
  return workdays ? addWorkdays(today, workdays) : { day: task.due, provisional: false }
}
