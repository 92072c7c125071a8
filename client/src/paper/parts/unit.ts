import type { Session } from '@/cloud'

const WRITES: readonly string[] = ['chief', 'head', 'deputy', 'legal', 'leader', 'officer']

/** The organisation whose papers one writes: that of one's own post, not of somebody one stands in for. */
export const ownUnit = (session: Session | undefined): string =>
  session?.posts.find(({ role }) => WRITES.includes(role))?.org ?? ''
