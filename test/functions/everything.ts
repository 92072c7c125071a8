import type { InputOf, Path } from '../../client/src/cloud/call'
import { dayOf } from '../../domain/calendar'
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
  /** A correction whose 公告 has run its time. */
  announced: string
  /** Waiting applications, by the role that may admit them. */
  application: Partial<Record<Role, string>>
  form: CheckForm
  /** A picture the caller has uploaded himself; anybody else’s is `file.foreign`. */
  scan: Photo
  code: string
  now: number
  deadline: string
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
    }),
  'office.applications': () => ({}),
  'office.admit': ({ application }, role) => submission({ application: application[role] ?? newId() }),
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
  'print.notice': ({ served }) => ({ notice: served, format: 'pdf' as const }),
  'statistics.unit': ({ unit }) => ({ unit }),
  'statistics.board': () => ({}),
  'statistics.records': ({ unit }) => ({ unit, measure: 'checks' as const }),
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
  'paper.address': ({ enterprise }) => ({ enterprise }),
  'paper.confirmAddress': ({ enterprise, scan, now }) =>
    submission({
      enterprise,
      signed: [scan],
      ways: ['post' as const],
      address: '工业园1号',
      since: dayOf(now),
    }),
  'paper.withdrawAddress': ({ enterprise, now }) =>
    submission({ enterprise, on: dayOf(now), reason: '换了地址' }),
  'approval.list': () => ({}),
  'approval.read': ({ waiting: paper }) => ({ paper }),
  'approval.agree': ({ waiting: paper, digest: read }) => submission({ paper, read }),
  'approval.agreeAll': ({ light: paper, lightDigest: read }) => submission({ papers: [{ paper, read }] }),
  'approval.sendBack': ({ waiting: paper }) => submission({ paper, reason: '事实写得不清楚' }),
  'approval.passOn': ({ waiting: paper, legal: to }) => submission({ paper, to, reason: '请先做法制审核' }),
  'approval.chains': ({ unit }) => ({ unit }),
  'approval.setChain': ({ unit, head }) => submission({ unit, kind: 'DOC-24', steps: [head] }),
}

export const paths = Object.keys(everything) as Path[]

/** Procedures that ask about no place: whose they are is said by who calls. */
export const placeless: readonly Path[] = [
  'office.me',
  'office.today',
  'office.requestPost',
  'office.applications',
  'statistics.board',
  'approval.list',
]

const submission = <Content>(content: Content) => ({ id: newId(), content })
