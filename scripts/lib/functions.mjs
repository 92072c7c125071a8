import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { contentHash, forget, isStale, remember } from './changed.mjs'
import { at } from './paths.mjs'
import { Sentence, weight } from './say.mjs'
import { functionSizes } from './sizes.mjs'

const inputs = ['cloudfunctions', 'domain', 'package-lock.json', 'tsconfig.json', 'scripts/lib/functions.mjs']
const folder = at('dist/cloudfunctions')

// CloudBase offers Node 18; names stay readable, since a trace id leads to a stack in the function's log.
const settings = {
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  tsconfig: at('tsconfig.json'),
}

/**
 * The table of what is deployed, `functions` of cloudfunctions/functions.ts.
 * @returns {Promise<Record<string, { entry: string, memory: number, timeout: number, why: string, files?: string[], openapi?: string[], triggers?: object[] }>>}
 */
export async function functionTable() {
  const table = at('cloudfunctions/functions.ts')
  if (!existsSync(table))
    throw new Sentence('There is no cloudfunctions/functions.ts: nothing says what is deployed.')
  const { build } = await import('esbuild')
  const { outputFiles } = await build({ ...settings, entryPoints: [table], format: 'esm', write: false })
  const { functions } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  )
  return functions
}

/** What CloudBase reads beside the code. `config.json` knows no memory or time limit: those go into cloudbaserc.json. */
function describe(name, { openapi = [], triggers = [], why }) {
  const write = (file, value) =>
    writeFileSync(path.join(folder, name, file), `${JSON.stringify(value, null, 2)}\n`)
  mkdirSync(path.join(folder, name), { recursive: true })
  write('package.json', {
    name,
    version: '1.0.0',
    private: true,
    description: why,
    main: 'index.js',
    dependencies: {},
  })
  write('config.json', { permissions: { openapi }, triggers })
}

/** What a function reads at run time lies beside its code; a file that is there already need not be copied again. */
function copyFiles(name, { files = [] }) {
  for (const file of files) {
    const [source, target] = [at('node_modules', file), path.join(folder, name, path.basename(file))]
    if (!existsSync(target) || statSync(target).size !== statSync(source).size) copyFileSync(source, target)
  }
}

/** The same table in the words of the CloudBase command line, which deploys from `dist/`. */
function describeDeployment(table) {
  const functions = Object.entries(table).map(([name, { memory, timeout, triggers = [] }]) => ({
    name,
    handler: 'index.main',
    runtime: 'Nodejs18.15',
    memorySize: memory,
    timeout,
    installDependency: false,
    envVariables: { SANLIAN_ADMIN: '{{env.SANLIAN_ADMIN}}' },
    triggers,
  }))
  const value = {
    version: '2.0',
    envId: '{{env.SANLIAN_CLOUD_ENV}}',
    functionRoot: './cloudfunctions',
    functions,
  }
  writeFileSync(at('dist/cloudbaserc.json'), `${JSON.stringify(value, null, 2)}\n`)
}

const options = table => ({
  ...settings,
  entryPoints: Object.fromEntries(
    Object.entries(table).map(([name, { entry }]) => [`${name}/index`, at('cloudfunctions', entry)]),
  ),
  outdir: folder,
})

/** A function taken out of the table must not be deployed any more. */
function removeOthers(table) {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (!table[name]) rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

/** Builds every function of the table, unless nothing it is made of has changed. Returns a few words. */
export async function buildFunctions({ force = false } = {}) {
  const hash = contentHash(inputs)
  if (!force && !isStale('functions', hash, ['dist/cloudfunctions'])) return 'unchanged'
  forget('functions')
  const table = await functionTable()
  removeOthers(table)
  for (const [name, row] of Object.entries(table)) {
    describe(name, row)
    copyFiles(name, row)
  }
  describeDeployment(table)
  const { build } = await import('esbuild')
  await build(options(table))
  remember('functions', hash)
  return Object.entries(functionSizes())
    .map(([name, bytes]) => `${name} ${weight(bytes)}`)
    .join(', ')
}

/**
 * Builds on every change until closed.
 * @param {(errors: number) => void} built called after every build, the first included
 * @returns {Promise<() => Promise<void>>} closes
 */
export async function watchFunctions(built) {
  const { context } = await import('esbuild')
  // What watch writes is made of a newer state than the stamp says.
  forget('functions')
  const notify = { name: 'notify', setup: build => void build.onEnd(result => built(result.errors.length)) }
  const watcher = await context({ ...options(await functionTable()), plugins: [notify] })
  await watcher.watch()
  return () => watcher.dispose()
}
