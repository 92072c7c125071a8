import fc from 'fast-check'
import {
  awayObjection,
  heldFor,
  isAwayOn,
  isTasksOnly,
  kindsObjection,
  LONGEST_AWAY,
  mayStandIn,
} from './away'
import { addDays } from './calendar'
import { carried } from './holding'
import type { PostHolder } from './people'
import { type Post, postFor, postsOn, type Role, roles } from './posts'

const today = '2026-07-10'
const post = (id: string, role: Role, more: Partial<PostHolder> = {}): PostHolder => ({
  _id: id,
  role,
  org: '360722',
  person: id,
  name: `${roles[role]}甲`,
  certificate: '',
  ...more,
})
const head = post('head', 'head')
const deputy = post('deputy', 'deputy')
const days = (from: number, to: number) => ({ from: addDays(today, from), to: addDays(today, to) })
const away = (from: number, to: number) => ({
  ...days(from, to),
  post: 'other',
  name: '他人',
  kinds: [],
  reason: '出差',
})

test.each<[string, { from: string; to: string }, PostHolder, PostHolder, Post[], string | undefined]>([
  ['from today for three days', days(0, 2), head, deputy, [], undefined],
  ['one day', days(5, 5), head, deputy, [], undefined],
  ['ends before it begins', days(3, 2), head, deputy, [], 'to'],
  ['began yesterday', days(-1, 2), head, deputy, [], 'from'],
  ['ninety days', days(0, LONGEST_AWAY - 1), head, deputy, [], undefined],
  ['ninety-one days', days(0, LONGEST_AWAY), head, deputy, [], 'to'],
  [
    'himself, by another post of his',
    days(0, 2),
    head,
    post('two', 'deputy', { person: 'head' }),
    [],
    'standIn',
  ],
  ['somebody of another county', days(0, 2), head, post('x', 'deputy', { org: '360723' }), [], 'standIn'],
  ['a post nobody holds', days(0, 2), head, post('x', 'deputy', { person: '' }), [], 'standIn'],
  ['an officer for the head', days(0, 2), head, post('x', 'officer'), [], 'standIn'],
  ['an enterprise’s person', days(0, 2), head, post('x', 'enterprise'), [], 'standIn'],
  ['an officer for a leader', days(0, 2), post('l', 'leader'), post('x', 'officer'), [], undefined],
  ['an officer for an officer', days(0, 2), post('o', 'officer'), post('x', 'officer'), [], undefined],
  ['for an enterprise’s person', days(0, 2), post('e', 'enterprise'), deputy, [], 'post'],
  ['for a vacant post', days(0, 2), post('h', 'head', { person: '' }), deputy, [], 'post'],
  [
    'away himself on the last day',
    days(0, 2),
    head,
    post('d', 'deputy', { away: away(2, 4) }),
    [],
    'standIn',
  ],
  ['away himself later', days(0, 2), head, post('d', 'deputy', { away: away(3, 4) }), [], undefined],
  ['set before', days(5, 6), post('h', 'head', { away: away(0, 2) }), deputy, [], 'from'],
  ['set before and over', days(0, 2), post('h', 'head', { away: away(-5, -1) }), deputy, [], undefined],
  [
    'stands in for another in those days: a deputy of a deputy',
    days(0, 2),
    deputy,
    post('l', 'leader'),
    [heldFor(carried(head), '局长甲', away(2, 4))],
    'from',
  ],
  [
    'stood in for another before',
    days(0, 2),
    deputy,
    post('l', 'leader'),
    [heldFor(carried(head), '局长甲', away(-4, -1))],
    undefined,
  ],
])('an absence: %s', (_what, span, one, standIn, holding, field) => {
  expect(awayObjection(span, one, standIn, holding, today)?.field).toBe(field)
})

test('nobody stands in who may not approve, except an officer for the tasks of a leader or an officer', () => {
  const all = Object.keys(roles) as Role[]
  const pairs = all.flatMap(of => all.filter(role => mayStandIn(role, of)).map(role => `${role} for ${of}`))
  expect(pairs.filter(pair => pair.startsWith('officer'))).toEqual([
    'officer for leader',
    'officer for officer',
  ])
  expect(pairs.filter(pair => /admin|enterprise/.test(pair))).toEqual([])
  expect(pairs.filter(pair => /chief/.test(pair))).toEqual(['chief for chief'])
})

test('an officer who stands in for a leader works his tasks and approves no paper', () => {
  const held = (tasksOnly: boolean) => [
    heldFor(carried(post('l', 'leader')), '所长甲', { ...away(0, 2), tasksOnly }),
  ]
  expect(isTasksOnly('officer', 'leader')).toBe(true)
  const place = { unit: '360722' }
  expect(postFor(held(true), 'task.work', place)).toBeDefined()
  expect(postFor(held(true), 'paper.approve', place)).toBeUndefined()
  expect(postFor(held(false), 'paper.approve', place)).toBeDefined()
})

test('certain papers are given to who approves, not to an officer', () => {
  const [leader, officer] = [post('l', 'leader'), post('x', 'officer')]
  expect(kindsObjection(['DOC-06'], head, deputy)).toBeUndefined()
  expect(kindsObjection([], leader, officer)).toBeUndefined()
  expect(kindsObjection(['DOC-06'], leader, officer)?.field).toBe('kinds')
  expect(kindsObjection(['DOC-06'], officer, leader)?.field).toBe('kinds')
})

test('whatever was not objected to is carried on its days and on no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 120 }), fc.integer({ min: -5, max: 120 }), (from, to) => {
      const span = days(from, to)
      if (awayObjection(span, head, deputy, [], today)) return
      const held = heldFor(carried(head), head.name, { ...away(from, to), post: 'deputy' })
      for (const on of [from - 1, from, to, to + 1]) {
        const day = addDays(today, on)
        expect(postsOn([held], day).length === 1).toBe(on >= from && on <= to)
        expect(isAwayOn(span, day)).toBe(on >= from && on <= to)
      }
    }),
  )
})
