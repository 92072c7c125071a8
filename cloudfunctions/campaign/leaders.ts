import { city } from '../../domain/organisation'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'

// Twenty units with one head and a few deputies each.
const POSTS = 200

/** The posts that answer for a unit: its head, or where there is none a deputy, first. */
export type Leaders = Map<string, string[]>

/** Heads and deputies of these units. One database call, outside any transaction: it may only read by id. */
export async function leadersOf(units: readonly string[]): Promise<Leaders> {
  const posts = await list(
    'posts',
    { org: _.in([...units]), role: _.in(['head', 'deputy']) },
    { limit: POSTS, order: [['_id', 'asc']], fields: ['_id', 'org', 'role', 'person'] },
  )
  // A post that nobody holds keeps its work; while another one is held, that one answers.
  const weight = (post: { role: string; person: string }) =>
    (post.person ? 0 : 2) + (post.role === 'head' ? 0 : 1)
  const leaders: Leaders = new Map(units.map(unit => [unit, []]))
  for (const post of posts.sort((a, b) => weight(a) - weight(b))) leaders.get(post.org)?.push(post._id)
  return leaders
}

/** The chiefs of the city's sections. One database call, outside any transaction. */
export async function chiefs(): Promise<{ id: string; team: string | undefined }[]> {
  const posts = await list(
    'posts',
    { org: city.id, role: 'chief' },
    { limit: POSTS, order: [['_id', 'asc']], fields: ['_id', 'team'] },
  )
  return posts.map(({ _id, team }) => ({ id: _id, team }))
}
