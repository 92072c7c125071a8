// npm run bench [-- --json] [-- name …]: measures what test/bench holds, on what is built now.
import { fork } from 'node:child_process'
import { parseArgs } from 'node:util'
import { buildClient } from './lib/client.mjs'
import { buildFunctions } from './lib/functions.mjs'
import { installPackages } from './lib/packages.mjs'
import { at } from './lib/paths.mjs'
import { command, Sentence, step } from './lib/say.mjs'

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  // With --json every line is a result: the preparation is silent.
  const prepare = values.json ? (_, work) => work() : step
  await prepare('packages', installPackages)
  await prepare('build functions', buildFunctions)
  await prepare('build weapp', () => buildClient('weapp'))
  await prepare('build H5', () => buildClient('h5'))
  const bench = fork(at('test/bench/main.ts'), [...(values.json ? ['--json'] : []), ...positionals], {
    cwd: at('.'),
    execArgv: ['--import', 'tsx'],
  })
  const code = await new Promise(resolve => bench.once('exit', resolve))
  if (code !== 0) throw new Sentence(`The bench ended with exit code ${code}.`)
})
