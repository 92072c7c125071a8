import { list } from '../kernel/collections'
import type { Caller } from '../kernel/identity'

const COLLEAGUES = 100

/** The other officers of a unit, of whom one can be the second. One database call. */
export async function colleaguesOf(caller: Caller, unit: string) {
  const officers = await list(
    'posts',
    { org: unit, role: 'officer' },
    { limit: COLLEAGUES, order: [['_id', 'asc']], fields: ['_id', 'name', 'certificate', 'person'] },
  )
  return officers
    .filter(({ person }) => person !== '' && person !== caller.person)
    .map(({ _id, name, certificate }) => ({ post: _id, name, certificate }))
}
