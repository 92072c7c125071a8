import type { Cloud } from '../../../local/cloud'
import type { PhoneOptions } from './phone'

/**
 * The far end of a phone held by the person `openid`, over a laptop cloud: spread it into startPhone.
 * @param now the phone's time, when the cloud was started with `clock: true`
 * @example const phone = await startPhone({ ...heldBy(cloud, officer) })
 */
export function heldBy(
  cloud: Cloud,
  openid: string,
  now?: () => number,
): Required<Pick<PhoneOptions, 'call' | 'upload'>> {
  return {
    call: (name, data) => cloud.call(name, data as object, { openid, ...(now && { now: now() }) }),
    upload: (path, bytes) => cloud.upload(openid, path, bytes),
  }
}
