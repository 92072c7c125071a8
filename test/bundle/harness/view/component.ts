import type { Host } from '../device/host'
import type { Loose, LooseFunction } from '../device/loose'
import { plainArguments } from './event'

const types: Record<string, unknown> = { String, Number, Boolean, Object, Array, Function }

// The realm's String is not ours, and glass-easel compares types by identity.
const ourType = (type: Loose) => (typeof type === 'function' ? (types[type.name] ?? null) : type)

function ourProperty(property: Loose): Loose {
  if (property === null || typeof property === 'function') return ourType(property)
  const optional = property.optionalTypes && { optionalTypes: property.optionalTypes.map(ourType) }
  return { ...property, type: ourType(property.type), ...optional }
}

const mapValues = (record: Loose, change: (value: Loose) => Loose) =>
  Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, change(value)]))

const lifetimes = ['created', 'attached', 'ready', 'moved', 'detached', 'error']

/** What a component's file gave to Component(), turned into a definition glass-easel takes. */
export class Definitions {
  private behaviors = new Map<Loose, Loose>()

  constructor(private readonly host: Host) {}

  /** @param name path of the component, for the ledger */
  component(name: string, given: Loose, Behavior: LooseFunction): Loose {
    const own = Object.fromEntries(
      lifetimes.map(key => [key, given.lifetimes?.[key] ?? given[key]]).filter(([, value]) => value),
    )
    const withoutOld = { ...given }
    for (const key of lifetimes) delete withoutOld[key]
    const host = this.host
    const guarded = mapValues(own, this.guard)
    return {
      ...withoutOld,
      ...this.shared(given, Behavior),
      options: { ...given.options },
      lifetimes: {
        ...guarded,
        created(this: Loose, ...args: unknown[]) {
          watchSetData(host, name, this)
          this.createSelectorQuery = () => host.wx.createSelectorQuery().in(this)
          guarded.created?.apply(this, args)
        },
        attached(this: Loose, ...args: unknown[]) {
          guarded.attached?.apply(this, args)
          // glass-easel leaves `ready` to its embedder
          host.clock.later(() => host.run(() => this._$.triggerLifetime('ready', [])))
        },
      },
    }
  }

  private behavior(given: Loose, Behavior: LooseFunction): Loose {
    if (!this.behaviors.has(given)) {
      this.behaviors.set(given, Behavior({ ...given, ...this.shared(given, Behavior) }))
    }
    return this.behaviors.get(given)
  }

  private shared(given: Loose, Behavior: LooseFunction): Loose {
    const used = [given.behaviors ?? []].flat().filter((item: Loose) => item && Object.keys(item).length)
    return {
      properties: mapValues(given.properties, ourProperty),
      methods: mapValues(given.methods, this.guard),
      observers: mapValues(given.observers, this.guard),
      behaviors: used.map((item: Loose) => this.behavior(item, Behavior)),
    }
  }

  private guard = (work: Loose): Loose => {
    if (typeof work !== 'function') return work
    const host = this.host
    return function (this: Loose, ...args: Loose[]) {
      return host.run(() => work.apply(this, plainArguments(host, args)))
    }
  }
}

/** What a component sends to its view crosses the bridge too. */
function watchSetData(host: Host, name: string, component: Loose): void {
  const send = component.setData
  component.setData = (changes: object, done?: () => void) => {
    const data = host.ledger.record(host.route(), name, changes)
    host.run(() => send.call(component, data))
    if (done) host.clock.later(() => host.run(() => done.call(component)))
  }
}
