import type { Path } from '../../client/src/cloud/call'
import type { Role } from '../../domain/posts'
import { admitChief, type Bureau, type Caller, freshCloud, openBureau } from './bureau'
import { everything, paths } from './everything'
import { subjectOf } from './subjects'

/**
 * Calls to database and storage each procedure may make when it succeeds, the caller's identity, begin and commit
 * included. A number here goes up only with a reason.
 */
const budgets: Record<Path, number> = {
  'office.me': 1,
  'office.today': 6,
  'office.requestPost': 7,
  'office.applications': 2,
  'office.admit': 10,
  'register.enroll': 8,
  'register.find': 2,
  'inspection.prepare': 3,
  'inspection.submit': 9,
  'inspection.read': 3,
  'enforcement.draft': 11,
  'enforcement.seal': 7,
  // The last one starts the term of the correction.
  'enforcement.serve': 9,
  'enforcement.void': 9,
  'enforcement.acknowledge': 7,
  'enforcement.answer': 7,
  // The last two end its term.
  'enforcement.review': 10,
  'enforcement.read': 2,
  'statistics.unit': 4,
  'statistics.board': 3,
  'statistics.records': 2,
  'message.inbox': 4,
  'message.read': 7,
  'message.templates': 1,
  'message.consent': 7,
  'term.list': 3,
  // The request, who may grant it, and a message to each of the two.
  'term.ask': 10,
  'term.grant': 8,
  'term.resume': 7,
  'term.dailySheet': 3,
  // The enterprise, who is told, the report, its term, and a message to each of the two.
  'urgent.report': 11,
  'urgent.receive': 7,
  // With the end of its term and a message to who reported and to the unit's head.
  'urgent.answer': 11,
  'urgent.read': 2,
  'urgent.list': 2,
}

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau

let chief: Caller
beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  chief = await admitChief(cloud)
}, 60_000)
afterAll(() => cloud.close())

const holders: Partial<Record<Path, Role>> = {
  'office.admit': 'head',
  'enforcement.acknowledge': 'enterprise',
  'enforcement.answer': 'enterprise',
  'term.grant': 'head',
  'urgent.answer': 'chief',
}

test.each(paths)('%s keeps within its calls', async path => {
  const role = holders[path] ?? 'officer'
  const { head, maker, officer } = bureau
  const caller = { head, enterprise: maker, officer, chief }[role as 'officer']
  const input = everything[path](await subjectOf(cloud, bureau), role)
  const before = cloud.calls().length
  const answer = await caller.ask(path, input)
  expect(answer).toMatchObject({ ok: true })
  const [invocation] = cloud.calls().slice(before)
  expect(invocation?.actions.length).toBeGreaterThan(0)
  expect(`${path} ${invocation?.actions.length}`).toBe(
    `${path} ${Math.min(invocation?.actions.length ?? 0, budgets[path])}`,
  )
})
