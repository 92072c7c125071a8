import { id, words } from '../../domain/fields'
import { type FiledPaper, type Pile, piles, stateWords } from '../../domain/filed-paper'
import { kind, org } from '../../domain/number-form'
import { paperKindOf } from '../../domain/papers/kinds'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { type Collections, list, page } from '../kernel/collections'
import { requirePost } from '../kernel/identity'
import { read } from '../kernel/procedure'

const ROWS = 20

/** Which papers of a unit: one pile, one kind, or what is about a record or an enterprise. */
const asked = z.strictObject({
  unit: org,
  by: z.optional(
    z.discriminatedUnion(
      'what',
      [
        z.strictObject({
          what: z.literal('pile'),
          pile: z.enum(Object.keys(piles) as [Pile, ...Pile[]], '没有这一类文书'),
        }),
        z.strictObject({ what: z.literal('kind'), kind }),
        z.strictObject({ what: z.literal('record'), record: words('记录', 60) }),
        z.strictObject({ what: z.literal('enterprise'), enterprise: id() }),
      ],
      '请选择要看的文书',
    ),
  ),
  after: z.optional(words('页码', 80)),
})

/** One paper in a list. */
export type PaperRow = Pick<FiledPaper, 'title' | 'draftedAt'> & {
  id: string
  kind: string
  number: string
  about: string
  state: string
  /** Days of service or of the event, where there is one. */
  on?: string
}

const FIELDS = [
  '_id',
  'title',
  'about',
  'paper',
  'draftedAt',
  'rank',
  'done',
  'toServe',
  'servedOn',
  'announced',
  'late',
] as const

/** Papers of a unit, the newest first, twenty at a time. Two database calls. */
export const listPapers = read('paper.read', asked, async (caller, { unit, by, after }) => {
  requirePost(caller, 'paper.read', { unit })
  const where = { unit, ...whereOf(by), ...(after ? { rank: _.lt(after) } : {}) }
  const rows = await list('papers', where, { limit: ROWS + 1, order: [['rank', 'desc']], fields: FIELDS })
  return page(rows, ROWS, row => row.rank, rowOf)
})

function whereOf(by: z.infer<typeof asked>['by']): Record<string, unknown> {
  switch (by?.what) {
    case 'pile':
      return by.pile === 'done' ? { done: true } : { 'paper.state': STATE[by.pile], done: false }
    case 'kind':
      return { 'paper.kind': by.kind }
    case 'record':
      return { 'about.record': by.record }
    case 'enterprise':
      return { 'about.enterprise': by.enterprise }
    default:
      return {}
  }
}

const STATE: Record<Exclude<Pile, 'done'>, string> = {
  draft: 'draft',
  pending: 'pending',
  seal: 'numbered',
  serve: 'sealed',
}

const rowOf = ({ _id, title, about, paper, draftedAt, ...rest }: Collections['papers']): PaperRow => ({
  id: _id,
  title,
  kind: paper.kind,
  number: paper.number ?? rest.late?.number ?? paper.reserved?.number ?? '',
  about: about.enterpriseName ?? '',
  state: stateWords({ paper, ...rest }, paperKindOf(paper.kind)?.sealed ?? false),
  draftedAt,
  ...(rest.servedOn ? { on: rest.servedOn } : {}),
})

/** Papers of a unit that wait for seal or service, the oldest first. Two database calls. */
export async function papersWaiting(unit: string, limit: number): Promise<PaperRow[]> {
  const piled = await Promise.all(
    (['numbered', 'sealed'] as const).map(state =>
      list(
        'papers',
        { unit, 'paper.state': state, done: false },
        { limit, order: [['rank', 'asc']], fields: FIELDS },
      ),
    ),
  )
  return piled
    .flat()
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, limit)
    .map(rowOf)
}
