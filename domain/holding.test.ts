import fc from 'fast-check'
import { addDays } from './calendar'
import {
  carried,
  handedOn,
  heldSince,
  isVacant,
  type Leaving,
  leavingObjection,
  takerObjection,
} from './holding'
import type { PostHolder } from './people'

const today = '2026-07-10'
const post = (more: Partial<PostHolder> = {}): PostHolder => ({
  _id: 'p1',
  role: 'officer',
  org: '360722',
  person: 'a',
  name: '检查员甲',
  certificate: '赣B1',
  certificateUntil: '2027-01-01',
  openid: 'open-a',
  holders: [{ person: 'a', name: '检查员甲', from: '2026-07-01' }],
  ...more,
})
const taker = { person: 'b', name: '检查员乙', certificate: '赣B2', openid: 'open-b' }

test('a post that is handed on keeps its id, its place and its history, and nothing of who left', () => {
  const before = post({
    team: '360722.jiading',
    away: { post: 'p2', name: '丙', from: today, to: today, kinds: [], reason: '出差' },
  })
  const after = handedOn(before, taker, '2026-07-09', today)
  expect(after).toEqual({
    _id: 'p1',
    role: 'officer',
    org: '360722',
    team: '360722.jiading',
    ...taker,
    holders: [
      { person: 'a', name: '检查员甲', from: '2026-07-01', to: '2026-07-09' },
      { person: 'b', name: '检查员乙', from: today },
    ],
  })
  expect(carried(after)).toEqual({ ...carried(before) })
})

test('without a successor the post is vacant, and whoever takes it over later stands below', () => {
  const vacant = handedOn(post(), undefined, today, today)
  expect(isVacant(vacant)).toBe(true)
  expect(vacant).not.toHaveProperty('openid')
  expect(vacant).not.toHaveProperty('certificateUntil')
  expect(heldSince(vacant)).toBeUndefined()
  expect(handedOn(vacant, taker, '2026-08-01', '2026-08-01').holders).toEqual([
    { person: 'a', name: '检查员甲', from: '2026-07-01', to: today },
    { person: 'b', name: '检查员乙', from: '2026-08-01' },
  ])
})

test('however often it is handed on, only the last holder has no end, and no holder gets lost', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), steps => {
      let one = post()
      steps.forEach((taken, i) => {
        const on = addDays(today, i)
        one = handedOn(one, taken ? { ...taker, person: `p${i}` } : undefined, on, on)
      })
      const holders = one.holders ?? []
      expect(holders).toHaveLength(1 + steps.filter(Boolean).length)
      expect(holders.filter(({ to }) => !to)).toHaveLength(isVacant(one) ? 0 : 1)
      if (!isVacant(one)) expect(holders.at(-1)?.person).toBe(one.person)
    }),
  )
})

test.each<[string, Partial<PostHolder>, Partial<PostHolder>, RegExp | undefined]>([
  ['a colleague with a certificate', {}, {}, undefined],
  ['himself', {}, { person: 'a' }, /另一位/],
  ['nobody', {}, { person: '' }, /没有人/],
  ['somebody of another county', {}, { org: '360723' }, /本单位/],
  ['somebody without a certificate', {}, { certificate: '' }, /没有执法证/],
  ['somebody whose certificate ended yesterday', {}, { certificateUntil: '2026-07-09' }, /7月9日到期/],
  ['somebody whose certificate ends today', {}, { certificateUntil: today }, undefined],
  ['an enterprise’s person', {}, { role: 'enterprise', enterprise: 'e1' }, /同一企业/],
  ['an officer for a leader, without a certificate', { role: 'leader' }, { certificate: '' }, undefined],
])('taking over a post: %s', (_who, of, by, why) => {
  const objection = takerObjection(post(of), post({ _id: 'p2', person: 'b', name: '检查员乙', ...by }), today)
  if (why) expect(objection?.message).toMatch(why)
  else expect(objection).toBeUndefined()
})

const leaving: Leaving = { on: today, today, others: 1, successor: false, byAdmin: false, bySelf: false }
const head = post({ role: 'head', name: '局长甲' })

test.each<[string, PostHolder, Partial<Leaving>, RegExp | undefined]>([
  ['today', post(), {}, undefined],
  ['tomorrow', post(), { on: '2026-07-11' }, /还没有到/],
  ['before he came', post(), { on: '2026-06-30' }, /7月1日任职/],
  ['the day he came', post(), { on: '2026-07-01' }, undefined],
  ['an officer with no other one', post(), { others: 0 }, undefined],
  ['one of two heads', head, {}, undefined],
  ['the last head', head, { others: 0 }, /最后一位负责人/],
  ['the last head, by himself', head, { others: 0, bySelf: true }, /最后一位负责人/],
  ['the last head, with a successor', head, { others: 0, successor: true }, undefined],
  ['the last head, by the city', head, { others: 0, byAdmin: true }, undefined],
  [
    'the last administrator, by himself',
    post({ role: 'admin' }),
    { others: 0, byAdmin: true, bySelf: true },
    /最后一位市级管理员/,
  ],
])('leaving a post: %s', (_what, one, more, why) => {
  const objection = leavingObjection(one, { ...leaving, ...more })
  if (why) expect(objection?.message).toMatch(why)
  else expect(objection).toBeUndefined()
})
