import { useSyncExternalStore } from 'react'
import { onPersonChange, person } from '@/cloud'

/** Who is signed in on this device; on a laptop it changes. */
export const usePerson = (): string | undefined => useSyncExternalStore(onPersonChange, person)
