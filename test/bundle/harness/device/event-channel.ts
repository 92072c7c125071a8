import type { LooseFunction } from './loose'

/** WeChat's EventChannel: what the opener and the opened page talk through. */
export class EventChannel {
  private listeners = new Map<string, LooseFunction[]>()

  on(name: string, listener: LooseFunction): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
  }

  once(name: string, listener: LooseFunction): void {
    const first: LooseFunction = (...args) => {
      this.off(name, first)
      listener(...args)
    }
    this.on(name, first)
  }

  off(name: string, listener?: LooseFunction): void {
    const kept = listener ? (this.listeners.get(name) ?? []).filter(other => other !== listener) : []
    this.listeners.set(name, kept)
  }

  emit(name: string, ...args: unknown[]): void {
    this.receive(name, ...args)
  }

  receive(name: string, ...args: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...args)
  }
}

/** Two ends: what is emitted at one is heard at the other. */
export function channelPair(): [EventChannel, EventChannel] {
  const [mine, its] = [new EventChannel(), new EventChannel()]
  mine.emit = (name, ...args) => its.receive(name, ...args)
  its.emit = (name, ...args) => mine.receive(name, ...args)
  return [mine, its]
}
