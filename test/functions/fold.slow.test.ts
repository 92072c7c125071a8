import fc from 'fast-check'
import { database } from '../../cloudfunctions/kernel/cloud'
import { slotOf } from '../../cloudfunctions/kernel/slot'
import { figuresBetween, figuresOn, fold, recountSlice } from '../../cloudfunctions/statistics'
import { addDays, dayOf } from '../../domain/calendar'
import { difference, type Line, linesOf, measureIds } from '../../domain/measures'
import { freshCloud, newId } from './bureau'
import { inProcess } from './in-process'

// Fold, reader and recount over random histories: records are made, served, closed; folds run two at once and are cut
// off in the middle; figures are read in between. Every reading must be what the records say.

// The SDK warns three seconds after a call whose line was cut; that is what these tests do on purpose.
beforeAll(() => jest.spyOn(console, 'warn').mockImplementation(() => {}))
afterAll(() => new Promise(resolve => setTimeout(resolve, 3_100)))

type Step =
  | { do: 'check'; unit: number; findings: number }
  | { do: 'serve'; unit: number; days: number }
  | { do: 'close'; which: number }
  | { do: 'extend'; which: number; days: number }
  | { do: 'pass'; minutes: number }
  | { do: 'fold'; cutAfter: number | undefined; twice: boolean }
  | { do: 'read' }

const unitIds = ['360722', '360723', '360771']
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('check' as const), unit: fc.nat(2), findings: fc.nat(3) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('serve' as const),
      unit: fc.nat(2),
      days: fc.integer({ min: 0, max: 40 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close' as const), which: fc.nat(50) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('extend' as const),
      which: fc.nat(50),
      days: fc.integer({ min: 1, max: 30 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 600, max: 30_000 })),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('fold' as const),
      cutAfter: fc.option(fc.nat(12), { nil: undefined }),
      twice: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const) }) },
)

type Notice = { _id: string; unit: string; deadline: string; servedOn: string; closedOn?: string }

test('reader == records == recount for every reading, whatever crashed or ran twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async steps => {
      const cloud = await freshCloud()
      const line = await inProcess(cloud)
      try {
        await new History(line).run(steps)
      } finally {
        await line.close()
        await cloud.close()
      }
    }),
    { numRuns: Number(process.env.FOLD_RUNS ?? 12), endOnFailure: true },
  )
}, 300_000)

class History {
  private now = Date.parse('2026-03-27T01:00:00Z')
  private readonly lines: Line[] = []
  private readonly notices: Notice[] = []

  constructor(private readonly line: Awaited<ReturnType<typeof inProcess>>) {}

  async run(steps: Step[]): Promise<void> {
    for (const one of steps) await this.take(one)
    await this.expectFigures()
    await fold(this.now)
    await this.expectFigures()
    for (const unit of unitIds) await this.expectRecount(unit)
  }

  private async take(step: Step): Promise<void> {
    const today = dayOf(this.now)
    if (step.do === 'check') {
      const answers = Array.from({ length: step.findings }, (_, i) => ({
        item: `P-0${i + 1}`,
        result: '不符合' as const,
      }))
      const check = {
        _id: newId(),
        unit: unitIds[step.unit] as string,
        finishedAt: this.now - 86_400_000 * (step.findings % 2),
        answers,
      }
      await database.collection('checks').add({ data: check })
      await this.book(check.unit, linesOf.checks(check))
    } else if (step.do === 'serve') {
      const notice = {
        _id: newId(),
        unit: unitIds[step.unit] as string,
        servedOn: today,
        deadline: addDays(today, step.days),
      }
      this.notices.push(notice)
      await database.collection('notices').add({ data: notice })
      await this.book(notice.unit, linesOf.notices(notice))
    } else if (step.do === 'close') await this.change(step.which, { closedOn: today })
    else if (step.do === 'extend') await this.change(step.which, {}, step.days)
    else if (step.do === 'pass') this.now += step.minutes * 60_000
    else if (step.do === 'read') await this.expectFigures()
    else await this.foldBadly(step)
  }

  private async change(which: number, change: Partial<Notice>, extend = 0): Promise<void> {
    const open = this.notices.filter(notice => !notice.closedOn)
    const notice = open[which % Math.max(1, open.length)]
    if (!notice) return
    const after = { ...notice, ...change, deadline: addDays(notice.deadline, extend) }
    const { _id, ...data } = after
    await database.collection('notices').doc(_id).set({ data })
    await this.book(notice.unit, difference(linesOf.notices(notice), linesOf.notices(after)))
    Object.assign(notice, after)
  }

  private async book(unit: string, lines: Line[]): Promise<void> {
    this.lines.push(...lines)
    await database
      .collection('journal')
      .add({ data: { _id: newId(), at: this.now, slot: slotOf(this.now), unit, lines } })
  }

  private async foldBadly(step: { cutAfter: number | undefined; twice: boolean }): Promise<void> {
    if (step.cutAfter !== undefined) this.line.cutAfter(step.cutAfter)
    const folds = [fold(this.now), ...(step.twice ? [fold(this.now)] : [])]
    await Promise.allSettled(folds)
    this.line.mend()
    if (step.cutAfter === undefined) for (const one of folds) await one
  }

  private async expectFigures(): Promise<void> {
    const today = dayOf(this.now)
    for (const asked of [today, addDays(today, 15), addDays(today, 60)]) {
      const figures = await figuresOn(asked, this.now)
      for (const unit of unitIds) {
        const read = Object.fromEntries(measureIds.map(measure => [measure, figures.get(unit)?.[measure]]))
        expect({ unit, asked, ...read }).toEqual({ unit, asked, ...this.expected(unit, asked) })
      }
    }
    for (const [from, to] of [
      [addDays(today, -20), today],
      [addDays(today, -1), addDays(today, -1)],
      ['2026-03-28', '2026-04-15'],
    ] as const) {
      const figures = await figuresBetween(from, to, unitIds, this.now)
      for (const unit of unitIds)
        expect({ unit, from, to, ...this.within(unit, from, to, unit => figures.get(unit)) }).toEqual({
          unit,
          from,
          to,
          ...this.within(unit, from, to),
        })
    }
  }

  // What is booked ahead of its day is no aim of a campaign, and not looked for.
  private within(
    unit: string,
    from: string,
    to: string,
    read?: (unit: string) => Partial<Record<string, number>> | undefined,
  ): Record<string, number> {
    const counted = (measure: string) =>
      this.lines
        .filter(line => line.unit === unit && line.measure === measure && line.day >= from && line.day <= to)
        .reduce((total, line) => total + line.delta, 0)
    return Object.fromEntries(
      measureIds
        .filter(measure => measure !== 'noticesOverdue')
        .map(measure => [measure, read ? (read(unit)?.[measure] ?? 0) : counted(measure)]),
    )
  }

  private expected(unit: string, day: string): Record<string, { value: number; inMonth: number }> {
    const sum = (measure: string, from: string) =>
      this.lines
        .filter(line => line.unit === unit && line.measure === measure && line.day >= from && line.day <= day)
        .reduce((total, line) => total + line.delta, 0)
    return Object.fromEntries(
      measureIds.map(measure => [
        measure,
        { value: sum(measure, ''), inMonth: sum(measure, `${day.slice(0, 7)}-01`) },
      ]),
    )
  }

  private async expectRecount(unit: string): Promise<void> {
    this.now += 2 * 60_000 // nothing is booked while it counts
    for (let slice = 0; slice < 20; slice++) {
      const result = await recountSlice(unit, this.now)
      if (result === 'more') continue
      expect(result).toMatchObject({ state: 'agrees', differences: [] })
      return
    }
    throw new Error('the recount did not come to an end')
  }
}

test('a recount notices a record that was changed past the procedures', async () => {
  const cloud = await freshCloud()
  const line = await inProcess(cloud)
  const now = Date.parse('2026-03-27T01:00:00Z')
  await database
    .collection('checks')
    .add({ data: { _id: newId(), unit: '360722', finishedAt: now, answers: [] } })
  const said = jest.spyOn(console, 'error').mockImplementation(() => {})
  let result: Awaited<ReturnType<typeof recountSlice>> = 'more'
  for (let slice = 0; slice < 10 && result === 'more'; slice++) result = await recountSlice('360722', now)
  expect(result).toMatchObject({
    state: 'differs',
    differences: [{ measure: 'checks', figure: 0, records: 1 }, { measure: 'checks@' }],
  })
  expect(said).toHaveBeenCalled()
  said.mockRestore()
  await line.close()
  await cloud.close()
})
