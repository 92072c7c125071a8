import type { Host } from '../device/host'
import type { Loose } from '../device/loose'

const reference = (target: Loose) => {
  const node = target._$ ?? target
  return { id: node.id, offsetLeft: 0, offsetTop: 0, dataset: node.dataset ?? {} }
}

const isEvent = (value: Loose) => Boolean(value?.currentTarget && value.target)

/** What WeChat hands to a handler: plain data of the mini-program's realm. */
export function plainEvent(host: Host, event: Loose): Loose {
  return host.realm.wire({
    type: event.type,
    timeStamp: host.clock.elapsed,
    target: reference(event.target),
    currentTarget: reference(event.currentTarget),
    detail: event.detail,
    mark: event.mark ?? {},
    touches: event.touches ?? [],
    changedTouches: event.changedTouches ?? [],
  })
}

/** The arguments of a handler or method, events made plain. */
export const plainArguments = (host: Host, args: Loose[]): Loose[] =>
  args.map(arg => (isEvent(arg) ? plainEvent(host, arg) : arg))
