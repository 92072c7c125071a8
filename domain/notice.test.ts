import { checklists } from './checklist'
import {
  demandFor,
  isOpen,
  type NoticeState,
  type NoticeStep,
  noticeAfter,
  noticeStates,
  noticeSteps,
  urgencyOf,
} from './notice'
import { reviewForm } from './notice-form'

const states = Object.keys(noticeStates) as NoticeState[]
const steps = Object.keys(noticeSteps) as NoticeStep[]

test('every state of a correction can be reached, and every open one can be ended', () => {
  const reach = (from: NoticeState): Set<NoticeState> => {
    const seen = new Set([from])
    for (const state of seen) for (const step of steps) seen.add(noticeAfter(state, step) ?? state)
    return seen
  }
  expect([...reach('drafted')].sort()).toEqual([...states].sort())
  for (const state of states.filter(isOpen)) expect(reach(state)).toContain('closed')
})

test('a closed correction and a void one stay what they are', () => {
  for (const step of steps) {
    expect(noticeAfter('closed', step)).toBeUndefined()
    expect(noticeAfter('void', step)).toBeUndefined()
  }
})

test('the last day is still in time; the next is overdue', () => {
  expect(urgencyOf('2026-07-28', '2026-07-24')).toBe('calm')
  expect(urgencyOf('2026-07-28', '2026-07-25')).toBe('soon')
  expect(urgencyOf('2026-07-28', '2026-07-28')).toBe('soon')
  expect(urgencyOf('2026-07-28', '2026-07-29')).toBe('overdue')
})

test('an order names fact, correction and a duty of the enterprise; powers and voluntary matters are not ordered', () => {
  const without = [...checklists.producer, ...checklists.seller].filter(row => !demandFor(row.id, undefined))
  expect(without.map(row => row.id)).toEqual(['P-15', 'P-21', 'S-11'])
  for (const row of [...checklists.producer, ...checklists.seller]) {
    const demand = demandFor(row.id, undefined)
    if (!demand) continue
    expect(demand.correction).toMatch(/依据：.*《.+》.*。$/)
    expect(demand.correction).not.toMatch(
      /own knowledge|order|undefined|第1[38]条|第4[3-8]条|第50条|第5[345]条|第66条/,
    )
    expect(demand.fact.length + demand.correction.length).toBeLessThanOrEqual(300)
  }
  expect(demandFor('P-13', '检定证书已过有效期')?.fact).toBe('检验设备：检定证书已过有效期。')
})

test('a re-check may fail again and again', () => {
  expect(noticeAfter('failed', 'fail')).toBe('failed')
})

test('产品质量法 17: a failed re-check says what is still wrong', () => {
  const form = {
    notice: '1'.repeat(32),
    colleague: '2'.repeat(32),
    passed: false,
    remark: '',
    at: 1_790_000_000_000,
  }
  expect(reviewForm.safeParse(form).success).toBe(false)
  expect(reviewForm.safeParse({ ...form, remark: '证书未取得' }).success).toBe(true)
  expect(reviewForm.safeParse({ ...form, passed: true }).success).toBe(false)
})
