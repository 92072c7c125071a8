import type { Day } from './calendar'

/** Numbers one block may hold. Source: own proposal (domain/16: blocks may be reserved for offline use). */
export const BLOCK_SIZE = 10

/**
 * A block of numbers (号段) a post has reserved for papers it writes without a signal. Its numbers are taken from the
 * unit's own row, so nobody else can get them; what is not used is handed back and stays in the list of gaps.
 */
export type Block = {
  _id: string
  unit: string
  kind: string
  year: string
  /** The post it is reserved for, and who held it that day. */
  post: string
  name: string
  /** First and last serial. */
  from: number
  to: number
  reservedOn: Day
  used: { serial: number; record: string }[]
  returned: number[]
  /** When the rest was handed back. */
  returnedOn?: Day
  /** Numbers are left that can be used. */
  open: boolean
}

/** One line of the register of numbers (编号登记簿): whose it is, and why it is not in use any more. */
export type Taken = {
  /** `360722:DOC-06:2026:18`: a number is there once. */
  _id: string
  unit: string
  kind: string
  year: string
  serial: number
  /** The record that carries it, `notices/<id>`. */
  record: string
  on: Day
  living: boolean
  /** Why the paper was voided. */
  reason?: string
}

/** The row of numbers a paper belongs to: per unit, kind and year (domain/16, paper). */
export const rowOf = (unit: string, kind: string, year: string): string => `${unit}:${kind}:${year}`

/** Serial and year of a number as it is printed, e.g. of 信市监责改〔2026〕18号; undefined for a foreign form. */
export function readNumber(number: string): { year: string; serial: number } | undefined {
  const [, year, serial] = /〔(\d{4})〕(\d{1,6})号$/.exec(number) ?? []
  return year && serial ? { year, serial: Number(serial) } : undefined
}

/** Serials of a block that can still be used. */
export function unusedIn(block: Pick<Block, 'from' | 'to' | 'used' | 'returned'>): number[] {
  const gone = new Set([...block.used.map(({ serial }) => serial), ...block.returned])
  return Array.from({ length: block.to - block.from + 1 }, (_, at) => block.from + at).filter(
    serial => !gone.has(serial),
  )
}

/**
 * Why a number of a block cannot be put on a paper of this day; undefined when it can.
 * @param on the day the paper bears
 */
export function blockRefuses(
  block: Block,
  paper: { kind: string; serial: number; on: Day; today: Day; posts: readonly string[] },
): string | undefined {
  const { serial, on } = paper
  if (!paper.posts.includes(block.post)) return `这个号段是为${block.name}预留的，请用自己的号段`
  if (paper.kind !== block.kind) return '这个号段是为另一种文书预留的，请换一个号段'
  if (serial < block.from || serial > block.to)
    return `${serial}号不在这个号段里（${block.from}—${block.to}号），请核对`
  if (on.slice(0, 4) !== block.year) return `${block.year}年的号段只能用于${block.year}年的文书，请取新号`
  if (on > paper.today) return '文书日期在将来，请检查'
  if (on < block.reservedOn) return '文书日期早于预留号段的日期，请检查'
  if (block.used.some(used => used.serial === serial))
    return `${serial}号已经用在另一份文书上，请换一个号；纸上已写的，请作废后重写`
  if (block.returned.includes(serial)) return `${serial}号已经退回，不能再用，请换一个号`
  return undefined
}

/** A number that no living paper carries, and why. */
export type Gap = {
  serial: number
  why: '作废' | '预留' | '预留退回' | '待核对'
  words: string
  /** The paper that carried it. */
  record?: string
}

/**
 * Every number from `from` to `to` that no living paper carries, in order. A number of which nothing is known is listed
 * too (待核对): none goes missing in silence.
 */
export function gapsIn(
  { from, to }: { from: number; to: number },
  taken: readonly Taken[],
  blocks: readonly Block[],
): Gap[] {
  const known = new Map(taken.map(one => [one.serial, one]))
  const gaps: Gap[] = []
  for (let serial = from; serial <= to; serial++) {
    const one = known.get(serial)
    if (one?.living) continue
    if (one) gaps.push({ serial, why: '作废', words: one.reason ?? '', record: one.record })
    else gaps.push(unused(serial, blocks))
  }
  return gaps
}

function unused(serial: number, blocks: readonly Block[]): Gap {
  const block = blocks.find(one => one.from <= serial && serial <= one.to)
  if (!block) return { serial, why: '待核对', words: '没有登记在任何文书或号段上，请查对' }
  return block.returned.includes(serial)
    ? { serial, why: '预留退回', words: `${block.name}预留未用，${block.returnedOn ?? ''}退回，不再使用` }
    : { serial, why: '预留', words: `预留给${block.name}，${block.reservedOn}起` }
}
