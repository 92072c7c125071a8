import type { ContentOf, InputOf, Path } from '../../client/src/cloud/call'
import { addDays, dayOf } from '../../domain/calendar'
import type { CampaignForm, Plan } from '../../domain/campaign'
import type { CheckForm } from '../../domain/check'
import type { Photo } from '../../domain/evidence'
import { type Demand, demandFor } from '../../domain/notice'
import type { PaperFields } from '../../domain/papers'
import type { Role } from '../../domain/posts'
import { newId } from './bureau'

/** What a call can be about. */
export type Subject = {
  unit: string
  enterprise: string
  check: string
  /** A check with P-13 不符合 of which no order has been made. */
  found: string
  /** Post of the second officer. */
  colleague: string
  /** In the states in which the steps that are tried can be taken. */
  drafted: string
  sealed: string
  served: string
  answered: string
  /** One that waits for the head, its digest, and one that came back. */
  waiting: string
  digest: string
  /** One that burdens nobody. */
  light: string
  lightDigest: string
  returned: string
  head: string
  legal: string
  /** Papers of the file, by how far they are; and a block with numbers left. */
  papers: { draft: string; numbered: string; sealed: string; announced: string; fields: PaperFields }
  block: string
  /** An enterprise that has confirmed where papers reach it. */
  reachable: string
  /** A correction whose 公告 has run its time. */
  announced: string
  /** Waiting applications, by the role that may admit them. */
  application: Partial<Record<Role, string>>
  /** A role the first officer has asked for himself. */
  asking: Role & ContentOf<'office.withdraw'>['role']
  /** Running terms of the first officer: as it is, with a request of his, paused. */
  term: string
  asked: string
  paused: string
  /** One to the first officer that he has not read. */
  message: string
  urgent: string
  form: CheckForm
  /** Tasks by how they stand: `issued` to the unit, `held` by an officer who is to visit an enterprise, `disputed`, `returned` to its issuer. */
  tasks: { issued: string; signed: string; held: string; disputed: string; returned: string }
  /** A picture the caller has uploaded himself; anybody else’s is `file.foreign`. */
  scan: Photo
  campaignForm: CampaignForm
  planForm: Plan
  /** Campaigns for the unit alone: not issued; running and 公开; running, its plan handed in. */
  campaignDraft: string
  campaignRunning: string
  campaignPlanned: string
  /** Waits to be entered elsewhere; has been entered. */
  outsideWaiting: string
  outsideEntered: string
  code: string
  now: number
  deadline: string
  /** A check whose second officer is the bureau's first. */
  unconfirmed: string
  /** The bureau's posts by role; under `admin`, the chief who stands in for the chief. */
  posts: Partial<Record<Role, string>>
  /** An officer who may leave, one who is away, and a post nobody holds. */
  leaver: string
  absent: string
  vacant: string
  team: string
  otherTeam: string
  /** A day to which the running term can be extended. */
  later: string
}

/**
 * A sound input for every procedure there is. TypeScript refuses a router with a procedure that is not here, so
 * that authority and hostile input are tried on a new procedure the day it is born.
 */
export const everything: { [P in Path]: (subject: Subject, role: Role) => InputOf<P> } = {
  'office.me': () => ({}),
  'office.today': () => ({}),
  'office.requestPost': ({ unit }) =>
    submission({
      name: '申请人甲',
      phone: '13900000002',
      role: 'officer' as const,
      org: unit,
      certificate: '赣B0009',
      certificateUntil: '2099-12-31',
    }),
  'office.applications': () => ({}),
  'office.myApplications': () => ({}),
  'office.withdraw': ({ asking: role }) => submission({ role }),
  'office.admit': ({ application }, role) => submission({ application: application[role] ?? newId() }),
  'office.decline': ({ application }, role) =>
    submission({ application: application[role] ?? newId(), reason: '不是本局人员' }),
  'office.teams': ({ unit }) => ({ unit }),
  'office.setUpTeam': ({ unit }) =>
    submission({ unit, name: `所${newId().slice(0, 8)}`, kind: 'brigade' as const, towns: ['嘉定镇'] }),
  'office.changeTeam': ({ team }) =>
    submission({ team, name: `所${newId().slice(0, 8)}`, kind: 'section' as const, towns: [] }),
  'office.people': ({ unit }) => ({ unit }),
  'office.post': ({ leaver: post }) => ({ post }),
  'office.movePost': ({ leaver: post, team }) => submission({ post, team }),
  'office.mergeTeam': ({ team, otherTeam: into }) => submission({ team, into }),
  'office.renewCertificate': ({ leaver: post }) =>
    submission({ post, certificate: '赣B8', until: '2099-12-31' }),
  'office.takeOver': ({ vacant: post, leaver: by }) => submission({ post, by }),
  'office.setAway': (subject, role) => {
    const { posts, colleague, now } = subject
    const own = role === 'head' ? subject.leaver : (posts[role] ?? posts.head)
    const standIn = { officer: colleague, deputy: posts.head, chief: posts.admin, head: colleague }[
      role as 'head'
    ]
    // A day of its own for each: nobody who is away stands in.
    const at = ['officer', 'leader', 'legal', 'deputy', 'head', 'chief'].indexOf(role)
    const day = addDays(dayOf(now), 10 + at)
    return submission({
      post: own as string,
      from: day,
      to: day,
      standIn: standIn ?? (posts.deputy as string),
      kinds: [],
      reason: '出差',
    })
  },
  'office.endAway': (subject, role) =>
    submission({
      post: (role === 'head' ? subject.absent : (subject.posts[role] ?? subject.posts.head)) as string,
    }),
  'office.release': ({ leaver: post, now }) => submission({ post, on: dayOf(now), reason: '调离' }),
  'register.enroll': ({ unit, code }) =>
    submission({
      name: '新企业（演示）',
      code,
      kind: 'seller' as const,
      unit,
      address: '建材市场9号',
      contact: { name: '店主甲', phone: '0797-8388216' },
    }),
  'register.find': ({ unit }) => ({ text: '电', unit }),
  'inspection.prepare': ({ enterprise }) => ({ enterprise }),
  'inspection.submit': ({ form }) => submission(form),
  'inspection.confirm': ({ unconfirmed: check }) => submission({ check, agreed: true }),
  'inspection.read': ({ check }) => ({ check }),
  'enforcement.draft': ({ found: check, deadline }) =>
    submission({ check, demands: [demandFor('P-13', '检定证书已过有效期') as Demand], deadline }),
  'enforcement.resubmit': ({ returned: notice, deadline }) =>
    submission({ notice, demands: [demandFor('P-13', '检定证书已过有效期') as Demand], deadline }),
  'enforcement.seal': ({ drafted }) => submission({ notice: drafted }),
  'enforcement.serve': ({ sealed, colleague, now }) =>
    submission({ notice: sealed, way: 'direct' as const, colleague, receiver: '厂长甲', at: now }),
  'enforcement.void': ({ drafted }) => submission({ notice: drafted, reason: '事实写错' }),
  'enforcement.acknowledge': ({ served }) => submission({ notice: served }),
  'enforcement.answer': ({ served }) => submission({ notice: served, words: '已整改', photos: [] }),
  'enforcement.review': ({ answered, colleague, now }) =>
    submission({ notice: answered, colleague, passed: true, remark: '已改正', at: now }),
  'enforcement.read': ({ served }) => ({ notice: served }),
  'print.outside': ({ unit }) => ({ unit, system: 'gongpincha', kind: 'check' as const }),
  'print.paper': ({ papers }) => ({ paper: papers.sealed, format: 'pdf' as const }),
  'print.notice': ({ served }) => ({ notice: served, format: 'pdf' as const }),
  'statistics.unit': ({ unit }) => ({ unit }),
  'statistics.board': () => ({}),
  'statistics.records': ({ unit }) => ({ unit, measure: 'checks' as const }),
  'task.list': () => ({ list: 'desk' as const }),
  'task.read': ({ tasks }) => ({ task: tasks.held }),
  'task.people': () => ({}),
  'task.issue': ({ unit, colleague, deadline }, role) =>
    submission({
      title: '排查建材市场',
      ask: '逐家核对进货查验记录',
      kind: 'survey' as const,
      due: deadline,
      to: [role === 'chief' ? { unit } : { unit, post: colleague }],
      secret: false,
    }),
  'task.sign': ({ tasks }) => submission({ task: tasks.issued }),
  'task.assign': ({ unit, tasks, colleague }) =>
    submission({ tasks: [{ task: tasks.issued, seen: 1 }], to: { unit, post: colleague } }),
  'task.start': ({ tasks }) => submission({ task: tasks.held }),
  'task.report': ({ tasks }) => submission({ task: tasks.held, words: '已查3家' }),
  'task.complete': ({ tasks }) => submission({ task: tasks.held, words: '已办完' }),
  'task.return': ({ tasks }) => submission({ task: tasks.held, reason: '不在本所辖区' }),
  'task.reissue': ({ unit, tasks, colleague }, role) =>
    submission({ task: tasks.returned, to: role === 'chief' ? { unit } : { unit, post: colleague } }),
  'task.dispute': ({ unit, tasks }) =>
    submission({ task: tasks.signed, thinks: unit === '360724' ? '360725' : '360724', reason: '不在本县' }),
  'task.decide': ({ unit, tasks }) => submission({ task: tasks.disputed, lead: unit, words: '由你局办理' }),
  'task.cancel': ({ tasks }) => submission({ task: tasks.issued, reason: '重复下发' }),
  'enforcement.completeService': ({ announced: notice }) => submission({ notice }),
  'paper.begin': ({ unit, enterprise }) => ({ unit, kind: 'DOC-18', enterprise }),
  'paper.draft': ({ unit, enterprise, papers }) =>
    submission({ unit, kind: 'DOC-18', about: { enterprise }, fields: papers.fields }),
  'paper.revise': ({ papers }) => submission({ paper: papers.draft, fields: papers.fields }),
  'paper.submit': ({ papers }) => submission({ paper: papers.draft }),
  'paper.seal': ({ papers, scan }) => submission({ paper: papers.numbered, scan: [scan] }),
  'paper.serving': ({ unit, enterprise }) => ({ unit, enterprise }),
  'paper.serve': ({ papers, colleague, now }) =>
    submission({ paper: papers.sealed, way: 'direct' as const, colleague, receiver: '厂长甲', at: now }),
  'paper.completeService': ({ papers }) => submission({ paper: papers.announced }),
  'paper.void': ({ papers }) => submission({ paper: papers.numbered, reason: '事实写错' }),
  'paper.enterLate': ({ unit, scan, now }) =>
    submission({ unit, kind: 'DOC-18', about: {}, on: dayOf(now), scan: [scan] }),
  'paper.read': ({ papers }) => ({ paper: papers.sealed }),
  'paper.list': ({ unit }) => ({ unit, by: { what: 'pile' as const, pile: 'seal' as const } }),
  'paper.numbers': ({ unit }) => ({ unit }),
  'paper.reserveBlock': ({ unit }) => submission({ unit, kind: 'DOC-18', count: 3 }),
  'paper.returnBlock': ({ block }) => submission({ block }),
  'paper.gaps': ({ unit, now }) => ({ unit, kind: 'DOC-18', year: dayOf(now).slice(0, 4) }),
  'paper.address': ({ reachable: enterprise }) => ({ enterprise }),
  'paper.confirmAddress': ({ enterprise, scan, now }) =>
    submission({
      enterprise,
      signed: [scan],
      ways: ['post' as const],
      address: '工业园1号',
      since: dayOf(now),
    }),
  'paper.withdrawAddress': ({ reachable: enterprise, now }) =>
    submission({ enterprise, on: dayOf(now), reason: '换了地址' }),
  'campaign.draft': ({ campaignForm }) => submission(campaignForm),
  'campaign.drop': ({ campaignDraft }) => submission({ campaign: campaignDraft }),
  'campaign.issue': ({ campaignDraft }) => submission({ campaign: campaignDraft }),
  'campaign.change': ({ campaignRunning: campaign }) =>
    submission({ campaign, people: [{ role: '联系人', name: '张三' }], targets: [], told: [] }),
  'campaign.remind': ({ campaignRunning: campaign }) => submission({ campaign, what: 'plan' as const }),
  'campaign.decidePlan': ({ campaignPlanned: campaign, unit }) =>
    submission({ campaign, unit, approved: true, words: '' }),
  'campaign.close': ({ campaignPlanned: campaign }) => submission({ campaign, words: '完成' }),
  'campaign.receive': ({ campaignRunning: campaign, unit }) => submission({ campaign, unit }),
  'campaign.submitPlan': ({ campaignRunning: campaign, unit, planForm }) =>
    submission({ campaign, unit, ...planForm }),
  'campaign.report': ({ campaignRunning: campaign, unit }) =>
    submission({ campaign, unit, line: 'quality' as const, words: '已排查三家', told: [] }),
  'campaign.list': () => ({}),
  'campaign.read': ({ campaignRunning: campaign }) => ({ campaign }),
  'campaign.plan': ({ campaignPlanned: campaign, unit }) => ({ campaign, unit }),
  'campaign.text': ({ campaignRunning: campaign }) => ({ campaign }),
  'campaign.published': () => ({}),
  'outside.list': ({ unit }) => ({ unit, system: 'gongpincha' }),
  'outside.sheet': ({ outsideWaiting: outside }) => ({ outside }),
  'outside.table': ({ unit }) => ({ unit, system: 'gongpincha', kind: 'check' as const }),
  'outside.register': ({ outsideWaiting: outside, deadline }) =>
    submission({ outside, number: `GPC-${newId()}`, none: false, enteredOn: addDays(deadline, -10) }),
  'outside.undo': ({ outsideEntered: outside }) => submission({ outside, reason: '登记错了' }),
  'outside.request': ({ outsideWaiting: outside }) => submission({ outside, system: 'random' }),
  'approval.list': () => ({}),
  'approval.read': ({ waiting: paper }) => ({ paper }),
  'approval.agree': ({ waiting: paper, digest: read }) => submission({ paper, read }),
  'approval.agreeAll': ({ light: paper, lightDigest: read }) => submission({ papers: [{ paper, read }] }),
  'approval.sendBack': ({ waiting: paper }) => submission({ paper, reason: '事实写得不清楚' }),
  'approval.passOn': ({ waiting: paper, legal: to }) => submission({ paper, to, reason: '请先做法制审核' }),
  'approval.chains': ({ unit }) => ({ unit }),
  'approval.setChain': ({ unit, head }) => submission({ unit, kind: 'DOC-24', steps: [head] }),
  'message.inbox': () => ({}),
  'message.read': ({ message }) => submission({ messages: [message] }),
  'message.templates': () => ({}),
  'message.consent': () => submission({ kinds: ['due' as const] }),
  'term.list': ({ unit }) => ({ unit }),
  'term.ask': ({ term, later }) =>
    submission({ term, kind: 'extend' as const, reason: '等检验结果', until: later }),
  'term.grant': ({ asked }) => submission({ term: asked, agreed: true }),
  'term.resume': ({ paused }) => submission({ term: paused }),
  'term.urge': ({ term }) => submission({ term }),
  'term.dailySheet': ({ unit }) => ({ unit }),
  'urgent.report': ({ enterprise, now }) =>
    submission({
      kind: 'accident' as const,
      what: '电缆着火，一人受伤',
      where: '嘉定镇工业园',
      when: now,
      enterprise,
    }),
  'urgent.receive': ({ urgent }) => submission({ urgent }),
  'urgent.answer': ({ urgent }) => submission({ urgent, words: '请立即封存，今晚报进展' }),
  'urgent.read': ({ urgent }) => ({ urgent }),
  'urgent.list': () => ({}),
}

export const paths = Object.keys(everything) as Path[]

/** Procedures that ask about no place: whose they are is said by who calls. */
export const placeless: readonly Path[] = [
  'office.me',
  'office.today',
  'office.requestPost',
  'office.applications',
  'office.myApplications',
  'office.withdraw',
  'statistics.board',
  'task.list',
  'task.people',
  'campaign.list',
  'campaign.published',
  'approval.list',
  'message.inbox',
  'message.read',
  'message.templates',
  'message.consent',
  'urgent.list',
]

const submission = <Content>(content: Content) => ({ id: newId(), content })
