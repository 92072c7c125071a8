import { existsSync, readFileSync } from 'node:fs'
import { at } from './paths.mjs'
import { run } from './run.mjs'
import { Sentence } from './say.mjs'

const read = file => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined)

/**
 * Why `npm ci` is needed, or undefined. npm writes what it really installed into node_modules/.package-lock.json as its
 * last act: comparing with that also notices an installation that was interrupted or made from another branch.
 */
export function packagesMissing() {
  const installed = read(at('node_modules/.package-lock.json'))
  if (!installed) return 'nothing is installed yet'
  for (const [name, wanted] of Object.entries(read(at('package-lock.json')))) {
    // Packages for other machines are optional and stay away.
    if (!name || wanted.optional || wanted.devOptional) continue
    if (installed[name]?.version !== wanted.version)
      return `${name.replace('node_modules/', '')} is not ${wanted.version}`
  }
  return undefined
}

/** Installs the packages if something is missing. Returns a few words on what was done. */
export async function installPackages() {
  const reason = packagesMissing()
  if (!reason) return 'up to date'
  process.stdout.write(`  npm ci, because ${reason}; the first time takes a minute or so\n`)
  // npm names its own program to the scripts it runs; asked directly (node scripts/…), it is the one on the PATH
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm']
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--progress=true']
  const { code } = await run(npm[0], [...npm.slice(1), ...args], { live: true })
  if (code !== 0)
    throw new Sentence('The packages could not be installed: npm ci failed, its reasons are above.')
  const still = packagesMissing()
  if (still) throw new Sentence(`npm ci ended well, and yet ${still}. Delete node_modules and try again.`)
  return 'installed'
}
