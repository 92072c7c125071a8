import type { Path } from '../../client/src/cloud/call'
import type { Role } from '../../domain/posts'
import { type Bureau, freshCloud, openBureau } from './bureau'
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
  // The unit's chain is read, though it be empty; the number stands in the register.
  'enforcement.draft': 13,
  'enforcement.resubmit': 18,
  'enforcement.seal': 7,
  'enforcement.serve': 8,
  'enforcement.void': 11,
  'enforcement.acknowledge': 7,
  'enforcement.answer': 7,
  'enforcement.review': 8,
  'enforcement.read': 2,
  'print.notice': 5,
  'statistics.unit': 4,
  'statistics.board': 3,
  'statistics.records': 2,
  'enforcement.completeService': 9,
  'paper.begin': 4,
  'paper.draft': 9,
  'paper.revise': 8,
  'paper.submit': 11,
  // With a picture: earlier entry, download, upload.
  'paper.seal': 10,
  'paper.serving': 3,
  'paper.serve': 8,
  'paper.completeService': 9,
  'paper.void': 10,
  'paper.enterLate': 9,
  'paper.read': 4,
  'paper.list': 2,
  'paper.numbers': 3,
  'paper.reserveBlock': 8,
  'paper.returnBlock': 7,
  'paper.gaps': 4,
  'paper.address': 4,
  'paper.confirmAddress': 11,
  'paper.withdrawAddress': 7,
  // A head's: papers before a post that nobody holds are his to hand on.
  'approval.list': 3,
  'approval.read': 4,
  // Paper, its place in the chain, its term and number; author told.
  'approval.agree': 15,
  'approval.agreeAll': 15,
  'approval.sendBack': 13,
  'approval.passOn': 15,
  'approval.chains': 3,
  'approval.setChain': 8,
}

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
}, 60_000)
afterAll(() => cloud.close())

const holders: Partial<Record<Path, Role>> = {
  'office.admit': 'head',
  'enforcement.acknowledge': 'enterprise',
  'enforcement.answer': 'enterprise',
  'approval.list': 'head',
  'approval.read': 'head',
  'approval.agree': 'head',
  'approval.agreeAll': 'head',
  'approval.sendBack': 'head',
  'approval.passOn': 'head',
  'approval.chains': 'head',
  'approval.setChain': 'head',
}

test.each(paths)('%s keeps within its calls', async path => {
  const role = holders[path] ?? 'officer'
  const caller = { head: bureau.head, enterprise: bureau.maker, officer: bureau.officer }[role as 'officer']
  const input = everything[path](await subjectOf(cloud, bureau, path), role)
  const before = cloud.calls().length
  const answer = await caller.ask(path, input)
  expect(answer).toMatchObject({ ok: true })
  const [invocation] = cloud.calls().slice(before)
  expect(invocation?.actions.length).toBeGreaterThan(0)
  expect(`${path} ${invocation?.actions.length}`).toBe(
    `${path} ${Math.min(invocation?.actions.length ?? 0, budgets[path])}`,
  )
})
