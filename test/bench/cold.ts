import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { quantile, type Result } from './say'

const root = path.resolve(__dirname, '../..')
const RUNS = 9

/** How long a new process needs to have a function ready, beside the SDK alone and beside Node itself. */
export async function cold(say: (result: Result) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanlian-cold-'))
  const alone = path.join(folder, 'sdk.js')
  buildSync({
    stdin: { contents: "require('wx-server-sdk').init()", resolveDir: root },
    bundle: true,
    platform: 'node',
    target: 'node18',
    minify: true,
    outfile: alone,
    logLevel: 'error',
  })
  const load = (file: string) => {
    const script = `const b=process.hrtime.bigint();require(${JSON.stringify(file)});console.log(Number(process.hrtime.bigint()-b)/1e6)`
    const env = {
      ...process.env,
      TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:9/admin"}',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'laptop',
      SCF_NAMESPACE: 'laptop',
    }
    return Array.from({ length: RUNS }, () =>
      Number(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' })),
    )
  }
  const context = `median of ${RUNS} processes: require until ready`
  say({
    name: 'cold.sdk',
    value: quantile(load(alone), 0.5),
    unit: 'ms',
    context: `${context}, bundled SDK alone`,
  })
  for (const name of ['work', 'papers', 'clock']) {
    say({
      name: `cold.${name}`,
      value: quantile(load(path.join(root, 'dist/cloudfunctions', name, 'index.js')), 0.5),
      unit: 'ms',
      context,
    })
  }
  rmSync(folder, { recursive: true, force: true })
}
