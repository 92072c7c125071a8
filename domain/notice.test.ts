import { checklists } from './checklist'
import {
  demandFor,
  isOpen,
  type NoticeState,
  type NoticeStep,
  noticeAfter,
  noticeStates,
  noticeSteps,
  reviewForm,
  urgencyOf,
} from './notice'

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

test('every checklist item offers a demand that fits the form', () => {
  for (const row of [...checklists.producer, ...checklists.seller]) {
    const demand = demandFor(row.id, '记录不全')
    expect(demand.fact).toMatch(/：记录不全$/)
    expect(demand.correction).not.toMatch(/own knowledge|order|undefined|notice/)
    expect(demand.correction.length).toBeLessThanOrEqual(300)
  }
})

test('产品质量法 17: a failed re-check says what is still wrong', () => {
  const form = { notice: '1'.repeat(32), passed: false, remark: '', at: 1_790_000_000_000 }
  expect(reviewForm.safeParse(form).success).toBe(false)
  expect(reviewForm.safeParse({ ...form, remark: '证书未取得' }).success).toBe(true)
})
