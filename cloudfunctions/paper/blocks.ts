import { dayOf } from '../../domain/calendar'
import { gapsAsked, org, reservationForm, returnForm } from '../../domain/number-form'
import { gapsIn, rowOf, unusedIn } from '../../domain/numbers'
import { paperNumber } from '../../domain/paper'
import { paperKindOf } from '../../domain/papers/kinds'
import * as z from '../../domain/zod'
import { _ } from '../kernel/cloud'
import { type Collections, find, list } from '../kernel/collections'
import { type Caller, requirePost } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read, write } from '../kernel/procedure'

// Numbers one answer looks through; a row rarely has more in a year.
const AT_ONCE = 1000
const BLOCKS = 200

/** 预留号段: numbers of one kind for one's own post, until the end of the year. */
export const reserveBlock = write('paper.number', reservationForm, async (submission, form) => {
  const { unit, kind, count } = form
  const post = submission.within({ unit })
  const year = submission.today.slice(0, 4)
  const serials = await submission.serials(unit, kind, count)
  const [from, to] = [serials[0] as number, serials.at(-1) as number]
  submission.create('blocks', {
    _id: submission.id,
    unit,
    kind,
    year,
    post: post.id,
    name: submission.caller.name,
    from,
    to,
    reservedOn: submission.today,
    used: [],
    returned: [],
    open: true,
  })
  return {
    block: submission.id,
    numbers: [paperNumber(unit, kind, year, from), paperNumber(unit, kind, year, to)],
  }
})

/**
 * Hands back what a block has left, by its holder or, where he is gone, by the head or leader. The numbers are not given
 * out again: each stays in the list of gaps.
 */
export const returnBlock = write('paper.number', returnForm, async (submission, form) => {
  const { record: block, post } = await submission.needHere('blocks', form.block)
  const his = submission.caller.posts.some(({ id }) => id === block.post)
  if (!his && post.role !== 'head' && post.role !== 'leader')
    refuse('number.refused', { message: `这个号段是为${block.name}预留的，请由他或者所长、局负责人退回` })
  const left = unusedIn(block)
  if (!left.length) refuse('state.wrong', { message: '这个号段已经用完或者退回' })
  submission.replace('blocks', block, {
    ...block,
    returned: [...block.returned, ...left],
    returnedOn: submission.today,
    open: false,
  })
  return { block: block._id, returned: left.length }
})

/** One's blocks that still hold numbers, and how far each row of the unit's numbers has come this year. Two database calls. */
export const numbers = read('paper.number', z.strictObject({ unit: org }), async (caller, { unit }) => {
  requirePost(caller, 'paper.number', { unit })
  const year = dayOf(Date.now()).slice(0, 4)
  const [blocks, rows] = await Promise.all([
    openBlocks(caller),
    list(
      'counters',
      { _id: _.gte(`${unit}:`).and(_.lt(`${unit};`)) },
      { limit: AT_ONCE, order: [['_id', 'asc']] },
    ),
  ])
  return {
    year,
    blocks: blocks.filter(block => block.unit === unit).map(blockShown),
    rows: rows
      .map(({ _id, last }) => ({
        kind: _id.split(':')[1] as string,
        year: _id.split(':')[2] as string,
        last,
      }))
      .filter(row => row.year === year)
      .map(row => ({ ...row, name: paperKindOf(row.kind)?.name ?? row.kind })),
  }
})

/** Blocks of the caller's posts that still hold numbers. One database call. */
export const openBlocks = (caller: Caller): Promise<Collections['blocks'][]> =>
  list(
    'blocks',
    { post: _.in(caller.posts.map(({ id }) => id)), open: true },
    { limit: BLOCKS, order: [['reservedOn', 'desc']] },
  )

/** A block as its holder sees it: the numbers that are left, as they are printed. */
export const blockShown = (block: Collections['blocks']) => ({
  id: block._id,
  kind: block.kind,
  kindName: paperKindOf(block.kind)?.name ?? block.kind,
  year: block.year,
  reservedOn: block.reservedOn,
  size: block.to - block.from + 1,
  left: unusedIn(block).map(serial => ({
    serial,
    number: paperNumber(block.unit, block.kind, block.year, serial),
  })),
})

/** 空号: every number of a row that no living paper carries, with the reason. A thousand numbers at a time. Three database calls. */
export const gaps = read('paper.number', gapsAsked, async (caller, { unit, kind, year, from = 1 }) => {
  requirePost(caller, 'paper.number', { unit })
  const to = from + AT_ONCE - 1
  const row = { unit, kind, year }
  const [counter, taken, blocks] = await Promise.all([
    find('counters', rowOf(unit, kind, year)),
    list(
      'numbers',
      { ...row, serial: _.gte(from).and(_.lte(to)) },
      { limit: AT_ONCE, order: [['serial', 'asc']] },
    ),
    list('blocks', row, { limit: AT_ONCE, order: [['from', 'desc']] }),
  ])
  const last = counter?.last ?? 0
  const found = gapsIn({ from, to: Math.min(to, last) }, taken, blocks)
  return {
    last,
    living: taken.filter(one => one.living).length,
    gaps: found.map(gap => ({ ...gap, number: paperNumber(unit, kind, year, gap.serial) })),
    ...(to < last ? { next: to + 1 } : {}),
  }
})
