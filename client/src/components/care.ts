import { useSyncExternalStore } from 'react'
import { remember, remembered } from '@/cloud'

const listeners = new Set<() => void>()

/** Whether 关怀版 is on: larger type, one column. */
export const useCare = (): boolean =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => remembered<boolean>('care') === true,
  )

export function setCare(on: boolean): void {
  remember('care', on)
  for (const listener of listeners) listener()
}
