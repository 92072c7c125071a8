import { addDays } from './calendar'
import { cannotAct, certificateStanding, certificateWarning, WARNED_BEFORE } from './certificate'

const until = '2026-07-31'

test.each([
  [-31, 'valid'],
  [-30, 'ending'],
  [-1, 'ending'],
  [0, 'ending'],
  [1, 'expired'],
  [400, 'expired'],
] as const)('%i days after its last day a certificate is %s', (days, standing) => {
  expect(certificateStanding(until, addDays(until, days))).toBe(standing)
})

test('on its last day the certificate still holds, the day after it does not (程序规定 22)', () => {
  expect(cannotAct('检查员甲', until, until)).toBeUndefined()
  expect(cannotAct('检查员甲', until, addDays(until, 1))).toBe(
    '检查员甲的执法证已于7月31日到期，不能执法，请换证并由本局负责人登记',
  )
})

test('its holder is told thirty days before, and on the last day in other words', () => {
  expect(certificateWarning(until, addDays(until, -WARNED_BEFORE - 1))).toBeUndefined()
  expect(certificateWarning(until, addDays(until, -WARNED_BEFORE))).toContain('还有30天到期')
  expect(certificateWarning(until, until)).toContain('今天到期')
  expect(certificateWarning(until, addDays(until, 1))).toContain('已于7月31日到期')
  expect(certificateWarning(undefined, until)).toBeUndefined()
})
