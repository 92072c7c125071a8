import { getDayDetail, getSolarDateFromLunar, getSolarTermDate } from 'chinese-days'
import fc from 'fast-check'
import { daysOffFromLibrary } from '../../scripts/lib/days-off'
import daysOff from '../data/days-off.json'
import { addDays, type Day } from '.'
import {
  naiveMakeUp,
  naiveOff,
  naiveStatutory,
  naiveWeekend,
  naiveWorkday,
  naiveWorkdaysAfter,
  naiveYears,
} from './naive.sample'
import {
  addWorkdays,
  isPublished,
  isWorkday,
  kindOf,
  publishedYears,
  unpublishedBetween,
} from './working-days'

const daysOf = (from: Day, to: Day): Day[] => {
  const all: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day)
  return all
}
const published = daysOf('2021-01-01', '2026-12-31')

test('the published years are those the notices of the State Council were compared for', () => {
  expect(publishedYears).toEqual(naiveYears)
  expect([isPublished(2020), isPublished(2021), isPublished(2026), isPublished(2027)]).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('the table of days off is what the calendar library publishes; npm run days-off writes it anew', () => {
  expect(daysOff).toEqual(daysOffFromLibrary())
})

test('every day of every published year is what the calendar library says of it', () => {
  for (const day of published) {
    const { work, name } = getDayDetail(day)
    expect([day, isWorkday(day)]).toEqual([day, work])
    const named = kindOf(day).name
    if (named) expect(name).toContain(named)
  }
})

test('every day of every published year is what the notice of that year prints', () => {
  expect(published).toHaveLength(2191)
  for (const day of published) {
    const kind = naiveMakeUp(day)
      ? 'make-up'
      : naiveOff(day)
        ? 'holiday'
        : naiveWeekend(day)
          ? 'weekend'
          : 'workday'
    const read = kindOf(day)
    expect([day, read.kind, read.statutory, read.provisional]).toEqual([
      day,
      kind,
      naiveStatutory(day),
      false,
    ])
    expect(isWorkday(day)).toBe(naiveWorkday(day))
    expect(read.name !== undefined).toBe(kind === 'holiday' || kind === 'make-up')
  }
})

test('every published day agrees with the whole calendar library, names too', () => {
  for (const day of published) {
    const detail = getDayDetail(day)
    expect([day, isWorkday(day)]).toEqual([day, detail.work])
    if (detail.name.includes(',')) expect(kindOf(day).name).toBe(detail.name.split(',')[1])
  }
})

test('for every published day and 1 to 60 working days, a count day by day comes to the same end', () => {
  let compared = 0
  published.forEach((day, at) => {
    naiveWorkdaysAfter(published, at, 60).forEach((expected, i) => {
      const { day: end, provisional } = addWorkdays(day, i + 1)
      if (end !== expected || provisional) throw new Error(`${day} + ${i + 1}: ${end}, ${expected}`)
      compared++
    })
  })
  expect(compared).toBeGreaterThan(125_000)
})

test.each([
  ['2026-02-13', 1, '2026-02-14', 'make-up Saturday before Spring Festival'],
  ['2026-02-14', 1, '2026-02-24', 'over Spring Festival'],
  ['2026-02-27', 1, '2026-02-28', 'make-up Saturday after it'],
  ['2026-09-30', 1, '2026-10-08', 'over National Day'],
  ['2025-09-27', 1, '2025-09-28', 'make-up Sunday'],
  ['2026-10-08', -1, '2026-09-30', 'backwards over National Day'],
  ['2026-10-12', -2, '2026-10-09', 'backwards over a make-up Saturday'],
  ['2026-10-08', 0, '2026-10-08', 'no day'],
  ['2026-10-03', 0, '2026-10-03', 'no day from a holiday'],
])('%s and %i working days is %s (%s)', (day, count, expected) =>
  expect(addWorkdays(day, count)).toEqual({ day: expected, provisional: false }),
)

test('counting forward and back from a working day undo each other', () => {
  const workdays = published.filter(day => isWorkday(day))
  fc.assert(
    fc.property(fc.constantFrom(...workdays), fc.integer({ min: 1, max: 400 }), (day, count) => {
      expect(addWorkdays(addWorkdays(day, count).day, -count).day).toBe(day)
    }),
  )
})

test('a year that is not published gives a provisional answer: weekdays without the statutory holidays', () => {
  expect(kindOf('2027-01-04')).toEqual({ kind: 'workday', statutory: false, provisional: true })
  expect(kindOf('2027-02-06')).toEqual({ kind: 'holiday', name: '春节', statutory: true, provisional: true })
  expect(kindOf('2027-02-09').kind).toBe('workday')
  expect(kindOf('2020-12-31')).toMatchObject({ kind: 'workday', provisional: true })
  expect(addWorkdays('2026-12-31', 1)).toEqual({ day: '2027-01-04', provisional: true })
  expect(addWorkdays('2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false })
  expect(addWorkdays('2021-01-04', -1)).toEqual({ day: '2020-12-31', provisional: true })
  expect(addWorkdays('2020-12-31', 1)).toEqual({ day: '2021-01-04', provisional: false })
  expect(addWorkdays('2027-05-05', 0).provisional).toBe(false)
  expect(unpublishedBetween(0, 0)).toEqual([1970])
})

test('days outside the range are weekdays only and provisional; what is no day is never a working day', () => {
  expect(kindOf('2100-10-01')).toEqual({ kind: 'workday', statutory: false, provisional: true })
  expect(kindOf('1900-01-01')).toMatchObject({ kind: 'workday', provisional: true })
  for (const text of ['2026-02-30', '', '😀', '昨天']) {
    expect(isWorkday(text)).toBe(false)
    expect(kindOf(text).provisional).toBe(true)
    expect(addWorkdays(text, 5)).toEqual({ day: text, provisional: true })
  }
  for (const count of [1e9, Number.NaN, Number.POSITIVE_INFINITY])
    expect(addWorkdays('2026-01-05', count)).toEqual({ day: '2026-01-05', provisional: true })
})

describe('全国年节及纪念日放假办法: the statutory days', () => {
  // The library's own lunar calendar and solar terms; the law's count of days a festival has.
  const expectedOf = (year: number): Day[] => {
    const first = getSolarDateFromLunar(`${year}-01-01`).date
    const revised = year >= 2025
    const moving = [
      ...(revised ? [addDays(first, -1)] : []),
      ...[0, 1, 2].map(shift => addDays(first, shift)),
      getSolarTermDate(year, 4, 'pure_brightness'),
      getSolarDateFromLunar(`${year}-05-05`).date,
      getSolarDateFromLunar(`${year}-08-15`).date,
    ]
    const fixed = ['01-01', '05-01', ...(revised ? ['05-02'] : []), '10-01', '10-02', '10-03']
    return [...new Set([...moving, ...fixed.map(day => `${year}-${day}`)])].sort()
  }

  test.each(Array.from({ length: 36 }, (_, i) => 2015 + i))('of %i', year => {
    const found = daysOf(`${year}-01-01`, `${year}-12-31`).filter(day => kindOf(day).statutory)
    expect(found).toEqual(expectedOf(year))
  })

  test('agree with a second lunar calendar, but for two new moons within minutes of midnight', () => {
    // ICU's older tables put the new moons of 2027-02-06 (23:56) and 2030-02-03 (00:07) on the wrong day.
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    })
    const say = (day: Day) => lunar.format(new Date(`${day}T00:00:00Z`))
    for (let year = 2015; year <= 2050; year++) {
      const named = (name: string) =>
        daysOf(`${year}-01-01`, `${year}-12-31`).filter(
          day => kindOf(day).statutory && kindOf(day).name === name,
        )
      const newYear = named('春节')[year >= 2025 ? 1 : 0] as Day
      if (year !== 2027 && year !== 2030) expect([year, say(newYear)]).toEqual([year, '1/1'])
      expect([year, ...named('端午').map(say)]).toEqual([year, '5/5'])
      expect([year, ...named('中秋').map(say)]).toEqual([year, '8/15'])
    }
  })

  test('a shifted day off is a holiday and not statutory', () => {
    expect(kindOf('2026-10-06')).toEqual({
      kind: 'holiday',
      name: '国庆节',
      statutory: false,
      provisional: false,
    })
    expect(kindOf('2024-05-02').statutory).toBe(false)
    expect(kindOf('2025-05-02').statutory).toBe(true)
  })
})
