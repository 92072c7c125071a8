import fc from 'fast-check'
import { addDays, type Day, daysBetween } from '../calendar'
import { naiveStatutory, naiveWorkday } from '../calendar/naive.sample'
import { type ClockOptions, clock, deadlineOf, deadlines } from '.'

const counted = deadlines.filter(({ unit }) => ['wd', 'cd', 'month', 'year'].includes(unit))
const forward = counted.filter(one => !one.back)
const withOut = counted.filter(one => one.notCounted)

const event = fc.integer({ min: 0, max: 4380 }).map(shift => addDays('2018-01-01', shift))
const of = (rows: readonly { id: string }[]) => fc.constantFrom(...rows.map(({ id }) => id))
const rollover = fc.constantFrom<ClockOptions['rollover']>(undefined, 'none', 'statutory', 'dayOff')
const spans = fc.array(fc.tuple(fc.nat(150), fc.nat(40)), { maxLength: 4 })

/** The end, under the rule set to which the row belongs; undefined where the rules refuse. */
function endOf(id: string, from: Day, options: ClockOptions = {}): Day | undefined {
  const { to } = deadlineOf(id) ?? {}
  const answer = clock(id, from, to && from > to ? { ...options, received: to } : options)
  return answer.ok ? answer.day : undefined
}
const out = (from: Day, all: [number, number][]) =>
  all.map(([start, length]) => ({ from: addDays(from, start), to: addDays(from, start + length) }))

test('an event a day later never ends earlier', () => {
  fc.assert(
    fc.property(of(counted), event, rollover, (id, from, setting) => {
      const options = setting ? { rollover: setting } : {}
      const [first, second] = [endOf(id, from, options), endOf(id, addDays(from, 1), options)]
      if (first && second) expect(second >= first).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a period ends after its event, one counted back before it', () => {
  fc.assert(
    fc.property(of(counted), event, rollover, (id, from, setting) => {
      const end = endOf(id, from, setting ? { rollover: setting } : {})
      if (end) expect(end > from).toBe(!deadlineOf(id)?.back)
    }),
    { numRuns: 1000 },
  )
})

test('among rows of one kind a longer period never ends earlier', () => {
  fc.assert(
    fc.property(of(forward), of(forward), event, (one, other, from) => {
      const [short, long] = [deadlineOf(one), deadlineOf(other)]
      if (!short || !long || short.unit !== long.unit || short.amount > long.amount) return
      const [first, second] = [
        endOf(one, from, { rollover: 'none' }),
        endOf(other, from, { rollover: 'none' }),
      ]
      if (first && second) expect(second >= first).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('an extension never ends earlier, and always later where working days are counted', () => {
  const extendable = counted.filter(one => one.extension?.amount)
  fc.assert(
    fc.property(of(extendable), event, rollover, (id, from, setting) => {
      const options = setting ? { rollover: setting } : {}
      const [plain, longer] = [endOf(id, from, options), endOf(id, from, { ...options, extended: true })]
      if (plain && longer) expect(longer > plain).toBe(true)
    }),
  )
})

test('leaving out time never ends earlier, and leaving out more never earlier than less', () => {
  fc.assert(
    fc.property(of(withOut), event, spans, rollover, (id, from, all, setting) => {
      const options = setting ? { rollover: setting } : {}
      const ends = [0, 1, 2, 3, 4].map(n =>
        endOf(id, from, { ...options, notCounted: out(from, all.slice(0, n)) }),
      )
      if (ends.includes(undefined)) return
      for (let n = 1; n < ends.length; n++) expect((ends[n] as Day) >= (ends[n - 1] as Day)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('the order of what is left out, and saying it twice, change nothing', () => {
  fc.assert(
    fc.property(of(withOut), event, spans, (id, from, all) => {
      const once = out(from, all)
      const end = endOf(id, from, { notCounted: once })
      expect(endOf(id, from, { notCounted: [...once].reverse().concat(once) })).toBe(end)
    }),
    { numRuns: 500 },
  )
})

test('what is left out of calendar days is added day for day', () => {
  const days = withOut.filter(one => one.unit === 'cd' && !one.from)
  fc.assert(
    fc.property(of(days), event, fc.integer({ min: 1, max: 25 }), fc.nat(40), (id, from, start, length) => {
      const notCounted = [{ from: addDays(from, start), to: addDays(from, start + length) }]
      const [plain, longer] = [
        endOf(id, from, { rollover: 'none' }),
        endOf(id, from, { rollover: 'none', notCounted }),
      ]
      expect(daysBetween(plain as Day, longer as Day)).toBe(length + 1)
    }),
  )
})

test('no period ends on a day its rule forbids', () => {
  const published = fc.integer({ min: 0, max: 1800 }).map(shift => addDays('2021-03-01', shift))
  fc.assert(
    fc.property(of(counted), published, rollover, (id, from, setting) => {
      const end = endOf(id, from, setting ? { rollover: setting } : {})
      if (!end || end < '2021-01-01' || end > '2026-12-31') return
      const rule = setting ?? deadlineOf(id)?.rollover
      if (deadlineOf(id)?.unit === 'wd' || rule === 'dayOff') expect(naiveWorkday(end)).toBe(true)
      if (rule === 'statutory') expect(naiveStatutory(end)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('whatever is typed, the answer is a day or a sentence', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('2026-03-02', '2026-02-30', '2050-12-31'),
  )
  const ids = fc.oneof(fc.string(), of(deadlines))
  fc.assert(
    fc.property(ids, text, text, text, fc.boolean(), (id, from, first, last, extended) => {
      const answer = clock(id, from, {
        extended,
        time: first,
        received: last,
        ...(extended ? {} : { notCounted: [{ from: first, to: last, why: first }] }),
      })
      if (answer.ok) expect(answer.day).toMatch(/^20\d\d-\d\d-\d\d$/)
      else
        expect(answer.trouble).toEqual({
          code: expect.stringMatching(/^clock\.\w+$/),
          message: expect.stringMatching(/。$/),
        })
    }),
    { numRuns: 1000 },
  )
})
