import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from './say.mjs'

const MARK = 'sanlian.json'

const read = file => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

const answers = async url => {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(1000) })).ok
  } catch {
    return false
  }
}

/**
 * Takes a folder for the laptop cloud's data. Only a folder that carries our mark is ever emptied: `--data` may be
 * mistyped. A demo is whole when the mark says `ready`, which is written last; anything else is begun anew.
 * @param {string} folder
 * @param {{ fresh: boolean }} options
 * @returns {Promise<{ cloud: string, filled: boolean, serving(url: string): void, ready(): void }>} cloud: where its
 *   documents and files live; filled: whether a whole demo is in it
 */
export async function claim(folder, { fresh }) {
  const mark = path.join(folder, MARK)
  const cloud = path.join(folder, 'cloud')
  const known = read(mark)
  if (!known && existsSync(folder) && readdirSync(folder).length) {
    throw new Sentence(
      `${folder} holds something that is not Sanlian's data. Choose an empty or a new folder with --data.`,
    )
  }
  if (known?.url && (await answers(known.url))) {
    throw new Sentence(
      `${folder} is in use by ${known.url}. Stop that, or choose another folder with --data.`,
    )
  }
  const filled = known?.state === 'ready' && !fresh
  if (!filled) rmSync(cloud, { recursive: true, force: true })
  mkdirSync(cloud, { recursive: true })
  let state = { state: filled ? 'ready' : 'filling' }
  const write = change => {
    state = { ...state, ...change }
    writeFileSync(mark, `${JSON.stringify(state)}\n`)
  }
  write({})
  return { cloud, filled, serving: url => write({ url }), ready: () => write({ state: 'ready' }) }
}
