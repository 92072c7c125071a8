import { existsSync, readFileSync, rmSync } from 'node:fs'
import { at } from './paths.mjs'
import { node } from './run.mjs'

/**
 * Runs one jest project.
 * @param {string} project displayName in jest.config.js
 * @param {{ args?: string[], env?: object, log?: string, limit?: number }} options
 * @returns {Promise<{ ok: boolean, passed: number, failed: number, skipped: number, output: string }>}
 */
export async function runJest(project, { args = [], env, log, limit } = {}) {
  const report = at('dist/test', `${project}.json`)
  rmSync(report, { force: true })
  const { code, output, late } = await node(
    at('node_modules/jest/bin/jest.js'),
    [
      '--selectProjects',
      project,
      '--json',
      `--outputFile=${report}`,
      '--passWithNoTests=false',
      '--colors=false',
      ...args,
    ],
    { env, log, limit },
  )
  // --json prints the whole report on standard output as well; only what people read is kept.
  const readable = output
    .split('\n')
    .filter(line => !line.startsWith('{"num'))
    .join('\n')
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  const passed = result?.numPassedTests ?? 0
  // A file that cannot even be loaded has no tests to fail.
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0)
  const skipped = (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  const why =
    passed + failed === 0
      ? `No test ran in the project ${project}: a proof that proves nothing fails.`
      : code !== 0 && failed === 0 && !late
        ? `No test failed, and yet jest ended with exit code ${code}: something logged or threw after its test was over.`
        : ''
  const ok = code === 0 && !late && failed === 0 && passed > 0
  return { ok, passed, failed, skipped, output: why ? `${readable}\n${why}\n` : readable }
}
