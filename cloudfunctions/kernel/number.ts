import { type Day, dayOf } from '../../domain/calendar'
import { blockRefuses, unusedIn } from '../../domain/numbers'
import { type By, type Paper, paperNumber, stepped } from '../../domain/paper'
import { refuse } from './problem'
import type { Submission } from './submission'

/** Whose number it shall be: the unit's row of this kind, and the record that carries it, `papers/<id>`. */
export type Carrier = { unit: string; kind: string; record: string }

/**
 * A number of the caller's block for a paper that bears it already: used once, on a paper of its year. Refuses
 * `number.refused`. One database call.
 */
export async function reservedNumber(
  submission: Submission,
  { unit, kind, record }: Carrier,
  asked: { block: string; serial: number; on: Day },
): Promise<NonNullable<Paper['reserved']>> {
  const block = await submission.find('blocks', asked.block)
  if (!block || block.unit !== unit)
    return refuse('number.refused', { message: '没有找到这个号段，请在“号码”里核对', field: 'number' })
  const posts = submission.caller.posts.map(post => post.id)
  const why = blockRefuses(block, { ...asked, kind, today: dayOf(submission.at), posts })
  if (why)
    refuse('number.refused', {
      message: `${paperNumber(unit, kind, block.year, asked.serial)}：${why}`,
      field: 'number',
    })
  const used = [...block.used, { serial: asked.serial, record }]
  submission.replace('blocks', block, { ...block, used, open: unusedIn({ ...block, used }).length > 0 })
  return { number: submission.enter(unit, kind, block.year, asked.serial, record), on: asked.on }
}

/** An approved paper takes its number: the one it bears from a block, or the next of its row. */
export async function numbered(
  submission: Submission,
  paper: Paper,
  { unit, record }: Omit<Carrier, 'kind'>,
  by: By,
): Promise<Paper> {
  const issued = stepped(paper, 'number', { at: by.at, post: by.post }) ?? refuse('state.wrong')
  return paper.reserved
    ? { ...issued, number: paper.reserved.number, numberedOn: paper.reserved.on }
    : {
        ...issued,
        number: await submission.number(unit, paper.kind, record),
        numberedOn: submission.today,
      }
}
