import { problems } from '../domain/problems'
import { calledByTimer } from './kernel/identity'
import { deliver } from './message'
import { fold, foldedThrough, nextToRecount, recountSlice } from './statistics'
import { rounds } from './term'

// The function has 60 s; what is not done then waits for the next tick. People are told before figures are recounted.
const WARN_MS = 20_000
const SEND_MS = 30_000
const WORK_MS = 40_000
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
  const [folded, warned, sent] = [
    await attempt('figures', () => figures(started)),
    await attempt('terms', () => rounds(started, started + WARN_MS)),
    await attempt('deliveries', () => deliver(started, started + SEND_MS)),
  ]
  const recounted = await attempt('recount', () => recount(started))
  return { ok: true, data: { folded, warned, sent, recounted } }
}

// What fails must not keep the rest from its work: a figure that cannot be folded is no reason to let a day pass.
async function attempt<T>(what: string, work: () => Promise<T>): Promise<T | 'failed'> {
  try {
    return await work()
  } catch (error) {
    console.error('ALARM', what, error)
    return 'failed'
  }
}

async function figures(started: number): Promise<true> {
  const through = await foldedThrough()
  if (through !== undefined && started - through > LATE_MS)
    console.error('ALARM figures were folded last', new Date(through).toISOString())
  await fold(started)
  return true
}

async function recount(started: number): Promise<string> {
  const unit = await nextToRecount()
  while (Date.now() - started < WORK_MS) if ((await recountSlice(unit, Date.now())) !== 'more') break
  return unit
}
