import { addDays, dayOf, daysBetween } from '../../domain/calendar'
import { unitId } from '../../domain/enterprise'
import { nameOf } from '../../domain/organisation'
import type { PostHolder } from '../../domain/people'
import { roles } from '../../domain/posts'
import type { Term } from '../../domain/term'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'
import { requirePost } from '../kernel/identity'
import { read } from '../kernel/procedure'

const ROWS = 200

const sheetForm = z.strictObject({
  unit: unitId(),
  /** Only the posts of this team. */
  team: z.optional(z.string().check(z.maxLength(60, '所队不对，请重新选择'))),
})

/**
 * The daily sheet (每日清单): what of a unit or team is overdue, ends today or tomorrow, or waits for somebody's agreement,
 * by who answers for it. To be printed or sent where nobody has a telephone at hand. Two database calls.
 */
export const dailySheet = read('clock.read', sheetForm, async (caller, { unit, team }) => {
  requirePost(caller, 'clock.read', { unit })
  const now = Date.now()
  const today = dayOf(now)
  const [terms, posts] = await Promise.all([
    list(
      'terms',
      { unit, open: true, rank: _.lt(addDays(today, 2)) },
      { limit: ROWS, order: [['rank', 'asc']] },
    ),
    list(
      'posts',
      { org: unit, role: _.in(['head', 'deputy', 'legal', 'leader', 'officer']) },
      { limit: ROWS, order: [['role', 'asc']] },
    ),
  ])
  const known = new Map(posts.map(post => [post._id, post]))
  const inTeam = (post: PostHolder | undefined) => !team || post?.team === team
  const people = new Map<string, { name: string; duty: string; lines: Line[] }>()
  for (const term of terms) {
    const post = known.get(term.owner)
    if (!inTeam(post)) continue
    const one = people.get(term.owner) ?? {
      name: post?.name || '岗位空缺',
      duty: post ? roles[post.role] : '',
      lines: [],
    }
    one.lines.push(lineOf(term, today))
    people.set(term.owner, one)
  }
  return {
    unit,
    name: nameOf(unit),
    today,
    madeAt: now,
    cut: terms.length === ROWS,
    people: [...people.values()],
  }
})

/** `late`: already overdue; `today`, `tomorrow`: the last day; `sign`: somebody waits for his agreement. */
export type SheetKind = 'late' | 'today' | 'tomorrow'
type Line = {
  title: string
  due: string
  left: number
  kind: SheetKind
  provisional: boolean
  paused: boolean
  asks: boolean
}

function lineOf(term: Term, today: string): Line {
  const left = daysBetween(today, term.due)
  return {
    title: term.title,
    due: term.due,
    left,
    kind: left < 0 ? 'late' : left === 0 ? 'today' : 'tomorrow',
    provisional: term.provisional,
    paused: term.state === 'paused',
    asks: term.ask !== undefined,
  }
}
