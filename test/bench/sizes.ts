import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Result } from './say'

const root = path.resolve(__dirname, '../../dist')

type Package = { name: string; bytes: number }

/** The mini-program's packages as WeChat counts them: the main package, and each sub-package by its root. */
export function packages(): Package[] {
  const app = JSON.parse(readFileSync(path.join(root, 'weapp/app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
  }
  const roots = (app.subPackages ?? []).map(sub => sub.root.replace(/\/$/, ''))
  const counted: Package[] = [{ name: 'main', bytes: 0 }, ...roots.map(name => ({ name, bytes: 0 }))]
  for (const { file, bytes } of filesBelow(path.join(root, 'weapp'))) {
    if (file.endsWith('.LICENSE.txt')) continue // project.config.json leaves them out of the upload
    const owner = roots.find(name => file.startsWith(`${name}/`)) ?? 'main'
    ;(counted.find(({ name }) => name === owner) as Package).bytes += bytes
  }
  return counted
}

/** What a browser fetches before the first page shows: what index.html names, gzipped. */
export function firstLoad(): number {
  const html = readFileSync(path.join(root, 'h5/index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(match => match[1] as string)
  return [html, ...named.map(file => readFileSync(path.join(root, 'h5', file)))].reduce(
    (sum, content) => sum + gzipSync(content).length,
    0,
  )
}

function filesBelow(folder: string, under = ''): { file: string; bytes: number }[] {
  return readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap(entry => {
    const file = path.posix.join(under, entry.name)
    return entry.isDirectory()
      ? filesBelow(folder, file)
      : [{ file, bytes: statSync(path.join(folder, file)).size }]
  })
}

export async function sizes(say: (result: Result) => void): Promise<void> {
  if (!existsSync(path.join(root, 'weapp/app.json'))) throw new Error('dist/weapp is not built')
  const all = packages()
  for (const { name, bytes } of all)
    say({ name: `weapp.${name}`, value: bytes / 1024, unit: 'KiB', context: 'raw' })
  say({
    name: 'weapp.whole',
    value: all.reduce((sum, { bytes }) => sum + bytes, 0) / 1024,
    unit: 'KiB',
    context: 'raw',
  })
  say({
    name: 'h5.first.load',
    value: firstLoad() / 1024,
    unit: 'KiB',
    context: 'gzip, what index.html names',
  })
  for (const name of ['work', 'papers', 'clock']) {
    say({
      name: `function.${name}`,
      value: statSync(path.join(root, 'cloudfunctions', name, 'index.js')).size / 1024,
      unit: 'KiB',
      context: 'bundled, SDK included',
    })
  }
}
