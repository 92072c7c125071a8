import { dayOf } from '../../../domain/calendar'
import type { Post } from '../../../domain/posts'
import { waitingFor } from '../../approval'
import { openNotices, waitingNotices } from '../../enforcement'
import { latestChecks, toConfirm } from '../../inspection'
import type { Caller } from '../../kernel/identity'
import { outsideWaiting } from '../../outside'
import { papersWaiting } from '../../paper'
import { figuresOf, shown } from '../../statistics'
import { tasksOf } from '../../task'
import { teamNames } from '../team'

const ROWS = 10

/**
 * An inspector's day: whom to visit and why, what he has to confirm and to do, what of his unit runs out, and what waits
 * for seal, service and other systems. Twelve database calls at most.
 */
export async function ofOfficer(caller: Caller, post: Post, now: number) {
  const today = dayOf(now)
  const unit = post.org
  const [tasks, confirm, approvals, figures, open, waiting, papers, checks, outside, teams] =
    await Promise.all([
      tasksOf(caller.posts, ROWS),
      toConfirm([post.id], ROWS),
      waitingFor(caller.posts, ROWS),
      figuresOf(unit, today, now),
      openNotices(unit, ROWS),
      waitingNotices(unit, ROWS),
      papersWaiting(unit, ROWS),
      latestChecks(unit, 3),
      outsideWaiting(unit),
      teamNames([post.team]),
    ])
  const visit = (task: (typeof tasks.rows)[number]) => task.enterprise !== undefined && task.due <= today
  return {
    teamName: (post.team && teams.get(post.team)) || '',
    /** Whom to visit by today, an overdue visit first. */
    visits: tasks.rows.filter(visit),
    tasks: { rows: tasks.rows.filter(task => !visit(task)), more: tasks.more },
    confirm,
    approvals: { rows: approvals.rows, more: approvals.next !== undefined },
    figures: shown(figures),
    open,
    waiting,
    papers,
    checks,
    outside,
  }
}
