import type { Cloud } from '../../local/cloud'
import type { Bureau } from '../functions/bureau'
import { heldBy } from './harness/held-by'
import { Phone, type PhoneOptions } from './harness/phone'
import type { Query } from './harness/screen'

const SIGNATURE = [
  [20, 60],
  [60, 30],
  [120, 90],
  [180, 40],
] as const

/**
 * A person with his phone: does what a thumb does and counts it. The camera's own buttons are not counted, they are not
 * ours; a signature's stroke is one touch. The functions see the phone's time.
 */
export class Hand {
  /** Touches of the mini-program so far. */
  taps = 0
  /** Characters typed so far. */
  typed = 0
  private held: Phone | undefined

  constructor(
    private readonly cloud: Cloud,
    readonly openid: string,
  ) {}

  /** Opens the mini-program at its first page, on a new phone or on the one that was killed. */
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

  get phone(): Phone {
    if (!this.held) throw new Error(`${this.openid} has not started the phone`)
    return this.held
  }

  /** All words on the page on top. */
  get text(): string {
    return this.phone.screen.text()
  }

  async tap(query: Query | string): Promise<void> {
    await this.phone.screen.tap(query)
    this.taps += 1
  }

  /** Presses the first of what says this within a part of the page. */
  tapIn(part: Query | string, text: string | RegExp): Promise<void> {
    return this.tap({ text, within: part })
  }

  async type(label: string, words: string): Promise<void> {
    await this.phone.screen.input({ label }, words)
    this.typed += [...words].length
  }

  /** Draws on the canvas of this page and says that it is done. */
  async sign(): Promise<void> {
    await this.phone.screen.draw({ tag: 'canvas' }, SIGNATURE)
    this.taps += 1
    await this.tap('完成签名')
  }

  /** Leaves the phone alone until its clock shows `now`; then looks at it again. */
  async lookAgainAt(now: number): Promise<void> {
    await this.phone.toBackground()
    await this.phone.advance(Math.max(0, now - this.phone.now()))
    await this.phone.toForeground()
  }

  /** What it took since the count began, and begins anew. */
  count(): { taps: number; typed: number } {
    const { taps, typed } = this
    this.taps = 0
    this.typed = 0
    return { taps, typed }
  }
}

export async function officerOf(cloud: Cloud, bureau: Bureau, options: PhoneOptions = {}): Promise<Hand> {
  return new Hand(cloud, bureau.officer.openid).start(options)
}
