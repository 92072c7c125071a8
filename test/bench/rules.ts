import Big from 'big.js'
import { readDesignation } from '../../domain/cable/designation'
import { judge } from '../../domain/cable/verdict'
import { boundOf, comparable, keeps, marginOf } from '../../domain/cable/verdict/rounding'
import { addDays } from '../../domain/calendar'
import { clock, deadlines } from '../../domain/clocks'
import type { Result } from './say'

const SECOND = 1000

// What is not kept need not be worked out.
let kept: unknown

/** How often `work` runs in a second, one core, after a warm-up; `work` is told the number of its turn. */
function perSecond(work: (turn: number) => unknown): number {
  for (let turn = 0; turn < 5_000; turn++) kept = work(turn)
  const began = performance.now()
  let turn = 0
  while (performance.now() - began < SECOND) for (let i = 0; i < 200; i++) kept = work(turn++)
  if (kept === undefined) throw new Error('nothing was worked out')
  return (turn * SECOND) / (performance.now() - began)
}

/** The rules alone: verdicts, clocks and readings in a second. */
export async function rules(say: (result: Result) => void): Promise<void> {
  const read = readDesignation('BV 2.5')
  if (!read.ok) throw new Error(read.trouble.message)
  const { cable } = read
  const values = Array.from({ length: 100 }, (_, i) => (7 + i / 100).toFixed(2))
  const unit = 'per second'
  const resistance = (turn: number, more: object = {}) =>
    judge(cable, [{ indicator: 'resistance', value: values[turn % 100] as string, ...more }])
  const limit = boundOf('7.41', 'max')
  const decimals = values.map((value, i) => new Big(`${value}${i}`))
  say({
    name: 'verdicts.per.second',
    value: perSecond(turn => keeps(comparable(decimals[turn % 100] as Big, limit), limit)),
    unit,
    context: 'the rule: a decimal rounded by GB/T 8170 and held against its limit',
  })
  say({
    name: 'verdicts.margin.per.second',
    value: perSecond(turn => marginOf(comparable(decimals[turn % 100] as Big, limit), limit)),
    unit,
    context: 'the margin in per cent, one division',
  })
  say({
    name: 'verdicts.whole.per.second',
    value: perSecond(turn => resistance(turn)),
    unit,
    context: 'judge(): conductor resistance as typed, with margin, sentence and source',
  })
  say({
    name: 'verdicts.corrected.per.second',
    value: perSecond(turn => resistance(turn, { temperature: '27' })),
    unit,
    context: 'conductor resistance read at 27 °C',
  })
  const counted = deadlines.filter(one => ['wd', 'cd', 'month', 'year'].includes(one.unit))
  say({
    name: 'clocks.per.second',
    value: perSecond(turn =>
      clock(counted[turn % counted.length]?.id as string, addDays('2026-01-05', turn % 300)),
    ),
    unit,
    context: `${counted.length} kinds of deadline, with the reason in words`,
  })
  say({
    name: 'designations.per.second',
    value: perSecond(turn => readDesignation(`ZC-YJV22-0.6/1kV ${(turn % 4) + 1}×95+1×50`)),
    unit,
    context: 'ZC-YJV22-0.6/1kV 3×95+1×50',
  })
}
