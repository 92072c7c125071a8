import type { View } from '../view/view'
import type { AppJson } from './app-json'
import { channelPair, type EventChannel } from './event-channel'
import type { Host } from './host'
import type { Loose } from './loose'
import type { Modules } from './modules'
import { type OpenPage, openPage, readUrl } from './page'

/** "小程序中页面栈最多十层", WeChat's guide on routing. */
const DEEPEST = 10

/** The page stack and the five ways to move in it. Errors carry WeChat's words as remembered, not checked on a phone. */
export class Stack {
  pages: OpenPage[] = []
  /** Tab pages stay alive behind the visible tab. */
  private tabsBehind = new Map<string, OpenPage>()

  constructor(
    private readonly host: Host,
    private readonly app: AppJson,
    private readonly modules: Modules,
    private readonly view: View,
  ) {}

  get top(): OpenPage | undefined {
    return this.pages[this.pages.length - 1]
  }

  private isTab(route: string): boolean {
    return this.app.tabs.some(tab => tab.pagePath === route)
  }

  open(url: string, channel?: EventChannel): void {
    const { route } = readUrl(url)
    if (!this.app.pages.includes(route)) throw new Error(`page "${route}" is not found`)
    const page = openPage(this.host, this.view, this.modules.page(route), url, channel)
    this.pages.push(page)
    this.tell(page, 'onLoad', page.self.options)
    this.show(page)
    this.host.clock.later(() => {
      if (this.pages.includes(page)) this.tell(page, 'onReady')
    })
  }

  navigateTo(options: Loose): { eventChannel: EventChannel } {
    const { route } = readUrl(options.url)
    if (this.isTab(route)) throw new Error('can not navigateTo a tabbar page')
    if (this.pages.length >= DEEPEST) throw new Error('webview count limit exceed')
    if (!this.app.pages.includes(route)) throw new Error(`page "${route}" is not found`)
    const [mine, its] = channelPair()
    for (const [name, listener] of Object.entries(options.events ?? {})) mine.on(name, listener as Loose)
    if (this.top) this.hide(this.top)
    this.open(options.url, its)
    return { eventChannel: mine }
  }

  redirectTo(options: Loose): void {
    if (this.isTab(readUrl(options.url).route)) throw new Error('can not redirectTo a tabbar page')
    this.closeTop()
    this.open(options.url)
  }

  reLaunch(options: Loose): void {
    this.closeAll()
    this.open(options.url)
  }

  navigateBack(options: Loose): void {
    const steps = Math.min(options.delta || 1, this.pages.length - 1)
    for (let step = 0; step < steps; step += 1) this.closeTop()
    if (steps && this.top) this.show(this.top)
  }

  switchTab(options: Loose): void {
    const { route } = readUrl(options.url)
    if (!this.isTab(route)) throw new Error('can not switch to no-tabBar page')
    while (this.pages.length > 1) this.closeTop()
    const current = this.top
    if (current && current.route !== route) {
      if (this.isTab(current.route)) {
        this.hide(current)
        this.tabsBehind.set(current.route, current)
        this.pages = []
      } else this.closeTop()
    }
    const behind = this.tabsBehind.get(route)
    if (behind) {
      this.tabsBehind.delete(route)
      this.pages = [behind]
    }
    if (this.top) this.show(this.top)
    else this.open(options.url)
  }

  show(page: OpenPage): void {
    this.tell(page, 'onShow')
    this.host.run(() => page.view.show())
  }

  hide(page: OpenPage): void {
    this.tell(page, 'onHide')
    this.host.run(() => page.view.hide())
  }

  closeAll(): void {
    while (this.pages.length) this.closeTop()
    for (const page of this.tabsBehind.values()) this.close(page)
    this.tabsBehind.clear()
  }

  /** Drops every view without telling the pages, as the system does when it kills WeChat. */
  drop(): void {
    for (const page of [...this.pages, ...this.tabsBehind.values()]) page.view.unmount()
    this.pages = []
    this.tabsBehind.clear()
  }

  /** Calls a page's function of that name, if it has one, and returns what it returns. */
  tell(page: OpenPage, name: string, ...args: unknown[]): Loose {
    return this.host.run(() => page.self[name]?.(...args))
  }

  private closeTop(): void {
    const page = this.pages.pop()
    if (page) this.close(page)
  }

  private close(page: OpenPage): void {
    this.tell(page, 'onUnload')
    this.host.run(() => page.view.unmount())
  }
}
