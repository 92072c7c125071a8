import fc from 'fast-check'
import { addDays, dayOf, startOf } from './calendar'
import {
  mergedWarning,
  momentAfter,
  type Running,
  spokenWarning,
  type WarningId,
  warnings,
  warningsDue,
} from './warning'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const days = (total: number): Running => ({
  from: at('2026-03-02T10:00'),
  due: addDays('2026-03-02', total),
  pauses: [],
})
const moment = (term: Running, id: WarningId) => momentAfter({ ...term, told: [] }, id)

test('fifteen days warn on the 8th, the 12th and the last day at eight, then 1, 3, 7 and 15 days after', () => {
  const term = days(15)
  const told = (id: WarningId) => dayOf(moment(term, id) as number)
  expect(warnings.map(({ id }) => told(id).slice(5))).toEqual([
    '03-10',
    '03-14',
    '03-17',
    '03-18',
    '03-20',
    '03-24',
    '04-01',
  ])
  expect(moment(term, 'last')).toBe(at('2026-03-17T08:00'))
})

test('a term in hours warns by its hours and has no last day', () => {
  const term: Running = {
    from: at('2026-03-02T10:00'),
    due: '2026-03-02',
    dueAt: at('2026-03-02T12:00'),
    pauses: [],
  }
  expect(moment(term, 'half')).toBe(at('2026-03-02T11:00'))
  expect(moment(term, 'last')).toBeUndefined()
  expect(moment(term, 'late')).toBe(at('2026-03-02T12:00'))
  expect(moment(term, 'late15')).toBe(at('2026-03-02T16:00'))
  expect(spokenWarning(term, at('2026-03-02T11:00'))).toBe('还剩1小时')
  expect(spokenWarning(term, at('2026-03-02T14:05'))).toBe('已超时2小时5分钟')
})

test('days that are not counted are in no half', () => {
  const term: Running = { ...days(20), pauses: [{ from: '2026-03-03', to: '2026-03-12' }] }
  expect(dayOf(moment(term, 'half') as number)).toBe('2026-03-17')
})

test('missed ones become one warning, the strongest, to everybody any of them was for', () => {
  const term = days(15)
  const due = warningsDue(term, ['half'], at('2026-03-21T09:00'))
  expect(due).toEqual(['near', 'last', 'late', 'late3'])
  expect(mergedWarning(due)).toEqual({ id: 'late3', to: ['owner', 'leader', 'deputy'] })
  expect(mergedWarning([])).toBeUndefined()
  expect(spokenWarning(term, at('2026-03-21T09:00'))).toBe('已超期4天')
})

describe('ticks that come late, twice, or not for a day', () => {
  const HOUR = 3_600_000
  // A tick every so many hours, some of them doubled, some gaps of days.
  const gaps = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 20 }) },
      { weight: 1, arbitrary: fc.integer({ min: 24, max: 24 * 20 }) },
    ),
    { minLength: 5, maxLength: 120 },
  )
  const term = fc.oneof(
    fc.integer({ min: 0, max: 60 }).map(days),
    fc.integer({ min: 1, max: 72 }).map(
      (hours): Running => ({
        from: at('2026-03-02T10:00'),
        due: dayOf(at('2026-03-02T10:00') + hours * HOUR),
        dueAt: at('2026-03-02T10:00') + hours * HOUR,
        pauses: [],
      }),
    ),
  )

  test('each warning is told once, after its moment and by the first tick that comes; nobody twice in a tick', () => {
    fc.assert(
      fc.property(term, gaps, (running, waits) => {
        let now = running.from
        const told: WarningId[] = []
        const coveredAt = new Map<WarningId, number>()
        const sent: { id: WarningId; to: string; at: number }[] = []
        const ticks: number[] = []
        for (const wait of waits) {
          now += wait * HOUR
          ticks.push(now)
          const due = warningsDue(running, told, now)
          const merged = mergedWarning(due)
          if (!merged) continue
          for (const id of due) {
            expect(coveredAt.has(id)).toBe(false)
            coveredAt.set(id, now)
          }
          for (const to of merged.to) sent.push({ id: merged.id, to, at: now })
          told.push(...due)
        }
        // None lost: whatever has come was told at the first tick after it, to everybody it was for.
        for (const warning of warnings) {
          const came = moment(running, warning.id)
          const first = came === undefined ? undefined : ticks.find(tick => tick >= came)
          expect(coveredAt.get(warning.id)).toBe(first)
          if (first === undefined) continue
          for (const to of warning.to) {
            const strength = (id: WarningId) => warnings.findIndex(one => one.id === id)
            expect(
              sent.some(one => one.to === to && one.at === first && strength(one.id) >= strength(warning.id)),
            ).toBe(true)
          }
        }
        // None twice.
        const keys = sent.map(({ id, to }) => `${id}.${to}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 500 },
    )
  })

  test('the moment the clock looks next is the moment at which something is due, not before', () => {
    fc.assert(
      fc.property(term, fc.subarray(warnings.map(({ id }) => id)), (running, told) => {
        const next = momentAfter({ ...running, told })
        if (next === undefined) {
          expect(warningsDue(running, told, startOf('2099-01-01'))).toEqual([])
          return
        }
        expect(warningsDue(running, told, next).length).toBeGreaterThan(0)
        expect(warningsDue(running, told, next - 1)).toEqual([])
      }),
    )
  })
})
