import type { Loose } from '../device/loose'
import type { Bridge } from './bridge'
import { WxFail } from './fail'

/** What wx.setStorage keeps, by key. It outlives the phone's process: hand it to the next startPhone. */
export type Storage = Record<string, unknown>

// "单个 key 允许存储的最大数据长度为 1MB，所有数据存储上限为 10MB"
const LARGEST_VALUE = 1024 * 1024
const LARGEST_SUM = 10 * 1024 * 1024

const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '')

/** wx.getStorage and its kin over `storage`. */
export function storageApi(bridge: Bridge, storage: Storage): Loose {
  const sum = () => Object.values(storage).reduce<number>((total, value) => total + size(value), 0)

  function set(key: string, data: unknown) {
    if (size(data) > LARGEST_VALUE) throw new WxFail('exceed storage item max length')
    if (sum() - size(storage[key]) + size(data) > LARGEST_SUM)
      throw new WxFail('exceed storage max size 10Mb')
    storage[key] = data === undefined ? undefined : JSON.parse(JSON.stringify(data))
  }

  const remove = (key: string) => {
    delete storage[key]
  }
  const clear = () => {
    for (const key of Object.keys(storage)) remove(key)
  }
  const info = () => ({
    keys: Object.keys(storage),
    currentSize: Math.ceil(sum() / 1024),
    limitSize: LARGEST_SUM / 1024,
  })

  return {
    getStorageSync: bridge.sync('getStorageSync', key => (key in storage ? storage[key] : '')),
    setStorageSync: bridge.sync('setStorageSync', set),
    removeStorageSync: bridge.sync('removeStorageSync', remove),
    clearStorageSync: bridge.sync('clearStorageSync', clear),
    getStorageInfoSync: bridge.sync('getStorageInfoSync', info),
    getStorage: bridge.api('getStorage', ({ key }) => {
      if (!(key in storage)) throw new WxFail('data not found')
      return { data: storage[key] }
    }),
    setStorage: bridge.api('setStorage', ({ key, data }) => set(key, data)),
    removeStorage: bridge.api('removeStorage', ({ key }) => remove(key)),
    clearStorage: bridge.api('clearStorage', clear),
    getStorageInfo: bridge.api('getStorageInfo', info),
  }
}
