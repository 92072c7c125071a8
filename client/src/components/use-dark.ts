import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

const asked = (): boolean =>
  process.env.TARO_ENV === 'weapp'
    ? Taro.getAppBaseInfo?.().theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches

/** Whether the system is dark: for pictures made in code; everything else follows tokens.scss. */
export function useDark(): boolean {
  const [dark, setDark] = useState(asked)
  useEffect(() => {
    const changed = () => setDark(asked())
    if (process.env.TARO_ENV === 'weapp') {
      Taro.onThemeChange?.(changed)
      return () => Taro.offThemeChange?.(changed)
    }
    const query = matchMedia('(prefers-color-scheme: dark)')
    query.addEventListener?.('change', changed)
    return () => query.removeEventListener?.('change', changed)
  }, [])
  return dark
}
