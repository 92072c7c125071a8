import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { at } from './paths.mjs'
import { run } from './run.mjs'
import { Sentence } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const executable = file => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = name =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, name))
    .find(executable)

/** Whether the program starts: Ubuntu's package of that name is an empty one, playwright's may lack system libraries. */
const starts = file => spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

async function playwrights() {
  if (!existsSync(at('node_modules/playwright-core/package.json'))) return undefined
  const { chromium } = (await import('playwright-core')).default
  return chromium.executablePath()
}

/**
 * The Chromium of this machine: `CHROMIUM` from the environment, one on the PATH, playwright's own.
 * @returns {Promise<string | undefined>} its path
 */
export async function findChromium() {
  const named = process.env.CHROMIUM
  if (named) {
    if (!executable(named)) throw new Sentence(`CHROMIUM=${named} is no program that can be run.`)
    return named
  }
  const candidates = [...names.map(onPath), await playwrights()]
  return candidates.find(file => file && executable(file) && starts(file))
}

/**
 * Finds a Chromium or installs one: as root with the system's packages, else with playwright's downloader.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  const tried = []
  const attempt = async (program, args) => {
    tried.push([program === process.execPath ? 'npx playwright-core' : program, ...args.slice(-3)].join(' '))
    process.stdout.write(
      `  no Chromium yet: ${program === process.execPath ? 'playwright-core' : program} ${args.slice(-3).join(' ')}\n`,
    )
    const { code } = await run(program, args, { live: true, env: { DEBIAN_FRONTEND: 'noninteractive' } })
    return code === 0
  }
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    await attempt('apt-get', ['update', '-q'])
    await attempt('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'])
  }
  if (!(await findChromium())) {
    await attempt(process.execPath, [at('node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  }
  const now = await findChromium()
  if (now) return now
  throw new Sentence(
    [
      `The browser tests need Chromium, and it could not be installed here (tried: ${tried.join('; ')}).`,
      'One of these gives one:',
      '  sudo apt-get install -y --no-install-recommends chromium fonts-noto-cjk',
      '  npx playwright-core install --with-deps chromium',
      '  CHROMIUM=<path of a Chromium or Chrome> npm test',
    ].join('\n'),
  )
}
