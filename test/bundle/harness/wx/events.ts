import type { Host } from '../device/host'
import type { LooseFunction } from '../device/loose'

const names = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'NetworkStatusChange',
  'MemoryWarning',
  'ThemeChange',
  'WindowResize',
  'KeyboardHeightChange',
  'NetworkWeakChange',
  'NeedPrivacyAuthorization',
]

/** wx.onX / wx.offX. */
export class Events {
  private listeners = new Map<string, LooseFunction[]>()
  readonly api: Record<string, LooseFunction> = {}

  constructor(private readonly host: Host) {
    for (const name of names) {
      this.listeners.set(name, [])
      this.api[`on${name}`] = listener => this.of(name).push(listener)
      this.api[`off${name}`] = listener => {
        const kept = listener ? this.of(name).filter(other => other !== listener) : []
        this.listeners.set(name, kept)
      }
    }
  }

  /** Tells the mini-program; does nothing when it does not listen. */
  fire(name: string, detail: object): void {
    for (const listener of [...this.of(name)]) this.host.run(() => listener(this.host.realm.wire(detail)))
  }

  private of(name: string): LooseFunction[] {
    return this.listeners.get(name) ?? []
  }
}
