import type { Bridge } from './bridge'
import type { Events } from './events'
import { WxFail } from './fail'

/**
 * How the network is:
 * - `none`: no network, calls fail at once
 * - `silent`: there is a network but nothing comes back; calls end when WeChat's own patience does
 * - `answers lost`: calls arrive and are carried out, their answers do not come back
 */
export type NetworkState = 'wifi' | '4g' | '2g' | 'none' | 'silent' | 'answers lost'

/** WeChat gives a request up after 60 s. */
const PATIENCE = 60_000

export class Network {
  constructor(
    private readonly bridge: Bridge,
    private readonly events: Events,
    public state: NetworkState,
  ) {}

  get type(): string {
    return this.state === 'silent' || this.state === 'answers lost' ? '4g' : this.state
  }

  change(state: NetworkState): void {
    const before = this.type
    this.state = state
    if (before === this.type) return
    this.events.fire('NetworkStatusChange', { isConnected: this.type !== 'none', networkType: this.type })
  }

  /** Carries `work` over the network as it is now: an API whose failures are the network's or the work's. */
  carry(name: string, work: (options: Record<string, unknown>) => Promise<object>) {
    const overNetwork = this.bridge.api(name, async options => {
      if (this.state === 'none') throw disconnected()
      const result = await work(options)
      if ((this.state as NetworkState) === 'none' || this.state === 'answers lost') throw disconnected()
      return result
    })
    return (options: Record<string, unknown> = {}): unknown => {
      if (this.state !== 'silent') return overNetwork(options)
      const pending = this.bridge.begin(name, options)
      this.bridge.host.clock.later(() => pending.fail(timedOut()), PATIENCE)
      return pending.returned
    }
  }

  api() {
    return {
      getNetworkType: this.bridge.api('getNetworkType', () => ({
        networkType: this.type,
        hasSystemProxy: false,
      })),
    }
  }
}

// Words as remembered from phones, not checked: what matters is that they say request:fail and network.
const disconnected = () =>
  new WxFail('request:fail network is disconnected, net::ERR_INTERNET_DISCONNECTED', { errCode: -1 })
const timedOut = () => new WxFail('request:fail timeout', { errCode: -1 })
