import { existsSync, rmSync } from 'node:fs'
import { contentHash, forget, isStale, remember } from './changed.mjs'
import { at } from './paths.mjs'
import { node } from './run.mjs'
import { Sentence, weight } from './say.mjs'
import { h5Sizes, weappSizes } from './sizes.mjs'

const inputs = ['client', 'domain', 'babel.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']
const proof = { weapp: 'dist/weapp/app.json', h5: 'dist/h5/index.html' }

const summary = {
  weapp: () => {
    const { total, ...parts } = weappSizes()
    const named = Object.entries(parts).map(([name, bytes]) => `${name} ${weight(bytes)}`)
    return `${named.join(', ')}, together ${weight(total)}`
  },
  h5: () => `first load ${weight(h5Sizes().gzip)} gzip`,
}

const taro = (type, env) =>
  // Taro reads its settings from <cwd>/config only.
  node(at('node_modules/@tarojs/cli/bin/taro'), ['build', '--type', type], { cwd: at('client'), env })

/**
 * Builds the mini-program (`weapp`) or the browser's face of it (`h5`), unless nothing it is made of has changed.
 * Returns a few words on its size.
 */
export async function buildClient(type, { force = false } = {}) {
  const environment = process.env.SANLIAN_CLOUD_ENV ?? ''
  const hash = contentHash(inputs, [type, environment])
  if (!force && !isStale(type, hash, [proof[type]])) return `unchanged, ${summary[type]()}`
  forget(type)
  // Taro leaves files of earlier builds lying.
  rmSync(at('dist', type), { recursive: true, force: true })
  const { code, output } = await taro(type, { NODE_ENV: 'production' })
  if (code !== 0 || !existsSync(at(proof[type])))
    throw new Sentence(`${output}\nTaro could not build ${type}.`)
  remember(type, hash)
  return summary[type]()
}

/**
 * Builds H5 for somebody who is editing: over the last build and with webpack's cache, in a few seconds once it is warm.
 * @returns {Promise<boolean>} whether it could be built; the reasons are printed
 */
export async function rebuildH5() {
  forget('h5')
  const { code, output } = await taro('h5', { NODE_ENV: 'production', TARO_CACHE: '1' })
  if (code !== 0) process.stdout.write(`${output}\n`)
  return code === 0
}
