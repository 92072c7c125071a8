import type { PageView, View } from '../view/view'
import { EventChannel } from './event-channel'
import type { Host } from './host'
import type { Loose } from './loose'
import { setPath } from './set-path'

/** A page in the stack: the object the mini-program sees as `this`, and its rendered view. */
export interface OpenPage {
  route: string
  /** `getCurrentPages()` returns these. */
  self: Loose
  view: PageView
}

const pair = (text: string): [string, string] => {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** Route and query of a page url; WeChat hands the values on as they are, not decoded. */
export function readUrl(url: string): { route: string; query: Record<string, string> } {
  const [route, query = ''] = url.replace(/^\//, '').split('?')
  return { route, query: Object.fromEntries(query.split('&').filter(Boolean).map(pair)) }
}

let lastPageId = 0

/** Makes a page of what its file gave to Page(), and mounts its view. Its lifecycle is the stack's business. */
export function openPage(
  host: Host,
  view: View,
  definition: Loose,
  url: string,
  channel = new EventChannel(),
): OpenPage {
  const { route, query } = readUrl(url)
  const self = Object.create(definition)
  lastPageId += 1
  const id = `pageId:${lastPageId}`
  self.data = host.realm.wire(definition.data ?? {})
  self.route = route
  self.__route__ = route
  self.options = host.realm.wire(query)
  self.getOpenerEventChannel = () => channel
  self.getTabBar = () => null
  self.getPageId = () => id
  const mounted = view.mountPage(route, definition, self)
  self.__view = mounted
  self.selectComponent = (selector: string) => mounted.caller.selectComponent(selector)
  self.selectAllComponents = (selector: string) => mounted.caller.selectAllComponents(selector)
  self.createSelectorQuery = () => host.wx.createSelectorQuery().in(self)
  self.setData = (changes: object, done?: () => void) => {
    const data = host.ledger.record(host.route(), undefined, changes)
    for (const [path, value] of Object.entries(data)) setPath(self.data, path, host.realm.wire(value))
    host.clock.later(() => {
      host.run(() => mounted.update(data))
      if (done) host.run(() => done.call(self))
    })
  }
  return { route, self, view: mounted }
}
