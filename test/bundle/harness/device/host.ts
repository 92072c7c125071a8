import type { PhoneFiles } from '../wx/disk'
import type { Clock } from './clock'
import type { Ledger } from './ledger'
import type { Loose } from './loose'
import type { Realm } from './realm'
import type { Work } from './work'

/** What every part of the phone stands on. */
export interface Host {
  /** Folder of the build. */
  root: string
  clock: Clock
  realm: Realm
  work: Work
  ledger: Ledger
  files: PhoneFiles
  errors: unknown[]
  logs: { level: string; words: unknown[] }[]
  /** Keeps an error for the next settle(). */
  report(error: unknown): void
  /** Runs a piece of the mini-program (or of the view on its behalf); what it throws is reported. */
  run<T>(work: () => T): T | undefined
  /** Is false once the phone was killed: nothing may reach the mini-program any more. */
  alive: boolean
  /** Route of the page on top. */
  route(): string
  wx: Loose
}
