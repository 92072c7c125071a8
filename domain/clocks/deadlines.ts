import type { Day } from '../calendar'
import type { Confidence } from '../confidence'
import data from '../data/deadlines.json'

/** wd 工作日, cd 自然日, h 小时, month and year by the calendar; the others have no number of their own. */
export type Unit = 'wd' | 'cd' | 'h' | 'month' | 'year' | 'date' | 'immediate' | 'before' | 'none' | 'rule'

/**
 * What happens when the last day is a day off. `statutory`: past 法定节假日 strictly (CR-2), for an authority's own duty where
 * its instrument has the rule. `dayOff`: past weekends and 放假 too, for the right of a citizen or an enterprise (CR-6).
 * `none`: the period counts working days, the instrument has no such rule, or nobody has to act on the day.
 */
export type Rollover = 'none' | 'statutory' | 'dayOff'

/** A statutory period of the laws named in its row. Words are Chinese; `event` fits into “自…之日起”. */
export type Deadline = {
  id: string
  area: string
  event: string
  action: string
  /** Length in `unit`; 0 where the unit has none. */
  amount: number
  unit: Unit
  /** The day of a fixed date. */
  on?: Day
  /** Counted backwards from the event. */
  back?: true
  /** Nobody has to act by the day: something ends or begins with it by itself, or may be done only afterwards. */
  waits?: true
  actor: string
  /** `none`: the law allows it and names no length. `by`: 经负责人批准. */
  extension?: { amount: number; unit: Unit; by: string }
  /** Time the law leaves out of the count. */
  notCounted?: string
  /** With its book marks. */
  instrument: string
  edition: string
  article: string
  /** The present text of the instrument is in force since this day; older events get a doubt. */
  since?: Day
  /** The instrument itself has rule CR-2. */
  rolls: boolean
  /** The instrument itself has rule CR-4. */
  inTransit: boolean
  /** Whether the article's text was read. */
  seen: boolean
  confidence: Confidence
  remark?: string
  /** Receipt days of complaints and reports for which the rule set holds. */
  from?: Day
  to?: Day
  /** The same period in the other rule set. */
  other?: string
  /** `receipt`: the event is the receipt itself. `older`: the event may lie before the rule set. */
  eventIs?: 'receipt' | 'older'
  rollover: Rollover
}

type Options = {
  /** actor, instrument, extension, not counted, remark, confidence, unseen, waits, rollover, kind of event, same as */
  a?: string
  i?: string
  x?: string[]
  n?: string
  r?: string
  c?: string
  u?: number
  w?: number
  o?: string
  k?: string
  s?: string
}
type Row = [id: string, event: string, action: string, length: string, article: string, options?: Options]
type Group = { area: string; by: string; actor: string; from?: Day; to?: Day; rows: Row[] }

const UNITS: Record<string, Unit> = { w: 'wd', d: 'cd', h: 'h', m: 'month', y: 'year' }

function lengthOf(text: string): Pick<Deadline, 'amount' | 'unit' | 'on' | 'back'> {
  const [, minus, amount, unit] = /^(-?)(\d+)([wdhmy])$/.exec(text) ?? []
  if (unit) return { amount: Number(amount), unit: UNITS[unit] as Unit, ...(minus ? { back: true } : {}) }
  if (/^\d{4}-/.test(text)) return { amount: 0, unit: 'date', on: text }
  return { amount: 0, unit: text === 'now' ? 'immediate' : (text as Unit) }
}

// "33、36" → 第33条、第36条; "~36" → 第36条前后: recalled, and may be the article before or after.
const articleOf = (text: string): string =>
  text
    .split('、')
    .map(one =>
      one.replace(
        /^(~?)(\d+)(?:-(\d+))?/,
        (_, about, first, last) => `第${first}${last ? `至${last}` : ''}条${about ? '前后' : ''}`,
      ),
    )
    .join('、')

/**
 * CR-6, from the side on which nobody is late: a right of a citizen or an enterprise rolls past every day off, and so does
 * a period after which something may be done; an authority's own duty rolls only where its instrument has CR-2.
 */
function rolloverOf(unit: Unit, back: boolean, waits: boolean, rolls: boolean, set?: string): Rollover {
  if (set === 'n' || back || (unit !== 'cd' && unit !== 'month' && unit !== 'year')) return 'none'
  return set === 'p' || waits ? 'dayOff' : rolls ? 'statutory' : 'none'
}

const instruments = data.instruments as Record<string, string[]>
const groups = data.groups as unknown as readonly Group[]

function deadlineFrom(group: Group, [id, event, action, length, article, options = {}]: Row): Deadline {
  const [name, edition, since, has] = instruments[options.i ?? group.by] as [string, string, string, string]
  const { amount, unit, on, back } = lengthOf(length)
  const [longer, by] = options.x ?? []
  const more = longer ? lengthOf(longer) : { amount: 0, unit: 'none' as Unit }
  const other = options.s ?? pairs[id]
  return {
    id,
    area: group.area,
    event,
    action,
    amount,
    unit,
    ...(on ? { on } : {}),
    ...(back ? { back } : {}),
    ...(options.w ? { waits: true as const } : {}),
    actor: options.a ?? group.actor,
    ...(by ? { extension: { amount: more.amount, unit: more.unit, by } } : {}),
    ...(options.n ? { notCounted: options.n } : {}),
    // 赣市市监质监字〔2021〕13号 is its own name.
    instrument: /号$/.test(name) ? name : `《${name}》`,
    edition,
    article: articleOf(article),
    ...(since ? { since } : {}),
    rolls: has.indexOf('r') >= 0,
    inTransit: has.indexOf('t') >= 0,
    seen: !options.u,
    confidence: (options.c ?? 'high') as Confidence,
    ...(options.r ? { remark: options.r } : {}),
    ...(group.from ? { from: group.from } : {}),
    ...(group.to ? { to: group.to } : {}),
    ...(other ? { other } : {}),
    ...(options.k ? { eventIs: options.k === 'r' ? ('receipt' as const) : ('older' as const) } : {}),
    rollover: rolloverOf(unit, back === true, options.w === 1, has.indexOf('r') >= 0, options.o),
  }
}

const pairs: Record<string, string> = {}
for (const { rows } of groups) for (const [id, , , , , options] of rows) if (options?.s) pairs[options.s] = id

/** Every period, field by field. */
export const deadlines: readonly Deadline[] = groups.reduce<Deadline[]>(
  (all, group) => all.concat(group.rows.map(row => deadlineFrom(group, row))),
  [],
)

const byId: Record<string, Deadline> = Object.create(null)
for (const one of deadlines) byId[one.id] = one

export const deadlineOf = (id: string): Deadline | undefined => byId[id]

/** How periods are counted, CR-1 … CR-7; CR-8 is the convention for months and years. */
export const countingRules: readonly { id: string; rule: string; source: string; confidence: Confidence }[] =
  data.rules.map(([id, rule, source, confidence]) => ({
    id: id as string,
    rule: rule as string,
    source: source as string,
    confidence: confidence as Confidence,
  }))

/** When the tables were last compared with the texts. */
export const checkedOn: Day = data.checkedOn
