import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { chanceFrom } from '../../demo/chance'
import { cablePicture } from '../../demo/pictures'
import type { Cloud } from '../../local/cloud'
import { chromiumFlags, chromiumPath } from '../chromium'
import { freshCloud } from '../functions/bureau'

const root = path.resolve(__dirname, '../..')
const pictures = path.join(root, 'test/screenshots')

// Rules about landmarks and scrolling areas of the whole document: those are Taro's frames around our pages.
const frames = ['region', 'landmark-no-duplicate-main', 'landmark-unique', 'scrollable-region-focusable']

/** A laptop with the product on it: the cloud, the H5 build, a browser. */
export async function openLaptop() {
  if (!existsSync(path.join(root, 'dist/h5/index.html')))
    throw new Error('dist/h5 is not built: npm run build h5')
  const cloud = await freshCloud({ static: path.join(root, 'dist/h5'), clock: false })
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags })
  mkdirSync(pictures, { recursive: true })
  return {
    cloud,
    browser,
    close: async () => {
      await browser.close()
      await cloud.close()
    },
  }
}

// A click, not a touch: from a touch on a busy machine Chromium may make a long press or the end of a fling, and what
// is tried here is the page, not its recogniser of gestures. Signatures are drawn with touches.
const press = (found: Locator): Promise<void> => found.click()

/** One person with a phone in his hand. Counts his taps; what he types is counted in characters. */
export class Hand {
  taps = 0
  typed = 0
  /** Errors the page threw; none may be left at the end. */
  readonly errors: string[] = []

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly cloud: Cloud,
    private readonly openid: string,
  ) {
    page.on('pageerror', error => this.errors.push(error.message))
  }

  static async of(
    browser: Browser,
    cloud: Cloud,
    openid: string,
    options: { dark?: boolean } = {},
  ): Promise<Hand> {
    const context = await browser.newContext({
      viewport: { width: 375, height: 812 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: options.dark ? 'dark' : 'light',
    })
    await context.addInitScript(who => localStorage.setItem('sanlian:person', who), openid)
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return new Hand(page, context, cloud, openid)
  }

  /** Opens a page of the mini-program by its path, as a link would; not a tap. */
  async open(where = '/pages/today/index'): Promise<void> {
    // Taro hides the page below once the new one has slid in, and would hide this one if it came sooner.
    await this.page.waitForTimeout(400)
    await this.page.goto(`${this.cloud.url}/#${where}`)
    await this.page.waitForLoadState('networkidle')
  }

  /** Taps what says this, on the page in front. */
  async tap(text: string | RegExp, options: { nth?: number } = {}): Promise<void> {
    const found = this.front()
      .getByText(text, { exact: typeof text === 'string' })
      .filter({ visible: true })
    await this.standsStill()
    await this.orPicture(press(options.nth === undefined ? found.first() : found.nth(options.nth)))
    this.taps++
  }

  /** Taps, and taps again where the browser swallowed it, until the page says what follows. Each tap counts. */
  async tapUntil(text: string, follows: string): Promise<void> {
    const seen = this.front().getByText(follows).filter({ visible: true }).first()
    for (let times = 0; times < 3; times++) {
      await this.tap(text)
      if (
        await seen.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        )
      )
        return
    }
    await this.sees(follows)
  }

  /** Taps what says this inside one part of the page, e.g. an item of the checklist. */
  async tapIn(part: string, text: string): Promise<void> {
    await this.orPicture(
      press(this.front().locator(part).getByText(text, { exact: true }).filter({ visible: true }).first()),
    )
    this.taps++
  }

  /** Takes a photo inside one part of the page: one tap, or two where a sheet asks for camera or album. */
  async photograph(part: string, sheet?: string): Promise<void> {
    const opened = this.page.waitForEvent('filechooser')
    await this.tapIn(part, '＋ 拍照')
    if (sheet) {
      await this.page.locator('.taro-actionsheet__cell').getByText(sheet, { exact: true }).click()
      this.taps++
    }
    const buffer = Buffer.from(cablePicture(chanceFrom(this.taps)))
    await (await opened).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
    await this.front().locator(`${part} .photo-image`).filter({ visible: true }).first().waitFor()
  }

  /** Taps what is named so for those who hear the page. */
  async tapLabel(label: string | RegExp): Promise<void> {
    await this.orPicture(press(this.front().getByLabel(label).filter({ visible: true }).first()))
    this.taps++
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    const front = this.front()
    const field = front
      .getByRole('textbox', { name: label })
      .or(front.getByRole('spinbutton', { name: label }))
      .filter({ visible: true })
    await this.orPicture(field.first().fill(text))
    this.typed += [...text].length
  }

  /** Draws a stroke with a finger; counts as one touch. */
  async sign(): Promise<void> {
    const canvas = this.front().locator('canvas').filter({ visible: true }).first()
    // To the middle, where no bar lies over it; the page may still be gliding to where the last tap sent it.
    const isInTheMiddle = async () => {
      await canvas.evaluate(node => node.scrollIntoView({ block: 'center' }))
      await this.page.waitForTimeout(400)
      const { y = 0, height = 0 } = (await canvas.boundingBox()) ?? {}
      return y > 130 && y + height < 720
    }
    for (let times = 0; times < 10 && !(await isInTheMiddle()); times++);
    const box = await canvas.boundingBox()
    if (!box) throw new Error('there is no place to sign')
    const session = await this.context.newCDPSession(this.page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number, y?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === undefined ? [] : [{ x: box.x + x, y: box.y + (y as number) }],
      })
    await touch('touchStart', 40, box.height / 2)
    for (let x = 50; x < box.width - 60; x += 12)
      await touch('touchMove', x, box.height / 2 + Math.sin(x / 9) * 25)
    // The finger rests before it leaves: from a moving one Chromium makes a fling, and takes the next tap for its end.
    for (let rest = 0; rest < 3; rest++) {
      await this.page.waitForTimeout(120)
      await touch('touchMove', box.width - 61, box.height / 2)
    }
    await touch('touchEnd')
    // The pad counts a stroke when the finger has left the glass; only then can it be finished.
    await this.orPicture(this.front().locator('.signature-hint').waitFor({ state: 'detached' }))
    await this.page.waitForTimeout(900) // while the page still glides, Chromium takes a tap for a stop
    this.taps++
  }

  /** Waits until the page in front says this. */
  async sees(text: string | RegExp): Promise<void> {
    await this.orPicture(this.front().getByText(text).filter({ visible: true }).first().waitFor())
  }

  /** The button that leads back. */
  async back(): Promise<void> {
    await this.page.goBack()
    this.taps++
  }

  async text(): Promise<string> {
    return this.front().innerText()
  }

  /** Keeps a picture of the whole page. */
  async picture(name: string): Promise<void> {
    await this.page.waitForTimeout(250)
    await this.page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true })
  }

  /** What axe finds wrong in our pages. Taro keeps the pages below in the document, in frames of its own making. */
  async accessibility(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .include('.taro_page')
      .disableRules(frames)
      .analyze()
    return violations.map(
      violation =>
        `${violation.id}: ${violation.help} (${violation.nodes
          .map(node => node.target.join(' '))
          .slice(0, 3)
          .join(', ')})`,
    )
  }

  /** No page is wider than the phone. */
  async overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  }

  /** Waits until nothing scrolls any more: a tap on a gliding page hits what has moved there. */
  private async standsStill(): Promise<void> {
    await this.page.evaluate(async () => {
      const where = () =>
        [scrollY, ...[...document.querySelectorAll('.taro_page')].map(page => page.scrollTop)].join()
      for (let times = 0, before = ''; times < 20 && before !== where(); times++) {
        before = where()
        await new Promise(resolve => setTimeout(resolve, 100))
      }
    })
  }

  /** What the page looked like and said when something was not there; the words reach a log that keeps no pictures. */
  private orPicture<T>(doing: Promise<T>): Promise<T> {
    return doing.catch(async error => {
      await this.picture(`failed-${this.openid}-after-${this.taps}-taps`)
      const said = await this.text().catch(() => 'nothing')
      throw new Error(`${error.message}\nafter ${this.taps} taps the page said:\n${said}`)
    })
  }

  /** Takes the network away, once the pages that are fetched ahead are here: a browser has no package to open them from. */
  async offline(off: boolean): Promise<void> {
    if (off) {
      const ahead = () =>
        [...document.querySelectorAll<HTMLLinkElement>('link[rel=prefetch]')].every(
          link => performance.getEntriesByName(link.href).length > 0,
        )
      await this.page.waitForFunction(ahead, undefined, { timeout: 30_000 })
    }
    await this.context.setOffline(off)
  }

  close = (): Promise<void> => this.context.close()

  // Taro keeps the pages below in the document; the one in front is the last that shows.
  private front() {
    return this.page.locator('.taro_page').filter({ visible: true }).last()
  }
}
