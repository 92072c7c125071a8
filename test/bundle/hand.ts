import type { Cloud } from '../../local/cloud'
import { heldBy } from './harness/held-by'
import { Phone, type PhoneOptions } from './harness/phone'
import type { Query } from './harness/screen'

const SIGNATURE = [
  [20, 60],
  [60, 30],
  [120, 90],
  [180, 40],
] as const

/** What a piece of work took: touches, and characters typed. */
export interface Effort {
  taps: number
  typed: number
}

/**
 * A person with a phone: does what a thumb does and counts it. The camera's own buttons are not counted, they are not
 * ours; a signature's stroke is one touch. The functions see the phone's time.
 */
export class Hand {
  private effort: Effort = { taps: 0, typed: 0 }
  private held: Phone | undefined

  constructor(
    private readonly cloud: Cloud,
    readonly openid: string,
  ) {}

  /** Opens the mini-program at its first page: on a new phone, or again on the one that was killed. */
  async start(options: PhoneOptions = {}): Promise<this> {
    const before = this.held
    const phone: Phone = new Phone({
      ...heldBy(this.cloud, this.openid, () => phone.now()),
      ...(before && { storage: before.storage, files: before.files, now: before.now() }),
      ...options,
    })
    this.held = phone
    await phone.launch()
    return this
  }

  kill(): void {
    this.held?.kill()
  }

  get phone(): Phone {
    if (!this.held) throw new Error(`${this.openid} has not opened the mini-program`)
    return this.held
  }

  /** All words on the page on top. */
  get text(): string {
    return this.phone.screen.text()
  }

  async tap(query: Query | string): Promise<void> {
    await this.phone.screen.tap(query)
    this.effort.taps += 1
  }

  /** Presses the line of the first page that leads to `url`; where the page has no such line yet, the tap counts all the same. */
  async go(line: RegExp, url: string): Promise<void> {
    if (this.phone.screen.has({ role: 'button', label: line }))
      return this.tap({ role: 'button', label: line })
    await this.phone.open(url)
    this.effort.taps += 1
  }

  /** Presses what says `text` in the element of this id, e.g. an item of the checklist. */
  tapIn(id: string, text: string): Promise<void> {
    return this.tap({ text, within: { id } })
  }

  async type(label: string, words: string): Promise<void> {
    await this.phone.screen.input({ label }, words)
    this.effort.typed += [...words].length
  }

  /** Draws on the page's canvas and says that it is done. */
  async sign(): Promise<void> {
    await this.phone.screen.draw({ tag: 'canvas' }, SIGNATURE)
    this.effort.taps += 1
    await this.tap('完成签名')
  }

  /** Puts the phone away and takes it out again when it shows `now`, epoch ms. */
  async lookAgainAt(now: number): Promise<void> {
    await this.phone.toBackground()
    await this.phone.advance(Math.max(0, now - this.phone.now()))
    await this.phone.toForeground()
  }

  /** What `work` takes of this hand. */
  async spent(work: () => Promise<unknown>): Promise<Effort> {
    const { taps, typed } = this.effort
    await work()
    return { taps: this.effort.taps - taps, typed: this.effort.typed - typed }
  }

  /** Bytes of all setData that `work` brings about. */
  async bytes(work: () => Promise<unknown>): Promise<number> {
    const mark = this.phone.setData.length
    await work()
    return this.phone.bytesSince(mark)
  }

  /** Calls of a procedure that left this phone: the submission ids, in order. */
  sent(path: string): string[] {
    return this.phone.calls
      .map(({ options }) => options?.data)
      .filter(data => data?.path === path)
      .map(data => data.input.id)
  }
}
