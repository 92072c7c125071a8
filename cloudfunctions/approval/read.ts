import { approvalStates, passTrouble, URGENT_MS } from '../../domain/approval'
import { dayOf } from '../../domain/calendar'
import { id } from '../../domain/fields'
import type { Notice } from '../../domain/notice'
import { nameOf, unitOf } from '../../domain/organisation'
import { paperKindOf } from '../../domain/papers/kinds'
import { roles } from '../../domain/posts'
import * as z from '../../domain/zod'
import { find } from '../kernel/collections'
import { visible } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read } from '../kernel/procedure'
import { approversOf } from './candidates'
import { type Carried, type Carrier, digestOfText, type Filed, findCarried } from './carrier'
import { fieldsShown } from './fields'
import { headHere, isAbsent } from './hand-back'
import { isAuthor, signingPost } from './opened'
import { chainShown } from './shown'

/**
 * A paper as its approver reads it: the text, its digest, the chain with what was said, and what he may do now. Who
 * agrees sends the digest back. Four database calls.
 */
export const readForApproval = read('paper.read', z.strictObject({ paper: id() }), async (caller, input) => {
  const approving = visible(caller, 'paper.read', await find('approvals', input.paper))
  const [found, seats] = await Promise.all([
    findCarried(approving.carrier, approving._id),
    approversOf(approving.unit),
  ])
  const record = found ?? refuse('record.missing')
  const { paper } = record
  const waiting = approving.state === 'waiting'
  const asked = seats.find(seat => seat._id === approving.approver)
  const absent = waiting && isAbsent(asked, dayOf(Date.now()))
  const author = isAuthor(caller, approving)
  const signing = waiting && !author ? signingPost(caller, approving) : undefined
  const mayPass = signing !== undefined || (absent && headHere(caller, approving.unit) !== undefined)
  const { urgentAfter } = approving
  return {
    id: approving._id,
    kind: approving.kind,
    kindName: paperKindOf(approving.kind)?.name ?? '',
    title: approving.title,
    unitName: nameOf(approving.unit),
    bureau: unitOf(approving.unit)?.bureau ?? '',
    state: approving.state,
    stateName: approvalStates[approving.state],
    authorName: approving.authorName,
    page: approving.page,
    since: approving.since,
    number: paper.number,
    numberedOn: paper.numberedOn,
    /** Goes back with 同意. */
    digest: digestOfText(approving.carrier as Carrier, record),
    content: contentOf(approving.carrier, record),
    ...chainShown(paper),
    /** The post it waits for has nobody, or its holder is away. */
    ...(absent ? { absent: asked?.person ? ('away' as const) : ('vacant' as const) } : {}),
    /** With the caller's agreement it is approved and numbered. */
    last: waiting && paper.chain.filter(step => !step.agreed).length === 1,
    ...(urgentAfter === undefined ? {} : { urgent: { after: urgentAfter, until: urgentAfter + URGENT_MS } }),
    ...(signing?.standIn ? { forName: signing.standIn.name } : {}),
    mine: author,
    may: { agree: signing !== undefined, sendBack: signing !== undefined, passOn: mayPass },
    /** To whom it can be handed on. */
    others: mayPass
      ? seats
          .filter(seat => !passTrouble(approving, paper, seat, seats))
          .map(({ _id, role, name }) => ({ post: _id, role: roles[role], name }))
      : [],
  }
})

/** What the paper says, in the form its page draws. */
function contentOf(carrier: string, record: Carried) {
  if (carrier === 'notices') {
    const { enterpriseName, demands, deadline, check } = record as unknown as Notice
    return { form: 'notice' as const, enterpriseName, demands, deadline, check }
  }
  const filed = record as unknown as Filed
  return { form: 'fields' as const, title: filed.title, rows: fieldsShown(record.paper.kind, filed.fields) }
}
