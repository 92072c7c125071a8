import { type Approving, signsFor, URGENT_MS } from '../../domain/approval'
import { paperKindOf } from '../../domain/papers/kinds'
import { type Post, postsWith } from '../../domain/posts'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { list, type Page, page } from '../kernel/collections'
import { read } from '../kernel/procedure'
import { approversOf } from './candidates'

const ROWS = 20

/** A paper that waits, in a list. */
export type WaitingRow = {
  id: string
  kind: string
  kindName: string
  title: string
  authorName: string
  /** Since when it waits for this approver, epoch ms. */
  since: number
  /** It burdens somebody: it must be opened, and is not agreed to in a batch. */
  burdens: boolean
  /** Digest of its text, only of what burdens nobody. */
  read?: string
  /** For whom the caller would sign. */
  forName?: string
  /** The post it waits for has nobody: the head hands it on. */
  vacant?: boolean
  /** When the approval of an emergency measure must be there, epoch ms. */
  until?: number
}

/** What waits for the caller's posts and for those he stands in for, the oldest first, twenty at a time. */
export const waitingList = read(
  'paper.approve',
  z.strictObject({ after: z.optional(z.string().check(z.maxLength(100))) }),
  (caller, input): Promise<Page<WaitingRow>> => waitingPage(caller.posts, ROWS, input.after),
)

/**
 * What waits for these posts, for a first page; `next` tells that there is more. One database call, for a head two: papers
 * before a post that nobody holds are his to hand on.
 */
export const waitingFor = (posts: readonly Post[], limit: number): Promise<Page<WaitingRow>> =>
  waitingPage(posts, limit)

async function waitingPage(posts: readonly Post[], size: number, after?: string): Promise<Page<WaitingRow>> {
  const mine = postsWith(posts, 'paper.approve')
  const heads = mine.filter(post => post.role === 'head' && !post.standIn)
  const vacant = (await Promise.all(heads.map(head => approversOf(head.org))))
    .flat()
    .filter(seat => !seat.person)
    .map(seat => seat._id)
  const asked = [...new Set([...mine.map(post => post.id), ...vacant])]
  if (asked.length === 0) return { rows: [] }
  const found = await list(
    'approvals',
    { state: 'waiting', approver: _.in(asked), ...(after ? { rank: _.gt(after) } : {}) },
    { limit: size + 1, order: [['rank', 'asc']] },
  )
  const rows = page(
    found,
    size,
    one => one.rank,
    one => one,
  )
  const shown = rows.rows.flatMap(one => rowFor(one, mine, vacant) ?? [])
  return { ...rows, rows: shown }
}

function rowFor(one: Approving, mine: readonly Post[], vacant: readonly string[]): WaitingRow | undefined {
  const post = mine.find(({ id }) => id === one.approver)
  // Who stands in sees the kinds he was given; the others wait for the holder.
  if (post ? !signsFor(post, one.kind) : !vacant.includes(one.approver)) return undefined
  const kind = paperKindOf(one.kind)
  const burdens = kind?.burdens !== false
  return {
    id: one._id,
    kind: one.kind,
    kindName: kind?.name ?? '',
    title: one.title,
    authorName: one.authorName,
    since: one.since,
    burdens,
    ...(burdens || !post ? {} : { read: one.digest }),
    ...(post?.standIn ? { forName: post.standIn.name } : {}),
    ...(post ? {} : { vacant: true }),
    ...(one.urgentAfter === undefined ? {} : { until: one.urgentAfter + URGENT_MS }),
  }
}
