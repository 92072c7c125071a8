import fc from 'fast-check'
import { addDays, daysBetween, startOf } from './calendar'
import {
  agreed,
  asked,
  calendarKnown,
  countedBy,
  ended,
  endOf,
  grantForm,
  OWN_LIMITS,
  offerOf,
  planned,
  recalculated,
  resumed,
  type Term,
  type TermAsk,
  type TermState,
  type TermStep,
  termAfter,
  termStates,
  termSteps,
} from './term'
import type { Trouble } from './trouble'
import * as z from './zod'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const granted = (now: number) => ({ at: now, post: 'head', name: '局长甲' })

/** A term that somebody set: from 3月2日, 15 days. */
const own = (more: Partial<Term> = {}): Term =>
  planned({
    _id: 'r.due',
    unit: '360722',
    record: 'tasks/r',
    title: '交材料',
    page: '/task/one/index',
    owner: 'p1',
    state: 'running',
    open: true,
    from: at('2026-03-02T10:00'),
    due: '2026-03-17',
    first: '2026-03-17',
    why: '局里定的日期',
    provisional: false,
    calendar: calendarKnown,
    rank: '2026-03-17#r.due',
    pauses: [],
    extensions: [],
    told: [],
    turn: 0,
    ...more,
  })

const legal = (row: string, from = at('2026-03-02T10:00'), more: Partial<Term> = {}): Term => {
  const counted = countedBy(row, from)
  if ('code' in counted) throw new Error(counted.message)
  return own({ row, from, ...counted, first: counted.due, ...more })
}

const ask = (term: Term, kind: 'pause' | 'extend', until: string | undefined, now: number): Term => {
  const said = asked(term, kind, until, now)
  if ('code' in said) throw new Error(said.message)
  const request: TermAsk = {
    ...said,
    at: now,
    post: 'p1',
    person: 'x',
    name: '检查员甲',
    reason: '等检验结果',
  }
  return { ...term, ask: request }
}
const trouble = (answer: object): Trouble => answer as Trouble

describe('the state machine', () => {
  const steps = Object.keys(termSteps) as TermStep[]

  test('every state is reached, and from every state but the end there is a way to the end', () => {
    const reached = new Set<TermState>(['running'])
    for (let i = 0; i < 5; i++)
      for (const state of [...reached])
        for (const step of steps) {
          const next = termAfter(state, step)
          if (next) reached.add(next)
        }
    expect([...reached].sort()).toEqual(Object.keys(termStates).sort())
    for (const state of reached) expect(termAfter(state, 'end')).toBe(state === 'ended' ? undefined : 'ended')
    for (const step of steps) expect(termAfter('ended', step)).toBeUndefined()
  })

  test('on every path an open term has an owner, a day, and a moment at which the clock looks at it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            step: fc.constantFrom('pause', 'extend', 'resume', 'end', 'nothing'),
            days: fc.integer({ min: 0, max: 20 }),
          }),
          { maxLength: 8 },
        ),
        path => {
          let term = own()
          let now = at('2026-03-03T09:00')
          for (const { step, days } of path) {
            now += days * 86_400_000 + 3_600_000
            if (step === 'pause' || step === 'extend') {
              const until = addDays(step === 'extend' ? term.due : '2026-03-03', days + 1)
              const said = asked(term, step, until, now)
              if ('code' in said) expect(said.message).toMatch(/[\u4e00-\u9fff]/)
              else term = agreed(ask(term, step, until, now), granted(now)) as Term
            } else if (step === 'resume') term = resumed(term, now) ?? term
            else if (step === 'end') term = ended(term) ?? term
            expect(term.owner).not.toBe('')
            expect(term.due >= '2026-03-17').toBe(true)
            if (term.open) expect(term.nextAt).toEqual(expect.any(Number))
            else expect(term.nextAt).toBeUndefined()
            expect(term.open).toBe(term.state !== 'ended')
          }
        },
      ),
    )
  })
})

describe('a legal row', () => {
  test('举报核查15个工作日（程序规定第18条）：起算、理由、条号', () => {
    expect(legal('R-VERIFY')).toMatchObject({ due: '2026-03-23', provisional: false })
    expect(legal('R-VERIFY').why).toContain('第18条')
  })

  test('当场采取措施24小时内报告（程序规定第33、36条）：到时刻为止', () => {
    const term = legal('P-EVID-24H')
    expect(term.dueAt).toBe(at('2026-03-03T10:00'))
    expect(endOf(term)).toBe(term.dueAt)
  })

  test('延期只有法定的一次：第18条再加15个工作日，第二次说明条文并拒绝', () => {
    const now = at('2026-03-20T10:00')
    expect(offerOf(legal('R-VERIFY'), 'extend', now)).toMatchObject({ until: '2026-04-14' })
    const longer = agreed(ask(legal('R-VERIFY'), 'extend', undefined, now), granted(now)) as Term
    expect(longer).toMatchObject({ due: '2026-04-14', state: 'running', turn: 1 })
    expect(longer.ask).toBeUndefined()
    expect(trouble(offerOf(longer, 'extend', now))).toMatchObject({ code: 'term.twice' })
    expect(trouble(offerOf(longer, 'extend', now)).message).toContain('第18条')
  })

  test('没有规定延长的不能延：投诉受理7个工作日（投诉举报处理办法第15条）', () => {
    const term = legal('C-ACCEPT', at('2026-05-06T10:00'))
    const answer = trouble(offerOf(term, 'extend', at('2026-05-07T10:00')))
    expect(answer.message).toContain('第15条')
    expect(answer.message).toContain('没有规定可以延长')
    expect(trouble(offerOf(term, 'pause', at('2026-05-07T10:00'))).message).toContain('没有规定可以扣除')
  })

  test('检验期间不计入（程序规定第18条）：中止几天，期限后移几个工作日；提前恢复，退回没有用的', () => {
    const now = at('2026-03-10T15:00')
    const paused = agreed(ask(legal('R-VERIFY'), 'pause', '2026-03-19', now), granted(now)) as Term
    expect(paused).toMatchObject({ state: 'paused', due: '2026-04-02', nextAt: startOf('2026-03-20') })
    expect(paused.why).toContain('等检验结果不计入')
    expect(resumed(paused, at('2026-03-20T08:00'))).toMatchObject({ state: 'running', due: '2026-04-02' })
    const early = resumed(paused, at('2026-03-12T08:00')) as Term
    expect(early).toMatchObject({ state: 'running', due: '2026-03-25' })
    expect(resumed(paused, now)).toMatchObject({ due: '2026-03-23' })
  })

  test('批准晚了，从申请之日起不计；中止的日子已经过完的，直接恢复', () => {
    const now = at('2026-03-10T15:00')
    const request = ask(legal('R-VERIFY'), 'pause', '2026-03-12', now)
    expect(agreed(request, granted(at('2026-03-16T09:00')))).toMatchObject({
      state: 'running',
      due: '2026-03-26',
    })
  })

  test('法律没有规定延长多少天的（第55条法制审核），由批准的日期定', () => {
    const term = legal('P-REVIEW')
    const now = at('2026-03-05T10:00')
    const offer = offerOf(term, 'extend', now)
    expect(offer).not.toHaveProperty('until')
    const longer = agreed(ask(term, 'extend', addDays(term.due, 5), now), granted(now)) as Term
    expect(longer.due).toBe(addDays(term.due, 5))
    const paused = agreed(ask(legal('P-DECIDE'), 'pause', '2026-03-14', now), granted(now)) as Term
    expect(daysBetween(legal('P-DECIDE').due, paused.due)).toBeGreaterThanOrEqual(10)
  })

  test('暂定的日期用新的日历重新计算；已经准了的延期和中止都还算数', () => {
    const term = legal('R-VERIFY', undefined, {
      calendar: 2020,
      due: '2026-03-20',
      provisional: true,
      told: ['half'],
    })
    expect(recalculated(term, at('2026-03-03T09:00'))).toMatchObject({
      due: '2026-03-23',
      provisional: false,
      calendar: calendarKnown,
      turn: 1,
      told: [],
    })
    expect(legal('P-DECIDE', at('2027-12-20T10:00')).provisional).toBe(true)
  })
})

describe('a term the office set itself', () => {
  test('is extended up to a limit in all, and says so', () => {
    const now = at('2026-03-10T10:00')
    const latest = addDays('2026-03-17', OWN_LIMITS.extend)
    expect(trouble(asked(own(), 'extend', addDays(latest, 1), now)).code).toBe('term.until')
    const longest = agreed(ask(own(), 'extend', latest, now), granted(now)) as Term
    expect(longest.due).toBe(latest)
    expect(longest.why).toContain('经批准延至')
    expect(trouble(offerOf(longest, 'extend', now)).code).toBe('term.limit')
  })

  test('is not extended once it is late, nor while a request waits, nor where a served paper names the day', () => {
    const now = at('2026-03-10T10:00')
    expect(trouble(offerOf(own(), 'extend', at('2026-03-18T00:00'))).code).toBe('term.late')
    expect(offerOf(own(), 'extend', at('2026-03-17T23:59'))).not.toHaveProperty('code')
    expect(trouble(offerOf(ask(own(), 'extend', '2026-03-20', now), 'pause', now)).code).toBe('term.asked')
    expect(trouble(offerOf(own({ fixed: '改期要另发文书' }), 'extend', now)).message).toBe('改期要另发文书')
    const paused = agreed(ask(own(), 'pause', '2026-03-12', now), granted(now)) as Term
    expect(trouble(offerOf(paused, 'extend', now)).code).toBe('term.state')
    expect(trouble(offerOf(ended(own()) as Term, 'extend', now)).code).toBe('term.state')
  })

  test('paused for so many days it ends so many days later, however early it goes on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 40 }), (length, back) => {
        const now = at('2026-03-05T10:00')
        const until = addDays('2026-03-05', length)
        const paused = agreed(ask(own(), 'pause', until, now), granted(now)) as Term
        expect(paused.due).toBe(addDays('2026-03-17', length + 1))
        const again = resumed(paused, now + back * 86_400_000) as Term
        expect(again.due).toBe(addDays('2026-03-17', Math.min(length + 1, back)))
      }),
    )
  })
})

test('a refusal needs its reason', () => {
  expect(z.safeParse(grantForm, { term: 'r.due', agreed: false }).success).toBe(false)
  expect(z.safeParse(grantForm, { term: 'r.due', agreed: true }).success).toBe(true)
  expect(z.safeParse(grantForm, { term: '../x', agreed: true }).success).toBe(false)
})
