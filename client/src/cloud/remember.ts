import { device } from './device'

/** A setting of this device. */
export const remembered = <T>(name: string): T | undefined => device.storage.get<T>(`setting/${name}`)

export const remember = (name: string, value: unknown): void => device.storage.set(`setting/${name}`, value)
