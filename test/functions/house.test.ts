import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// The import rules hold the house together (docs/decisions/0001). A rule that cannot fail holds nothing: here a small
// house with the same rooms is built in a temporary folder, once in order, once with one trespass for each rule.

const repository = path.resolve(__dirname, '../..')
const config = path.join(repository, '.dependency-cruiser.cjs')
const ruleNames = (require(config).forbidden as { name: string }[]).map(rule => rule.name)

type Files = Record<string, string>

const packages = [
  'zod',
  'dayjs',
  'fast-sha256',
  'wx-server-sdk',
  '@trpc/server',
  'lodash',
  'react',
  'esbuild',
]
const npm: Files = Object.fromEntries(
  packages.flatMap(name => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'module.exports = {}'],
  ]),
)

/** A house in order: everything here is allowed. */
const house: Files = {
  ...npm,
  'package.json': JSON.stringify({
    name: 'house',
    dependencies: Object.fromEntries(
      packages.filter(name => name !== 'esbuild').map(name => [name, '1.0.0']),
    ),
    devDependencies: { esbuild: '1.0.0' },
  }),
  'domain/zod.ts': `export * from 'zod'`,
  'domain/day.ts': `import dayjs from 'dayjs'\nimport sha from 'fast-sha256'\nimport * as z from './zod'\nexport const day = [dayjs, sha, z]`,
  'domain/day.test.ts': `import { readFileSync } from 'node:fs'\nimport { day } from './day'\ntest('', () => { readFileSync; day })`,
  'cloudfunctions/kernel/cloud.ts': `import sdk from 'wx-server-sdk'\nexport const cloud = sdk`,
  'cloudfunctions/kernel/procedure.ts': `import { initTRPC } from '@trpc/server'\nimport { cloud } from './cloud'\nexport const procedure = [initTRPC, cloud]`,
  'cloudfunctions/register/index.ts': `export { enrol } from './enrol'`,
  'cloudfunctions/register/enrol.ts': `import { day } from '../../domain/day'\nimport { procedure } from '../kernel/procedure'\nexport const enrol = [day, procedure]`,
  'cloudfunctions/inspection/index.ts': `import { enrol } from '../register'\nexport const check = enrol`,
  'cloudfunctions/work.ts': `import { check } from './inspection'\nexport const work = check\nexport type Work = typeof work`,
  'client/src/call.ts': `import type { Work } from '../../cloudfunctions/work'\nimport type { inferRouterInputs } from '@trpc/server'\nimport { day } from '@domain/day'\nexport const call = day as Work | inferRouterInputs`,
  'client/src/inline.ts': `import { type Work } from '../../cloudfunctions/work'\nexport type W = Work`,
  'client/src/page.tsx': `import React from 'react'\nimport { call } from '@/call'\nexport const page = [React, call]`,
  'client/config/index.ts': `import path from 'node:path'\nexport default path`,
  'local/store.ts': `import fs from 'node:fs'\nexport const store = fs`,
  'local/cloud.ts': `import { store } from './store'\nexport const cloud = store`,
  'demo/people.ts': `export const people = []`,
  'demo/fill.ts': `import { work } from '../cloudfunctions/work'\nimport { cloud } from '../local/cloud'\nimport { people } from './people'\nexport const fill = [work, cloud, people]`,
  'test/journey.test.ts': `import { fill } from '../demo/fill'\nimport { page } from '../client/src/page'\nimport esbuild from 'esbuild'\ntest('', () => { fill; page; esbuild })`,
  'scripts/serve.ts': `import { fill } from '../demo/fill'\nexport const serve = fill`,
}

/** One trespass or more for each rule: the file that commits it, and what it holds. */
const trespasses: [rule: string, file: string, text: string][] = [
  ['no-cycles', 'demo/egg.ts', `import { hen } from './hen'\nexport const egg = hen`],
  ['no-cycles', 'domain/ahead.ts', `import type { Behind } from './behind'\nexport type Ahead = Behind[]`],
  ['resolvable', 'demo/lost.ts', `export * from './nowhere'`],
  ['domain-is-the-trade-alone', 'domain/leans.ts', `export * from '../cloudfunctions/kernel/procedure'`],
  [
    'domain-is-the-trade-alone',
    'domain/peeks.ts',
    `import type { Work } from '../cloudfunctions/work'\nexport type W = Work`,
  ],
  [
    'domain-does-no-io',
    'domain/reads.ts',
    `import { readFileSync } from 'node:fs'\nexport const read = readFileSync`,
  ],
  ['domain-packages', 'domain/heavy.ts', `import _ from 'lodash'\nexport const heavy = _`],
  ['zod-through-the-domain', 'domain/around.ts', `import * as z from 'zod'\nexport const around = z`],
  ['zod-through-the-domain', 'client/src/around.ts', `import * as z from 'zod'\nexport const around = z`],
  ['context-through-its-index', 'cloudfunctions/inspection/deep.ts', `export * from '../register/enrol'`],
  ['deployed-through-index', 'cloudfunctions/papers.ts', `export * from './register/enrol'`],
  ['kernel-knows-no-context', 'cloudfunctions/kernel/curious.ts', `export * from '../register'`],
  [
    'cloud-sdk-in-the-kernel',
    'cloudfunctions/register/own.ts',
    `import sdk from 'wx-server-sdk'\nexport const own = sdk`,
  ],
  ['functions-stand-alone', 'cloudfunctions/register/faked.ts', `export * from '../../demo/people'`],
  [
    'client-sees-types-of-functions',
    'client/src/server.ts',
    `import { work } from '../../cloudfunctions/work'\nexport const server = work`,
  ],
  [
    'client-sees-types-of-functions',
    'client/src/late.ts',
    `export const late = () => import('../../cloudfunctions/work')`,
  ],
  [
    'client-sees-types-of-functions',
    'client/src/mixed.ts',
    `import type { Work } from '../../cloudfunctions/work'\nimport { work } from '../../cloudfunctions/work'\nexport const mixed: Work = work`,
  ],
  [
    'client-carries-no-server',
    'client/src/trpc.ts',
    `import { initTRPC } from '@trpc/server'\nexport const trpc = initTRPC`,
  ],
  ['client-stands-alone', 'client/src/demo.ts', `export * from '../../demo/people'`],
  ['client-is-no-node', 'client/src/path.ts', `import path from 'node:path'\nexport const join = path`],
  ['local-knows-no-cables', 'local/trade.ts', `export * from '../domain/day'`],
  [
    'local-knows-no-cables',
    'local/functions.ts',
    `import type { Work } from '../cloudfunctions/work'\nexport type W = Work`,
  ],
  [
    'shipped-packages-are-dependencies',
    'cloudfunctions/register/tool.ts',
    `import esbuild from 'esbuild'\nexport const tool = esbuild`,
  ],
  ['tests-are-leaves', 'test/other.test.ts', `import './journey.test'`],
]

const rooms = ['client', 'cloudfunctions', 'domain', 'local', 'demo', 'test', 'scripts']

/** Builds the files in a temporary folder and answers what the rules find: `rule: file`. */
function violations(files: Files): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'house-'))
  try {
    cpSync(path.join(repository, 'tsconfig.json'), path.join(folder, 'tsconfig.json'))
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), `${text}\n`)
    }
    const cruiser = path.join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
    const found = execFileSync(
      process.execPath,
      // The severities are those of the configuration; the output type json never ends with an error code.
      [cruiser, '--config', config, '--output-type', 'json', ...rooms],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    )
    const { summary } = JSON.parse(found) as {
      summary: { violations: { rule: { name: string }; from: string }[] }
    }
    return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('the import rules', () => {
  test('let a house in order pass', () => {
    expect(violations(house)).toEqual([])
  })

  test('have a trespass here for each of them', () => {
    expect(new Set(trespasses.map(([rule]) => rule))).toEqual(new Set(ruleNames))
  })

  test('each stop their trespass, and nothing else', () => {
    // the other half of each circle
    const others: Files = {
      'demo/hen.ts': `import { egg } from './egg'\nexport const hen = egg`,
      'domain/behind.ts': `import type { Ahead } from './ahead'\nexport type Behind = { ahead?: Ahead }`,
    }
    const bad = Object.fromEntries(trespasses.map(([, file, text]) => [file, text]))
    const expected = trespasses.map(([rule, file]) => `${rule}: ${file}`)
    expect(violations({ ...house, ...others, ...bad }).sort()).toEqual(expected.sort())
  })
})
