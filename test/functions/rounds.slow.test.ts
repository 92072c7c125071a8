import fc from 'fast-check'
import { deliver } from '../../cloudfunctions/message'
import { rounds } from '../../cloudfunctions/term'
import { addDays, startOf } from '../../domain/calendar'
import type { Message } from '../../domain/message'
import type { Term } from '../../domain/term'
import { momentAfter, type WarningId, warnings } from '../../domain/warning'
import { type Bureau, freshCloud, openBureau } from './bureau'
import { inProcess } from './in-process'
import { put, termFor } from './terms'

// Rounds over random ticks: late, doubled, missing, and cut off between two calls. Whatever happened, each warning whose
// moment has come is told once, to everybody it is for, and nothing is told that is not in the terms' own account.

beforeAll(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => {})
  jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => new Promise(resolve => setTimeout(resolve, 3_100)))

const START = startOf('2026-03-02') + 10 * 3_600_000
const HOUR = 3_600_000
// What a killed round held is free again after 30 s, long before the next tick; here sooner, since ticks follow at once.
const ABANDONED = 500

type Tick = { wait: number; twice: boolean; cutAfter: number | undefined }
const tick: fc.Arbitrary<Tick> = fc.record({
  wait: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) },
    { weight: 1, arbitrary: fc.integer({ min: 30, max: 24 * 12 }) },
  ),
  twice: fc.boolean(),
  cutAfter: fc.option(fc.nat(25), { nil: undefined, freq: 2 }),
})

test('no warning lost, none told twice, whatever the ticks did', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 5 }),
      fc.array(tick, { minLength: 3, maxLength: 14 }),
      async (lengths, ticks) => {
        const cloud = await freshCloud({ transactionLimit: ABANDONED, log: () => {} })
        const bureau = await openBureau(cloud, undefined, START)
        for (const days of lengths)
          await put(cloud, 'terms', termFor(bureau.officerPost, bureau.unit, START, { days }))
        const line = await inProcess(cloud)
        try {
          let now = START
          for (const { wait, twice, cutAfter } of ticks) {
            now += wait * HOUR
            if (cutAfter !== undefined) line.cutAfter(cutAfter)
            const work = [round(now), ...(twice ? [round(now)] : [])]
            await Promise.allSettled(work)
            line.mend()
            if (cutAfter !== undefined) await new Promise(resolve => setTimeout(resolve, ABANDONED + 50))
          }
          await round(now)
          await expectTold(cloud, bureau, now)
        } finally {
          await line.close()
          await cloud.close()
        }
      },
    ),
    { numRuns: Number(process.env.ROUND_RUNS ?? 12), endOnFailure: true },
  )
}, 300_000)

const round = async (now: number) => {
  await rounds(now, Date.now() + 20_000)
  await deliver(now, Date.now() + 20_000)
}

async function expectTold(
  cloud: Awaited<ReturnType<typeof freshCloud>>,
  bureau: Bureau,
  now: number,
): Promise<void> {
  const all = (await cloud.documents('messages')) as unknown as Message[]
  const strength = (id: WarningId) => warnings.findIndex(warning => warning.id === id)
  const posts = {
    owner: bureau.officerPost,
    leader: bureau.leaderPost,
    deputy: bureau.deputyPost,
    head: bureau.headPost,
  }
  for (const term of (await cloud.documents('terms')) as unknown as Term[]) {
    const come = warnings.filter(({ id }) => (momentAfter(term, id) ?? now + 1) <= now)
    expect([...term.told].sort()).toEqual(come.map(({ id }) => id).sort())
    const mine = all.filter(({ _id }) => _id.startsWith(`${term._id}.`))
    const idOf = (message: Message) => message._id.split('.')[2]?.replace(/\d$/, '') as WarningId
    for (const message of mine)
      expect(message.at).toBeGreaterThanOrEqual(momentAfter(term, idOf(message)) as number)
    for (const warning of come)
      for (const rung of warning.to) {
        // Nobody holds a post of the city's section here.
        if (rung === 'chief') continue
        const covering = mine.filter(
          message => message.to === posts[rung] && strength(idOf(message)) >= strength(warning.id),
        )
        expect({ warning: warning.id, rung, told: covering.length > 0 }).toEqual({
          warning: warning.id,
          rung,
          told: true,
        })
      }
    // Each thing once: as many messages to the owner as there were merged warnings, never two of one kind.
    expect(new Set(mine.map(({ _id }) => _id)).size).toBe(mine.length)
    const toOwner = mine.filter(({ to }) => to === bureau.officerPost).map(idOf)
    expect(new Set(toOwner).size).toBe(toOwner.length)
    expect(toOwner.length).toBeLessThanOrEqual(come.length)
    expect(term.due).toBe(addDays(term.first, 0))
  }
}
