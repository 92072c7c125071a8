import type { Delivery, Message } from '../../domain/message'
import { rankOf } from '../kernel/rank'
import type { Submission } from '../kernel/submission'
import type { Transaction } from '../kernel/transaction'
import { adapters } from './channels'

/** What a message says. */
export type Told = Pick<Message, 'title' | 'words'> & {
  unit: string
  page?: string
  urgent?: boolean
  /** Which template the channels outside use; 待办 if not told. */
  kind?: Message['kind']
}

// How many messages a submission has told each post: ten tasks handed over at once are ten messages.
const told = new WeakMap<Submission, Map<string, number>>()

/**
 * Puts a message into the inboxes of these posts, in the same transaction as what it tells of. The ids follow from the
 * submission: a write that comes twice tells once.
 */
export function tell(submission: Submission, posts: readonly string[], said: Told): void {
  const counts = told.get(submission) ?? new Map<string, number>()
  told.set(submission, counts)
  for (const to of new Set(posts)) {
    if (!to) continue
    const count = (counts.get(to) ?? 0) + 1
    counts.set(to, count)
    const message = messageOf(
      `${submission.id}.${to}${count > 1 ? `.${count}` : ''}`,
      to,
      said,
      submission.at,
    )
    submission.addBeside('messages', message)
    for (const delivery of deliveriesOf(message)) submission.addBeside('deliveries', delivery)
  }
}

/** The same from the clock, which has no submission: the message with this id is its own proof. */
export async function tellFromClock(
  transaction: Transaction,
  id: string,
  to: string,
  said: Told,
  at: number,
): Promise<void> {
  const message = messageOf(id, to, said, at)
  await transaction.add('messages', message)
  for (const delivery of deliveriesOf(message)) await transaction.add('deliveries', delivery)
}

const messageOf = (_id: string, to: string, said: Told, at: number): Message => ({
  _id,
  to,
  ...said,
  at,
  rank: rankOf(at, _id),
  fresh: true,
  read: [],
})

/** What goes out of the house: one delivery per channel that this deployment has. */
function deliveriesOf({ _id, to, title, words, page, kind = 'todo', at }: Message): Delivery[] {
  return Object.values(adapters)
    .filter(adapter => adapter.on(kind))
    .map(({ id }) => ({
      _id: `${_id}.${id}`,
      channel: id,
      kind,
      to,
      title,
      words,
      ...(page ? { page } : {}),
      at,
      state: 'waiting',
      attempts: 0,
      nextAt: at,
    }))
}
