// node scripts/build.mjs [functions|weapp|h5 …] [--force]: builds into dist/, all three without a name.
import { parseArgs } from 'node:util'
import { buildClient } from './lib/client.mjs'
import { buildFunctions } from './lib/functions.mjs'
import { installPackages } from './lib/packages.mjs'
import { command, Sentence, step } from './lib/say.mjs'

const builds = {
  functions: force => buildFunctions({ force }),
  weapp: force => buildClient('weapp', { force }),
  h5: force => buildClient('h5', { force }),
}

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  })
  const unknown = positionals.filter(name => !builds[name])
  if (unknown.length)
    throw new Sentence(`Nothing to build is called ${unknown.join(', ')}: ${Object.keys(builds).join(', ')}.`)
  await step('packages', installPackages)
  for (const name of positionals.length ? positionals : Object.keys(builds)) {
    await step(`build ${name}`, () => builds[name](values.force))
  }
})
