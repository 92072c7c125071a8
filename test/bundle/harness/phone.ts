// A phone without WeChat: the compiled mini-program's logic layer in a vm realm, its WXML rendered by glass-easel, wx
// played by the files in wx/. It cannot see: WeChat's layout and real built-in controls (keyboard, picker sheet, camera,
// map), style isolation and what a style sheet hides, setData's and rendering's real time, other engines than V8 (old
// Android, JavaScriptCore), permissions, privacy popups, domain lists, package limits, Skyline. Error texts and the order
// of lifecycles are from WeChat's documents and from memory, not checked against a phone.

import fs from 'node:fs'
import path from 'node:path'
import { readAppJson } from './device/app-json'
import { createHost } from './device/create-host'
import { describeError } from './device/describe-error'
import type { Host } from './device/host'
import type { SetData } from './device/ledger'
import type { Loose } from './device/loose'
import { Modules } from './device/modules'
import { Stack } from './device/stack'
import { Screen } from './screen'
import { missingTemplates, unknownTags } from './view/faults'
import { type StageView, View } from './view/view'
import { Bridge, type WxCall } from './wx/bridge'
import type { FarEnd } from './wx/cloud'
import { Dialogs } from './wx/dialogs'
import { PhoneFiles } from './wx/disk'
import { Events } from './wx/events'
import { installWx } from './wx/install'
import type { Photo } from './wx/media'
import { Network, type NetworkState } from './wx/network'
import { Canvases, type Layout } from './wx/query'
import type { Storage } from './wx/storage'

const repository = path.resolve(__dirname, '../../..')

export interface PhoneOptions extends Partial<FarEnd> {
  /** Folder of the build; default `dist/weapp` of the repository. */
  root?: string
  /** Whether there is a network at first; default yes. */
  online?: boolean
  /** What the phone before this one had stored: `phone.storage`. */
  storage?: Storage
  /** The files the phone before this one had: `phone.files`. */
  files?: PhoneFiles
  /** What the phone's clock shows at first, ms since 1970; default the real time. */
  now?: number
  /** What the camera and the album give; default a striped JPEG, a new one each time. */
  photo?: Photo
  /** Where elements lie, for `createSelectorQuery`. */
  layout?: Layout
  /** Page to open and how, as from a QR code; default the first page of app.json. */
  launch?: { path?: string; query?: Record<string, string>; scene?: number }
  /** Real ms that a call of the cloud may take before settle() gives up; default 20 000. */
  patience?: number
  /** Further or other functions of wx, over the built-in ones. */
  wx?: Record<string, unknown>
}

/** How far settle() lets virtual time pass after the last activity, ms. */
const WITHIN = 100

/** One simulated phone with the mini-program on it. Made by startPhone or, without opening the app, for one component. */
export class Phone {
  readonly screen: Screen
  readonly storage: Storage
  readonly files: PhoneFiles
  readonly dialogs: Dialogs
  readonly stack: Stack
  readonly view: View
  readonly canvases: Canvases
  private readonly host: Host
  private readonly bridge: Bridge
  private readonly events: Events
  private readonly network: Network
  private readonly modules: Modules
  private readonly app: ReturnType<typeof readAppJson>
  private readonly enter: Loose
  private readonly patience: number

  constructor(options: PhoneOptions) {
    const root = path.resolve(repository, options.root ?? 'dist/weapp')
    if (!fs.existsSync(root)) throw new Error(`no build at ${root}: build the mini-program first`)
    this.storage = options.storage ?? {}
    this.files = options.files ?? new PhoneFiles()
    this.patience = options.patience ?? 20_000
    this.host = createHost(root, options.now ?? Date.now(), this.files, () => this.route)
    const { host } = this
    this.app = readAppJson(root)
    this.bridge = new Bridge(host)
    this.events = new Events(host)
    this.network = new Network(this.bridge, this.events, options.online === false ? 'none' : 'wifi')
    this.dialogs = new Dialogs(this.bridge)
    this.canvases = new Canvases(host)
    this.enter = {
      path: options.launch?.path ?? this.app.first,
      query: options.launch?.query ?? {},
      scene: options.launch?.scene ?? 1001,
      referrerInfo: {},
    }
    this.modules = new Modules(root, host.realm, { wx: host.wx, currentPages: () => this.openPages() })
    this.view = new View(host, this.modules)
    this.stack = new Stack(host, this.app, this.modules, this.view)
    this.screen = new Screen({
      root: () => this.topView().root,
      canvases: this.canvases,
      dialogs: this.dialogs,
      run: work => host.run(work),
      settle: () => this.settle(),
    })
    const { bridge, events, network, dialogs, canvases, stack, enter } = this
    const top = () => this.topView().caller
    installWx(
      { host, bridge, events, network, dialogs, canvases, stack, enter, top, storage: this.storage },
      options,
    )
  }

  // ---- time ----

  /** What the phone's clock shows, ms since 1970. */
  now(): number {
    return this.host.clock.now()
  }

  /**
   * Runs all that is pending (calls of the cloud, setData, callbacks, timers due within 100 virtual ms), then throws
   * what the mini-program raised since the last time. Every gesture ends with it.
   */
  async settle(): Promise<void> {
    await this.host.work.settle(WITHIN, this.patience)
    this.throwErrors()
  }

  /** Lets `ms` virtual milliseconds pass, then settles. The clock stands while the cloud has not answered. */
  async advance(ms: number): Promise<void> {
    await this.host.work.advance(ms, this.patience)
    await this.settle()
  }

  // ---- network ----

  async goOffline(): Promise<void> {
    await this.setNetwork('none')
  }

  async goOnline(): Promise<void> {
    await this.setNetwork('wifi')
  }

  /** Changes the network, see NetworkState, and settles. */
  async setNetwork(state: NetworkState): Promise<void> {
    this.network.change(state)
    await this.settle()
  }

  // ---- the person ----

  /** Presses a tab of WeChat's tab bar, by its words. */
  async tab(text: string): Promise<void> {
    const tab = this.app.tabs.find(item => item.text === text)
    if (!tab) throw new Error(`no tab "${text}", only ${this.app.tabs.map(item => item.text).join(', ')}`)
    this.host.run(() => this.stack.switchTab({ url: `/${tab.pagePath}` }))
    const top = this.stack.top
    const index = this.app.tabs.indexOf(tab)
    if (top) this.stack.tell(top, 'onTabItemTap', this.host.realm.wire({ ...tab, index }))
    await this.settle()
  }

  /** Swipes back or presses the arrow in the title bar. */
  async back(): Promise<void> {
    if (this.stack.pages.length < 2) throw new Error('this is the first page: there is nothing to go back to')
    this.host.run(() => this.stack.navigateBack({ delta: 1 }))
    await this.settle()
  }

  /** Opens a page as a link or a QR code does, by url. */
  async open(url: string): Promise<void> {
    this.host.run(() => this.stack.navigateTo({ url }))
    await this.settle()
  }

  /** Calls a hook of the page on top: onPullDownRefresh, onReachBottom, onShareAppMessage … and returns its answer. */
  async hook(name: string, detail: object = {}): Promise<Loose> {
    const top = this.stack.top
    if (!top?.self[name]) throw new Error(`${this.route} has no ${name}`)
    const answer = this.stack.tell(top, name, this.host.realm.wire(detail))
    await this.settle()
    return answer
  }

  /** Another app comes to the front. */
  async toBackground(): Promise<void> {
    if (this.stack.top) this.stack.hide(this.stack.top)
    this.host.run(() => this.modules.app.onHide?.())
    this.events.fire('AppHide', {})
    await this.settle()
  }

  async toForeground(): Promise<void> {
    this.host.run(() => this.modules.app.onShow?.(this.host.realm.wire(this.enter)))
    this.events.fire('AppShow', this.enter)
    if (this.stack.top) this.stack.show(this.stack.top)
    await this.settle()
  }

  /** The process ends at once, as when the system kills WeChat: nobody is told. `storage` and `files` remain. */
  kill(): void {
    this.host.alive = false
    this.host.clock.clearAll()
    this.stack.drop()
    this.files.dropTemporary()
  }

  // ---- what the test may look at ----

  /** Folder of the build. */
  get root(): string {
    return this.host.root
  }

  /** Route of the page on top, without a slash. */
  get route(): string {
    return this.stack.top?.route ?? ''
  }

  /** The dialog that stands open, if one does; `screen.tap` presses its buttons. */
  get dialog() {
    return this.dialogs.open
  }

  /** Words of the latest toast. */
  get toast(): string | undefined {
    return this.dialogs.toasts[this.dialogs.toasts.length - 1]
  }

  /** Every setData so far. `phone.setData.length` is a mark. */
  get setData(): SetData[] {
    return this.host.ledger.entries
  }

  /** Bytes of all setData since the mark. */
  bytesSince(mark: number): number {
    return this.host.ledger.bytesSince(mark)
  }

  /** Every call of wx so far: name and options. */
  get calls(): WxCall[] {
    return this.bridge.calls
  }

  /** What the mini-program wrote to its console, and what glass-easel warned of (`level: 'view'`). */
  get logs() {
    return this.host.logs
  }

  /**
   * The next call of this wx API gets `answer`: a result, an Error it fails with, or a function of its options.
   * @example phone.answerNext('scanCode', { result: 'https://…' }); phone.answerNext('chooseMedia', new Error('cancel'))
   */
  answerNext(name: string, answer: unknown): void {
    this.bridge.answerNext(name, answer)
  }

  // ---- inside ----

  /** Opens the mini-program; startPhone does it. */
  async launch(): Promise<this> {
    const app = this.load()
    this.hearErrors(app)
    this.host.run(() => app.onLaunch?.(this.host.realm.wire(this.enter)))
    this.host.run(() => app.onShow?.(this.host.realm.wire(this.enter)))
    const query = Object.entries(this.enter.query).map(
      ([key, value]) => `${key}=${encodeURIComponent(String(value))}`,
    )
    this.host.run(() => this.stack.open([this.enter.path, query.join('&')].filter(Boolean).join('?')))
    await this.settle()
    return this
  }

  /** Mounts one native component instead of the mini-program; mountNative does it. */
  async stage(name: string, properties: Record<string, unknown>): Promise<StageView> {
    if (this.app.first) this.load() // a component of a Taro build needs webpack's runtime, which app.js brings
    const view = this.view.mountComponent(name, properties)
    this.stack.pages.push({ route: name, self: { data: {} }, view })
    await this.settle()
    return view
  }

  private load(): Loose {
    this.host.errors.push(...this.view.templates.problems.map(problem => new Error(`WXML: ${problem}`)))
    const app = this.host.run(() => this.modules.loadApp())
    this.throwErrors()
    return app
  }

  /** Taro hands an error in rendering to App.onError and shows an empty page. */
  private hearErrors(app: Loose): void {
    const own = app.onError
    app.onError = (message: unknown) => {
      this.host.report(new Error(`App.onError: ${message}`))
      own?.call(app, message)
    }
  }

  private throwErrors(): void {
    this.lookForFaults()
    const errors = [...this.host.errors.splice(0), ...this.host.realm.takeUnhandled()]
    if (errors.length) throw new Error(`the mini-program raised:\n${errors.map(describeError).join('\n')}`)
  }

  private lookForFaults(): void {
    const { top } = this.stack
    if (!top) return
    const faults = [...unknownTags(top.view.root), ...missingTemplates(top.self.data, this.view.templates)]
    for (const fault of faults) this.host.errors.push(new Error(`${top.route}: ${fault}`))
  }

  private topView() {
    const { top } = this.stack
    if (!top) throw new Error('no page is open')
    return top.view
  }

  private openPages(): Loose[] {
    return this.stack.pages.map(page => page.self)
  }
}

/** Starts a phone, opens the mini-program and lets it settle. */
export async function startPhone(options: PhoneOptions = {}): Promise<Phone> {
  return new Phone(options).launch()
}
