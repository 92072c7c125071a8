import { callAs, type OutputOf } from './call'
import { device } from './device'
import { type Kept, keptKey } from './queries'

/**
 * Where a picture goes in the cloud's storage: the folder the server gave this person (session), under the random
 * name it has on the device, so that a second upload overwrites the first.
 */
export async function uploadPlace(key: string, who: string): Promise<string> {
  type Me = OutputOf<'office.me'>
  const known = device.storage.get<Kept>(keptKey(who, 'office.me', {}))?.answer as Me | undefined
  const { folder } = known ?? ((await callAs(who, 'office.me', {})) as Me)
  return `evidence/${folder}/${key}` // as domain/evidence.ts has it, without its schemas
}
