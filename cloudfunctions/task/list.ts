import { dayOf } from '../../domain/calendar'
import { city } from '../../domain/organisation'
import { postsWith } from '../../domain/posts'
import { type TaskList, taskSearch } from '../../domain/task'
import { _ } from '../kernel/cloud'
import { type Collections, list } from '../kernel/collections'
import type { Caller } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { type Choices, choicesIn } from './people'
import { shown, type TaskRow } from './rows'
import { type Staff, staffOf } from './staff'

const ROWS = 20

type Kept = Collections['tasks']

export type TaskPage = {
  rows: TaskRow[]
  next?: string
  today: string
  /** Whom they can be assigned to; of the first page of what is to be assigned. */
  choices?: Choices
  /** Whether the reader issues tasks at all. */
  issues: boolean
}

/**
 * Tasks of one list, twenty at a time: `mine` to do; `desk` to be signed for, assigned or decided, with what lies with
 * posts nobody holds; `out` under way; `ended`. At most five database calls.
 */
export const listTasks = read('task.read', taskSearch, async (caller, input): Promise<TaskPage> => {
  const { found, vacant, choices } = await asked(caller, input.list, input.after)
  const rows = found.slice(0, ROWS)
  const last = rows.at(-1)
  return {
    // What the reader may not know of is left out after the page is cut: the cursor stays right.
    rows: shown(rows, caller.posts, vacant),
    ...(found.length > ROWS && last ? { next: last.rank } : {}),
    today: dayOf(Date.now()),
    ...(choices ? { choices } : {}),
    issues: postsWith(caller.posts, 'task.issue').length > 0,
  }
})

type Found = { found: Kept[]; vacant?: string[]; choices?: Choices }

async function asked(caller: Caller, which: TaskList, after: string | undefined): Promise<Found> {
  const mine = caller.posts.map(({ id }) => id)
  const orgs = caller.posts.map(({ org }) => org)
  const ofCity = caller.posts.some(({ org, role }) => org === city.id && role === 'chief')
  const open = { stage: _.in(['desk', 'work']) }
  switch (which) {
    case 'mine':
      return { found: await soonest({ 'inCharge.post': _.in(mine), stage: 'work' }, after) }
    case 'out':
      return {
        found: await soonest(
          ofCity ? { 'issuer.post': _.in(mine), ...open } : { units: _.in(orgs), ...open },
          after,
        ),
      }
    case 'ended': {
      const over = ofCity ? { 'issuer.post': _.in(mine) } : { units: _.in(orgs) }
      return {
        found: await page({ ...over, stage: 'ended', ...(after ? { rank: _.lt(after) } : {}) }, 'desc'),
      }
    }
    case 'desk': {
      const assigns = postsWith(caller.posts, 'task.assign').length > 0
      const staff = await staffOf(orgs, ['chief', 'head', 'deputy', 'leader', 'officer'])
      const { desks, vacant } = deskOf(caller, staff)
      const [waiting, orphaned, choices] = await Promise.all([
        soonest({ 'inCharge.post': _.in([...mine, ...desks]), stage: 'desk' }, after),
        vacant.length ? soonest({ 'inCharge.post': _.in(vacant), ...open }, after) : [],
        assigns && !after ? choicesIn(orgs, staff) : undefined,
      ])
      const found = [...waiting, ...orphaned].sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, ROWS + 1)
      return { found, vacant, ...(choices ? { choices } : {}) }
    }
  }
}

/**
 * The posts whose desk the caller answers for beside his own: a deputy, and a leader without a team, for the head's;
 * the head, his deputy and the city's chief for the posts nobody holds.
 */
function deskOf(caller: Caller, staff: readonly Staff[]): { desks: string[]; vacant: string[] } {
  const beside = caller.posts.filter(({ role, team }) => role === 'deputy' || (role === 'leader' && !team))
  const over = caller.posts.filter(({ role }) => role === 'head' || role === 'deputy' || role === 'chief')
  const of = (posts: typeof caller.posts, fits: (one: Staff) => boolean) =>
    staff.filter(one => fits(one) && posts.some(({ org }) => org === one.org)).map(({ _id }) => _id)
  const vacant = of(over, ({ person }) => !person)
  return { desks: of(beside, ({ role }) => role === 'head').filter(id => !vacant.includes(id)), vacant }
}

const soonest = (where: Record<string, unknown>, after: string | undefined): Promise<Kept[]> =>
  page({ ...where, ...(after ? { rank: _.gt(after) } : {}) }, 'asc')

const page = (where: Record<string, unknown>, direction: 'asc' | 'desc'): Promise<Kept[]> =>
  list('tasks', where, { limit: ROWS + 1, order: [['rank', direction]] })
