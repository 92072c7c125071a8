import { nameOf } from '../../domain/organisation'
import { roles } from '../../domain/posts'
import * as z from '../../domain/zod'
import { read } from '../kernel/procedure'

/** Who is calling, and which posts he holds. One database call. */
export const me = read('anyone', z.strictObject({}), async caller => ({
  person: caller.person,
  name: caller.name,
  certificate: caller.certificate,
  /** Where this person's device uploads: `evidence/<folder>/…`. */
  folder: caller.folder,
  /** Every screen and paper of a demonstration carries the mark 演示数据. */
  demo: process.env.SANLIAN_DEMO === '1',
  posts: caller.posts.map(({ id, role, org, enterprise }) => ({
    id,
    role,
    roleName: roles[role],
    org,
    orgName: nameOf(org),
    ...(enterprise ? { enterprise } : {}),
  })),
}))
