import Taro from '@tarojs/taro'
import { device } from './device'
import type { Transport } from './device.types'
import { functionOf } from './function-of'
import { deviceProblem, ProblemError } from './problem'
import { within } from './within'

// Without a name WeChat takes the account's first environment.
Taro.cloud?.init(process.env.CLOUD_ENV ? { env: process.env.CLOUD_ENV } : {})

/**
 * WeChat reports "no network" in words only. What it does not call a network failure is a failure of the function,
 * which passes as well: it is thrown on as it is.
 */
function unreached(error: { errMsg?: string }): never {
  if (error instanceof ProblemError) throw error
  const words = error.errMsg ?? ''
  if (/timeout|timed out/i.test(words)) throw deviceProblem('network.slow')
  if (!device.network.online() || /request:fail|network|disconnect|ERR_/i.test(words))
    throw deviceProblem('network.offline')
  throw new Error(words)
}

export const transport: Transport = {
  async call(event, _person, timeout) {
    const answer = await within(
      timeout,
      Taro.cloud.callFunction({ name: functionOf(event.path), data: event }) as unknown as Promise<{
        result: unknown
      }>,
    ).catch(unreached)
    return answer.result
  },
  async upload(key, place, _person, timeout) {
    const filePath = await device.files.url(key)
    await device.files.read(key) // a missing file is no network failure
    const answer = await within(
      timeout,
      Taro.cloud.uploadFile({ cloudPath: place, filePath }) as unknown as Promise<{ fileID: string }>,
    ).catch(unreached)
    return answer.fileID
  },
}
