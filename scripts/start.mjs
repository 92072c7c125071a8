// npm start [-- --port 8086 --data .data --fresh]: the whole product on this machine. npm run dev adds --watch.
import { fork } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildClient, rebuildH5 } from './lib/client.mjs'
import { buildFunctions, watchFunctions } from './lib/functions.mjs'
import { installPackages } from './lib/packages.mjs'
import { at } from './lib/paths.mjs'
import { mustBeFree } from './lib/port.mjs'
import { command, dim, Sentence, step } from './lib/say.mjs'

/** The laptop cloud and the demo, TypeScript, in a process of their own; it prints, it closes when told. */
const serve = args => fork(at('scripts/serve.ts'), args, { cwd: at('.'), execArgv: ['--import', 'tsx'] })

/** Calls `work` a moment after the last change below the folders; never twice at once. */
function onChange(folders, work) {
  let timer
  let running = Promise.resolve()
  for (const folder of folders) {
    watch(at(folder), { recursive: true }, (_, file) => {
      if (!file || /(^|\/)(\.swc|node_modules)(\/|$)|\.test\.tsx?$/.test(file)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(work)
      }, 200)
    })
  }
}

async function keepBuilding(server) {
  // The first build is the one the cloud was started with.
  let first = true
  await watchFunctions(errors => {
    if (!first && errors === 0 && server.connected) server.send('functions')
    first = false
  })
  onChange(['client/src', 'domain'], () =>
    step('H5 again: reload the page', async () => {
      if ((await rebuildH5()) && server.connected) server.send('h5')
    }),
  )
  process.stdout.write(`${dim('Watching: functions are rebuilt at once, H5 in a few seconds.')}\n`)
}

await command(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8086' },
      data: { type: 'string', default: '.data' },
      fresh: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  })
  // Before anything that takes time: nobody waits a minute to hear that the port is taken.
  await mustBeFree(Number(values.port))
  await step('packages', installPackages)
  await step('build functions', buildFunctions)
  await step('build H5', () => buildClient('h5'))

  const args = ['--port', values.port, '--data', path.resolve(values.data)]
  const server = serve(values.fresh ? [...args, '--fresh'] : args)
  // A terminal's Ctrl-C reaches both processes; a signal to this one alone is handed on.
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      stopping = true
      server.kill('SIGTERM')
    })
  }
  if (values.watch) server.once('message', () => keepBuilding(server))
  const { code, signal } = await new Promise(resolve =>
    server.once('exit', (code, signal) => resolve({ code, signal })),
  )
  // With an exit code it has said why itself.
  if (signal && !stopping) throw new Sentence(`The laptop cloud was ended by ${signal}.`)
  process.exit(stopping ? 0 : (code ?? 1))
})
