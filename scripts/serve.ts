// The laptop cloud with the demo in it, for scripts/start.mjs: --port, --data, --fresh. TypeScript through tsx.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fillDemo } from '../demo/fill'
import { administrator, introduced } from '../demo/people'
import { type Cloud, startCloud } from '../local/cloud'
import { claim } from './lib/data.mjs'
import { at } from './lib/paths.mjs'
import { bold, command, dim, step } from './lib/say.mjs'

type Folder = Awaited<ReturnType<typeof claim>>

let running: Cloud | undefined
let stopping: Promise<void> | undefined

const start = (folder: Folder, options: { port: number; clock: boolean }): Promise<Cloud> =>
  startCloud({
    data: folder.cloud,
    functions: at('dist/cloudfunctions'),
    database: at('cloudfunctions/database/collections.json'),
    static: at('dist/h5'),
    env: { SANLIAN_ADMIN: administrator.openid, SANLIAN_DEMO: '1' },
    timers: !options.clock,
    ...options,
  })

/** Only while the demo is made is the clock given: its people live through months in a minute. */
async function fill(folder: Folder): Promise<void> {
  running = await start(folder, { port: 0, clock: true })
  folder.serving(running.url)
  await fillDemo(running, Date.now(), line => process.stdout.write(`  ${dim(line)}\n`))
  await running.close()
  folder.ready()
}

/** The sign-in page of the laptop asks for this file; it is no part of the product. */
const listPeople = (): void =>
  writeFileSync(
    at('dist/h5/people.json'),
    JSON.stringify(
      introduced().map(({ person: { openid, name, orgName }, says }) => ({ openid, name, orgName, says })),
    ),
  )

function welcome(url: string): void {
  const lines = introduced().map(
    ({ person, says }) =>
      `  ${person.name.padEnd(9, '\u3000')}${person.orgName}，${says} ${dim(person.openid)}`,
  )
  process.stdout.write(
    [
      '',
      bold(`Sanlian runs at ${url}`),
      '',
      'One can sign in there as (演示数据, invented people):',
      ...lines,
      '',
      'Ctrl-C stops it; the data stays until npm start -- --fresh.',
      '',
    ].join('\n'),
  )
}

/** Function processes must not outlive this one, whatever it was doing when it was told to stop. */
function stop(): void {
  stopping ??= Promise.resolve(running?.close())
    .catch(() => undefined)
    .then(() => process.exit())
}

void command(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      fresh: { type: 'boolean', default: false },
    },
  })
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, stop)
  const port = Number(values.port)
  const folder = await claim(values.data as string, { fresh: values.fresh })
  if (!folder.filled) {
    await step('demo data, made by calling the procedures as its people do', () => fill(folder))
  }
  const serve = async () => {
    running = await start(folder, { port, clock: false })
  }
  await serve()
  folder.serving((running as Cloud).url)
  listPeople()

  // npm run dev: something was built anew. One restart after the other, at the same address.
  let restarts = Promise.resolve()
  process.on('message', what => {
    listPeople()
    if (what !== 'functions') return
    restarts = restarts.then(async () => {
      if (stopping) return
      await running?.close()
      await serve()
      process.stdout.write(`${dim('functions again')}\n`)
    })
  })
  process.send?.('ready')
  welcome((running as Cloud).url)
}).then(() => {
  // A failure has been said; the channel to the parent would keep this process alive.
  if (process.exitCode) stop()
})
