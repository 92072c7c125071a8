import { id, words } from '../../domain/fields'
import { addresseeOf } from '../../domain/filed-paper'
import { kind, org } from '../../domain/number-form'
import { paperKindOf, templateOf } from '../../domain/papers'
import * as z from '../../domain/zod'
import { requirePost } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { blockShown, openBlocks } from './blocks'
import { colleaguesOf } from './colleagues'
import { requireOwnWay } from './content'
import { groupsOf } from './groups'
import { knownFor, knownOf } from './known'

const asked = z.strictObject({
  unit: org,
  kind,
  record: z.optional(words('记录', 60)),
  enterprise: z.optional(id()),
})

/**
 * What a form of this kind asks, grouped, with everything the file knows already; and who and which reserved numbers can
 * be chosen. Telephone numbers are left out: they go onto the paper when it is written. Six database calls at most.
 */
export const begin = read('paper.write', asked, async (caller, input) => {
  const post = requirePost(caller, 'paper.write', { unit: input.unit })
  requireOwnWay(input.kind)
  const template = templateOf(input.kind)
  const [subject, colleagues, blocks] = await Promise.all([
    knownOf(input.unit, input),
    colleaguesOf(caller, input.unit),
    openBlocks(caller),
  ])
  const me = { post: post.id, name: caller.name, certificate: caller.certificate }
  return {
    kind: input.kind,
    name: paperKindOf(input.kind)?.name ?? input.kind,
    title: template?.title ?? '',
    stamped: template?.sealed ?? false,
    addressee: addresseeOf(input.kind),
    basis: template?.basis ?? '',
    about: subject.about,
    fields: template?.fields.map(({ covers: _covers, ...field }) => field) ?? [],
    groups: template ? groupsOf(template) : [],
    values: knownFor(input.kind, subject, { me, personal: false }),
    me,
    colleagues,
    blocks: blocks.filter(block => block.unit === input.unit && block.kind === input.kind).map(blockShown),
  }
})
