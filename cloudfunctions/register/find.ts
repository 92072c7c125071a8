import { type Enterprise, enterpriseKinds, search } from '../../domain/enterprise'
import { nameOf, unitsIn } from '../../domain/organisation'
import { bare, grams, tidyCode } from '../../domain/text'
import { _ } from '../kernel/cloud'
import { list, type Page, page } from '../kernel/collections'
import { type Caller, scopeOf } from '../kernel/identity'
import { read } from '../kernel/procedure'

const ROWS = 20

/** One enterprise in a list: what tells it from another, nothing personal. */
export type EnterpriseRow = {
  id: string
  name: string
  kind: string
  unit: string
  unitName: string
  address: string
  lastCheck?: { on: string; outcome: string }
}

/**
 * Enterprises by any part of name or address, or by the beginning of the credit code, within the caller's search
 * scope; with nothing typed, those of his own unit. Twenty at a time. Two database calls.
 */
export const findEnterprises = read(
  'enterprise.find',
  search,
  async (caller, input): Promise<Page<EnterpriseRow>> => {
    const where: Record<string, unknown> = { ...asked(input.text), unit: _.in(unitsAsked(caller, input)) }
    if (input.unchecked) where.covered = false
    if (input.after) where._id = _.gt(input.after)
    const found = await list('enterprises', where, { limit: ROWS + 1, order: [['_id', 'asc']] })
    const rows = page(found, ROWS, enterprise => enterprise._id, toRow)
    return { ...rows, rows: rows.rows.filter(row => holds(row, input.text)) }
  },
)

// Without a digit it is a name in Latin letters.
const CODE = /^(?=.*\d)[0-9A-Z]{6,18}$/

function asked(text: string): Record<string, unknown> {
  const code = tidyCode(text)
  if (CODE.test(code)) return { code: _.gte(code).and(_.lte(`${code}~`)) }
  const pairs = grams(text)
  return pairs.length ? { grams: _.all(pairs) } : {}
}

function unitsAsked(caller: Caller, input: { text: string; unit?: string | undefined }): string[] {
  const reach = unitsIn(scopeOf(caller, 'enterprise.find')).map(unit => unit.id)
  if (input.unit) return reach.filter(unit => unit === input.unit)
  const own = caller.posts.map(post => post.org).filter(org => reach.includes(org))
  return !input.text && own.length ? own : reach
}

// Pairs of characters can match across a gap; what is shown must hold the text as typed, brackets aside.
const holds = (row: EnterpriseRow, text: string): boolean =>
  CODE.test(tidyCode(text)) || [row.name, row.address].some(where => bare(where).includes(bare(text)))

const toRow = (enterprise: Enterprise): EnterpriseRow => ({
  id: enterprise._id,
  name: enterprise.name,
  kind: enterpriseKinds[enterprise.kind],
  unit: enterprise.unit,
  unitName: nameOf(enterprise.unit),
  address: enterprise.address,
  ...(enterprise.lastCheck
    ? { lastCheck: { on: enterprise.lastCheck.on, outcome: enterprise.lastCheck.outcome } }
    : {}),
})
