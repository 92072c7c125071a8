import { problems } from '../domain/problems'
import { calledByTimer } from './kernel/identity'
import { fold, foldedThrough, nextToRecount, recountSlice } from './statistics'

// The function has 60 s; what is not done then waits for the next tick.
const WORK_MS = 20_000
// Slots are folded six minutes after they began; whoever is half an hour behind was not folded several times over.
const LATE_MS = 30 * 60_000

/**
 * The one timer's rounds. It is known by its trigger context, never by the event: anyone can call a function and
 * pretend. A tick may come late, twice, or not at all.
 */
export async function main(): Promise<unknown> {
  if (!calledByTimer())
    return { ok: false, problem: { code: 'verb.denied', message: problems['verb.denied'] } }
  const started = Date.now()
  const through = await foldedThrough()
  if (through !== undefined && started - through > LATE_MS)
    console.error('ALARM figures were folded last', new Date(through).toISOString())
  await fold(started)
  const unit = await nextToRecount()
  while (Date.now() - started < WORK_MS) if ((await recountSlice(unit, Date.now())) !== 'more') break
  return { ok: true, data: { folded: true, recounted: unit } }
}
