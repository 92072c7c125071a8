import { onBehalfOf } from '../view/watch'
import type { PhoneFiles } from '../wx/disk'
import { Clock } from './clock'
import type { Host } from './host'
import { Ledger } from './ledger'
import { createRealm } from './realm'
import { Work } from './work'

/**
 * @param root folder of the build
 * @param now what the phone's clock shows, ms since 1970
 * @param route of the page on top
 */
export function createHost(root: string, now: number, files: PhoneFiles, route: () => string): Host {
  const clock = new Clock(now)
  const host: Host = {
    root,
    clock,
    work: new Work(clock),
    ledger: new Ledger(),
    files,
    errors: [],
    logs: [],
    alive: true,
    wx: {},
    route,
    report: error => {
      if (host.alive) host.errors.push(error)
    },
    run: work => {
      if (!host.alive) return undefined
      try {
        return onBehalfOf(host, work)
      } catch (error) {
        host.report(error)
        return undefined
      }
    },
    realm: createRealm(
      clock,
      work => void host.run(work),
      (level, words) => host.logs.push({ level, words }),
    ),
  }
  return host
}
