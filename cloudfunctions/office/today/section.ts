import { dayOf } from '../../../domain/calendar'
import { coverageOf } from '../../../domain/measures'
import { city, nameOf } from '../../../domain/organisation'
import { waitingFor } from '../../approval'
import { runningCampaigns } from '../../campaign'
import type { Caller } from '../../kernel/identity'
import { figuresOn } from '../../statistics'
import { tasksOf } from '../../task'
import { pressingIn } from '../../term'
import { unreadUrgents } from '../../urgent'

const ROWS = 5

/** The city's section: what came, what is late, and the twenty units side by side. Eight database calls at most. */
export async function ofSection(caller: Caller, now: number) {
  const [urgents, approvals, tasks, pressing, campaigns, figures] = await Promise.all([
    unreadUrgents(ROWS),
    waitingFor(caller.posts, ROWS),
    tasksOf(caller.posts, ROWS),
    pressingIn(city.id, now, ROWS),
    runningCampaigns(ROWS),
    figuresOn(dayOf(now), now),
  ])
  return {
    city: city.name,
    urgents,
    approvals: { rows: approvals.rows, more: approvals.next !== undefined },
    tasks,
    pressing,
    campaigns,
    units: [...figures].map(([id, figure]) => ({
      id,
      name: nameOf(id),
      checks: figure.checks.value,
      open: figure.noticesOpen.value,
      overdue: figure.noticesOverdue.value,
      enterprises: figure.enterprises.value,
      covered: figure.covered.value,
      coverage: coverageOf(figure.covered.value, figure.enterprises.value) ?? null,
    })),
  }
}
