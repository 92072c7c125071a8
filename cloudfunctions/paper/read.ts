import { dayOf } from '../../domain/calendar'
import { photosIn } from '../../domain/evidence'
import { id } from '../../domain/fields'
import { addresseeOf, stateWords } from '../../domain/filed-paper'
import { nameOf } from '../../domain/organisation'
import { mayStep } from '../../domain/paper'
import { layoutOf, paperKindOf } from '../../domain/papers'
import { postFor } from '../../domain/posts'
import { printableOf } from '../../domain/printable-paper'
import * as z from '../../domain/zod'
import { chainShown } from '../approval'
import { find } from '../kernel/collections'
import { addressesOf } from '../kernel/files'
import { visible } from '../kernel/identity'
import { read } from '../kernel/procedure'
import { bare } from './content'

/** One paper: the sheet as it will be printed, how far it is, and what the caller may do with it now. Two database and storage calls. */
export const readPaper = read('paper.read', z.strictObject({ paper: id() }), async (caller, input) => {
  const found = visible(caller, 'paper.read', await find('papers', input.paper))
  const filed = bare(found)
  const { paper, late } = filed
  const kind = paperKindOf(paper.kind)
  const writing = postFor(caller.posts, 'paper.write', filed) !== undefined && !late
  const serving = writing && mayStep(paper, 'serve')
  const today = dayOf(Date.now())
  return {
    ...filed,
    approval: chainShown(paper),
    kindName: kind?.name ?? paper.kind,
    unitName: nameOf(filed.unit),
    stateName: stateWords(filed, kind?.sealed ?? false),
    /** A paper without a seal is signed by hand and scanned. */
    stamped: kind?.sealed ?? false,
    addressee: addresseeOf(paper.kind),
    today,
    layout: late ? undefined : layoutOf(printableOf(filed, { demo: process.env.SANLIAN_DEMO === '1' })),
    addresses: await addressesOf(photosIn(filed)),
    may: {
      revise: writing && paper.state === 'draft',
      seal: writing && mayStep(paper, 'seal'),
      serve: serving && !filed.announced,
      complete: serving && filed.announced !== undefined && today > filed.announced.counts,
      void: postFor(caller.posts, 'paper.write', filed) !== undefined && mayStep(paper, 'void'),
    },
  }
})
