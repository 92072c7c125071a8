import type { OutputOf } from './call'
import { useCall } from './queries'
import { leave, tookBack } from './take-back'

/** Who I am and what I may do, as the server says; kept, so that the app opens without network. */
export type Session = OutputOf<'office.me'>

const arrived = (now: unknown, before: unknown): void => {
  if (tookBack(before as Session | undefined, now as Session)) void leave()
}

/** The session of the person of this device; `data` is undefined until it was known once. */
export const useSession = () => useCall('office.me', {}, { keep: true, fresh: 5 * 60_000, arrived })
