import type { Path } from '../../client/src/cloud/call'
import type { Role } from '../../domain/posts'
import { admitChief, type Bureau, type Caller, freshCloud, openBureau } from './bureau'
import { everything, paths } from './everything'
import { subjectFor } from './subjects'

/**
 * Calls to database and storage each procedure may make when it succeeds, the caller's identity, begin and commit
 * included. A number here goes up only with a reason.
 */
const budgets: Record<Path, number> = {
  // One more where a post belongs to a team: its name.
  'office.me': 2,
  // It gathers what seven contexts hold, side by side, so that the first page is one call; with a team's name 12.
  'office.today': 13,
  'office.requestPost': 7,
  // Two more when somebody waits: the names of the teams, and the posts nobody holds.
  'office.applications': 4,
  'office.admit': 10,
  'office.myApplications': 2,
  'office.withdraw': 7,
  'office.decline': 7,
  'office.teams': 2,
  'office.setUpTeam': 7,
  'office.changeTeam': 8,
  // And four for each post that moves.
  'office.mergeTeam': 9,
  'office.people': 3,
  'office.post': 4,
  'office.movePost': 11,
  'office.renewCertificate': 10,
  'office.takeOver': 11,
  'office.setAway': 13,
  'office.endAway': 11,
  'office.release': 12,
  // One of them lets the record wait to be entered elsewhere; so with the check and the re-check.
  'register.enroll': 9,
  'register.find': 2,
  'inspection.prepare': 3,
  // Two more than before: the second officer is told, and his 24 hours run.
  'inspection.submit': 12,
  'inspection.confirm': 9,
  'inspection.read': 3,
  // The unit's chain is read, though it be empty; the number stands in the register.
  'enforcement.draft': 13,
  // As draft, and the days its author had end.
  'enforcement.resubmit': 18,
  'enforcement.seal': 7,
  // The last one starts the term of the correction.
  'enforcement.serve': 9,
  // As serve: the last one starts the term of the correction.
  'enforcement.completeService': 10,
  // Its number is struck from the register.
  'enforcement.void': 11,
  'enforcement.acknowledge': 7,
  'enforcement.answer': 7,
  // Two end its term; the last puts it among what other systems wait for.
  'enforcement.review': 11,
  'enforcement.read': 2,
  'print.notice': 5,
  'print.paper': 4,
  'print.outside': 6,
  'statistics.unit': 4,
  'statistics.board': 3,
  'statistics.records': 2,
  'task.list': 5,
  // Of a visit, to whoever makes it: the checks that can be its result are one of them.
  'task.read': 4,
  'task.people': 3,
  'task.issue': 10,
  'task.sign': 9,
  'task.assign': 13,
  'task.start': 7,
  'task.report': 7,
  'task.complete': 10,
  'task.return': 10,
  'task.reissue': 13,
  'task.dispute': 11,
  'task.decide': 15,
  'task.cancel': 12,
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
  'campaign.draft': 6,
  'campaign.drop': 7,
  // For one unit; test/functions/campaign.test.ts counts all twenty.
  'campaign.issue': 15,
  'campaign.change': 10,
  'campaign.remind': 11,
  'campaign.decidePlan': 12,
  'campaign.close': 18,
  'campaign.receive': 9,
  'campaign.submitPlan': 14,
  'campaign.report': 11,
  'campaign.list': 2,
  'campaign.read': 6,
  'campaign.plan': 5,
  'campaign.text': 2,
  'campaign.published': 2,
  'outside.list': 3,
  'outside.sheet': 4,
  'outside.table': 4,
  'outside.register': 9,
  'outside.undo': 8,
  'outside.request': 8,
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
  'message.inbox': 4,
  'message.read': 7,
  'message.templates': 1,
  'message.consent': 7,
  'term.list': 3,
  // The request, who may grant it, and a message to each of the two.
  'term.ask': 10,
  'term.grant': 8,
  'term.resume': 7,
  'term.urge': 9,
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
  'office.decline': 'head',
  'office.setUpTeam': 'head',
  'office.changeTeam': 'head',
  'office.mergeTeam': 'head',
  'office.movePost': 'head',
  'office.renewCertificate': 'head',
  'office.takeOver': 'head',
  'office.setAway': 'head',
  'office.endAway': 'head',
  'office.release': 'head',
  'enforcement.acknowledge': 'enterprise',
  'enforcement.answer': 'enterprise',
  'task.list': 'head',
  'task.people': 'head',
  'task.issue': 'chief',
  'task.sign': 'head',
  'task.assign': 'head',
  'task.reissue': 'chief',
  'task.dispute': 'head',
  'task.decide': 'chief',
  'task.cancel': 'chief',
  'campaign.draft': 'chief',
  'campaign.drop': 'chief',
  'campaign.issue': 'chief',
  'campaign.change': 'chief',
  'campaign.remind': 'chief',
  'campaign.decidePlan': 'chief',
  'campaign.close': 'chief',
  'campaign.receive': 'head',
  'campaign.submitPlan': 'head',
  'campaign.report': 'head',
  'approval.list': 'head',
  'approval.read': 'head',
  'approval.agree': 'head',
  'approval.agreeAll': 'head',
  'approval.sendBack': 'head',
  'approval.passOn': 'head',
  'approval.chains': 'head',
  'approval.setChain': 'head',
  'term.grant': 'head',
  'term.urge': 'head',
  'urgent.answer': 'chief',
}

test.each(paths)('%s keeps within its calls', async path => {
  const role = holders[path] ?? 'officer'
  const { head, maker, officer } = bureau
  const caller = { head, enterprise: maker, officer, chief }[role as 'officer']
  const input = everything[path](await subjectFor(cloud, bureau, path, role), role)
  const before = cloud.calls().length
  const answer = await caller.ask(path, input)
  expect(answer).toMatchObject({ ok: true })
  const [invocation] = cloud.calls().slice(before)
  expect(invocation?.actions.length).toBeGreaterThan(0)
  expect(`${path} ${invocation?.actions.length}`).toBe(
    `${path} ${Math.min(invocation?.actions.length ?? 0, budgets[path])}`,
  )
})
