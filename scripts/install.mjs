// node scripts/install.mjs [--chromium]: installs what is missing and says what was there.
import { parseArgs } from 'node:util'
import { ensureChromium } from './lib/chromium.mjs'
import { installPackages } from './lib/packages.mjs'
import { command, step } from './lib/say.mjs'

await command(async () => {
  const { values } = parseArgs({ options: { chromium: { type: 'boolean', default: false } } })
  await step('packages', installPackages)
  if (values.chromium) await step('Chromium', ensureChromium)
})
