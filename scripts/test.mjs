// npm test: every proof, in order, each with its time. npm run test:fast (--fast): what takes less than a minute.
import { parseArgs } from 'node:util'
import { ensureChromium } from './lib/chromium.mjs'
import { buildClient } from './lib/client.mjs'
import { buildFunctions } from './lib/functions.mjs'
import { runJest } from './lib/jest.mjs'
import { installPackages } from './lib/packages.mjs'
import { at } from './lib/paths.mjs'
import { node } from './lib/run.mjs'
import { bold, command, dim, green, red, spoken } from './lib/say.mjs'

const minutes = count => count * 60_000

/** A part that runs a tool and takes its exit code for the verdict. */
const tool = (file, args) => async log => {
  const { code, output } = await node(at('node_modules', file), args, { log, limit: minutes(3) })
  return { ok: code === 0, output }
}

/** A part that runs one of the house's own builds or installers. */
const work = does => async () => ({ ok: true, note: await does() })

const jest = (project, options) => log => runJest(project, { log, limit: minutes(6), ...options() })

/**
 * The parts in order. `after` names parts without which this one proves nothing; `slow` is left out by --fast.
 * A file `*.slow.test.ts` is one that takes more than a second or two: --fast leaves it out of its project.
 */
const partsOf = ({ fast, chromium }) => [
  { name: 'install', run: work(installPackages) },
  { name: 'Chromium', slow: true, after: ['install'], run: work(chromium.find) },
  {
    name: 'format and lint',
    after: ['install'],
    run: tool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--error-on-warnings', '.']),
  },
  {
    name: 'import rules',
    after: ['install'],
    run: tool('dependency-cruiser/bin/dependency-cruise.mjs', [
      '--config',
      '.dependency-cruiser.cjs',
      ...houses,
    ]),
  },
  { name: 'types', after: ['install'], run: tool('typescript/bin/tsc', ['-p', 'tsconfig.json']) },
  { name: 'build functions', after: ['install'], run: work(buildFunctions) },
  { name: 'unit', after: ['install'], run: jest('unit', () => ({ args: fast ? withoutSlow : [] })) },
  {
    name: 'functions',
    after: ['build functions'],
    run: jest('functions', () => ({ args: fast ? withoutSlow : [] })),
  },
  { name: 'build weapp', slow: true, after: ['install'], run: work(() => buildClient('weapp')) },
  { name: 'bundle', slow: true, after: ['build weapp', 'build functions'], run: jest('bundle', () => ({})) },
  { name: 'build h5', slow: true, after: ['install'], run: work(() => buildClient('h5')) },
  {
    name: 'browser',
    slow: true,
    after: ['build h5', 'build functions', 'Chromium'],
    run: jest('browser', () => ({ env: { CHROMIUM: chromium.path } })),
  },
]

const houses = ['client', 'cloudfunctions', 'domain', 'local', 'demo', 'test', 'scripts']
const withoutSlow = ['--testPathIgnorePatterns', '/node_modules/', '\\.slow\\.test\\.tsx?$']

async function runPart(part, results) {
  const missing = part.after?.filter(name => results.some(result => result.name === name && !result.ok)) ?? []
  if (missing.length)
    return { ok: false, failed: 1, output: `Not run, because this failed: ${missing.join(', ')}.` }
  try {
    return await part.run(at('dist/test', `${part.name.replaceAll(' ', '-')}.log`))
  } catch (error) {
    return { ok: false, output: error.message }
  }
}

const cell = value => (value === undefined ? '' : String(value))

function printTable(results) {
  const rows = [
    ['part', 'time', 'passed', 'failed', 'skipped'],
    ...results.map(r => [
      r.name,
      spoken(r.ms),
      cell(r.passed),
      cell(r.failed || undefined),
      cell(r.skipped || undefined),
    ]),
    ['together', spoken(results.reduce((sum, r) => sum + r.ms, 0)), '', '', ''],
  ]
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)))
  const line = row => row.map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join('  ')
  process.stdout.write('\n')
  for (const [index, row] of rows.entries()) {
    const result = results[index - 1]
    const text = line(row)
    process.stdout.write(`  ${!result ? bold(text) : result.ok ? text : red(text)}\n`)
  }
}

await command(async () => {
  const { values } = parseArgs({ options: { fast: { type: 'boolean', default: false } } })
  const chromium = {
    path: undefined,
    find: async () => {
      chromium.path = await ensureChromium()
    },
  }
  const results = []
  for (const part of partsOf({ fast: values.fast, chromium })) {
    if (part.slow && values.fast) continue
    process.stdout.write(`${dim('…')} ${part.name}\n`)
    const began = performance.now()
    const result = { name: part.name, ...(await runPart(part, results)), ms: performance.now() - began }
    results.push(result)
    if (!result.ok) process.stdout.write(`${result.output?.trim() ?? ''}\n`)
    const note = result.note ?? (result.passed === undefined ? '' : `${result.passed} passed`)
    process.stdout.write(
      `${result.ok ? green('✓') : red('✗')} ${part.name}${note ? ` · ${note}` : ''} ${dim(spoken(result.ms))}\n`,
    )
  }
  printTable(results)
  const passed = results.reduce((sum, result) => sum + (result.passed ?? 0), 0)
  // A part without tests of its own (lint, types, a build) that fails counts as one failure.
  const failed = results.reduce((sum, result) => sum + (result.ok ? 0 : Math.max(1, result.failed ?? 0)), 0)
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed ? 1 : 0
})
