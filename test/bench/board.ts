import { database } from '../../cloudfunctions/kernel/cloud'
import { slotOf } from '../../cloudfunctions/kernel/slot'
import { fold } from '../../cloudfunctions/statistics'
import { chanceFrom } from '../../demo/chance'
import { addDays, dayOf } from '../../domain/calendar'
import { linesOf } from '../../domain/measures'
import { units } from '../../domain/organisation'
import { admitChief, freshCloud, openBureau } from '../functions/bureau'
import { inProcess } from '../functions/in-process'
import { quantile, type Result, timed } from './say'

const DAY = 86_400_000

/** How long the board of twenty units takes over a journal of 1 000 and of 20 000 entries, folded up to now. */
export async function board(say: (result: Result) => void): Promise<void> {
  const small = await boardOver(1_000)
  const large = await boardOver(20_000)
  say({ name: 'board.ms.1k', value: small, unit: 'ms', context: 'median of 30, twenty units, 1 000 entries' })
  say({
    name: 'board.ms.20k',
    value: large,
    unit: 'ms',
    context: 'median of 30, twenty units, 20 000 entries',
  })
  say({ name: 'board.growth.20k', value: large / small, unit: 'times', context: 'goal at most 1.2' })
}

async function boardOver(entries: number): Promise<number> {
  const cloud = await freshCloud()
  const line = await inProcess(cloud)
  const now = Date.now()
  await fillJournal(entries, now)
  await fold(now)
  await openBureau(cloud)
  const chief = await admitChief(cloud)
  for (let warm = 0; warm < 5; warm++) await chief.read('statistics.board', {})
  const times = await timed(30, () => chief.read('statistics.board', {}))
  await line.close()
  await cloud.close()
  return quantile(times, 0.5)
}

// Entries as a hundred days of work would leave them: half checks, half notices, each with its lines.
async function fillJournal(entries: number, now: number): Promise<void> {
  const chance = chanceFrom(entries)
  let batch: object[] = []
  for (let i = 0; i < entries; i++) {
    const at = now - 100 * DAY + Math.floor((i / entries) * 100 * DAY) - 3_600_000
    const unit = chance.one(units).id
    const servedOn = dayOf(at)
    const lines = chance.happens(0.5)
      ? linesOf.checks({ unit, finishedAt: at, answers: [{ item: 'P-01', result: '不符合' }] })
      : linesOf.notices({ unit, servedOn, deadline: addDays(servedOn, chance.between(7, 60)) })
    batch.push({ _id: chance.hex(), at, slot: slotOf(at), unit, who: 'bench', record: `bench/${i}`, lines })
    if (batch.length === 500 || i === entries - 1) {
      await database.collection('journal').add({ data: batch })
      batch = []
    }
  }
}
