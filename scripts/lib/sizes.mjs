import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { at } from './paths.mjs'

const uncounted = /\.LICENSE\.txt$/

function* filesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesOf(file)
    else if (!uncounted.test(entry.name)) yield file
  }
}

const sum = files => [...files].reduce((bytes, file) => bytes + statSync(file).size, 0)

/** The mini-program's packages in raw bytes as WeChat counts them: `{ total, main, <sub-package root>: … }`. */
export function weappSizes(folder = at('dist/weapp')) {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'))
  const packages = app.subPackages ?? app.subpackages ?? []
  const total = sum(filesOf(folder))
  const parts = Object.fromEntries(
    packages.map(({ root }) => [root.replace(/\/$/, ''), sum(filesOf(path.join(folder, root)))]),
  )
  const main = total - Object.values(parts).reduce((a, b) => a + b, 0)
  return { total, main, ...parts }
}

/** What a browser loads before the first page: raw and gzip bytes of index.html and of what it names. */
export function h5Sizes(folder = at('dist/h5')) {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="?\/?([^"\s>]+\.(?:js|css))/g)].map(match =>
    path.join(folder, match[1]),
  )
  const files = [path.join(folder, 'index.html'), ...named.filter(existsSync)]
  const contents = files.map(file => readFileSync(file))
  return {
    files: files.length,
    raw: contents.reduce((bytes, content) => bytes + content.length, 0),
    gzip: contents.reduce((bytes, content) => bytes + gzipSync(content).length, 0),
  }
}

/** Bytes of each function's index.js. */
export function functionSizes(folder = at('dist/cloudfunctions')) {
  return Object.fromEntries(
    readdirSync(folder)
      .filter(name => existsSync(path.join(folder, name, 'index.js')))
      .map(name => [name, statSync(path.join(folder, name, 'index.js')).size]),
  )
}
