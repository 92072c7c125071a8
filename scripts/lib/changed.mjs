import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { at, root } from './paths.mjs'

const skipped = new Set(['node_modules', '.swc', '.DS_Store'])
// A test beside the code is no part of what is built.
const isSource = file => !/\.test\.tsx?$/.test(file)

function* filesOf(file) {
  if (!existsSync(file)) return
  if (!statSync(file).isDirectory()) {
    if (isSource(file)) yield file
    return
  }
  for (const name of readdirSync(file).sort()) {
    if (!skipped.has(name)) yield* filesOf(path.join(file, name))
  }
}

/** One hash over names and contents of the files and folders named (relative to the repository), and some words. */
export function contentHash(inputs, words = []) {
  const hash = createHash('sha256')
  for (const word of words) hash.update(`${word}\0`)
  for (const input of inputs) {
    for (const file of filesOf(at(input))) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

const stampOf = name => at('dist/.built', name)

/** Whether `name` was last built from other inputs, or was never built to the end. */
export function isStale(name, hash, outputs) {
  const stamp = stampOf(name)
  if (!outputs.every(output => existsSync(at(output)))) return true
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash
}

/** Forgets that `name` was built: called before a build, so that an interrupted one is made again. */
export const forget = name => rmSync(stampOf(name), { force: true })

/** Remembers that `name` was built from these inputs. */
export function remember(name, hash) {
  mkdirSync(at('dist/.built'), { recursive: true })
  writeFileSync(stampOf(name), hash)
}
