import { dayOf } from '../../domain/calendar'
import { canonical, textHash } from '../../domain/digest'
import { type Counted, difference, type Line, linesOf } from '../../domain/measures'
import { readNumber, rowOf, type Taken } from '../../domain/numbers'
import { paperNumber } from '../../domain/paper'
import { type Place, type Post, reachesBy, type Verb } from '../../domain/posts'
import type { Collections, Entry, Head, Name } from './collections'
import { type Caller, requirePost, visible } from './identity'
import { refuse } from './problem'
import { slotOf } from './slot'
import type { Transaction } from './transaction'

/** Records: each has a chain of entries. What counts into figures is named in `domain/measures`. */
export type Kept =
  | 'enterprises'
  | 'checks'
  | 'notices'
  | 'applications'
  | 'posts'
  | 'teams'
  | 'chains'
  | 'urgents'
  | 'tasks'
  | 'papers'
  | 'blocks'
  | 'addresses'
  | 'campaigns'
  | 'responses'
  | 'campaignReports'
  | 'outsides'
type Unheaded<N extends Kept> = Omit<Collections[N], 'head'>

/** What has no figures and no chain of entries: a message that was read, a consent, a term that was moved. */
type Filed = 'messages' | 'consents' | 'terms'

type Written = {
  name: Kept | Filed
  document: { _id: string }
  previous: string | null
  fresh: boolean
}

/**
 * One write being made, inside its transaction. A procedure reads through it, says what shall be written, and the
 * submission writes all of it at the end: side documents, the records, the journal's entry, and last the number, the one
 * document everybody wants (CloudBase refuses at the operation what another transaction holds).
 */
export class Submission {
  readonly at: number
  private readonly side: (() => Promise<void>)[] = []
  private readonly lines: Line[] = []
  private readonly counters = new Map<string, number>()
  private readonly numbers: Taken[] = []
  private readonly records: Written[] = []
  private place?: { unit: string; post: Post }

  constructor(
    private readonly transaction: Transaction,
    readonly caller: Caller,
    private readonly verb: Verb | 'anyone',
    readonly id: string,
    private readonly path: string,
    private readonly digest: string,
  ) {
    this.at = transaction.startedAt
  }

  /** The Chinese day of this write. */
  get today(): string {
    return dayOf(this.at)
  }

  find<N extends Name>(name: N, id: string): Promise<Collections[N] | undefined> {
    return this.transaction.find(name, id)
  }

  /** The document, or `record.missing`. */
  async need<N extends Name>(name: N, id: string): Promise<Collections[N]> {
    return (await this.find(name, id)) ?? refuse('record.missing')
  }

  /** A record of a place where the caller may do this, or `record.missing`: elsewhere it does not exist for him. */
  async needHere<N extends Kept>(name: N, id: string) {
    const record = visible(this.caller, this.verb as Verb, placed(name, await this.find(name, id)))
    return { record: record as unknown as Collections[N], post: this.within(record) }
  }

  /** Makes sure the caller may do this here, and remembers under which post. */
  within(place: Place): Post {
    if (this.verb === 'anyone') throw new Error('a submission by anyone has no place of its own')
    const post = requirePost(this.caller, this.verb, place)
    this.place = { unit: place.unit, post }
    return post
  }

  /** Under which of his posts the caller does it, where he has several and it matters who signs. */
  actAs(post: Post): void {
    if (!this.place || !reachesBy(post, this.verb as Verb, { unit: this.place.unit })) refuse('scope.foreign')
    this.place = { unit: (this.place as Place).unit, post }
  }

  /** A new record; its figures follow from `domain/measures`. */
  create<N extends Kept>(name: N, document: Unheaded<N>): void {
    this.keep(name, document as never, null, true)
    this.count(difference([], this.linesFor(name, document)))
  }

  /** A record in its new form; the journal posts the difference. */
  replace<N extends Kept>(name: N, before: Collections[N], after: Unheaded<N>): void {
    this.keep(name, after as never, (before as unknown as Head).head.hash, false)
    this.count(difference(this.linesFor(name, before), this.linesFor(name, after)))
  }

  /** Something kept without a chain. */
  file<N extends Filed>(name: N, document: Collections[N], fresh = true): void {
    this.keep(name, document, null, fresh)
  }

  /** A document beside the record that does not exist yet. */
  addBeside<N extends Name>(name: N, document: Collections[N]): void {
    this.side.push(() => this.transaction.add(name, document))
  }

  /** A document beside the record, replaced. */
  putBeside<N extends Name>(name: N, document: Collections[N]): void {
    this.side.push(() => this.transaction.put(name, document))
  }

  /**
   * The next number of this unit, kind of paper and year, for a record (`notices/<id>`). It is taken when everything
   * else has been written.
   */
  async number(unit: string, kind: string, record: string): Promise<string> {
    const [serial] = await this.serials(unit, kind, 1)
    return this.enter(unit, kind, this.today.slice(0, 4), serial as number, record)
  }

  /** Takes the next numbers of a row without putting them on papers: a block. */
  async serials(unit: string, kind: string, count: number): Promise<number[]> {
    const row = rowOf(unit, kind, this.today.slice(0, 4))
    const last = this.counters.get(row) ?? (await this.find('counters', row))?.last ?? 0
    this.counters.set(row, last + count)
    return Array.from({ length: count }, (_, at) => last + at + 1)
  }

  /** Enters a number in the register, where each can stand once, and answers it as it is printed. */
  enter(unit: string, kind: string, year: string, serial: number, record: string): string {
    const _id = `${rowOf(unit, kind, year)}:${serial}`
    this.numbers.push({ _id, unit, kind, year, serial, record, on: this.today, living: true })
    return paperNumber(unit, kind, year, serial)
  }

  /** The paper that carries this number was voided: the number stays taken, with the reason. */
  async strike(unit: string, kind: string, number: string, reason: string): Promise<void> {
    const read = readNumber(number)
    const entered = read && (await this.find('numbers', `${rowOf(unit, kind, read.year)}:${read.serial}`))
    if (entered) this.putBeside('numbers', { ...entered, living: false, reason })
  }

  /** Writes everything. The entry is at once audit line, answer to a replay, and ledger. */
  async commit(answer: unknown): Promise<void> {
    if (this.records.length === 0) throw new Error(`${this.path} kept no record`)
    if (!this.place && this.verb !== 'anyone') throw new Error(`${this.path} asked nobody whether it may`)
    const entry = this.entry(answer)
    for (const write of this.side) await write()
    for (const { name, document, fresh } of this.records) {
      const headed = { ...document, head: { entry: entry._id, hash: entry.hash } } as never
      await (fresh ? this.transaction.add(name, headed) : this.transaction.put(name, headed))
    }
    await this.transaction.add('journal', entry)
    for (const number of this.numbers) await this.transaction.add('numbers', number)
    for (const [_id, last] of this.counters) await this.transaction.put('counters', { _id, last })
  }

  private entry(answer: unknown): Entry {
    // What the submission made stands first: it bears its id.
    const made = this.records.filter(({ document }) => document._id === this.id)
    const [first, ...others] = [...made, ...this.records.filter(one => !made.includes(one))].map(
      ({ name, document, previous }) => ({
        record: `${name}/${document._id}`,
        after: textHash(canonical(document)),
        previous,
      }),
    ) as [RecordLine, ...RecordLine[]]
    const content: Omit<Entry, 'hash'> = {
      _id: this.id,
      at: this.at,
      slot: slotOf(this.at),
      who: this.caller.person,
      post: this.place?.post.id ?? '',
      verb: this.verb,
      path: this.path,
      unit: this.place?.unit ?? '',
      ...first,
      digest: this.digest,
      answer,
      lines: this.lines,
      ...(others.length ? { others } : {}),
    }
    return { ...content, hash: textHash(canonical(content)) }
  }

  private keep(name: Kept | Filed, document: { _id: string }, previous: string | null, fresh: boolean): void {
    if (this.records.some(record => record.name === name && record.document._id === document._id))
      throw new Error(`${this.path} writes ${name}/${document._id} twice`)
    const { head: _head, ...content } = document as { _id: string; head?: unknown }
    this.records.push({ name, document: content, previous, fresh })
  }

  private count(lines: Line[]): void {
    this.lines.push(...lines)
  }

  private linesFor(name: Kept, document: unknown): Line[] {
    return name in linesOf ? linesOf[name as keyof Counted](document as never) : []
  }
}

type RecordLine = Pick<Entry, 'record' | 'after' | 'previous'>

// An enterprise's own person has no scope but the enterprise; a record of the register is its own place.
const placed = (name: string, record: object | undefined) =>
  (name === 'enterprises' && record ? { ...record, enterprise: (record as { _id: string })._id } : record) as
    | (Place & { _id: string })
    | undefined
