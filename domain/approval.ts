import type { Instant } from './calendar'
import { type Approval, type By, type Paper, stepped } from './paper'
import type { PostHolder } from './people'
import { type Post, type Role, roles, verbs } from './posts'
import type { ProblemCode } from './problems'

/** The step of a chain that is taken by the leader of the author's team (本所所长、本股股长), whoever that is. */
export const LEADER = 'leader'

/** The longest chain. Source: own proposal; 承办人 → 所长 → 法制 → 分管局长 → 局长 has four steps after the author. */
export const MOST_STEPS = 6

/** Papers agreed to at once. Source: own proposal. */
export const MOST_AT_ONCE = 20

/** Working days an approver has. Source: own proposal; the law sets none for agreeing. */
export const APPROVAL_DAYS = 2

/** Working days an author has to correct what came back. Source: own proposal. */
export const CORRECTION_DAYS = 3

/** What a measure taken in an emergency leaves for the head's approval (程序规定 33, 36). */
export const URGENT_MS = 24 * 3_600_000

/** Kinds that may be approved within a day after the measure was taken (程序规定 33, 36). */
export const urgentKinds: readonly string[] = ['DOC-15', 'DOC-16']

/** Kinds of paper of which the law itself says that the head decides. For all others a chain is house practice (domain/16). */
export const headDecides: Readonly<Record<string, string>> = {
  'DOC-11': '行政处罚程序规定第六十条',
  'DOC-14': '行政处罚程序规定第十八条',
  'DOC-15': '行政处罚程序规定第三十三条',
  'DOC-16': '行政处罚程序规定第三十六条',
  'DOC-21': '行政处罚程序规定第六十条',
}

/**
 * A chain (审批流程) of a unit for one kind of paper, as data: posts by id, or `LEADER`, in the order in which they are
 * asked. Without steps nobody has to agree. `_id` is `<unit>:<kind>`.
 */
export type Chain = {
  _id: string
  unit: string
  kind: string
  steps: string[]
  setAt: number
  setBy: string
}

export const chainId = (unit: string, kind: string): string => `${unit}:${kind}`

/** How a paper stands in its chain. */
export const approvalStates = {
  waiting: '待审批',
  agreed: '已批准',
  returned: '退回修改',
  void: '作废',
} as const
export type ApprovalState = keyof typeof approvalStates

/** A paper on its way through its chain: what an approver's list is made of. `_id` is the paper's own. */
export type Approving = {
  _id: string
  unit: string
  kind: string
  title: string
  /** Collection in which the paper lies. */
  carrier: string
  /** The paper's own page, for its author. */
  page: string
  state: ApprovalState
  /** Whose turn it is; empty when it is nobody's. */
  approver: string
  /** Post of the author. */
  author: string
  authorName: string
  /** The author himself: he does not approve, in whatever post. */
  authorPerson: string
  /** Digest of the text that is put before the approvers. */
  digest: string
  /** Since when it waits for this approver. */
  since: number
  /** When the measure was taken that is to be approved afterwards (先行措施，补办批准). */
  urgentAfter?: Instant
  /** Key of the term that runs on it. */
  term: string
  /** Orders a list by time; unique. */
  rank: string
}

/** As much of a post as a chain needs. */
export type Seat = Pick<PostHolder, '_id' | 'role' | 'org' | 'person' | 'name'>

/** Who wrote a paper: he himself, and every post he holds or stands in for. */
export type Author = { person: string; posts: readonly string[] }

/** Why a chain cannot be, in a word for machines and a sentence for people. */
export type ApprovalTrouble = { code: ProblemCode; message: string; step?: number }

const mayApprove = (role: Role): boolean => (verbs['paper.approve'].roles as readonly Role[]).includes(role)

const trouble = (code: ProblemCode, message: string, step?: number): ApprovalTrouble => ({
  code,
  message,
  ...(step === undefined ? {} : { step }),
})

/** What speaks against a post as an approver of a unit's papers; nothing is undefined. */
export function seatTrouble(
  unit: string,
  seat: Seat | undefined,
  step?: number,
): ApprovalTrouble | undefined {
  if (!seat || seat.org !== unit) return trouble('chain.foreign', '审批人应是本单位的岗位，请重新选择', step)
  if (!mayApprove(seat.role))
    return trouble('chain.role', `${roles[seat.role]}${seat.name}不能审批文书，请换一位`, step)
  if (!seat.person) return trouble('chain.vacant', `${roles[seat.role]}这个岗位现在没有人，请换一位`, step)
  return undefined
}

/**
 * What is wrong with a chain somebody sets; undefined when it can be. `seats` are the posts it names, by id; the
 * leader's step is resolved when a paper is submitted.
 */
export function chainTrouble(
  chain: Pick<Chain, 'unit' | 'kind' | 'steps'>,
  seats: ReadonlyMap<string, Seat>,
): ApprovalTrouble | undefined {
  const { unit, kind, steps } = chain
  if (steps.length > MOST_STEPS) return trouble('chain.long', `审批流程最多${MOST_STEPS}步，请减少几步`)
  const people = new Set<string>()
  for (const [at, step] of steps.entries()) {
    const seat = seats.get(step)
    if (steps.indexOf(step) < at || (seat?.person && people.has(seat.person))) {
      const who = step === LEADER ? '所长、股长' : (seat?.name ?? '同一个岗位')
      return trouble('chain.cycle', `${who}在审批流程里出现了两次，请去掉一处`, at)
    }
    if (step === LEADER) continue
    const wrong = seatTrouble(unit, seat, at)
    if (wrong) return wrong
    people.add(seat?.person ?? '')
  }
  const law = headDecides[kind]
  if (!law) return undefined
  if (!steps.length) return trouble('chain.empty', `这类文书须经负责人批准（${law}），审批流程不能为空`)
  const last = seats.get(steps.at(-1) as string)
  return last?.role === 'head'
    ? undefined
    : trouble('chain.head', `这类文书须经负责人批准（${law}），最后一步应为局负责人`, steps.length - 1)
}

/**
 * The chain of one paper: who will be asked, in order. The author never approves: a step that is his own, or that he
 * would take for somebody away, falls to those above him, and so does the leader's where the team has none. Where
 * nobody remains, or the head no longer has the last word although the law gives it to him, there is trouble.
 *
 * @param seats the chain's posts in its order; undefined where there is none
 */
export function boundChain(
  chain: Pick<Chain, 'unit' | 'kind' | 'steps'>,
  seats: readonly (Seat | undefined)[],
  author: Author,
): Approval[] | ApprovalTrouble {
  const { unit, kind, steps } = chain
  const law = headDecides[kind]
  if (law && !steps.length)
    return trouble('chain.empty', `这类文书须经负责人批准（${law}），请本局负责人先设置审批流程`)
  const asked: Seat[] = []
  for (const [at, step] of steps.entries()) {
    const seat = seats[at]
    if (!seat && step === LEADER) continue
    // A post whose holder has left stays asked: its work waits for the next, or the head hands it on.
    const wrong = seatTrouble(unit, seat, at)
    if (!seat || (wrong && wrong.code !== 'chain.vacant'))
      return trouble('chain.foreign', '审批流程里有已经取消或不能审批的岗位，请本局负责人重新设置')
    if (!isOf(author, seat) && !asked.some(one => same(one, seat))) asked.push(seat)
  }
  if (steps.length && !asked.length)
    return trouble(
      'approval.author',
      '审批流程里除了您自己没有别的审批人，请由其他人拟稿，或请局负责人调整流程',
    )
  if (law && asked.at(-1)?.role !== 'head')
    return trouble(
      'approval.author',
      `这类文书须经负责人批准（${law}），自己拟的不能由自己批准，请由其他人拟稿`,
    )
  return asked.map(({ _id, role, name }) => ({ role, post: _id, ...(name ? { name } : {}) }))
}

const same = (one: Seat, other: Seat): boolean =>
  one._id === other._id || (one.person !== '' && one.person === other.person)

const isOf = (author: Author, seat: Pick<Seat, '_id' | 'person'>): boolean =>
  author.posts.includes(seat._id) || (seat.person !== '' && seat.person === author.person)

/** Whether a post may sign papers of a kind: somebody who stands in, only the kinds he was given. */
export const signsFor = (post: Pick<Post, 'standIn'>, kind: string): boolean =>
  !post.standIn || post.standIn.kinds.length === 0 || post.standIn.kinds.includes(kind)

/** The step that is asked now; undefined when nobody is. */
export const askedNow = (paper: Paper): Approval | undefined =>
  paper.state === 'pending' ? paper.chain.find(step => !step.agreed) : undefined

/** What an approver says: the digest of the text he has read goes with it. */
export type Agreement = By & { name: string; read: string }

/** 同意: by whoever is asked now. When he is the last, the paper is approved. Undefined when nobody is asked. */
export function agreed(paper: Paper, by: Agreement): Paper | undefined {
  const now = askedNow(paper)
  if (!now) return undefined
  const { read, at, name, forName, words } = by
  const said: Approval = { ...now, agreed: true, at, name, read }
  if (forName) said.forName = forName
  if (words) said.words = words
  const after = stepped({ ...paper, chain: replaced(paper.chain, now, said) }, 'agree', history(by))
  return after && (askedNow(after) ? after : stepped(after, 'approve', { at, post: by.post }))
}

/** 退回修改: to its author; the whole chain begins anew when he has corrected it. */
export const sentBack = (paper: Paper, by: By & { words: string }): Paper | undefined =>
  stepped(paper, 'return', history(by))

/** 转批: another post is asked in place of the one that is asked now. */
export function passedOn(paper: Paper, to: Seat, by: By & { words: string }): Paper | undefined {
  const now = askedNow(paper)
  if (!now) return undefined
  const passed = [...(now.passed ?? []), ...(now.post ? [now.post] : [])]
  const next: Approval = { role: to.role, post: to._id, name: to.name, passed }
  return stepped({ ...paper, chain: replaced(paper.chain, now, next) }, 'passOn', history(by))
}

/** What speaks against handing a paper on to a post: no circles, not to its author, not past the head where the law wants him. */
export function passTrouble(
  approving: Pick<Approving, 'unit' | 'kind' | 'author' | 'authorPerson'>,
  paper: Paper,
  to: Seat | undefined,
  seats: readonly Seat[],
): ApprovalTrouble | undefined {
  const wrong = seatTrouble(approving.unit, to)
  if (wrong || !to) return wrong
  if (isOf({ person: approving.authorPerson, posts: [approving.author] }, to))
    return trouble('approval.author', `${to.name}是这份文书的拟稿人，不能由他批准，请转给其他人`)
  const taken = paper.chain.flatMap(({ post, passed }) => [...(post ? [post] : []), ...(passed ?? [])])
  const people = seats.filter(seat => taken.includes(seat._id)).map(seat => seat.person)
  if (taken.includes(to._id) || people.includes(to.person))
    return trouble('chain.cycle', `${to.name}已经在这份文书的审批流程里，请转给其他人`)
  const law = headDecides[approving.kind]
  const last = paper.chain.filter(step => !step.agreed).length === 1
  if (law && last && to.role !== 'head')
    return trouble('chain.head', `这类文书须经负责人批准（${law}），只能转给另一位局负责人`)
  return undefined
}

/** The last thing that was done to a paper, as one tells somebody who comes too late. */
export const lastSaid = (paper: Paper): Paper['steps'][number] | undefined =>
  [...paper.steps].reverse().find(({ step }) => step === 'agree' || step === 'return' || step === 'passOn')

/** Why it came back and from whom; undefined when it was not sent back, or has been submitted since. */
export const returnedWith = (paper: Paper): Paper['steps'][number] | undefined => {
  const last = paper.steps.at(-1)
  return paper.state === 'draft' && last?.step === 'return' ? last : undefined
}

const replaced = (chain: readonly Approval[], from: Approval, to: Approval): Approval[] =>
  chain.map(step => (step === from ? to : step))

const history = ({ at, post, name, forName, words }: By): By => ({
  at,
  post,
  ...(name ? { name } : {}),
  ...(forName ? { forName } : {}),
  ...(words ? { words } : {}),
})
