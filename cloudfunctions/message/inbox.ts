import type { Message } from '../../domain/message'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { list, page } from '../kernel/collections'
import type { Caller } from '../kernel/identity'
import { read } from '../kernel/procedure'

const ROWS = 20
/** Above it a badge says 99+. */
const COUNTED = 100

const postsOf = (caller: Caller): string[] => caller.posts.map(post => post.id)

/** How many messages of these posts nobody has read, 100 at most. One database call. */
export async function unreadOf(posts: readonly string[]): Promise<number> {
  if (posts.length === 0) return 0
  return (await list('messages', { to: _.in(posts), fresh: true }, { limit: COUNTED, fields: ['_id'] }))
    .length
}

const inboxForm = z.strictObject({
  after: z.optional(z.string().check(z.maxLength(200, '请刷新后再试'))),
})

/**
 * The caller's messages, the newest first; on the first page what is urgent and unread stands on top. Three database
 * calls.
 */
export const inbox = read('anyone', inboxForm, async (caller, { after }) => {
  const posts = postsOf(caller)
  if (posts.length === 0) return { rows: [], unread: 0 }
  const mine = { to: _.in(posts) }
  const [rows, urgent, unread] = await Promise.all([
    list(
      'messages',
      { ...mine, ...(after ? { rank: _.lt(after) } : {}) },
      { limit: ROWS + 1, order: [['rank', 'desc']] },
    ),
    after
      ? []
      : list('messages', { ...mine, urgent: true, fresh: true }, { limit: 5, order: [['rank', 'desc']] }),
    after ? 0 : unreadOf(posts),
  ])
  const cut = page(
    rows,
    ROWS,
    row => row.rank,
    row => row,
  )
  const onTop = new Set(urgent.map(({ _id }) => _id))
  return {
    ...cut,
    rows: [...urgent, ...cut.rows.filter(({ _id }) => !onTop.has(_id))].map(message =>
      shown(message, caller),
    ),
    unread,
  }
})

function shown(
  { _id, title, words, at, page: where, urgent, fresh, read: readings }: Message,
  caller: Caller,
) {
  return {
    id: _id,
    title,
    words,
    at,
    ...(where ? { page: where } : {}),
    urgent: urgent === true,
    fresh,
    /** Whether the caller himself has read it: a colleague of the same post may have. */
    mine: readings.some(({ person }) => person === caller.person),
    read: readings.map(({ name, at: when }) => ({ name, at: when })),
  }
}
