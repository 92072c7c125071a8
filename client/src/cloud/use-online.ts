import { useSyncExternalStore } from 'react'
import { device } from './device'

/** Whether the device believes it has network. */
export const useOnline = (): boolean =>
  useSyncExternalStore(listener => device.network.onChange(listener), device.network.online)
