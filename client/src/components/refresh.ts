import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'

interface Refetched {
  refetch(options?: { cancelRefetch?: boolean }): Promise<unknown>
}

/** Asks again when the page comes back to the front, and when it is pulled down. */
export function useRefresh(query: Refetched): void {
  // What is already under way is joined: the first show asks as well.
  useDidShow(() => void query.refetch({ cancelRefetch: false }))
  usePullDownRefresh(() => {
    void query.refetch({ cancelRefetch: false }).then(() => Taro.stopPullDownRefresh())
  })
}
