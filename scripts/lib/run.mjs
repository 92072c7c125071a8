import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'
import { Sentence, spoken } from './say.mjs'

/**
 * Runs a program to its end, without a shell and without standard input (a question would wait for ever in CI).
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, live?: boolean, log?: string, limit?: number }} options
 *   live: print the output as it comes; log: keep it in this file as well; limit: ms after which the program is killed
 * @returns {Promise<{ code: number, output: string, late: boolean }>} never rejects for an exit code
 */
export function run(program, args, { cwd = root, env = {}, live = false, log, limit } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    // The whole group: a test that hangs has started processes of its own.
    const killGroup = signal => {
      try {
        process.kill(-child.pid, signal)
      } catch {
        // already gone
      }
    }
    if (log) mkdirSync(path.dirname(log), { recursive: true })
    const file = log ? createWriteStream(log) : undefined
    const chunks = []
    const keep = chunk => {
      chunks.push(chunk)
      file?.write(chunk)
      if (live) process.stdout.write(chunk)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    let late = false
    const clock =
      limit &&
      setTimeout(() => {
        late = true
        killGroup('SIGKILL')
      }, limit)
    const stop = () => {
      killGroup('SIGTERM')
      process.exit(130)
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    const done = settle => value => {
      clearTimeout(clock)
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      file?.end()
      settle(value)
    }
    child.on('error', done(reject))
    child.on(
      'close',
      done(code => {
        const output = Buffer.concat(chunks).toString()
        resolve({
          code: code ?? 1,
          output: late ? `${output}\nStopped after ${spoken(limit)}.\n` : output,
          late,
        })
      }),
    )
  })
}

/** Runs a program and throws its output if it fails. */
export async function mustRun(program, args, options) {
  const { code, output } = await run(program, args, options)
  if (code !== 0) {
    throw new Sentence(
      `${options?.live ? '' : `${output}\n`}${path.basename(program)} ${args.join(' ')}: exit code ${code}`,
    )
  }
  return output
}

/** Runs a JavaScript file of an installed package with this same Node. */
export const node = (file, args, options) => run(process.execPath, [file, ...args], options)
