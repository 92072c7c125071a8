import { addDays, type Day, dayOf, daysBetween, type Instant, spokenDay, startOf, timeOf } from './calendar'
import { publishedYears } from './calendar/working-days'
import { type ClockOptions, clock, type Deadline, deadlineOf, spokenLength } from './clocks'
import { day, words } from './fields'
import type { Trouble } from './trouble'
import { momentAfter, type WarningId } from './warning'
import * as z from './zod'

/** How a running term (期限) stands. */
export const termStates = { running: '计时中', paused: '已中止计时', ended: '已结束' } as const
export type TermState = keyof typeof termStates

/** What can be done to a term: from which states, to which. The table is the state machine; only `ended` is an end. */
export const termSteps = {
  pause: { from: ['running'], to: 'paused' },
  // By its owner, or by itself when the granted days are over: a term is never paused without an end.
  resume: { from: ['paused'], to: 'running' },
  extend: { from: ['running'], to: 'running' },
  end: { from: ['running', 'paused'], to: 'ended' },
} as const satisfies Record<string, { from: readonly TermState[]; to: TermState }>
export type TermStep = keyof typeof termSteps

/** The state after a step; undefined when it may not be taken. */
export const termAfter = (state: TermState, step: TermStep): TermState | undefined =>
  (termSteps[step].from as readonly TermState[]).includes(state) ? termSteps[step].to : undefined

/**
 * A clock at work (期限): the days that run on one record. It belongs to a post, so that it is not lost when somebody
 * leaves, is away, or a team is merged.
 */
export type Term = {
  _id: string
  unit: string
  /** The record it runs on, `tasks/<id>`. */
  record: string
  /** What must be done, in a few words. */
  title: string
  /** Page of the mini-program on which it is done. */
  page: string
  /** Post that answers for it. */
  owner: string
  state: TermState
  open: boolean
  /** The event it runs from, epoch ms. */
  from: Instant
  /** Last day in time. */
  due: Day
  /** Of a term told in hours, the moment it ends, epoch ms. */
  dueAt?: Instant
  /** Row of `domain/clocks`, where the law sets it; otherwise somebody set the day. */
  row?: string
  /** Why it can be neither paused nor extended here: its day stands on a paper that was served. A sentence. */
  fixed?: string
  /** Sentence that tells how the day was found. */
  why: string
  /** 暂定: the calendar of that year is not published yet. */
  provisional: boolean
  /** The newest year whose calendar was known when the day was found. */
  calendar: number
  /** Orders a unit's open terms by due day; unique. */
  rank: string
  /** The day before anything was granted. */
  first: Day
  /** Times not counted (中止), granted; the last one runs while the term is paused. */
  pauses: Pause[]
  extensions: Extension[]
  /** What its owner asks for and nobody has decided yet. */
  ask?: TermAsk
  /** Warnings whose moment has come and that were told, or merged into a stronger one. */
  told: WarningId[]
  /** Who last pressed its owner (催办), and when. */
  urged?: { at: Instant; name: string }
  /** How often its day was moved: a warning of the new day is another warning. */
  turn: number
  /** When the clock must look at it next, epoch ms; missing when nothing is left to tell. */
  nextAt?: Instant
}

/** Days that are not counted, both included; none where `to` comes before `from`. */
export type Pause = { from: Day; to: Day; reason: string; basis: string; granted: Granted }
/** `by` rule: the length the law itself names. */
export type Extension = { to: Day; rule: boolean; reason: string; basis: string; granted: Granted }
export type Granted = { at: Instant; post: string; name: string }

export const askKinds = { pause: '中止计时', extend: '延期' } as const
export type AskKind = keyof typeof askKinds

export type TermAsk = {
  kind: AskKind
  at: Instant
  post: string
  person: string
  name: string
  reason: string
  basis: string
  /** Of a pause the last day not counted, of an extension the day asked for. */
  until: Day
}

/** A term's id: the record's id, a full stop and its key. */
export const termId = () =>
  z
    .string('缺少编号')
    .check(z.regex(/^[0-9A-Za-z_-]{1,64}\.[0-9A-Za-z_-]{1,32}$/, '编号不对，请返回上一页重新打开'))

export const askForm = z.strictObject({
  term: termId(),
  kind: z.enum(['pause', 'extend'], '请选择中止计时或者延期'),
  reason: words('理由', 200),
  until: z.optional(day('日期')),
})

export const grantForm = z
  .strictObject({
    term: termId(),
    agreed: z.boolean('请选择同意或者不同意'),
    words: z.optional(words('意见', 200)),
  })
  .check(
    z.superRefine((form, context) => {
      if (!form.agreed && !form.words)
        context.addIssue({ code: 'custom', message: '不同意的，请写明理由', path: ['words'], input: form })
    }),
  )

export const resumeForm = z.strictObject({ term: termId() })

export const urgeForm = z.strictObject({ term: termId() })

/** Why its owner may not be pressed now (催办); undefined where he may. Once a day: more would not be read. Source: own proposal. */
export function urgeObjection({ state, urged }: Term, now: Instant): string | undefined {
  if (state === 'paused') return '正在中止计时，不用催办'
  if (state === 'ended') return '已经办结，不用催办'
  return urged && dayOf(urged.at) === dayOf(now) ? `今天${urged.name}已经催过，明天再催` : undefined
}

/** The newest year whose 放假安排 is known. */
export const calendarKnown: number = Math.max(...publishedYears)

/** Limits of terms no law sets, in days. Source: own proposal. */
export const OWN_LIMITS = { extend: 30, pause: 30 } as const
/** The longest pause granted at once where the law lets time pass uncounted, days; it may be asked for again. Source: own proposal. */
export const LAW_PAUSE = 90

export type Counted = { due: Day; dueAt?: Instant; why: string; provisional: boolean; calendar: number }

const isTrouble = <T extends object>(answer: T | Trouble): answer is Trouble => 'code' in answer

/**
 * The last day of a legal row, counted from a moment: what a running term begins with. Hours end at a moment.
 * Troubles: those of `clock`.
 */
export function countedBy(
  row: string,
  from: Instant,
  options: Omit<ClockOptions, 'time'> = {},
): Counted | Trouble {
  const hours = deadlineOf(row)?.unit === 'h'
  const answer = clock(row, dayOf(from), { ...options, ...(hours ? { time: timeOf(from) } : {}) })
  if (!answer.ok) return answer.trouble
  return {
    due: answer.day,
    ...(hours ? { dueAt: from + answer.deadline.amount * 3_600_000 } : {}),
    why: `${answer.why}${answer.article}`,
    provisional: answer.provisional,
    calendar: calendarKnown,
  }
}

const spokenArticle = ({ instrument, article }: Deadline) => `${instrument}${article}`

/** What may be asked for a term today: on which basis, until when at the latest, or why not. */
export type Offer = {
  kind: AskKind
  basis: string
  /** The day the law itself gives; otherwise one is chosen, `latest` at most. */
  until?: Day
  latest: Day
}

/** Troubles: term.state, .asked, .fixed, .late, .twice, .limit and those of `clock`; each names the article where there is one. */
export function offerOf(term: Term, kind: AskKind, now: Instant): Offer | Trouble {
  const today = dayOf(now)
  const no = (code: string, message: string): Trouble => ({ code, message })
  if (!termAfter(term.state, kind))
    return no('term.state', term.state === 'paused' ? '正在中止计时，请先恢复' : '这项期限已经结束')
  if (term.ask) return no('term.asked', `已经申请${askKinds[term.ask.kind]}，正在等批准`)
  if (term.fixed) return no('term.fixed', term.fixed)
  if (endOf(term) <= now)
    return no('term.late', `已经超期，不能再申请${askKinds[kind]}，请尽快办结并说明原因`)
  const law = term.row ? deadlineOf(term.row) : undefined
  return kind === 'extend' ? extensionOf(term, law, no) : pauseOf(law, term, today)
}

function extensionOf(
  term: Term,
  law: Deadline | undefined,
  no: (code: string, message: string) => Trouble,
): Offer | Trouble {
  if (!law) {
    const latest = addDays(term.first, OWN_LIMITS.extend)
    if (latest <= term.due)
      return no('term.limit', `本局自定的期限最多延长${OWN_LIMITS.extend}天，已经用完，请尽快办结`)
    return { kind: 'extend', basis: '本局自定的期限', latest }
  }
  const named = spokenArticle(law)
  const { extension } = law
  if (extension && term.extensions.length > 0)
    return no(
      'term.twice',
      `${named}只规定可以延长一次${extension.amount ? `（${spokenLength(extension.amount, extension.unit)}）` : ''}，已经延长过${law.remark?.includes('再延期') ? `；${law.remark}` : ''}`,
    )
  if (extension?.unit === 'none')
    return {
      kind: 'extend',
      basis: `${named}：${extension.by}`,
      latest: addDays(term.due, OWN_LIMITS.extend),
    }
  const longer = countedBy(law.id, term.from, { extended: true, notCounted: spans(term.pauses) })
  if (isTrouble(longer)) return longer
  const length = extension ? spokenLength(extension.amount, extension.unit) : ''
  return {
    kind: 'extend',
    basis: `${named}：${extension?.by}，可以延长${length}`,
    until: longer.due,
    latest: longer.due,
  }
}

function pauseOf(law: Deadline | undefined, term: Term, today: Day): Offer | Trouble {
  if (!law) return { kind: 'pause', basis: '本局自定的期限', latest: addDays(today, OWN_LIMITS.pause) }
  if (!law.notCounted) {
    const answer = clock(law.id, dayOf(term.from), { notCounted: [{ from: today, to: today }] })
    return answer.ok ? { code: 'clock.notCounted', message: answer.why } : answer.trouble
  }
  return {
    kind: 'pause',
    basis: `${spokenArticle(law)}：不计入${law.notCounted}`,
    latest: addDays(today, LAW_PAUSE),
  }
}

/** A request as it will lie on the term. Troubles: those of `offerOf`, and term.until where the day is out of bounds. */
export function asked(
  term: Term,
  kind: AskKind,
  until: Day | undefined,
  now: Instant,
): Pick<TermAsk, 'kind' | 'basis' | 'until'> | Trouble {
  const offer = offerOf(term, kind, now)
  if (isTrouble(offer)) return offer
  const wish = offer.until ?? until
  const least = kind === 'extend' ? addDays(term.due, 1) : dayOf(now)
  if (!wish || wish < least)
    return {
      code: 'term.until',
      message:
        kind === 'extend'
          ? `请选择${spokenDay(least)}至${spokenDay(offer.latest)}之间的日期`
          : '请选择中止到哪一天，不早于今天',
    }
  if (wish > offer.latest)
    return {
      code: 'term.until',
      message: `${offer.basis}，最晚到${spokenDay(offer.latest)}，请重新选择`,
    }
  return { kind, basis: offer.basis, until: wish }
}

/**
 * The term after its request was agreed to: the day moves, warnings of the new day are told anew. A pause counts from the
 * day it was asked for. Undefined where nothing was asked or the step may not be taken now.
 */
export function agreed(term: Term, granted: Granted): Term | undefined {
  const { ask, ...rest } = term
  if (!ask || !termAfter(term.state, ask.kind)) return undefined
  const { reason, basis } = ask
  if (ask.kind === 'extend') {
    const rule = term.row !== undefined && deadlineOf(term.row)?.extension?.unit !== 'none'
    const extensions = [...term.extensions, { to: ask.until, rule, reason, basis, granted }]
    return moved({ ...rest, extensions }, recounted({ ...rest, extensions }, ask.until), granted.at)
  }
  const pause = { from: dayOf(ask.at), to: ask.until, reason, basis, granted }
  const pauses = [...term.pauses, pause]
  const due = addDays(term.due, daysIn(pause))
  const over = dayOf(granted.at) > pause.to
  return moved(
    { ...rest, pauses, state: over ? 'running' : 'paused' },
    recounted({ ...rest, pauses }, due),
    granted.at,
  )
}

/** The paused term running again from `now` on: what is left of the pause counts. Undefined where it is not paused. */
export function resumed(term: Term, now: Instant): Term | undefined {
  if (!termAfter(term.state, 'resume')) return undefined
  const last = term.pauses.at(-1) as Pause
  const to = [last.to, addDays(dayOf(now), -1)].sort()[0] as Day
  const pauses = [...term.pauses.slice(0, -1), { ...last, to }]
  const due = addDays(term.due, daysIn({ ...last, to }) - daysIn(last))
  return moved({ ...term, pauses, state: 'running' }, recounted({ ...term, pauses }, due), now)
}

/** The term with its day found anew by a newer calendar. The same term where no law sets it. */
export const recalculated = (term: Term, now: Instant): Term =>
  moved(term, { ...recounted(term, term.due), calendar: calendarKnown }, now)

const daysIn = ({ from, to }: { from: Day; to: Day }): number => Math.max(0, daysBetween(from, to) + 1)

const spans = (pauses: readonly Pause[]) =>
  pauses.filter(pause => daysIn(pause) > 0).map(({ from, to, reason }) => ({ from, to, why: reason }))

// A day set by somebody moves by what was granted; a legal one is counted anew as a whole.
function recounted(term: Omit<Term, 'ask'>, due: Day): Counted {
  const plain: Counted = {
    due,
    ...(term.dueAt === undefined ? {} : { dueAt: term.dueAt + daysBetween(term.due, due) * 86_400_000 }),
    why: spokenChanges(term, due),
    provisional: term.provisional,
    calendar: term.calendar,
  }
  if (!term.row || term.extensions.some(extension => !extension.rule)) return plain
  const law = countedBy(term.row, term.from, {
    ...(term.extensions.length ? { extended: true } : {}),
    notCounted: spans(term.pauses),
  })
  return isTrouble(law) ? plain : law
}

function spokenChanges({ first, why, pauses, extensions }: Omit<Term, 'ask'>, due: Day): string {
  const base = why.split('；')[0] as string
  const changes = [
    ...extensions.map(({ to, reason }) => `经批准延至${spokenDay(to)}（${reason}）`),
    ...spans(pauses).map(
      ({ from, to, why: reason }) =>
        `${spokenDay(from)}至${spokenDay(to)}中止计时${daysIn({ from, to })}天（${reason}）`,
    ),
  ]
  return changes.length
    ? `${base}；原定${spokenDay(first)}，${changes.join('，')}，现为${spokenDay(due)}。`
    : why
}

/** The term with another day: what was told of the old one and is not yet true of the new is forgotten. */
function moved(term: Term, day: Counted, now: Instant): Term {
  const { dueAt: _, ...rest } = term
  const same = term.due === day.due
  const next: Term = {
    ...rest,
    ...day,
    rank: `${day.due}#${term._id}`,
    turn: same ? term.turn : term.turn + 1,
  }
  const told = next.told.filter(id => (momentAfter(next, id) ?? now) <= now)
  return planned({ ...next, told: same ? next.told : told })
}

/** The term with the moment at which the clock must look at it next. */
export function planned(term: Term): Term {
  const { nextAt: _, ...rest } = term
  const nextAt = nextLook(term)
  return nextAt === undefined ? rest : { ...rest, nextAt }
}

function nextLook(term: Term): Instant | undefined {
  if (term.state === 'ended') return undefined
  if (term.state === 'paused') return startOf(addDays((term.pauses.at(-1) as Pause).to, 1))
  return momentAfter(term)
}

/** The moment after which a term is late: its own, or the end of its last day. */
export const endOf = ({ due, dueAt }: Pick<Term, 'due' | 'dueAt'>): Instant =>
  dueAt ?? startOf(addDays(due, 1))

/** The ended term. Undefined where it has ended already. */
export const ended = (term: Term): Term | undefined =>
  termAfter(term.state, 'end') ? planned({ ...term, state: 'ended', open: false }) : undefined

/** Days left, and of how many, for a ring: what does not count is in neither. */
export const daysGiven = (term: Pick<Term, 'from' | 'due' | 'pauses'>): number =>
  daysBetween(dayOf(term.from), term.due) - term.pauses.reduce((sum, pause) => sum + daysIn(pause), 0)
