import * as glassEasel from 'glass-easel'
import type { Host } from '../device/host'

// glass-easel tells errors in handlers and lifetimes, and its warnings, to global listeners, not to the caller. Several
// phones may be open in one test, so each piece of work says whose it is.
const working: Host[] = []
let last: Host | undefined

/** Runs `work` so that what glass-easel catches meanwhile is reported to `host`. */
export function onBehalfOf<T>(host: Host, work: () => T): T {
  working.push(host)
  last = host
  try {
    return work()
  } finally {
    working.pop()
  }
}

const current = () => working[working.length - 1] ?? last

glassEasel.addGlobalErrorListener(error => {
  current()?.report(error)
  return current() === undefined
})

glassEasel.addGlobalWarningListener(message => {
  current()?.logs.push({ level: 'view', words: [message] })
  return current() === undefined
})
