import type { Day } from '../calendar'
import { dayAt, type Serial, serialOf, yearAt } from '../calendar/serial'
import { FIRST_DAY, LAST_DAY, statutoryOn, unpublishedBetween, worksOn } from '../calendar/working-days'
import { tidy } from '../text'
import type { Trouble } from '../trouble'
import { count, merged, type Run, rawEnd, rolled } from './counting'
import { type Deadline, deadlineOf } from './deadlines'
import { metOnTheWay, provisionalWords, spoken, spokenLength, spokenRun } from './words'

export type ClockOptions = {
  /** Extension with approval: adds the length the row itself names. */
  extended?: boolean
  /** Days left out of the count, both ends included; only where the row names what is not counted. */
  notCounted?: readonly { from: Day; to: Day; why?: string }[]
  /** Travelling time of what a party posts (CR-4), both ends included; only where the instrument has the rule. */
  inTransit?: readonly { from: Day; to: Day }[]
  /** Another setting than the row's (CR-6). */
  rollover?: Deadline['rollover']
  /** Chinese time of the event, HH:mm, for periods in hours; others do not look at it. */
  time?: string
  /** Day on which the complaint or report came in, which chooses the rule set; without it the event's day is taken. */
  received?: Day
}

export type ClockAnswer =
  | {
      ok: true
      deadline: Deadline
      /** The last day in time; for a row that `waits` the day with which something ends or begins. */
      day: Day
      /** Before any roll-over. */
      raw: Day
      time?: string
      /** Instrument and article. */
      article: string
      why: string
      /** It rests on a year whose 放假安排 is not known. */
      provisional: boolean
      doubts: string[]
    }
  | {
      ok: false
      trouble: Trouble
      /** The row of the other rule set that holds instead. */
      instead?: string
    }

const FIRST = serialOf(FIRST_DAY) as Serial
const LAST = serialOf(LAST_DAY) as Serial
const LIMIT: Run = { from: FIRST, to: LAST }

const refuse = (code: string, message: string, instead?: string): ClockAnswer & { ok: false } => ({
  ok: false,
  trouble: { code, message },
  ...(instead ? { instead } : {}),
})

/**
 * The legal day of a period: `id` is a row of `deadlines`, `event` the day from which it runs (for rows counted backwards
 * the day before which). Counts by CR-1 … CR-8 (`countingRules`). Answers with a trouble (clock.unknown, .day, .range,
 * .none, .rule, .notInForce, .repealed, .received, .extension, .notCounted, .interval, .time, .end), never throws.
 */
export function clock(id: string, event: Day, options: ClockOptions = {}): ClockAnswer {
  const deadline = deadlineOf(id)
  if (!deadline) return refuse('clock.unknown', `没有“${tidy(`${id}`.slice(0, 30))}”这项期限，请重新选择。`)
  const from = serialOf(event)
  if (from === undefined) return refuse('clock.day', '这一天不存在，请按“2026-04-15”的样子填写起算日。')
  if (from < FIRST || from > LAST)
    return refuse('clock.range', '只能计算2015年至2050年的期限，请核对起算日。')
  const { instrument, article, remark, unit } = deadline
  const named = `${instrument}${article}`
  if (unit === 'rule') return refuse('clock.rule', `${named}是计算规则，不是期限：${deadline.action}。`)
  if (unit === 'none')
    return refuse('clock.none', `${named}没有规定天数${remark ? `：${remark}` : '，请及时办理'}。`)
  const foreign = outOfForce(deadline, event, options.received)
  if (foreign) return foreign

  if (options.extended && !deadline.extension)
    return refuse('clock.extension', `${named}没有规定可以延长，请按原期限办理。`)
  if (options.extended && deadline.extension?.unit === 'none')
    return refuse(
      'clock.extension',
      `${named}没有规定延长多少天（${deadline.extension.by}），请以批准或者告知的日期为准。`,
    )
  const out = leftOut(deadline, from, options)
  if (!Array.isArray(out)) return out

  const doubts = generalDoubts(deadline, event, options)
  const answer = (day: Serial, raw: Serial, why: string[], provisional = false): ClockAnswer => ({
    ok: true,
    deadline,
    day: dayAt(day),
    raw: dayAt(raw),
    article: named,
    why: `${why.join('，')}。`,
    provisional,
    doubts,
  })
  if (unit === 'h') return hours(deadline, from, options.time, answer)
  if (unit === 'immediate')
    return answer(from, from, [`${deadline.event}的，应当${deadline.action}，没有宽限`])
  if (unit === 'before')
    return from === FIRST
      ? beyond()
      : answer(from - 1, from - 1, [`应当在${deadline.event}之前完成，最迟为前一日`])
  if (deadline.on) {
    const day = serialOf(deadline.on) as Serial
    if (!worksOn(day)) doubts.push(`${spoken(day, 0)}为休息日，文件没有写明顺延，宜提前办理。`)
    return answer(day, day, ['文件规定的日期'])
  }
  return counted(deadline, from, options, out, doubts, answer)
}

type Finish = (day: Serial, raw: Serial, why: string[], provisional?: boolean) => ClockAnswer

const beyond = () => refuse('clock.end', '期限超出了2015年至2050年的范围，无法计算。')

function counted(
  deadline: Deadline,
  from: Serial,
  options: ClockOptions,
  out: readonly LeftOut[],
  doubts: string[],
  answer: Finish,
): ClockAnswer {
  const { unit, extension, event } = deadline
  const back = deadline.back === true
  const longer = options.extended ? (extension?.amount ?? 0) : 0
  const amount = deadline.amount + longer
  // “七日前” leaves the party seven whole days: the day before them is the safe one.
  const { end: raw, clipped } = rawEnd(
    from,
    deadline,
    back && unit === 'wd' ? amount + 1 : amount,
    out,
    LIMIT,
  )
  if (raw === undefined) return beyond()
  const rollover = options.rollover ?? deadline.rollover
  const end = rolled(raw, rollover, back)
  if (end < FIRST || end > LAST) return beyond()

  const year = yearAt(from)
  const length = spokenLength(amount, unit)
  const why = [back ? `${event}之日前${length}` : `自${event}之日起${length}`]
  if (longer && extension) why[0] += `（含${extension.by}延长的${spokenLength(longer, unit)}）`
  why.push(back && unit === 'wd' ? '举行和通知的当日都不算' : '不含当日')
  for (const run of out)
    if (run.from <= raw) why.push(`${spokenRun(run, year)}${run.why}不计入`)
    else doubts.push(`${spokenRun(run, year)}在期满之后，没有影响期限，请核对。`)
  if (unit === 'wd') why.push(...metOnTheWay(back ? raw : from + 1, back ? from - 1 : raw, out, year))
  if (clipped) why.push('到期月没有对应日，取月末日')
  if (end !== raw)
    why.push(
      `${back ? '' : '期满日'}${spoken(raw, year)}为${statutoryOn(raw) ? '法定节假日' : '休息日'}`,
      `${back ? '提前' : '顺延'}至${spoken(end, year)}`,
    )
  // A count of working days rests on every year it crosses, another period only on what its last day is.
  const unpublished =
    unit === 'wd'
      ? unpublishedBetween(from + (back ? -1 : 1), end)
      : rollover === 'none'
        ? []
        : unpublishedBetween(raw, end)
  why.push(...provisionalWords(unpublished))

  if (back) doubts.push(...backDoubts(unit, end, year))
  else if (unit !== 'wd') doubts.push(...rolloverDoubts(deadline, raw, end, rollover, year))
  return answer(end, raw, why, unpublished.length > 0)
}

/** CR-6: whether weekends count is disputed, so the other date is told where there is one, and which is safe. */
function rolloverDoubts(
  { rolls, instrument, waits }: Deadline,
  raw: Serial,
  end: Serial,
  rollover: Deadline['rollover'],
  year: number,
): string[] {
  if (rollover === 'none') {
    if (waits || worksOn(raw)) return []
    let last = raw
    while (!worksOn(last)) last--
    const basis = rolls ? '能否顺延有不同理解' : `${instrument}没有写明顺延`
    return [`期满日${spoken(raw, year)}不上班，${basis}，请不迟于${spoken(last, year)}办结。`]
  }
  const said: string[] = []
  const other = rolled(raw, rollover === 'statutory' ? 'dayOff' : 'statutory', false)
  const disputed = '周末和调休放假是否顺延有不同理解'
  if (other > end) said.push(`${disputed}：一并顺延的为${spoken(other, year)}，这里取较早的日期。`)
  if (other < end)
    said.push(
      waits
        ? `${disputed}：只按法定节假日计算的为${spoken(other, year)}，这里取较晚、稳妥的日期。`
        : `${disputed}：只按法定节假日计算的为${spoken(other, year)}，当事人宜不迟于这天办理，机关认定逾期以较晚日为准。`,
    )
  if (end !== raw && !rolls && !waits)
    said.push(`${instrument}没有写明期满日顺延，稳妥起见宜不迟于${spoken(raw, year)}办理。`)
  return said
}

function backDoubts(unit: Deadline['unit'], end: Serial, year: number): string[] {
  if (unit === 'wd') {
    const later = count(end, 1, 'wd', [], false, LIMIT)
    return later === undefined ? [] : [`也有算到${spoken(later, year)}的，这里取较早、稳妥的日期。`]
  }
  return [
    worksOn(end) ? '是否含当日有不同理解，宜再提前一日。' : `${spoken(end, year)}为休息日，宜再提前办理。`,
  ]
}

function hours(
  { event, amount, unit }: Deadline,
  from: Serial,
  time: string | undefined,
  answer: Finish,
): ClockAnswer {
  const why = [`自${event}时起${spokenLength(amount, unit)}`]
  const days = Math.floor(amount / 24)
  if (time === undefined || time === '') {
    if (from + days > LAST) return beyond()
    return answer(from + days, from + days, [...why, '到期时刻与起算时刻相同'])
  }
  const read = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(tidy(`${time}`.slice(0, 40)))
  if (!read) return refuse('clock.time', '时间请按“09:30”的样子填写。')
  const minutes = Number(read[1]) * 60 + Number(read[2]) + amount * 60
  const end = from + Math.floor(minutes / 1440)
  if (end > LAST) return beyond()
  const two = (n: number) => (n < 10 ? `0${n}` : `${n}`)
  const at = `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`
  return { ...answer(end, end, [...why, `至${spoken(end, yearAt(from))}${at}`]), time: at } as ClockAnswer
}

type LeftOut = Run & { why: string }

/** The days not counted, merged, with their reasons; a trouble where the law knows none or a day is wrong. */
function leftOut(
  deadline: Deadline,
  event: Serial,
  { notCounted, inTransit }: ClockOptions,
): LeftOut[] | ClockAnswer {
  if (!notCounted?.length && !inTransit?.length) return []
  const named = `${deadline.instrument}${deadline.article}`
  if (notCounted?.length && !deadline.notCounted)
    return refuse('clock.notCounted', `${named}没有规定可以扣除的时间，请不要填写不计入的期间。`)
  // What the authority itself does is not lengthened by the post (程序规定 38: 查封扣押 not over thirty days).
  if (inTransit?.length && (!deadline.inTransit || deadline.actor !== '当事人'))
    return refuse('clock.notCounted', `${named}的这项期限没有规定扣除邮寄在途时间。`)
  const runs: LeftOut[] = []
  const all: readonly { from: Day; to: Day; why?: string }[] = [
    ...(notCounted ?? []),
    ...(inTransit ?? []).map(({ from, to }) => ({ from, to, why: '邮寄在途' })),
  ]
  for (const { from: first, to: last, why } of all) {
    const from = serialOf(first)
    const to = serialOf(last)
    if (from === undefined || to === undefined || to > LAST)
      return refuse('clock.interval', '不计入的期间有一天不存在或者超出2050年，请核对。')
    if (from < event) return refuse('clock.interval', '不计入的期间早于起算日，请核对开始日期。')
    if (to < from) return refuse('clock.interval', '不计入的期间结束早于开始，请核对两个日期。')
    runs.push({ from, to, why: tidy((why ?? '').slice(0, 30)) })
  }
  return merged(runs).map(run => {
    const reasons = runs.filter(one => one.from <= run.to && one.to >= run.from).map(one => one.why)
    return { ...run, why: reasons.filter((why, i) => why && reasons.indexOf(why) === i).join('、') }
  })
}

/** The rule set is chosen by the day of receipt and stays (投诉举报处理办法 46 has no transition; own reading). */
function outOfForce(deadline: Deadline, event: Day, received: Day | undefined): ClockAnswer | undefined {
  const { from, to, other, eventIs, instrument } = deadline
  if (!from) return undefined
  if (received !== undefined) {
    const day = serialOf(received)
    if (day === undefined) return refuse('clock.received', '收到投诉举报的日期不存在，请核对。')
    if (eventIs !== 'older' && received > event)
      return refuse('clock.received', '收到投诉举报的日期晚于起算日，请核对。')
  }
  if (eventIs === 'older') return undefined
  const decides = received ?? event
  const year = (day: Day) => spoken(serialOf(day) as Serial, 0)
  const instead = other ? deadlineOf(other) : undefined
  const holds =
    instead && (!instead.from || decides >= instead.from) && (!instead.to || decides <= instead.to)
  const redirect = holds ? `，请改用${instead.instrument}${instead.article}` : ''
  if (decides < from)
    return refuse(
      'clock.notInForce',
      `${instrument}自${year(from)}起施行，此前收到的不适用${redirect}。`,
      holds ? instead.id : undefined,
    )
  if (!to || decides <= to) return undefined
  const ask =
    received === undefined && eventIs !== 'receipt'
      ? `；如果投诉举报是${year(to)}或者以前收到的，请填写收到日期`
      : ''
  return refuse(
    'clock.repealed',
    `${instrument}只适用于${year(to)}以前（含当日）收到的投诉举报${redirect}${ask}。`,
    holds ? instead.id : undefined,
  )
}

function generalDoubts(deadline: Deadline, event: Day, { received }: ClockOptions): string[] {
  const { since, seen, confidence, from, to, other, eventIs, instrument } = deadline
  const said: string[] = []
  if (since && event < since)
    said.push(
      `${instrument}现行文本自${spoken(serialOf(since) as Serial, 0)}起施行，此前的期限请核对当时的规定。`,
    )
  if (!seen || confidence !== 'high') said.push('本条未逐字核对原文，条号和天数使用前请核对。')
  if (from && !to && other && eventIs !== 'receipt' && received === undefined)
    said.push('这里按新规定计算；2026年4月14日及以前收到的投诉适用旧规定。')
  return said
}

/** Whether something done on `day` (at `time`, for hours) comes after the end; the last day itself is in time. */
export const isLate = (answer: { day: Day; time?: string }, day: Day, time?: string): boolean =>
  day > answer.day ||
  (day === answer.day && answer.time !== undefined && time !== undefined && time > answer.time)
