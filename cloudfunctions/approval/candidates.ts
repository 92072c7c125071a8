import type { PostHolder } from '../../domain/people'
import { verbs } from '../../domain/posts'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'

const APPROVERS = 100

/** The posts of an organisation that may approve at all, those that nobody holds too. One database call. */
export const approversOf = (unit: string): Promise<PostHolder[]> =>
  list(
    'posts',
    { org: unit, role: _.in([...verbs['paper.approve'].roles]) },
    {
      limit: APPROVERS,
      order: [['_id', 'asc']],
      fields: ['_id', 'role', 'org', 'team', 'person', 'name', 'away'],
    },
  )
