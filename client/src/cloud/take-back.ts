import { device } from './device'
import { person } from './person'
import { deviceProblem } from './problem'
import { queries } from './queries'
import { outbox, sweepPhotos } from './queue'

type Held = { posts: readonly { id: string; standIn?: unknown }[] }

const own = ({ posts }: Held) => posts.filter(({ standIn }) => !standIn).map(({ id }) => id)

/** Whether a post of the person's own that this phone knew of is no longer his (离任). Standing in for somebody ends by itself. */
export const tookBack = (before: Held | undefined, now: Held): boolean =>
  before !== undefined && own(before).some(id => !own(now).includes(id))

// Nobody's post is needed to ask for one.
const NEEDS_NO_POST = ['office.requestPost', 'office.withdraw']

/**
 * Leaving wipes the phone: what was kept to be read without a signal, what was begun, and the lines of what is through.
 * What was never sent is the person's own work: it stays listed with the reason until he decides.
 */
export async function leave(): Promise<void> {
  const who = person() ?? ''
  for (const prefix of [`kept/${who}/`, `draft/${who}/`])
    for (const key of device.storage.keys(prefix)) device.storage.remove(key)
  const others = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[1] !== 'office.me'
  queries.removeQueries({ type: 'inactive', predicate: others })
  void queries.invalidateQueries({ predicate: others })
  await outbox.recall(deviceProblem('post.gone').problem, NEEDS_NO_POST)
  await sweepPhotos()
}
