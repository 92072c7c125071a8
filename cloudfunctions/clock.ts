import { problems } from '../domain/problems'
import { calledByTimer } from './kernel/identity'
import { fold, nextToRecount, recountSlice } from './statistics'

// The function has 60 s; what is not done then waits for the next tick.
const WORK_MS = 20_000

/**
 * The one timer's rounds. It is known by its trigger context, never by the event: anyone can call a function and
 * pretend. A tick may come late, twice, or not at all.
 */
export async function main(): Promise<unknown> {
  if (!calledByTimer())
    return { ok: false, problem: { code: 'verb.denied', message: problems['verb.denied'] } }
  const started = Date.now()
  await fold(started)
  const unit = await nextToRecount()
  while (Date.now() - started < WORK_MS) if (await recountSlice(unit, Date.now())) break
  return { ok: true, data: { folded: true, recounted: unit } }
}
