import Taro from '@tarojs/taro'
import { tell } from './ask'

/** Whether there is a camera that reads codes; a browser on a laptop has none. */
export const canScan = process.env.TARO_ENV === 'weapp'

/** What a bar code or two-dimensional code says; undefined when the person turned back. */
export async function scan(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ scanType: ['barCode', 'qrCode', 'datamatrix'] })).result
  } catch (error) {
    const said = String((error as { errMsg?: string }).errMsg ?? error)
    if (!/cancel/.test(said)) tell('没有扫出来，请对准编码再试，或者手工输入')
    return undefined
  }
}
