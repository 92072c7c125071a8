import { existsSync } from 'node:fs'
import path from 'node:path'

/** As root in a container there is no sandbox, and nothing is to be fetched from outside. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser of the machine: $CHROMIUM, which npm test sets, or the first of the usual names on the PATH. */
export function chromiumPath(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const places = folders.flatMap(folder => names.map(name => path.join(folder, name)))
  const found = process.env.CHROMIUM ?? places.find(place => existsSync(place))
  if (!found) throw new Error('No Chromium: npm test installs one, or set CHROMIUM to its path.')
  return found
}
