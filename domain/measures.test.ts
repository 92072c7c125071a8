import fc from 'fast-check'
import { addDays, type Day } from './calendar'
import { coverageOf, difference, type Line, linesOf, measureIds, measures, medianOf } from './measures'

const unit = '360722'
const stock = (lines: Line[], measure: string, day: Day) =>
  lines.filter(line => line.measure === measure && line.day <= day).reduce((sum, line) => sum + line.delta, 0)

const day = fc.integer({ min: 0, max: 400 }).map(count => addDays('2026-01-01', count))

test('ids can be members of a document: no full stop, no dollar', () => {
  for (const id of measureIds) expect(id).toMatch(/^[A-Za-z]+$/)
  for (const id of measureIds) expect(measures[id].definition.length).toBeGreaterThan(5)
})

test('a notice is overdue from the day after its deadline until it is closed, on every day, without a write that day', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 90 }),
      fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
      day,
      (servedOn, allowed, closedAfter, asked) => {
        const deadline = addDays(servedOn, allowed)
        const closedOn = closedAfter === undefined ? undefined : addDays(servedOn, closedAfter)
        const lines = linesOf.notices({ unit, deadline, servedOn, closedOn })
        const open = asked >= servedOn && (closedOn === undefined || asked < closedOn)
        expect(stock(lines, 'noticesOpen', asked)).toBe(open ? 1 : 0)
        expect(stock(lines, 'noticesOverdue', asked)).toBe(open && asked > deadline ? 1 : 0)
        expect(stock(lines, 'noticesClosed', '2099-01-01')).toBe(closedOn ? 1 : 0)
      },
    ),
  )
})

test('a paper that has not been served counts nowhere', () => {
  expect(linesOf.notices({ unit, deadline: '2026-07-28' })).toEqual([])
})

test('before plus difference is after, whatever the records', () => {
  const line = fc.record({
    unit: fc.constantFrom('360722', '360723'),
    day,
    measure: fc.constantFrom(...measureIds),
    delta: fc.integer({ min: -3, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (before, after) => {
      expect(difference([...before, ...difference(before, after)], after)).toEqual([])
    }),
  )
})

test('nothing changed, nothing posted', () => {
  const notice = { unit, deadline: '2026-07-28', servedOn: '2026-07-01' }
  expect(difference(linesOf.notices(notice), linesOf.notices({ ...notice }))).toEqual([])
})

test('an enterprise is 已排查 from its first check on, however many follow', () => {
  const enterprise = { unit: '360722', enrolledOn: '2026-07-01' }
  const measured = linesOf.enterprises({ ...enterprise, coveredOn: '2026-07-03' })
  expect(difference(linesOf.enterprises(enterprise), measured)).toEqual([
    { unit: '360722', day: '2026-07-03', measure: 'covered', delta: 1 },
  ])
  expect(difference(measured, measured)).toEqual([])
})

test('排查率 is 100 only when everyone has been looked at; of an empty register there is none', () => {
  expect(coverageOf(7, 7)).toBe(100)
  expect(coverageOf(199, 200)).toBe(99)
  expect(coverageOf(0, 3)).toBe(0)
  expect(coverageOf(0, 0)).toBeUndefined()
})

test('the median is a value that really occurs', () => {
  expect(medianOf([])).toBeUndefined()
  expect(medianOf([87])).toBe(87)
  expect(medianOf([3, 1, 2])).toBe(2)
  expect(medianOf([4, 1, 3, 2])).toBe(2)
})
