import { addDays, type Day } from '../calendar'
import { naiveStatutory, naiveWeekend, naiveWorkday } from '../calendar/naive.sample'
import { type ClockAnswer, type ClockOptions, clock, complaintClocks, deadlineOf, deadlines, isLate } from '.'
import vectors from './vectors.sample.json'

type Vector = [id: string, event: Day, amount: number, unit: string, ...ends: Day[]]
const all = vectors.rows as Vector[]

const good = (answer: ClockAnswer): ClockAnswer & { ok: true } => {
  if (!answer.ok) throw new Error(answer.trouble.message)
  return answer
}
const trouble = (answer: ClockAnswer) => {
  if (answer.ok) throw new Error(`an answer: ${answer.day}`)
  return answer.trouble
}
const dayOf = (id: string, event: Day, options?: ClockOptions): Day => good(clock(id, event, options)).day

describe('worked dates', () => {
  const working = all.filter(([, , , unit]) => unit === 'wd')
  test.each(working)('%s from %s: %i working days', (id, event, amount, _unit, end) => {
    const extended = amount !== deadlineOf(id)?.amount
    expect(good(clock(id, event, { extended }))).toMatchObject({ day: end, raw: end, provisional: false })
  })

  const calendar = all.filter(([, , , unit]) => unit === 'cd')
  test.each(calendar)(
    '%s from %s: %i days, by each setting of CR-6',
    (id, event, _amount, _unit, ...ends) => {
      const settings = ['none', 'statutory', 'dayOff'] as const
      expect(settings.map(rollover => dayOf(id, event, { rollover }))).toEqual(ends)
      const own = deadlineOf(id)?.rollover as 'none' | 'statutory' | 'dayOff'
      const answer = good(clock(id, event))
      expect([answer.day, answer.raw]).toEqual([ends[settings.indexOf(own)], ends[0]])
      // The other date is told exactly where there is another.
      const told = answer.doubts.some(words => words.includes(own === 'none' ? '不上班' : '不同理解'))
      expect(told).toBe(own === 'none' ? ends[0] !== ends[2] : ends[1] !== ends[2])
    },
  )

  test('all of them were compared', () => expect([working.length, calendar.length]).toEqual([14, 10]))
})

// Every row counted again day by day from the notices, on days that reach every holiday of two years.
const events: Day[] = []
for (let day = '2024-12-20'; day < '2026-04-30'; day = addDays(day, 1)) events.push(day)

function naiveEnd(id: string, event: Day): Day | undefined {
  const one = deadlineOf(id)
  if (!one) throw new Error(id)
  const step = one.back ? -1 : 1
  let end = event
  if (one.unit === 'wd' || one.unit === 'cd')
    // Seven days before: the day of the notice is not one of them.
    for (let left = one.amount + (one.back ? 1 : 0); left > 0; ) {
      end = addDays(end, step)
      if (one.unit === 'cd' || naiveWorkday(end)) left--
    }
  else {
    const months = step * one.amount * (one.unit === 'year' ? 12 : 1)
    const first = new Date(`${event.slice(0, 7)}-01T00:00:00Z`)
    first.setUTCMonth(first.getUTCMonth() + months + 1, 0)
    end = first.toISOString().slice(0, 10)
    if (event.slice(8) < end.slice(8)) end = `${end.slice(0, 8)}${event.slice(8)}`
  }
  const stays = (day: Day) =>
    one.rollover === 'none' || !(one.rollover === 'statutory' ? naiveStatutory(day) : !naiveWorkday(day))
  while (!stays(end)) end = addDays(end, 1)
  return end < '2027-01-01' && end >= '2021-01-01' ? end : undefined
}

describe('just below, at and just above the end', () => {
  const counted = deadlines.filter(({ unit }) => ['wd', 'cd', 'month', 'year'].includes(unit))
  test.each(counted.map(({ id, article }) => [id, article]))('%s (%s)', id => {
    let compared = 0
    for (const event of events) {
      const received = deadlineOf(id)?.from ? (deadlineOf(id)?.to ? '2024-12-20' : undefined) : undefined
      const answer = clock(id, event, received ? { received } : {})
      if (
        deadlineOf(id)?.from === '2026-04-15' &&
        deadlineOf(id)?.eventIs !== 'older' &&
        event < '2026-04-15'
      ) {
        expect(trouble(answer).code).toBe('clock.notInForce')
        continue
      }
      const end = naiveEnd(id, event)
      if (!end) continue
      const { day } = good(answer)
      if (day !== end) throw new Error(`${id} ${event}: ${day}, counted ${end}`)
      expect([
        isLate({ day }, addDays(end, -1)),
        isLate({ day }, end),
        isLate({ day }, addDays(end, 1)),
      ]).toEqual([false, false, true])
      compared++
    }
    const far = ['PUB-END', 'L-VALID', 'L-BAN', 'C-LIMIT', 'P-LIMIT-2Y', 'SP-KEEP'].includes(id)
    // The far ones have worked dates below.
    if (!far) expect(compared).toBeGreaterThan(10)
  })

  test.each([
    ['PUB-END', '2023-06-30', '2026-06-30'],
    ['L-VALID', '2021-02-28', '2026-02-28'],
    ['L-BAN', '2023-10-01', '2026-10-01'],
    ['P-LIMIT-2Y', '2024-02-29', '2026-02-28'],
    ['SP-KEEP', '2024-05-05', '2026-05-05'],
    // C-LIMIT is the right of a citizen: the end on a holiday rolls.
    ['C-LIMIT', '2023-10-01', '2026-10-08'],
  ])('%s from %s ends on %s, in years', (id, event, end) => expect(dayOf(id, event)).toBe(end))

  test.each(['P-EVID-24H', 'T-HANDOVER', 'T-FORWARD'])('%s: 24 hours to the minute', id => {
    const answer = good(clock(id, '2026-09-30', { time: '10:30' }))
    expect([answer.day, answer.time]).toEqual(['2026-10-01', '10:30'])
    expect(isLate(answer, '2026-10-01', '10:29')).toBe(false)
    expect(isLate(answer, '2026-10-01', '10:30')).toBe(false)
    expect(isLate(answer, '2026-10-01', '10:31')).toBe(true)
    expect(isLate(answer, '2026-09-30', '23:59')).toBe(false)
    expect(isLate(answer, '2026-10-02', '00:00')).toBe(true)
  })
})

describe('投诉举报处理办法 (order 121) holds from 2026-04-15, by the day of receipt', () => {
  test('14 April: the old rules; 15 April: the new', () => {
    const old = complaintClocks('2026-04-14')
    const now = complaintClocks('2026-04-15')
    expect(old).toMatchObject({
      ruleSet: 'order20',
      accept: 'CO-ACCEPT',
      mediate: 'CO-MEDIATE',
      tellReporter: 'R-TELL-OLD',
    })
    expect(now).toMatchObject({
      ruleSet: 'order121',
      accept: 'C-ACCEPT',
      mediate: 'C-MEDIATE',
      tell: 'C-TERM-TELL',
    })
    expect(now.tellReporter).toBeUndefined()
    expect(old.words).toContain('暂行办法')
    expect(now.words).not.toContain('暂行办法')
    // 7 working days either way: 14 April is a Tuesday.
    expect([good(old.due).day, good(now.due).day]).toEqual(['2026-04-23', '2026-04-24'])
  })

  test.each([
    ['C-ACCEPT', '2026-04-14', 'clock.notInForce', 'CO-ACCEPT'],
    ['C-MEDIATE', '2026-04-14', 'clock.notInForce', 'CO-MEDIATE'],
    ['C-TERM-TELL', '2026-04-14', 'clock.notInForce', 'CO-TERM-TELL'],
    ['C-CLUE', '2026-04-14', 'clock.notInForce', 'CO-CLUE'],
    ['CO-ACCEPT', '2026-04-15', 'clock.repealed', 'C-ACCEPT'],
    ['CO-MEDIATE', '2026-04-15', 'clock.repealed', 'C-MEDIATE'],
    ['R-TELL-OLD', '2026-04-15', 'clock.repealed', undefined],
    // Before both: the rules of 2026 do not hold either.
    ['CO-ACCEPT', '2019-12-31', 'clock.notInForce', undefined],
    ['C-ACCEPT', '2019-12-31', 'clock.notInForce', undefined],
  ])('%s on %s is refused (%s) and sent to %s', (id, event, code, instead) => {
    const answer = clock(id, event)
    expect(trouble(answer)).toMatchObject({ code, message: expect.stringMatching(/^《.+。$/) })
    expect(!answer.ok && answer.instead).toBe(instead)
    if (!instead) expect(trouble(answer).message).not.toContain('请改用')
  })

  test('a complaint of the old days keeps its rules when a later step falls into the new ones', () => {
    expect(dayOf('CO-MEDIATE', '2026-04-20', { received: '2026-04-14' })).toBe('2026-06-25')
    expect(dayOf('C-MEDIATE', '2026-04-20', { received: '2026-04-15' })).toBe('2026-06-20')
    expect(trouble(clock('C-MEDIATE', '2026-04-20', { received: '2026-04-14' })).code).toBe(
      'clock.notInForce',
    )
    expect(trouble(clock('CO-MEDIATE', '2026-04-20')).message).toContain('请填写收到日期')
    expect(good(clock('C-MEDIATE', '2026-04-20')).doubts.join()).toContain('适用旧规定')
    expect(good(clock('C-MEDIATE', '2026-04-20', { received: '2026-04-15' })).doubts.join()).not.toContain(
      '旧规定',
    )
    expect(trouble(clock('C-MEDIATE', '2026-04-20', { received: '2026-04-21' })).code).toBe('clock.received')
    expect(trouble(clock('C-MEDIATE', '2026-04-20', { received: '昨天' })).code).toBe('clock.received')
  })

  test('办法 16(四): harm known before the new rules still counts three years', () => {
    expect(dayOf('C-LIMIT', '2024-05-06')).toBe('2027-05-06')
  })

  test('a receipt that is no day carries its trouble', () => {
    expect(complaintClocks('2026-02-30').words).toContain('不存在')
    expect(complaintClocks('').due.ok).toBe(false)
    expect(complaintClocks('1999-01-01').due.ok).toBe(false)
  })
})

describe('the reason in words', () => {
  const why = (id: string, event: Day, options?: ClockOptions) => good(clock(id, event, options)).why

  test('names make-up days worked and holidays passed over, runs as runs', () => {
    expect(why('CO-ACCEPT', '2021-09-15')).toBe(
      '自收到投诉之日起7个工作日，不含当日，9月18日、9月26日为调休上班，9月19日至21日放假。',
    )
    expect(why('P-EVID-7', '2025-09-26')).toBe(
      '自先行登记保存证据之日起7个工作日，不含当日，9月28日、10月11日为调休上班，10月1日至8日放假。',
    )
    expect(why('P-VERIFY', '2022-01-20')).toContain('1月31日至2月6日放假')
    expect(why('PUB-SAME', '2025-12-25')).toContain('2026年1月1日至3日放假')
    expect(why('C-ACCEPT', '2026-07-06')).toBe('自收到投诉之日起7个工作日，不含当日。')
  })

  test('程序规定 80: says how far the end rolls', () => {
    expect(why('P-DECIDE', '2026-01-05')).toBe(
      '自立案之日起90日，不含当日，期满日4月5日为法定节假日，顺延至4月6日。',
    )
    expect(why('SP-OBJ', '2026-06-05')).toContain('期满日6月20日为休息日，顺延至6月22日')
  })

  test('says what an extension adds, and what is left out', () => {
    expect(
      why('P-DECIDE', '2026-03-02', {
        extended: true,
        notCounted: [{ from: '2026-03-10', to: '2026-03-19', why: '检验' }],
      }),
    ).toBe('自立案之日起120日（含经负责人批准延长的30日），不含当日，3月10日至19日检验不计入。')
  })

  test('names spans that overlap or touch as one, each reason once', () => {
    const notCounted = [
      { from: '2026-03-16', to: '2026-03-20', why: '鉴定' },
      { from: '2026-03-10', to: '2026-03-15', why: '检验' },
      { from: '2026-03-12', to: '2026-03-13', why: ' 检验 ' },
    ]
    expect(why('P-DECIDE', '2026-03-02', { notCounted })).toContain('，3月10日至20日鉴定、检验不计入。')
  })

  test('民法典 202: says that the month has no such day', () => {
    expect(why('PUB-END-LOW', '2025-11-30')).toContain('到期月没有对应日，取月末日')
  })

  test('every answer of every row is a Chinese sentence that ends with a stop', () => {
    for (const { id, to } of deadlines) {
      const answer = clock(id, '2026-09-18', to ? { received: '2026-04-01' } : {})
      const said = answer.ok ? [answer.why, ...answer.doubts] : [answer.trouble.message]
      for (const words of said) {
        expect(words).toMatch(/^[\u4e00-\u9fff“”（）〔〕《》、，；：。%0-9]+。$/)
        expect(words).not.toMatch(/undefined|NaN|，。|。。|，，/)
      }
      if (answer.ok) expect(answer.article).toContain(answer.deadline.instrument)
    }
  })
})

describe('暂定', () => {
  test('a count of working days into a year not published', () => {
    const answer = good(clock('P-VERIFY', '2026-12-15'))
    expect(answer).toMatchObject({ day: '2027-01-06', provisional: true })
    expect(answer.why).toContain('2027年放假安排尚未公布，日期为暂定')
  })

  test.each([
    ['C-ACCEPT', '2026-12-22', false],
    ['C-ACCEPT', '2026-12-23', true],
    ['P-DECIDE', '2026-10-02', false],
    ['P-DECIDE', '2026-10-03', true],
    // Nobody's duty ends: neither weekend nor holiday matters.
    ['PUB-END', '2026-10-03', false],
    ['P-EVID-24H', '2027-10-03', false],
    ['P-HEAR-NOTICE', '2027-01-06', true],
    ['P-DECIDE', '2020-09-20', true],
    ['P-DECIDE', '2020-10-05', false],
    ['P-SEIZE', '2020-11-20', false],
  ])('%s from %s is provisional: %s', (id, event, expected) =>
    expect(good(clock(id, event)).provisional).toBe(expected),
  )

  test('years before the data are not “not yet published”', () => {
    expect(good(clock('P-VERIFY', '2020-03-02')).why).toContain('2020年放假安排未收录，日期为暂定')
  })

  test('a statutory holiday of such a year is known by law all the same', () => {
    // 除夕 2027-02-05, 初三 02-08
    expect(good(clock('P-DECIDE', '2026-11-08'))).toMatchObject({
      raw: '2027-02-06',
      day: '2027-02-09',
      provisional: true,
    })
  })
})

describe('time not counted (程序规定 18, 38, 64; 暂行办法 20; 许可证条例 24)', () => {
  const out = (...spans: [Day, Day][]): ClockOptions => ({
    notCounted: spans.map(([from, to]) => ({ from, to })),
  })

  test.each([
    ['P-DECIDE', '2026-03-02', [['2026-03-10', '2026-03-19']], '2026-06-10'],
    // overlapping and touching spans count once
    [
      'P-DECIDE',
      '2026-03-02',
      [
        ['2026-03-10', '2026-03-15'],
        ['2026-03-12', '2026-03-19'],
        ['2026-03-16', '2026-03-16'],
      ],
      '2026-06-10',
    ],
    // only the working days among them matter for a count of working days
    ['P-VERIFY', '2026-03-02', [['2026-03-07', '2026-03-08']], '2026-03-23'],
    ['P-VERIFY', '2026-03-02', [['2026-03-06', '2026-03-09']], '2026-03-25'],
    // the event's own day is not counted anyway
    ['P-SEIZE', '2026-03-02', [['2026-03-02', '2026-03-02']], '2026-04-01'],
    // begins on the last day
    ['P-SEIZE', '2026-03-02', [['2026-04-01', '2026-04-03']], '2026-04-04'],
    ['CO-MEDIATE', '2025-03-03', [['2025-03-04', '2025-03-10']], '2025-05-15'],
    ['L-DECIDE', '2026-03-02', [['2026-03-03', '2026-03-12']], '2026-05-11'],
  ] as [string, Day, [Day, Day][], Day][])('%s from %s without %j ends on %s', (id, event, spans, end) =>
    expect(dayOf(id, event, out(...spans))).toBe(end),
  )

  test('days after the end change nothing, and that is said', () => {
    const answer = good(clock('P-SEIZE', '2026-03-02', out(['2026-04-02', '2026-04-20'])))
    expect(answer.day).toBe('2026-04-01')
    expect(answer.doubts.join()).toContain('4月2日至20日在期满之后')
  })

  test('a span that begins after the last day changes nothing, even while the end rolls', () => {
    const answer = good(clock('P-DECIDE', '2025-11-19', out(['2026-02-18', '2026-02-25'])))
    expect(answer).toMatchObject({ raw: '2026-02-17', day: '2026-02-20' })
    expect(answer.doubts.join()).toContain('2026年2月18日至25日在期满之后')
  })

  test('程序规定 38, 行政强制法 25: a seizure is never longer than thirty days, holidays or not', () => {
    const answer = good(clock('P-SEIZE', '2026-01-18'))
    expect(answer).toMatchObject({ raw: '2026-02-17', day: '2026-02-17' })
    expect(answer.doubts).toEqual(['期满日2月17日不上班，能否顺延有不同理解，请不迟于2月14日办结。'])
    expect(
      trouble(clock('P-SEIZE', '2026-01-18', { inTransit: [{ from: '2026-01-20', to: '2026-01-22' }] })).code,
    ).toBe('clock.notCounted')
  })

  test.each([
    ['P-SEIZE', ['2026-03-01', '2026-03-05'], 'clock.interval'],
    ['P-SEIZE', ['2026-03-05', '2026-03-04'], 'clock.interval'],
    ['P-SEIZE', ['2026-02-30', '2026-03-04'], 'clock.interval'],
    ['P-SEIZE', ['2026-03-05', ''], 'clock.interval'],
    ['P-SEIZE', ['2026-03-05', '2100-01-01'], 'clock.interval'],
    ['P-SEIZE', ['2026-03-05', '2050-12-31'], 'clock.end'],
    ['P-ASSIST', ['2026-03-05', '2026-03-06'], 'clock.notCounted'],
    ['C-ACCEPT', ['2026-03-05', '2026-03-06'], 'clock.notInForce'],
    ['P-EVID-24H', ['2026-03-05', '2026-03-06'], 'clock.notCounted'],
    ['SP-STOP', ['2026-03-05', '2026-03-06'], 'clock.notCounted'],
  ] as [string, [Day, Day], string][])('%s from 2026-03-02 without %j: %s', (id, span, code) =>
    expect(trouble(clock(id, '2026-03-02', out(span))).code).toBe(code),
  )

  test('程序规定 80 (CR-4): time in the post is not counted, where the instrument says so', () => {
    const inTransit = [{ from: '2026-03-03', to: '2026-03-05' }]
    expect(dayOf('P-PAY', '2026-03-02', { inTransit })).toBe('2026-03-20')
    expect(good(clock('P-PAY', '2026-03-02', { inTransit })).why).toContain('3月3日至5日邮寄在途不计入')
    expect(dayOf('P-DEFENCE', '2026-03-02', { inTransit })).toBe('2026-03-12')
    expect(trouble(clock('P-COURT', '2026-03-02', { inTransit })).code).toBe('clock.notCounted')
    expect(trouble(clock('L-DECIDE', '2026-03-02', { inTransit })).code).toBe('clock.notCounted')
    expect(trouble(clock('P-EVID-24H', '2026-03-02', { inTransit })).code).toBe('clock.notCounted')
  })

  test('ten thousand characters of a reason stay a short one', () => {
    const notCounted = [{ from: '2026-03-05', to: '2026-03-06', why: '检'.repeat(10_000) }]
    expect(good(clock('P-SEIZE', '2026-03-02', { notCounted })).why.length).toBeLessThan(120)
  })
})

describe('extension with approval', () => {
  test.each([
    ['P-VERIFY', '2026-06-12', '2026-07-27', '程序规定 18: 15 + 15 working days'],
    ['P-SEIZE', '2026-03-02', '2026-05-01', '程序规定 38: 30 + 30 days, raw'],
    ['P-DECIDE', '2026-03-02', '2026-06-30', '程序规定 64: 90 + 30 days'],
    ['CO-CLUE', '2026-03-02', '2026-04-14', '暂行办法 23: 15 + 15 working days'],
  ])('%s from %s: %s (%s)', (id, event, end) =>
    expect(dayOf(id, event, { extended: true, rollover: 'none' })).toBe(end),
  )

  test.each(
    deadlines.filter(one => !one.extension && !['rule', 'none'].includes(one.unit)).map(({ id }) => id),
  )('%s cannot be extended', id => {
    const received = deadlineOf(id)?.to
    expect(trouble(clock(id, '2026-09-18', { extended: true, ...(received ? { received } : {}) })).code).toBe(
      'clock.extension',
    )
  })

  test('程序规定 45, 55: a law that names no length leaves it to the decision', () => {
    expect(trouble(clock('P-REVIEW', '2026-03-02', { extended: true })).message).toContain(
      '没有规定延长多少天',
    )
    expect(trouble(clock('P-ASSIST', '2026-03-02', { extended: true })).message).toContain(
      '期满前告知请求部门',
    )
  })
})

describe('periods without a count of days', () => {
  test('行政处罚法 64(二), 85: seven working days back from the hearing', () => {
    const answer = good(clock('P-HEAR-NOTICE', '2026-10-16'))
    // 8, 9, 10, 12, 13, 14, 15 October lie between: seven.
    expect(answer.day).toBe('2026-09-30')
    expect(answer.doubts).toEqual(['也有算到10月8日的，这里取较早、稳妥的日期。'])
    expect(answer.why).toBe(
      '举行听证之日前7个工作日，举行和通知的当日都不算，10月10日为调休上班，10月1日至7日放假。',
    )
  })

  test('许可证条例 25: six months back from the expiry', () => {
    expect(dayOf('L-RENEW', '2026-12-18')).toBe('2026-06-18')
    expect(good(clock('L-RENEW', '2026-12-19')).doubts.join()).toContain('6月19日为休息日')
    expect(dayOf('L-RENEW', '2026-12-19', { rollover: 'dayOff' })).toBe('2026-06-18')
    expect(dayOf('L-RENEW', '2026-08-31')).toBe('2026-02-28')
  })

  test('notice 五(四): a fixed day, whatever the event; a day off is said', () => {
    expect(good(clock('S-SUMMARY', '2021-06-22'))).toMatchObject({ day: '2021-10-10', provisional: false })
    expect(good(clock('S-SUMMARY', '2021-06-22')).doubts.join()).toContain('2021年10月10日为休息日')
    expect(dayOf('S-END', '2021-06-22')).toBe('2021-10-31')
  })

  test('抽查办法 45: a failed result stops the sale at once, without an order', () => {
    expect(good(clock('SP-STOP', '2026-10-03')).why).toBe(
      '检验结论为不合格的，应当立即停止生产、销售同一产品，没有宽限。',
    )
  })

  test('抽查办法 45: at once is the day itself; 抽查办法 12: before is the day before', () => {
    expect(dayOf('SP-STOP', '2026-10-03')).toBe('2026-10-03')
    expect(dayOf('SP-RULES-PUBLIC', '2026-03-01')).toBe('2026-02-28')
  })

  test.each(['SP-DELIVER', 'SP-REPORT', 'SP-NOTIFY', 'SP-PUBLISH'])(
    '%s: the law names no number, and that is said',
    id =>
      expect(trouble(clock(id, '2026-03-02'))).toMatchObject({
        code: 'clock.none',
        message: expect.stringContaining('没有规定天数'),
      }),
  )

  test('抽查办法 55 is a rule of counting and no period', () =>
    expect(trouble(clock('SP-COUNT', '2026-03-02')).code).toBe('clock.rule'))
})

test('移送规定 has no roll-over of its own, so the earlier day is told', () => {
  const answer = good(clock('T-APPROVE', '2026-09-29'))
  expect(answer.day).toBe('2026-10-02')
  expect(answer.doubts).toEqual([
    '期满日10月2日不上班，《行政执法机关移送涉嫌犯罪案件的规定》没有写明顺延，请不迟于9月30日办结。',
  ])
})

test('where something may be done only after the period, the later day is the safe one (抽查办法 48, 程序规定 82(五))', () => {
  expect(good(clock('P-SERVE-PUBLIC', '2026-01-18'))).toMatchObject({ raw: '2026-02-17', day: '2026-02-24' })
  const answer = good(clock('SP-RECHECK2-FROM', '2026-08-03'))
  expect(answer).toMatchObject({ raw: '2026-10-02', day: '2026-10-08' })
  expect(answer.doubts.join()).toContain('这里取较晚、稳妥的日期')
  // 六十日后九十日前: the far end does not move.
  expect(good(clock('SP-RECHECK2-TO', '2026-07-04')).day).toBe('2026-10-02')
})

test('行政处罚法 28: sixty days bind a failed spot check only, and the row says so', () => {
  for (const id of ['SP-RECT', 'SP-RECHECK']) expect(deadlineOf(id)?.event).toContain('监督抽查不合格')
  expect(deadlineOf('SP-RECT')?.remark).toContain('行政处罚法第28条')
})

test('产品质量法 15 names no roll-over: the right of the enterprise runs on, and is told the safe day', () => {
  const answer = good(clock('SP-OBJ', '2026-04-16'))
  expect(answer.day).toBe('2026-05-06')
  expect(answer.doubts.join()).toContain('宜不迟于5月1日办理')
})

test('an event before the present text of the instrument gets a doubt', () => {
  expect(good(clock('P-DEFENCE', '2022-09-28')).doubts.join()).toContain('自2022年9月29日起施行')
  expect(good(clock('P-DEFENCE', '2022-09-29')).doubts).toEqual([])
})

test('a row that was not read says so each time', () => {
  for (const { id, seen, confidence } of deadlines) {
    const answer = clock(id, '2026-09-18')
    if (answer.ok) expect(answer.doubts.join().includes('未逐字核对')).toBe(!seen || confidence !== 'high')
  }
})

describe('bad input', () => {
  test.each([
    ['', '2026-03-02', 'clock.unknown'],
    ['😀', '2026-03-02', 'clock.unknown'],
    ['constructor', '2026-03-02', 'clock.unknown'],
    ['x'.repeat(10_000), '2026-03-02', 'clock.unknown'],
    ['P-PAY', '', 'clock.day'],
    ['P-PAY', '2026-02-30', 'clock.day'],
    ['P-PAY', '2026-3-2', 'clock.day'],
    ['P-PAY', '😀', 'clock.day'],
    ['P-PAY', '9'.repeat(10_000), 'clock.day'],
    ['P-PAY', '2014-12-31', 'clock.range'],
    ['P-PAY', '1900-01-01', 'clock.range'],
    ['P-PAY', '2051-01-01', 'clock.range'],
    ['P-PAY', '2100-01-01', 'clock.range'],
    ['P-PAY', '2050-12-31', 'clock.end'],
    ['PUB-END', '2048-01-01', 'clock.end'],
    ['P-VERIFY', '2050-12-20', 'clock.end'],
    ['P-HEAR-NOTICE', '2015-01-05', 'clock.end'],
    ['L-RENEW', '2015-06-30', 'clock.end'],
    ['SP-RULES-PUBLIC', '2015-01-01', 'clock.end'],
    ['T-HANDOVER', '2050-12-31', 'clock.end'],
  ])('%.20s from %.12s: %s', (id, event, code) => {
    const said = trouble(clock(id, event))
    expect(said.code).toBe(code)
    expect(said.message.length).toBeLessThan(80)
  })

  test.each(['25:00', '24:00', '9', '9:5', '上午', '😀', '-1:00', '9'.repeat(10_000)])(
    'time “%.10s” is refused',
    time => expect(trouble(clock('P-EVID-24H', '2026-03-02', { time })).code).toBe('clock.time'),
  )

  test('a time is read as people type it, and may be missing', () => {
    expect(good(clock('P-EVID-24H', '2026-03-02', { time: '９：05' }))).toMatchObject({
      day: '2026-03-03',
      time: '09:05',
    })
    expect(good(clock('P-EVID-24H', '2026-03-02')).time).toBeUndefined()
    expect(good(clock('P-PAY', '2026-03-02', { time: '25:00' })).time).toBeUndefined()
  })

  test('the first and the last day of the range are counted from', () => {
    expect(dayOf('P-PAY', '2015-01-01')).toBe('2015-01-16')
    expect(dayOf('P-PAY', '2050-12-15')).toBe('2050-12-30')
  })
})

test('no period that is somebody’s to keep ends on a weekend where the right of a citizen is concerned', () => {
  for (const event of events.slice(0, 300)) {
    const day = dayOf('P-PAY', event)
    expect(naiveWeekend(day) && !naiveWorkday(day)).toBe(false)
  }
})
