import { parseArgs } from 'node:util'
import { startCloud } from './cloud'
import { armKill } from './kill'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    functions: { type: 'string' },
    database: { type: 'string' },
    static: { type: 'string' },
    pool: { type: 'string' },
    env: { type: 'string', multiple: true, default: [] },
    clock: { type: 'boolean', default: false },
    'no-timers': { type: 'boolean', default: false },
    'strict-indexes': { type: 'boolean', default: false },
  },
})

async function main() {
  const { data, functions, database } = values
  if (!data || !functions || !database) throw new Error('needed: --data --functions --database')
  if (process.env.LOCAL_KILL_AT) armKill(process.env.LOCAL_KILL_AT)
  const cloud = await startCloud({
    data,
    functions,
    database,
    port: Number(values.port),
    static: values.static,
    pool: values.pool === undefined ? undefined : Number(values.pool),
    clock: values.clock,
    timers: !values['no-timers'],
    strictIndexes: values['strict-indexes'],
    env: Object.fromEntries(values.env.map(pair => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)])),
  })
  console.log(`local cloud on ${cloud.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => cloud.close().then(() => process.exit(0)))
  }
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(error?.code === 'EADDRINUSE' ? 98 : 1)
})
