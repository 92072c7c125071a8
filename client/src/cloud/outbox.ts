import type { Store } from './device.types'
import { type ClientProblem, isOffline, isTransient, ProblemError, problemOf } from './problem'
import { within } from './within'

/**
 * Where an item stands. `waiting`: its turn or the network has not come; `uploading`, `sending`: under way;
 * `refused`: the server said no and why; `conflict`: the server holds something else under this id; `done`: the server
 * confirmed what it received (kept as a line for a day).
 */
export type ItemState = 'waiting' | 'uploading' | 'sending' | 'refused' | 'conflict' | 'done'

/** One picture of an item: where it is on the device, where it goes, and its cloud id once it is there. */
export interface Parcel {
  key: string
  bytes: number
  place?: string
  fileID?: string
}

export interface Item {
  /** The submission id: the server answers a second arrival with its first answer. */
  id: string
  /** Who wrote it; nobody else sends it. */
  person: string
  path: string
  title: string
  /** Page to open for correcting it. */
  page?: string
  order: number
  /** Epoch ms of writing. */
  at: number
  /** As the screen wrote it, pictures as `local:<key>`; gone once done. */
  content?: unknown
  parcels: Parcel[]
  /** Of the frozen content, from the moment every picture has its cloud id. */
  digest?: string
  /** Text and pictures. */
  bytes: number
  state: ItemState
  /** Tries so far that failed for a passing reason or are under way. */
  attempts: number
  /** Not before this moment, epoch ms. */
  nextAt: number
  /** Why it is not through yet. */
  problem?: ClientProblem
  doneAt?: number
  /** The server's short answer. */
  answer?: unknown
}

export type Outcome =
  | { state: 'done'; answer: unknown }
  | { state: 'refused' | 'conflict'; problem: ClientProblem }
  | { state: 'discarded' }

export interface Sent {
  id: string
  /** Resolves when the item is through, refused, in conflict or discarded; never rejects. */
  settled: Promise<Outcome>
  /** The outcome, or `kept` when it has not come after `ms`: the item is safe and goes out by itself. */
  within(ms: number): Promise<Outcome | { state: 'kept' }>
}

export interface SendOptions {
  /** What the person calls it: 检查记录 · 金鑫线缆. */
  title: string
  /** Page to open when it has to be corrected. */
  page?: string
  /** An earlier item of this screen that was refused or is in conflict, which this one takes the place of. */
  instead?: string
}

export interface OutboxOptions {
  storage: Store
  removeFile(key: string): Promise<void>
  randomId(): Promise<string>
  /** Who is signed in; undefined: nobody, nothing is sent. */
  person(): string | undefined
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>
  upload(key: string, place: string, person: string): Promise<string>
  call(path: string, input: { id: string; content: unknown }, person: string): Promise<unknown>
  digestOf(path: string, content: unknown): string
  /** Where a picture goes: a path in the cloud's storage. */
  placeOf(key: string, person: string): Promise<string> | string
  now?(): number
  /** Runs `work` after `ms`; answers what calls it off. */
  later?(ms: number, work: () => void): () => void
  random?(): number
  /** First and longest pause between two tries, ms. */
  pause?: number
  longestPause?: number
  /** After so many failures inside the server an item lets those behind it pass. */
  stuckAfter?: number
  /** An upload or call that has not answered after so many ms counts as lost. */
  patience?: number
  /** How long the line of an item that is through stays, ms. */
  keepDone?: number
  onDone?(item: Item): void
}

const KEY = 'outbox/'
const DAY = 86_400_000
/** A longer answer is told to the screen that waits for it and not kept. */
const ANSWER_KEPT = 4_000

const positive = (name: string, value: number) => {
  if (!(Number.isFinite(value) && value > 0))
    throw new TypeError(`Expected \`${name}\` to be a number above 0, got \`${value}\` (${typeof value})`)
  return value
}

/** The keys of all pictures that a content names as `local:<key>`, with their sizes, each once. */
export function localFiles(content: unknown, found: Parcel[] = []): Parcel[] {
  if (Array.isArray(content)) for (const member of content) localFiles(member, found)
  else if (content && typeof content === 'object') {
    const { file, bytes } = content as { file?: unknown; bytes?: unknown }
    if (typeof file === 'string' && file.startsWith('local:')) {
      const key = file.slice('local:'.length)
      if (!found.some(parcel => parcel.key === key))
        found.push({ key, bytes: typeof bytes === 'number' ? bytes : 0 })
    } else for (const member of Object.values(content)) localFiles(member, found)
  }
  return found
}

/** The content with each `local:<key>` replaced by the cloud id of its parcel. */
export function freeze(content: unknown, parcels: readonly Parcel[]): unknown {
  if (Array.isArray(content)) return content.map(member => freeze(member, parcels))
  if (!content || typeof content !== 'object') return content
  const frozen: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(content)) {
    const parcel =
      name === 'file' && typeof member === 'string' && member.startsWith('local:')
        ? parcels.find(one => `local:${one.key}` === member)
        : undefined
    frozen[name] = parcel?.fileID ?? freeze(member, parcels)
  }
  return frozen
}

/**
 * The queue through which every write leaves the device.
 *
 * An item is durable before `send` answers. It goes out alone and in order per person: pictures first, each cloud id
 * kept at once; then the content is frozen, its digest taken, and the procedure called with the item's id. Pictures
 * and content are deleted only when the server's answer carries the same id and digest. Killed at any point, it goes
 * on where it stood; the server answers a repeated id with its first answer, so nothing is written twice.
 */
export class Outbox {
  readonly #o: Required<Omit<OutboxOptions, 'onDone'>> & Pick<OutboxOptions, 'onDone'>
  #items = new Map<string, Item>()
  #shown: readonly Item[] = []
  #listeners = new Set<() => void>()
  #settlers = new Map<string, { promise: Promise<Outcome>; resolve(outcome: Outcome): void }>()
  #running = false
  #again = false
  #stopped = false
  #callOff: (() => void) | undefined

  constructor(options: OutboxOptions) {
    this.#o = {
      now: Date.now,
      later: (ms, work) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
      random: Math.random,
      pause: 2_000,
      longestPause: 5 * 60_000,
      stuckAfter: 5,
      patience: 60_000,
      keepDone: DAY,
      ...options,
    }
    for (const name of ['pause', 'longestPause', 'stuckAfter', 'patience', 'keepDone'] as const)
      positive(name, this.#o[name])
    this.#load()
  }

  /** What the signed-in person has in the queue, oldest first; a new array on each change. */
  get items(): readonly Item[] {
    return this.#shown
  }

  /** Calls back on each change; answers what stops it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Begins: clears what a kill left behind and sends what waits. */
  async start(): Promise<void> {
    this.#load()
    for (const item of Array.from(this.#items.values()))
      if (item.state === 'done') await this.#tidy(item).catch(() => {})
    this.wake()
  }

  /** Ends for good: what is under way is not followed by another. For tests and hot reload. */
  stop(): void {
    this.#stopped = true
    this.#callOff?.()
  }

  /**
   * Puts a write into the queue. Once this resolves it survives a kill.
   * @param path the procedure, `context.name`
   * @param content what it takes, pictures as `local:<key>`
   * @throws {ProblemError} `person.none`, `storage.full`: nothing was kept
   */
  async send(path: string, content: unknown, options: SendOptions): Promise<Sent> {
    const person = this.#o.person()
    if (!person) throw new ProblemError({ code: 'person.none', message: '请先登录' })
    if (!/^[a-z]\w*\.[a-z]\w*$/i.test(path))
      throw new TypeError(`Expected \`path\` to be \`context.name\`, got \`${path}\``)
    if (!options.title) throw new TypeError('Expected `title` to be a text')

    const before = options.instead ? this.#stored(options.instead) : undefined
    const taken = before?.person === person && (before.state === 'refused' || before.state === 'conflict')
    // A refused id may be used again: if an answer was lost and it had been accepted after all, the server names
    // the conflict instead of writing twice. An id in conflict is taken.
    const id = taken && before.state === 'refused' ? before.id : await this.#o.randomId()
    this.#load()
    const parcels = localFiles(content).map(
      parcel => (taken && before.parcels.find(one => one.key === parcel.key)) || parcel,
    )
    const item: Item = {
      id,
      person,
      path,
      title: options.title,
      ...(options.page ? { page: options.page } : {}),
      order: 1 + Math.max(0, ...Array.from(this.#items.values(), one => one.order)),
      at: this.#o.now(),
      content,
      parcels,
      bytes: JSON.stringify(content).length + parcels.reduce((sum, parcel) => sum + parcel.bytes, 0),
      state: 'waiting',
      attempts: 0,
      nextAt: 0,
    }
    this.#save(item)
    if (taken) {
      const left = before.parcels.filter(old => !parcels.some(parcel => parcel.key === old.key))
      if (before.id !== id) this.#forget(before.id)
      for (const parcel of left) await this.#o.removeFile(parcel.key)
    }
    this.#settlers.delete(id)
    const settled = this.#settler(id).promise
    void this.#run()
    return {
      id,
      settled,
      within: ms =>
        Promise.race([
          settled,
          new Promise<{ state: 'kept' }>(resolve => this.#o.later(ms, () => resolve({ state: 'kept' }))),
        ]),
    }
  }

  /**
   * Throws an item away with its pictures, for good: ask the person first.
   * @returns false when it is under way or gone
   */
  async discard(id: string): Promise<boolean> {
    const item = this.#stored(id)
    if (!item || item.person !== this.#o.person()) return false
    if (item.state === 'uploading' || item.state === 'sending') return false
    this.#forget(id)
    this.#settle(id, { state: 'discarded' })
    for (const parcel of item.parcels) await this.#o.removeFile(parcel.key)
    void this.#run()
    return true
  }

  /**
   * The person's post was taken back. Lines of what is through go; what has not gone out is not sent by itself any more
   * and stays listed with the reason, for the person to send again or to throw away. What is under way the server judges;
   * where it found no post, the reason is the same.
   * @param stays procedures that need no post
   */
  async recall(problem: ClientProblem, stays: readonly string[]): Promise<void> {
    const person = this.#o.person()
    this.#load()
    for (const item of Array.from(this.#items.values())) {
      if (item.person !== person || stays.includes(item.path)) continue
      if (item.state === 'done') {
        this.#forget(item.id)
        for (const parcel of item.parcels) await this.#o.removeFile(parcel.key)
      } else if (item.state === 'waiting' || item.problem?.code === 'post.none') {
        this.#save({ ...item, state: 'refused', problem })
        this.#settle(item.id, { state: 'refused', problem })
      } else if (item.state === 'uploading' || item.state === 'sending') {
        void this.#settler(item.id).promise.then(() => this.recall(problem, stays))
      }
    }
  }

  /** The network is back, the app is in front, or the person asks: tries at once what waits out a pause. */
  wake(): void {
    this.#load()
    for (const item of Array.from(this.#items.values()))
      if (item.state === 'waiting' && item.nextAt > this.#o.now()) this.#save({ ...item, nextAt: 0 })
    void this.#run()
  }

  /** The storage was changed by another tab, or another person signed in: looks again. */
  refresh(): void {
    this.#load()
    void this.#run()
  }

  async #run(): Promise<void> {
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = true
    this.#callOff?.()
    this.#callOff = undefined
    try {
      do {
        this.#again = false
        await this.#o.exclusive('outbox', async () => {
          for (let item = this.#next(); item && !this.#stopped; item = this.#next()) await this.#deliver(item)
        })
      } while (this.#again && !this.#stopped)
    } catch {
      // The device itself failed (no room to note a step). The item is as it was noted last; try later.
      this.#plan(this.#o.longestPause)
      return
    } finally {
      this.#running = false
    }
    const due = this.#queue().map(item => item.nextAt - this.#o.now())
    if (due.length) this.#plan(Math.max(this.#o.pause / 4, Math.min(...due)))
  }

  #plan(ms: number): void {
    if (this.#stopped) return
    this.#callOff?.()
    this.#callOff = this.#o.later(ms, () => void this.#run())
  }

  /** What the signed-in person has still to send, in order. */
  #queue(): Item[] {
    const person = this.#o.person()
    return Array.from(this.#items.values())
      .filter(item => item.person === person && !['refused', 'conflict', 'done'].includes(item.state))
      .sort(inOrder)
  }

  #next(): Item | undefined {
    this.#load()
    for (const item of this.#queue()) {
      if (item.nextAt <= this.#o.now()) return item
      const stuck = item.problem?.code === 'internal' && item.attempts >= this.#o.stuckAfter
      if (!stuck) return undefined // those behind it may build on it
    }
    return undefined
  }

  async #deliver(item: Item): Promise<void> {
    const { id, path, person } = item
    let receipt: { id?: string; digest?: string; answer?: unknown } | undefined
    try {
      // Noted before anything is awaited: an item under way cannot be discarded.
      item = this.#save({ ...item, state: item.parcels.every(one => one.fileID) ? 'sending' : 'uploading' })
      for (const { key } of item.parcels) {
        const parcel = item.parcels.find(one => one.key === key) as Parcel
        if (parcel.fileID) continue
        // The place is noted before the upload: a second try after a kill overwrites the first.
        const place = parcel.place ?? (await this.#o.placeOf(key, person))
        item = this.#save(withParcel(item, { ...parcel, place }))
        const fileID = await this.#patiently(this.#o.upload(key, place, person))
        item = this.#save(withParcel(item, { ...parcel, place, fileID }))
      }
      const content = freeze(item.content, item.parcels)
      const digest = this.#o.digestOf(path, content)
      item = this.#save({ ...item, state: 'sending', digest, attempts: item.attempts + 1 })
      receipt = (await this.#patiently(this.#o.call(path, { id, content }, person))) as typeof receipt
      if (receipt?.id !== id || receipt.digest !== digest)
        throw new ProblemError({
          code: 'digest.differs',
          message: '服务器收到的内容与手机上的不一致，两份都已保留，请核对',
        })
    } catch (error) {
      return this.#failed(item, problemOf(error))
    }
    await this.#done(item, receipt.answer)
  }

  #patiently<T>(work: Promise<T>): Promise<T> {
    return within(this.#o.patience, work, this.#o.later)
  }

  async #done(item: Item, answer: unknown): Promise<void> {
    const { content: _content, problem: _problem, ...rest } = item
    const short = JSON.stringify(answer ?? null).length <= ANSWER_KEPT
    const line: Item = { ...rest, state: 'done', doneAt: this.#o.now(), ...(short ? { answer } : {}) }
    this.#save(line)
    this.#settle(item.id, { state: 'done', answer })
    this.#o.onDone?.(line)
    await this.#tidy(line).catch(() => {}) // start() will, next time
  }

  /** Deletes the pictures of an item that is through, and its line after a day. */
  async #tidy(item: Item): Promise<void> {
    for (const parcel of item.parcels) await this.#o.removeFile(parcel.key)
    if (this.#o.now() - (item.doneAt ?? 0) > this.#o.keepDone) this.#forget(item.id)
    else if (item.parcels.length) this.#save({ ...item, parcels: [] })
  }

  #failed(item: Item, problem: ClientProblem): void {
    if (problem.code === 'replay.conflict' || problem.code === 'digest.differs') {
      this.#save({ ...item, state: 'conflict', problem })
      this.#settle(item.id, { state: 'conflict', problem })
    } else if (isTransient(problem)) {
      const attempts = item.state === 'sending' ? item.attempts : item.attempts + 1
      const full = Math.min(this.#o.longestPause, this.#o.pause * 2 ** Math.min(attempts - 1, 20))
      // Half of the pause is chance, so that a hall full of phones does not come back in one moment.
      const nextAt = this.#o.now() + full / 2 + (this.#o.random() * full) / 2
      this.#save({ ...item, state: 'waiting', attempts, nextAt, problem })
    } else {
      this.#save({ ...item, state: 'refused', problem })
      this.#settle(item.id, { state: 'refused', problem })
    }
  }

  #stored(id: string): Item | undefined {
    return this.#o.storage.get<Item>(KEY + id)
  }

  #save(item: Item): Item {
    this.#o.storage.set(KEY + item.id, item)
    this.#items.set(item.id, item)
    this.#tell()
    return item
  }

  #forget(id: string): void {
    this.#o.storage.remove(KEY + id)
    this.#items.delete(id)
    this.#tell()
  }

  /** Takes over what the storage holds: another tab may have written since. */
  #load(): void {
    const items = new Map<string, Item>()
    for (const key of this.#o.storage.keys(KEY)) {
      const item = this.#o.storage.get<Item>(key)
      if (item?.id) items.set(item.id, item)
    }
    this.#items = items
    for (const id of Array.from(this.#settlers.keys())) {
      const item = items.get(id)
      if (!item) continue
      if (item.state === 'done') this.#settle(id, { state: 'done', answer: item.answer })
      if ((item.state === 'refused' || item.state === 'conflict') && item.problem)
        this.#settle(id, { state: item.state, problem: item.problem })
    }
    this.#tell()
  }

  #tell(): void {
    const person = this.#o.person()
    const shown = Array.from(this.#items.values())
      .filter(item => item.person === person)
      .sort(inOrder)
    if (JSON.stringify(shown) === JSON.stringify(this.#shown)) return
    this.#shown = shown
    for (const listener of this.#listeners) listener()
  }

  #settler(id: string) {
    let settler = this.#settlers.get(id)
    if (!settler) {
      let resolve!: (outcome: Outcome) => void
      const promise = new Promise<Outcome>(keep => {
        resolve = keep
      })
      settler = { promise, resolve }
      this.#settlers.set(id, settler)
    }
    return settler
  }

  #settle(id: string, outcome: Outcome): void {
    this.#settlers.get(id)?.resolve(outcome)
    this.#settlers.delete(id)
  }
}

const inOrder = (a: Item, b: Item) => a.order - b.order || (a.id < b.id ? -1 : 1)

const withParcel = (item: Item, parcel: Parcel): Item => ({
  ...item,
  parcels: item.parcels.map(one => (one.key === parcel.key ? parcel : one)),
})

/** Whether an item waits for the network only. */
export const waitsForNetwork = (item: Item): boolean => !!item.problem && isOffline(item.problem)
