import type { Adapter } from './channel'

/**
 * 政务微信、赣政通: off. Officials look there first, and it needs no consent of theirs. It needs the city's approval of an
 * application on that platform, its id and secret in the environment, an egress to it, and the platform's account of each
 * person kept with `people`. Until a deployment brings that, nothing is queued for it.
 */
export const government: Adapter = {
  id: 'government',
  consent: false,
  on: () => false,
  send: async () => ({ state: 'wrong', reason: 'no platform is connected' }),
}
