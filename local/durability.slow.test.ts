import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE, FUNCTIONS, folder, testCloud } from './fixtures/cloud'

const TSX = join(__dirname, '..', 'node_modules', 'tsx', 'dist', 'cli.mjs')
const data = folder()
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** A cloud in a process of its own, as `npm start` has it. */
async function start(killAt?: string): Promise<{ url: string; child: ChildProcess; gone: Promise<unknown> }> {
  // tsx starts a second process; node with its loader is one, which can be killed as one.
  const args = [
    '--import',
    join(TSX, '..', 'loader.mjs'),
    join(__dirname, 'main.ts'),
    '--no-timers',
    '--data',
    data,
  ]
  const child = spawn(process.execPath, [...args, '--functions', FUNCTIONS, '--database', DATABASE], {
    env: { ...process.env, ...(killAt ? { LOCAL_KILL_AT: killAt } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise(resolve => child.on('exit', (_, signal) => resolve(signal)))
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', chunk => {
      text += chunk
      const found = /http:\/\/\S+/.exec(text)
      if (found) resolve(found[0])
    })
    gone.then(() => reject(new Error(`it did not start: ${text}`)))
  })
  return { url, child, gone }
}

const ask = async (url: string, code: string, input: unknown) => {
  const response = await fetch(`${url}/call/probe`, { method: 'POST', body: JSON.stringify({ code, input }) })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

const ADD = `({ db, input }) => db.collection('docs').add({ data: { _id: input, n: 1 } })`
const PAIR = `({ db, input }) => db.runTransaction(async t => {
  await t.collection('docs').add({ data: { _id: input + '-left', n: 1 } })
  await t.collection('docs').add({ data: { _id: input + '-right', n: 1 } })
})`

async function ids(): Promise<Set<string>> {
  const cloud = await testCloud({ data })
  const docs = await cloud.documents('docs')
  await cloud.close()
  return new Set(docs.map(doc => doc._id))
}

test('after kill -9 every acknowledged write is there', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < 2; round++) {
    const { url, child, gone } = await start()
    let going = true
    const work = Array.from({ length: 3 }, async (_, k) => {
      for (let i = 0; going; i++) {
        const id = `r${round}-${k}-${i}`
        try {
          await ask(url, i % 2 ? ADD : PAIR, id)
          acknowledged.push(...(i % 2 ? [id] : [`${id}-left`, `${id}-right`]))
        } catch {
          return
        }
      }
    })
    await new Promise(resolve => setTimeout(resolve, 1500))
    child.kill('SIGKILL')
    await gone
    going = false
    await Promise.all(work)
  }
  expect(acknowledged.length).toBeGreaterThan(50)
  const there = await ids()
  expect(acknowledged.filter(id => !there.has(id))).toEqual([])
  for (const id of there)
    if (id.endsWith('-left')) expect(there.has(id.replace('-left', '-right'))).toBe(true)
}, 60_000)

test.each([
  ['begin', false],
  ['operation:2', false],
  ['before-commit', false],
  ['after-commit', true],
  ['before-answer', true],
])(
  'killed at %s, a transaction is there whole: %s',
  async (point, there) => {
    const id = `kill-${point.replace(':', '-')}`
    const { url, gone } = await start(point)
    await expect(ask(url, PAIR, id)).rejects.toThrow()
    expect(await gone).toBe('SIGKILL')
    const after = await ids()
    expect([after.has(`${id}-left`), after.has(`${id}-right`)]).toEqual([there, there])
  },
  30_000,
)
