// A function process: one invocation at a time, as CloudBase gives an instance. Plain JavaScript, for fork().
const [bundle] = process.argv.slice(2)
const CHANGING = /^(WX_|TCB_SEQID$|TCB_SOURCE$|TRIGGER_SRC$)/
let loaded

function load() {
  loaded ??= { module: require(bundle) }
  return loaded.module
}

function textOf(error) {
  return error instanceof Error ? error.stack || error.message : String(error)
}

async function run({ invoke, env, event, context }) {
  for (const key of Object.keys(process.env)) if (CHANGING.test(key) && !(key in env)) delete process.env[key]
  Object.assign(process.env, env)
  try {
    const { main } = load()
    if (typeof main !== 'function') throw new Error(`${bundle} exports no main`)
    const value = await main(event, context)
    const text = JSON.stringify(value === undefined ? null : value)
    process.send({ done: invoke, text })
  } catch (error) {
    process.send({
      done: invoke,
      error: error instanceof Error ? error.message : String(error),
      stack: textOf(error),
    })
  }
}

process.on('message', message => {
  if (message.invoke) run(message)
})
process.on('disconnect', () => process.exit(0))

// Loaded before the first invocation, so that a warm process answers at once; a bundle that cannot be loaded says so
// when it is called.
try {
  load()
} catch {
  loaded = undefined
}
process.send({ ready: true })
