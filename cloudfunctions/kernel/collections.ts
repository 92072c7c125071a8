import type { Approving, Chain } from '../../domain/approval'
import type { Campaign, CampaignReport, Response } from '../../domain/campaign'
import type { Check } from '../../domain/check'
import type { Enterprise } from '../../domain/enterprise'
import type { FiledPaper } from '../../domain/filed-paper'
import type { Line } from '../../domain/measures'
import type { Consent, Delivery, Message } from '../../domain/message'
import type { Notice } from '../../domain/notice'
import type { Block, Taken } from '../../domain/numbers'
import type { Outside } from '../../domain/outside'
import type { Application, Person, PostHolder } from '../../domain/people'
import type { Addresses } from '../../domain/service'
import type { Task } from '../../domain/task'
import type { Team } from '../../domain/team'
import type { Term } from '../../domain/term'
import type { Urgent } from '../../domain/urgent'
import { database } from './cloud'

/** The journal (流水): one document per accepted write. Its `_id` is the id the device made. */
export type Entry = {
  _id: string
  at: number
  /** The minute it was booked, `2026-07-01T08:15`: stamped when the transaction's attempt begins. */
  slot: string
  who: string
  post: string
  verb: string
  path: string
  unit: string
  record: string
  /** Hash of the record as this write left it, without `head`. */
  after: string
  digest: string
  answer: unknown
  lines: Line[]
  /** Hash of the previous entry of the same record: a chain that shows a change made past the procedures. */
  previous: string | null
  /** Further records the same write left: ten tasks assigned at once are one entry. */
  others?: { record: string; after: string; previous: string | null }[]
  hash: string
}

/** Where a record's chain of entries ends. */
export type Head = { head: { entry: string; hash: string } }

/** A month of one unit's figures; `kernel` knows its shape because the transaction's lines end in it. */
export type Rollup = {
  _id: string
  unit: string
  month: string
  /** The newest month of its unit: the one the fold adds to. */
  open: boolean
  /** The last slot that is in it. */
  through: string
  /** `total` as the month began. */
  opening: Record<string, number>
  /** Sums of all lines booked up to `through` whose day had come by then. */
  total: Record<string, number>
  /** The part of `total` whose day lies in this month. */
  inMonth: Record<string, number>
  /** Lines whose day was still to come at `through`: `ahead[day][measure]`. */
  ahead: Record<string, Record<string, number>>
  /** What was booked this month, by the day it counts for: `days[day][measure]`. */
  days: Record<string, Record<string, number>>
}

/** One slice-by-slice rebuilding of a unit's figures from its records. */
export type Recount = {
  _id: string
  unit: string
  startedSlot: string
  triedAt: number
  collection: string
  after: string
  sums: Record<string, number>
  state: 'running' | 'agrees' | 'differs'
  finishedAt?: number
  differences?: { measure: string; figure: number; records: number }[]
}

/** Every collection and what its documents are. Indexes and rules: cloudfunctions/database/collections.json. */
export type Collections = {
  people: Person
  posts: PostHolder & Head
  applications: Application & Head
  enterprises: Enterprise & Head
  /** A reservation: one enterprise per credit code. `_id` is the code. */
  codes: { _id: string; enterprise: string }
  checks: Check & Head
  notices: Notice & Head
  /** Which findings of a check have been ordered to be put right: no finding twice. `_id` is the check. */
  ordered: { _id: string; items: Record<string, string> }
  messages: Message
  /** The ledger of consents to subscribe messages: one consent, one message. */
  consents: Consent
  /** What goes out of the house, one document per message and channel. */
  deliveries: Delivery
  /** 重大情况 reported at once. */
  urgents: Urgent & Head
  /** Clocks at work: the days that run on records. */
  terms: Term
  /** Who must agree to a unit's papers of a kind. */
  chains: Chain & Head
  /** Papers on their way through their chains; what was said stands on the paper itself. */
  approvals: Approving
  /** Last serial taken per unit, kind of paper and year. */
  counters: { _id: string; last: number }
  journal: Entry
  rollups: Rollup
  recounts: Recount
  /** 所、股、大队 below the units. */
  teams: Team & Head
  tasks: Task & Head
  papers: FiledPaper & Head
  /** Blocks of numbers reserved for posts. */
  blocks: Block & Head
  /** The register of numbers: each that was taken, once. */
  numbers: Taken
  /** 送达地址确认书, one document per enterprise. */
  addresses: Addresses & Head
  campaigns: Campaign & Head
  /** What each unit does about each campaign. */
  responses: Response & Head
  campaignReports: CampaignReport & Head
  /** What waits to be entered in other systems, or has been. */
  outsides: Outside & Head
  /** A reservation: one record per number of another system. `outside` is empty when it was given back. */
  outsideNumbers: { _id: string; outside: string }
}
export type Name = keyof Collections

type Order = readonly (readonly [field: string, direction: 'asc' | 'desc'])[]

/** One document outside a transaction, or undefined. One database call. */
export async function find<N extends Name>(name: N, id: string): Promise<Collections[N] | undefined> {
  const { data } = await database.collection(name).doc(id).get()
  return data ?? undefined
}

/**
 * Documents that match, in order. One database call. `limit` is written out always: without it CloudBase would give
 * 100 rows, and 1000 at most, silently cut.
 */
export async function list<N extends Name>(
  name: N,
  where: Record<string, unknown>,
  options: { limit: number; order?: Order; fields?: readonly (keyof Collections[N] & string)[] },
): Promise<Collections[N][]> {
  let query = database.collection(name).where(where)
  for (const [field, direction] of options.order ?? []) query = query.orderBy(field, direction)
  if (options.fields) query = query.field(Object.fromEntries(options.fields.map(field => [field, true])))
  const { data } = await query.limit(options.limit).get()
  return data
}

/** A page of a list and, where there is more, the cursor to go on from. */
export type Page<Row> = { rows: Row[]; next?: string }

/** Cuts a page from one row more than it shows. */
export function page<Row, Shown>(
  rows: Row[],
  size: number,
  cursor: (row: Row) => string,
  show: (row: Row) => Shown,
): Page<Shown> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return rows.length > size && last !== undefined
    ? { rows: shown.map(show), next: cursor(last) }
    : { rows: shown.map(show) }
}
